"""The fields of a stamp card, new or running, and what its stamps may be given for."""

from functools import partial

from handlers.owner.shared.fields import (
    NEW,
    Asked,
    Chip,
    Field,
    Values,
    money,
    number_in,
    said_as,
    text_by,
)
from handlers.owner.shared.navigation import short
from services import goods
from services.context import Context
from services.enums import StampBy
from services.errors import Gone
from services.goods import ItemKind
from services.parsing.texts import one_line
from services.stamps.stamp_cards import RANGES, TITLE_LENGTH, NewCard

TARGETS = {StampBy.CATEGORY: ItemKind.CATEGORY, StampBy.PRODUCT: ItemKind.PRODUCT}
MOST_TARGETS = 40
"""Buttons of one kind on the screen; Telegram takes a hundred."""


async def _targets(asked: Asked) -> list[Chip]:
    """Every purchase, a category or a product; only a new card has the choice."""
    if asked.draft.thing_id != NEW:
        raise Gone
    chips = [_target(asked, StampBy.VISIT)]
    for by, kind in TARGETS.items():
        items = await goods.items(asked.desk.ctx, kind)
        chips += [_target(asked, by, item.id, item.name) for item in items[:MOST_TARGETS]]
    return chips


def _target(asked: Asked, by: StampBy, item_id: int | None = None, name: str = "") -> Chip:
    given: Values = {
        "by": by,
        "category_id": item_id if by is StampBy.CATEGORY else None,
        "product_id": item_id if by is StampBy.PRODUCT else None,
    }
    label = asked.say.label(f"owner-stamp-by-{by}", name=short(name, 18))
    return Chip(short(label), by if item_id is None else f"{by}-{item_id}", given)


def _life(asked: Asked, days: int | None) -> str:
    if days is None:
        return asked.say.label("owner-stamp-for-ever")
    return asked.say.label("owner-life", days=days)


FIELDS = (
    Field("title", text_by(partial(one_line, most=TITLE_LENGTH))),
    Field("reward", text_by(partial(one_line, most=TITLE_LENGTH))),
    Field("by", chips=_targets, width=2),
    Field("needed", number_in(RANGES["needed"]), (4, 5, 6, 7, 9, 10)),
    Field(
        "least",
        lambda asked, text: RANGES["least"].check(money(asked, text)),
        (0,),
        label=lambda asked, _: asked.say.label("owner-stamp-any"),
    ),
    Field("life_days", number_in(RANGES["life_days"]), (None, 60, 90, 180, 365), label=_life),
    Field(
        "voucher_days",
        number_in(RANGES["voucher_days"]),
        (7, 14, 30, 60),
        label=said_as("owner-life", "days"),
    ),
)

CHANGEABLE = tuple(field.name for field in FIELDS if field.name != "by")
"""The fields that can change on a running card."""


def new_card(values: Values) -> NewCard:
    """The card that a draft's values describe."""
    return NewCard(**{**values, "by": StampBy(values.get("by", StampBy.VISIT))})


async def target_of(ctx: Context, new: NewCard) -> str | None:
    """The name of the category or product that stamps are given for. Raises Gone."""
    if new.by is StampBy.VISIT:
        return None
    item_id = new.category_id if new.by is StampBy.CATEGORY else new.product_id
    return (await goods.item(ctx, TARGETS[new.by], item_id or 0)).name
