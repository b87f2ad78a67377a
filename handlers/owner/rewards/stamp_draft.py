"""A new stamp card, ready to start with one tap; and the fields of one, new or running."""

from dataclasses import asdict
from typing import Any

from aiogram import F, Router
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import InlineKeyboardButton

from handlers.desk import Desk
from handlers.owner.rewards.stamps import FIELDS, NEW, StampTap, described, one_card
from handlers.owner.shared.navigation import STEP, Place, Typed, go, short
from handlers.routing import Tap
from handlers.screens import Row, button, in_rows, keyboard
from messengers.words import Say
from services import goods
from services.context import Context
from services.enums import StampBy
from services.errors import Gone
from services.goods import ItemKind
from services.parsing.numbers import parse_money, parse_whole
from services.parsing.texts import one_line
from services.stamps import stamp_cards
from services.stamps.stamp_cards import RANGES, TITLE_LENGTH, NewCard

NEEDED = {"coffee": 5, "visit": 9, "own": 5}
"""What shops usually make: the sixth coffee free, a gift for the tenth visit."""

DRAFT_FIELDS = ("title", "reward", "by", *FIELDS[2:])

CHIPS: dict[str, tuple[int | None, ...]] = {
    "title": (),
    "reward": (),
    "needed": (4, 5, 6, 7, 9, 10),
    "least": (0,),
    "life_days": (None, 60, 90, 180, 365),
    "voucher_days": (7, 14, 30, 60),
}
TARGETS = {StampBy.CATEGORY: ItemKind.CATEGORY, StampBy.PRODUCT: ItemKind.PRODUCT}
MOST_TARGETS = 40
"""Buttons of one kind on the screen; Telegram takes a hundred."""


class Stamping(StatesGroup):
    draft = State()  # the whole new card is on the screen
    field = State()  # a field is being typed or chosen


class DraftTap(Tap, prefix="osd"):
    """`value` None stands for no limit where there may be none."""

    act: str
    field: str = ""
    value: int | None = None


def add_to(router: Router) -> None:
    tap = router.callback_query.register
    tap(presets, StampTap.filter(F.act == "new"))
    tap(start, DraftTap.filter(F.act == "preset"))
    tap(to_draft, DraftTap.filter(F.act == "draft"), Stamping.field, flags=STEP)
    tap(ask_draft, DraftTap.filter(F.act == "edit"), Stamping.draft, flags=STEP)
    tap(edit, StampTap.filter(F.act == "edit"))
    tap(choose, DraftTap.filter(F.act == "set"), Stamping.field, flags=STEP)
    tap(choose_target, DraftTap.filter(F.act == "by"), Stamping.field, flags=STEP)
    tap(make, DraftTap.filter(F.act == "make"), Stamping.draft, flags=STEP)
    router.message.register(answer, Typed(), Stamping.field, flags=STEP)


async def presets(desk: Desk) -> None:
    rows = [
        [button(desk.say.label(f"owner-stamps-preset-{name}"), DraftTap(act="preset", field=name))]
        for name in NEEDED
    ]
    await desk.show(
        desk.say("owner-stamps-choose"),
        keyboard(*rows, [go(desk.say, "button-back", Place.STAMPS)]),
    )


async def start(desk: Desk, tap: DraftTap) -> None:
    name = tap.field
    if name not in NEEDED:
        raise Gone
    new = NewCard(
        title=desk.say.label(f"owner-stamps-preset-{name}-title"),
        reward=desk.say.label(f"owner-stamps-preset-{name}-reward"),
        needed=NEEDED[name],
    )
    await desk.state.set_data({"new": asdict(new)})
    await _draft(desk)


async def to_draft(desk: Desk) -> None:
    if "new" not in await desk.state.get_data():
        raise Gone
    await _draft(desk)


async def _draft(desk: Desk) -> None:
    """Everything about the new card, each part one tap away."""
    await desk.state.set_state(Stamping.draft)
    new = _new(await desk.state.get_data())
    lines = [described(desk.say, await desk.terms(), new, await _target(desk.ctx, new))]
    if new.by is not StampBy.VISIT:
        lines.append(desk.say("owner-stamps-by-lines"))
    edits = [
        button(desk.say.label(f"owner-stamp-{_dashed(field)}"), DraftTap(act="edit", field=field))
        for field in DRAFT_FIELDS
    ]
    begin = [button(desk.say.label("owner-stamps-start"), DraftTap(act="make"), style="primary")]
    cancel = [go(desk.say, "button-cancel", Place.STAMPS)]
    await desk.show("\n\n".join(lines), keyboard(begin, *in_rows(edits, 2), cancel))


