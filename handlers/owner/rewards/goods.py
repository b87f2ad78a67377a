"""Goods: outlets, categories and products; a typed name is added, a tapped one changed."""

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from handlers.owner.shared.navigation import PAGE, STEP, Go, Place, Typed, back, go, page_of, short
from handlers.screens import Row, button, in_rows, keyboard, show
from messengers.words import Say
from services import goods
from services.context import Context
from services.errors import Gone
from services.goods import NAME_LENGTH, Item, ItemKind
from services.parsing.texts import one_line
from services.staff.identities import Visitor

MOST_AT_ONCE = 30
"""Names in one message."""

MOST_CATEGORIES = 90
"""Buttons to choose from; Telegram takes a hundred."""

TYPED = ("name", "sku")


class Shelving(StatesGroup):
    names = State()  # a list is on the screen: what is typed is added to it
    field = State()  # a name or a number is being typed


class ItemTap(CallbackData, prefix="ogs"):
    """`value`: a page of the list, or the category that is chosen (None: none)."""

    act: str
    kind: ItemKind
    item_id: int = 0
    value: int | None = None


def add_to(router: Router) -> None:
    tap = router.callback_query.register
    tap(shelves, Go.filter(F.to == Place.GOODS))
    tap(open_shelf, ItemTap.filter(F.act == "list"))
    tap(open_ware, ItemTap.filter(F.act == "open"))
    tap(hide, ItemTap.filter(F.act.in_({"hide", "show"})))
    tap(ask, ItemTap.filter(F.act.in_(TYPED)))
    tap(ask_category, ItemTap.filter(F.act == "where"))
    tap(choose_category, ItemTap.filter(F.act == "into"))
    tap(no_sku, ItemTap.filter(F.act == "bare"))
    router.message.register(add, Typed(), Shelving.names, flags=STEP)
    router.message.register(answer, Typed(), Shelving.field, flags=STEP)


async def shelves(query: CallbackQuery, ctx: Context, say: Say) -> None:
    rows = []
    for kind in ItemKind:
        count = len(await goods.items(ctx, kind))
        label = say.label("owner-goods-kind", kind=kind, count=count)
        rows.append([button(label, ItemTap(act="list", kind=kind))])
    await show(query, say("owner-goods"), keyboard(*rows, back(say)))


async def open_shelf(
    query: CallbackQuery, callback_data: ItemTap, ctx: Context, say: Say, state: FSMContext
) -> None:
    await _items(query, ctx, say, state, callback_data.kind, callback_data.value or 0)


async def _items(
    event: Message | CallbackQuery,
    ctx: Context,
    say: Say,
    state: FSMContext,
    kind: ItemKind,
    page: int = 0,
) -> None:
    await state.set_state(Shelving.names)
    await state.set_data({"shelf": kind})
    every = await goods.items(ctx, kind, with_hidden=True)
    rows = [
        [
            button(
                short(say.label("owner-goods-line", name=item.name, hidden=item.hidden)),
                ItemTap(act="open", kind=kind, item_id=item.id),
            )
        ]
        for item in page_of(every, page)
    ]
    turn = _turning(kind, page, len(every))
    way_back = [go(say, "button-back", Place.GOODS)]
    await show(event, say("owner-goods-list", kind=kind), keyboard(*rows, turn, way_back))


def _turning(kind: ItemKind, page: int, count: int) -> Row:
    row = []
    if page > 0:
        row.append(button("‹", ItemTap(act="list", kind=kind, value=page - 1)))
    if (page + 1) * PAGE < count:
        row.append(button("›", ItemTap(act="list", kind=kind, value=page + 1)))
    return row


