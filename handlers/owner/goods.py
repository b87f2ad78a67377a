"""Goods: outlets, categories and products; a typed name is added, a tapped one changed."""

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from handlers.owner.steps import PAGE, STEP, Go, Place, Typed, back, go, page_of, short
from handlers.screens import Row, button, in_rows, keyboard, show
from messengers.words import Say
from services import errors, goods
from services.context import Context
from services.goods import NAME_LENGTH, Shelf, Ware
from services.people import Visitor
from services.texts import one_line

MOST_AT_ONCE = 30
"""Names in one message."""

MOST_CATEGORIES = 90
"""Buttons to choose from; Telegram takes a hundred."""

TYPED = ("name", "sku")


class Shelving(StatesGroup):
    names = State()  # a list is on the screen: what is typed is added to it
    field = State()  # a name or a number is being typed


class WareTap(CallbackData, prefix="ogs"):
    """`value`: a page of the list, or the category that is chosen (None: none)."""

    act: str
    shelf: Shelf
    ware_id: int = 0
    value: int | None = None


def add_to(router: Router) -> None:
    tap = router.callback_query.register
    tap(shelves, Go.filter(F.to == Place.GOODS))
    tap(open_shelf, WareTap.filter(F.act == "list"))
    tap(open_ware, WareTap.filter(F.act == "open"))
    tap(hide, WareTap.filter(F.act.in_({"hide", "show"})))
    tap(ask, WareTap.filter(F.act.in_(TYPED)))
    tap(ask_category, WareTap.filter(F.act == "where"))
    tap(choose_category, WareTap.filter(F.act == "into"))
    tap(no_sku, WareTap.filter(F.act == "bare"))
    router.message.register(add, Typed(), Shelving.names, flags=STEP)
    router.message.register(answer, Typed(), Shelving.field, flags=STEP)


async def shelves(query: CallbackQuery, ctx: Context, say: Say) -> None:
    rows = []
    for shelf in Shelf:
        count = len(await goods.wares(ctx, shelf))
        label = say.label("owner-goods-shelf", kind=shelf, count=count)
        rows.append([button(label, WareTap(act="list", shelf=shelf))])
    await show(query, say("owner-goods"), keyboard(*rows, back(say)))


async def open_shelf(
    query: CallbackQuery, callback_data: WareTap, ctx: Context, say: Say, state: FSMContext
) -> None:
    await _shelf(query, ctx, say, state, callback_data.shelf, callback_data.value or 0)


async def _shelf(
    event: Message | CallbackQuery,
    ctx: Context,
    say: Say,
    state: FSMContext,
    shelf: Shelf,
    page: int = 0,
) -> None:
    await state.set_state(Shelving.names)
    await state.set_data({"shelf": shelf})
    every = await goods.wares(ctx, shelf, with_hidden=True)
    rows = [
        [
            button(
                short(say.label("owner-goods-line", name=ware.name, hidden=ware.hidden)),
                WareTap(act="open", shelf=shelf, ware_id=ware.id),
            )
        ]
        for ware in page_of(every, page)
    ]
    turn = _turning(shelf, page, len(every))
    way_back = [go(say, "button-back", Place.GOODS)]
    await show(event, say("owner-goods-list", kind=shelf), keyboard(*rows, turn, way_back))


def _turning(shelf: Shelf, page: int, count: int) -> Row:
    row = []
    if page > 0:
        row.append(button("‹", WareTap(act="list", shelf=shelf, value=page - 1)))
    if (page + 1) * PAGE < count:
        row.append(button("›", WareTap(act="list", shelf=shelf, value=page + 1)))
    return row


