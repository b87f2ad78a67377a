"""A new stamp card, ready to start with one tap; and the fields of one, new or running."""

from dataclasses import asdict
from typing import Any

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from handlers.callback_middleware import Tap
from handlers.owner.rewards.stamps import FIELDS, NEW, StampTap, described, one_card
from handlers.owner.shared.navigation import STEP, Place, Typed, go, short
from handlers.screens import Row, button, in_rows, keyboard, show
from messengers.words import Say
from services import goods, programme
from services.context import Context
from services.enums import StampBy
from services.errors import Gone
from services.goods import ItemKind
from services.parsing.numbers import parse_money, parse_whole
from services.parsing.texts import one_line
from services.staff.identities import Visitor
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


class DraftTap(CallbackData, prefix="osd"):
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


async def presets(query: CallbackQuery, say: Say) -> None:
    rows = [
        [button(say.label(f"owner-stamps-preset-{name}"), DraftTap(act="preset", field=name))]
        for name in NEEDED
    ]
    await show(
        query, say("owner-stamps-choose"), keyboard(*rows, [go(say, "button-back", Place.STAMPS)])
    )


async def start(
    query: CallbackQuery, callback_data: DraftTap, ctx: Context, say: Say, state: FSMContext
) -> None:
    name = callback_data.field
    if name not in NEEDED:
        raise Gone
    new = NewCard(
        title=say.label(f"owner-stamps-preset-{name}-title"),
        reward=say.label(f"owner-stamps-preset-{name}-reward"),
        needed=NEEDED[name],
    )
    await state.set_data({"new": asdict(new)})
    await _draft(query, ctx, say, state)


async def to_draft(query: CallbackQuery, ctx: Context, say: Say, state: FSMContext) -> None:
    if "new" not in await state.get_data():
        raise Gone
    await _draft(query, ctx, say, state)


async def _draft(event: Message | CallbackQuery, ctx: Context, say: Say, state: FSMContext) -> None:
    """Everything about the new card, each part one tap away."""
    await state.set_state(Stamping.draft)
    new = _new(await state.get_data())
    lines = [described(say, await programme.current(ctx), new, await _target(ctx, new))]
    if new.by is not StampBy.VISIT:
        lines.append(say("owner-stamps-by-lines"))
    edits = [
        button(say.label(f"owner-stamp-{_dashed(field)}"), DraftTap(act="edit", field=field))
        for field in DRAFT_FIELDS
    ]
    begin = [button(say.label("owner-stamps-start"), DraftTap(act="make"), style="primary")]
    cancel = [go(say, "button-cancel", Place.STAMPS)]
    await show(event, "\n\n".join(lines), keyboard(begin, *in_rows(edits, 2), cancel))


def _new(data: dict[str, Any]) -> NewCard:
    fields = dict(data["new"])
    fields["by"] = StampBy(fields["by"])
    return NewCard(**fields)


async def _target(ctx: Context, new: NewCard) -> str | None:
    if new.by is StampBy.VISIT:
        return None
    item_id = new.category_id if new.by is StampBy.CATEGORY else new.product_id
    return (await goods.item(ctx, TARGETS[new.by], item_id or 0)).name


async def ask_draft(
    query: CallbackQuery, callback_data: DraftTap, ctx: Context, say: Say, state: FSMContext
) -> None:
    if callback_data.field not in DRAFT_FIELDS:
        raise Gone
    await _ask(query, ctx, say, state, callback_data.field, NEW)


async def edit(
    query: CallbackQuery, callback_data: StampTap, ctx: Context, say: Say, state: FSMContext
) -> None:
    if callback_data.field not in FIELDS:
        raise Gone
    await state.set_data({})
    await _ask(query, ctx, say, state, callback_data.field, callback_data.card_id)


async def _ask(
    event: Message | CallbackQuery,
    ctx: Context,
    say: Say,
    state: FSMContext,
    field: str,
    card_id: int,
) -> None:
    await state.set_state(Stamping.field)
    await state.update_data(field=field, card_id=card_id)
    rows = await _targets(ctx, say) if field == "by" else in_rows(_chips(say, field), 3)
    back_to = DraftTap(act="draft") if card_id == NEW else StampTap(act="open", card_id=card_id)
    way_back = [button(say.label("button-back"), back_to)]
    await show(event, say(f"owner-stamp-ask-{_dashed(field)}"), keyboard(*rows, way_back))


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


async def _targets(ctx: Context, say: Say) -> list[Row]:
    chips = [button(say.label("owner-stamp-by-visit"), DraftTap(act="by", field=StampBy.VISIT))]
    for by, kind in TARGETS.items():
        chips += [
            button(
                short(say.label(f"owner-stamp-by-{by}", name=short(item.name, 18))),
                DraftTap(act="by", field=by, value=item.id),
            )
            for item in (await goods.items(ctx, kind))[:MOST_TARGETS]
        ]
    return in_rows(chips, 2)


async def choose(
    query: CallbackQuery,
    callback_data: DraftTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
    tap: Tap,
) -> None:
    data = await state.get_data()
    field, value = data["field"], callback_data.value
    if field != callback_data.field or value not in CHIPS[field]:
        tap.alert(say.label("owner-stale"))
        return
    await _take(query, ctx, say, state, visitor, data, {field: value})


async def choose_target(
    query: CallbackQuery,
    callback_data: DraftTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
    tap: Tap,
) -> None:
    data = await state.get_data()
    by = next((by for by in StampBy if by == callback_data.field), None)
    if data["field"] != "by" or by is None:
        tap.alert(say.label("owner-stale"))
        return
    if by in TARGETS:  # it may have been deleted, or never been there
        await goods.item(ctx, TARGETS[by], callback_data.value or 0)
    value = callback_data.value
    fields = {
        "by": by,
        "category_id": value if by is StampBy.CATEGORY else None,
        "product_id": value if by is StampBy.PRODUCT else None,
    }
    await _take(query, ctx, say, state, visitor, data, fields)


async def answer(
    message: Message, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    data = await state.get_data()
    field, text = data["field"], message.text or ""
    value: str | int
    match field:
        case "title" | "reward":
            value = one_line(text, most=TITLE_LENGTH)
        case "least":
            terms = await programme.current(ctx)
            minor = parse_money(text, terms.currency).minor
            value = RANGES[field].check(minor) or 0
        case "by":
            await message.answer(say("owner-need-tap"))
            return
        case _:
            value = parse_whole(text, least=RANGES[field].least, most=RANGES[field].most)
    await _take(message, ctx, say, state, visitor, data, {field: value})


async def _take(
    event: Message | CallbackQuery,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
    data: dict[str, Any],
    fields: dict[str, Any],
) -> None:
    """A field is known: put it into the draft, or change the card that runs."""
    card_id = data["card_id"]
    if card_id == NEW:
        await state.update_data(new={**data["new"], **fields})
        await _draft(event, ctx, say, state)
        return
    await stamp_cards.change(ctx, visitor.identity_id, card_id, **fields)
    await state.clear()
    await one_card(event, ctx, say, visitor, card_id)


async def make(
    query: CallbackQuery, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    card_id = await stamp_cards.make(ctx, visitor.identity_id, _new(await state.get_data()))
    await state.clear()
    await one_card(query, ctx, say, visitor, card_id)


def _dashed(name: str) -> str:
    return name.replace("_", "-")