async def add(
    message: Message, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    """Every line is a name."""
    kind = ItemKind((await state.get_data())["shelf"])
    lines = [line for line in (message.text or "").splitlines() if line.strip()]
    if len(lines) > MOST_AT_ONCE:
        await message.answer(say("owner-goods-too-many", most=MOST_AT_ONCE))
        return
    for name in [one_line(line, most=NAME_LENGTH) for line in lines]:
        await goods.add(ctx, visitor.identity_id, kind, name)
    await _items(message, ctx, say, state, kind)


async def open_ware(query: CallbackQuery, callback_data: ItemTap, ctx: Context, say: Say) -> None:
    await _item(query, ctx, say, callback_data.kind, callback_data.item_id)


async def _item(
    event: Message | CallbackQuery, ctx: Context, say: Say, kind: ItemKind, item_id: int
) -> None:
    item = await goods.item(ctx, kind, item_id)
    lines = [say("owner-goods-one", kind=kind, name=item.name, hidden=item.hidden)]
    edits = [_to(say, "owner-goods-name", "name", kind, item)]
    if kind is ItemKind.PRODUCT:
        category, sku = item.category or "—", item.sku or "—"
        lines.append(say("owner-goods-details", category=category, sku=sku))
        edits.append(_to(say, "owner-goods-category-id", "where", kind, item))
        edits.append(_to(say, "owner-goods-sku", "sku", kind, item))
    turn = "show" if item.hidden else "hide"
    edits.append(_to(say, f"owner-{turn}", turn, kind, item))
    way_back = [button(say.label("button-back"), ItemTap(act="list", kind=kind))]
    await show(event, "\n".join(lines), keyboard(*in_rows(edits, 2), way_back))


def _to(say: Say, key: str, act: str, kind: ItemKind, item: Item) -> InlineKeyboardButton:
    return button(say.label(key), ItemTap(act=act, kind=kind, item_id=item.id))


async def hide(
    query: CallbackQuery, callback_data: ItemTap, ctx: Context, say: Say, visitor: Visitor
) -> None:
    kind, item_id = callback_data.kind, callback_data.item_id
    hidden = callback_data.act == "hide"
    await goods.hide(ctx, visitor.identity_id, kind, item_id, hidden=hidden)
    await _item(query, ctx, say, kind, item_id)


async def ask(
    query: CallbackQuery, callback_data: ItemTap, ctx: Context, say: Say, state: FSMContext
) -> None:
    """A name or a number is to be typed."""
    kind, field = callback_data.kind, callback_data.act
    if field == "sku" and kind is not ItemKind.PRODUCT:
        raise Gone
    item = await goods.item(ctx, kind, callback_data.item_id)
    await state.set_state(Shelving.field)
    await state.set_data({"shelf": kind, "ware_id": item.id, "field": field})
    none = [_to(say, "owner-goods-no-sku", "bare", kind, item)] if field == "sku" else []
    way_back = [_to(say, "button-back", "open", kind, item)]
    await show(query, say(f"owner-goods-ask-{field}"), keyboard(none, way_back))


async def answer(
    message: Message, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    data = await state.get_data()
    kind, item_id, text = ItemKind(data["shelf"]), data["ware_id"], message.text or ""
    if data["field"] == "sku":
        await goods.set_sku(ctx, visitor.identity_id, item_id, text)
    else:
        await goods.rename(ctx, visitor.identity_id, kind, item_id, text)
    await state.clear()
    await _item(message, ctx, say, kind, item_id)


async def ask_category(
    query: CallbackQuery, callback_data: ItemTap, ctx: Context, say: Say
) -> None:
    product = await goods.item(ctx, ItemKind.PRODUCT, callback_data.item_id)
    categories = await goods.items(ctx, ItemKind.CATEGORY)
    choices: list[tuple[str, int | None]] = [(say.label("owner-goods-no-category"), None)]
    choices += [(short(found.name), found.id) for found in categories[:MOST_CATEGORIES]]
    chips = [
        button(label, ItemTap(act="into", kind=ItemKind.PRODUCT, item_id=product.id, value=value))
        for label, value in choices
    ]
    way_back = [_to(say, "button-back", "open", ItemKind.PRODUCT, product)]
    await show(query, say("owner-goods-ask-category"), keyboard(*in_rows(chips, 2), way_back))


async def choose_category(
    query: CallbackQuery, callback_data: ItemTap, ctx: Context, say: Say, visitor: Visitor
) -> None:
    product_id = callback_data.item_id
    await goods.put_into(ctx, visitor.identity_id, product_id, callback_data.value)
    await _item(query, ctx, say, ItemKind.PRODUCT, product_id)


async def no_sku(
    query: CallbackQuery, callback_data: ItemTap, ctx: Context, say: Say, visitor: Visitor
) -> None:
    await goods.set_sku(ctx, visitor.identity_id, callback_data.item_id, None)
    await _item(query, ctx, say, ItemKind.PRODUCT, callback_data.item_id)