def _new(data: dict[str, Any]) -> NewCard:
    fields = dict(data["new"])
    fields["by"] = StampBy(fields["by"])
    return NewCard(**fields)


async def _target(ctx: Context, new: NewCard) -> str | None:
    if new.by is StampBy.VISIT:
        return None
    item_id = new.category_id if new.by is StampBy.CATEGORY else new.product_id
    return (await goods.item(ctx, TARGETS[new.by], item_id or 0)).name


async def ask_draft(desk: Desk, tap: DraftTap) -> None:
    if tap.field not in DRAFT_FIELDS:
        raise Gone
    await _ask(desk, tap.field, NEW)


async def edit(desk: Desk, tap: StampTap) -> None:
    if tap.field not in FIELDS:
        raise Gone
    await desk.state.set_data({})
    await _ask(desk, tap.field, tap.card_id)


async def _ask(desk: Desk, field: str, card_id: int) -> None:
    await desk.state.set_state(Stamping.field)
    await desk.state.update_data(field=field, card_id=card_id)
    rows = await _targets(desk) if field == "by" else in_rows(_chips(desk.say, field), 3)
    back_to = DraftTap(act="draft") if card_id == NEW else StampTap(act="open", card_id=card_id)
    way_back = [button(desk.say.label("button-back"), back_to)]
    await desk.show(desk.say(f"owner-stamp-ask-{_dashed(field)}"), keyboard(*rows, way_back))


def _chips(say: Say, field: str) -> list[InlineKeyboardButton]:
    names = {("least", 0): "owner-stamp-any", ("life_days", None): "owner-stamp-for-ever"}

    def named(value: int | None) -> str:
        if (field, value) in names:
            return say.label(names[field, value])
        if field.endswith("_days") and value is not None:
            return say.label("owner-life", days=value)
        return str(value)

    return [
        button(named(value), DraftTap(act="set", field=field, value=value))
        for value in CHIPS[field]
    ]


async def _targets(desk: Desk) -> list[Row]:
    chips = [
        button(desk.say.label("owner-stamp-by-visit"), DraftTap(act="by", field=StampBy.VISIT))
    ]
    for by, kind in TARGETS.items():
        chips += [
            button(
                short(desk.say.label(f"owner-stamp-by-{by}", name=short(item.name, 18))),
                DraftTap(act="by", field=by, value=item.id),
            )
            for item in (await goods.items(desk.ctx, kind))[:MOST_TARGETS]
        ]
    return in_rows(chips, 2)


async def choose(desk: Desk, tap: DraftTap) -> None:
    data = await desk.state.get_data()
    field, value = data["field"], tap.value
    if field != tap.field or value not in CHIPS[field]:
        desk.alert("owner-stale")
        return
    await _take(desk, data, {field: value})


async def choose_target(desk: Desk, tap: DraftTap) -> None:
    data = await desk.state.get_data()
    by = next((by for by in StampBy if by == tap.field), None)
    if data["field"] != "by" or by is None:
        desk.alert("owner-stale")
        return
    if by in TARGETS:  # it may have been deleted, or never been there
        await goods.item(desk.ctx, TARGETS[by], tap.value or 0)
    value = tap.value
    fields = {
        "by": by,
        "category_id": value if by is StampBy.CATEGORY else None,
        "product_id": value if by is StampBy.PRODUCT else None,
    }
    await _take(desk, data, fields)


async def answer(desk: Desk) -> None:
    data = await desk.state.get_data()
    field, text = data["field"], desk.message.text or ""
    value: str | int
    match field:
        case "title" | "reward":
            value = one_line(text, most=TITLE_LENGTH)
        case "least":
            terms = await desk.terms()
            minor = parse_money(text, terms.currency).minor
            value = RANGES[field].check(minor) or 0
        case "by":
            await desk.tell(desk.say("owner-need-tap"))
            return
        case _:
            value = parse_whole(text, least=RANGES[field].least, most=RANGES[field].most)
    await _take(desk, data, {field: value})


async def _take(desk: Desk, data: dict[str, Any], fields: dict[str, Any]) -> None:
    """A field is known: put it into the draft, or change the card that runs."""
    card_id = data["card_id"]
    if card_id == NEW:
        await desk.state.update_data(new={**data["new"], **fields})
        await _draft(desk)
        return
    await stamp_cards.change(desk.ctx, desk.actor_id, card_id, **fields)
    await desk.state.clear()
    await one_card(desk, card_id)


async def make(desk: Desk) -> None:
    card_id = await stamp_cards.make(desk.ctx, desk.actor_id, _new(await desk.state.get_data()))
    await desk.state.clear()
    await one_card(desk, card_id)


def _dashed(name: str) -> str:
    return name.replace("_", "-")