async def add(
    message: Message, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    """Every line is a name."""
    shelf = Shelf((await state.get_data())["shelf"])
    lines = [line for line in (message.text or "").splitlines() if line.strip()]
    if len(lines) > MOST_AT_ONCE:
        await message.answer(say("owner-goods-too-many", most=MOST_AT_ONCE))
        return
    for name in [one_line(line, most=NAME_LENGTH) for line in lines]:
        await goods.add(ctx, visitor.identity_id, shelf, name)
    await _shelf(message, ctx, say, state, shelf)


async def open_ware(query: CallbackQuery, callback_data: WareTap, ctx: Context, say: Say) -> None:
    await _ware(query, ctx, say, callback_data.shelf, callback_data.ware_id)


async def _ware(
    event: Message | CallbackQuery, ctx: Context, say: Say, shelf: Shelf, ware_id: int
) -> None:
    ware = await goods.ware(ctx, shelf, ware_id)
    lines = [say("owner-goods-one", kind=shelf, name=ware.name, hidden=ware.hidden)]
    edits = [_to(say, "owner-goods-name", "name", shelf, ware)]
    if shelf is Shelf.PRODUCT:
        category, sku = ware.category or "—", ware.sku or "—"
        lines.append(say("owner-goods-details", category=category, sku=sku))
        edits.append(_to(say, "owner-goods-category-id", "where", shelf, ware))
        edits.append(_to(say, "owner-goods-sku", "sku", shelf, ware))
    turn = "show" if ware.hidden else "hide"
    edits.append(_to(say, f"owner-{turn}", turn, shelf, ware))
    way_back = [button(say.label("button-back"), WareTap(act="list", shelf=shelf))]
    await show(event, "\n".join(lines), keyboard(*in_rows(edits, 2), way_back))


def _to(say: Say, key: str, act: str, shelf: Shelf, ware: Ware) -> InlineKeyboardButton:
    return button(say.label(key), WareTap(act=act, shelf=shelf, ware_id=ware.id))


async def hide(
    query: CallbackQuery, callback_data: WareTap, ctx: Context, say: Say, visitor: Visitor
) -> None:
    shelf, ware_id = callback_data.shelf, callback_data.ware_id
    hidden = callback_data.act == "hide"
    await goods.hide(ctx, visitor.identity_id, shelf, ware_id, hidden=hidden)
    await _ware(query, ctx, say, shelf, ware_id)


async def ask(
    query: CallbackQuery, callback_data: WareTap, ctx: Context, say: Say, state: FSMContext
) -> None:
    """A name or a number is to be typed."""
    shelf, field = callback_data.shelf, callback_data.act
    if field == "sku" and shelf is not Shelf.PRODUCT:
        raise errors.Gone
    ware = await goods.ware(ctx, shelf, callback_data.ware_id)
    await state.set_state(Shelving.field)
    await state.set_data({"shelf": shelf, "ware_id": ware.id, "field": field})
    none = [_to(say, "owner-goods-no-sku", "bare", shelf, ware)] if field == "sku" else []
    way_back = [_to(say, "button-back", "open", shelf, ware)]
    await show(query, say(f"owner-goods-ask-{field}"), keyboard(none, way_back))


async def answer(
    message: Message, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    data = await state.get_data()
    shelf, ware_id, text = Shelf(data["shelf"]), data["ware_id"], message.text or ""
    if data["field"] == "sku":
        await goods.set_sku(ctx, visitor.identity_id, ware_id, text)
    else:
        await goods.rename(ctx, visitor.identity_id, shelf, ware_id, text)
    await state.clear()
    await _ware(message, ctx, say, shelf, ware_id)


async def ask_category(
    query: CallbackQuery, callback_data: WareTap, ctx: Context, say: Say
) -> None:
    product = await goods.ware(ctx, Shelf.PRODUCT, callback_data.ware_id)
    categories = await goods.wares(ctx, Shelf.CATEGORY)
    choices: list[tuple[str, int | None]] = [(say.label("owner-goods-no-category"), None)]
    choices += [(short(found.name), found.id) for found in categories[:MOST_CATEGORIES]]
    chips = [
        button(label, WareTap(act="into", shelf=Shelf.PRODUCT, ware_id=product.id, value=value))
        for label, value in choices
    ]
    way_back = [_to(say, "button-back", "open", Shelf.PRODUCT, product)]
    await show(query, say("owner-goods-ask-category"), keyboard(*in_rows(chips, 2), way_back))


async def choose_category(
    query: CallbackQuery, callback_data: WareTap, ctx: Context, say: Say, visitor: Visitor
) -> None:
    product_id = callback_data.ware_id
    await goods.put_into(ctx, visitor.identity_id, product_id, callback_data.value)
    await _ware(query, ctx, say, Shelf.PRODUCT, product_id)


async def no_sku(
    query: CallbackQuery, callback_data: WareTap, ctx: Context, say: Say, visitor: Visitor
) -> None:
    await goods.set_sku(ctx, visitor.identity_id, callback_data.ware_id, None)
    await _ware(query, ctx, say, Shelf.PRODUCT, callback_data.ware_id)
