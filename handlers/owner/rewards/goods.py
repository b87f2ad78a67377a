"""Goods: outlets, categories and products; a typed name is added, a tapped one changed."""

from aiogram import F, Router
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import InlineKeyboardButton

from handlers.desk import Desk
from handlers.owner.shared.navigation import PAGE, STEP, Go, Place, Typed, back, go, page_of, short
from handlers.routing import Tap
from handlers.screens import Row, button, in_rows, keyboard
from messengers.words import Say
from services import goods
from services.errors import Gone
from services.goods import NAME_LENGTH, Item, ItemKind
from services.parsing.texts import one_line

MOST_AT_ONCE = 30
"""Names in one message."""

MOST_CATEGORIES = 90
"""Buttons to choose from; Telegram takes a hundred."""

TYPED = ("name", "sku")


class Shelving(StatesGroup):
    names = State()  # a list is on the screen: what is typed is added to it
    field = State()  # a name or a number is being typed


class ItemTap(Tap, prefix="ogs"):
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


async def shelves(desk: Desk) -> None:
    rows = []
    for kind in ItemKind:
        count = len(await goods.items(desk.ctx, kind))
        label = desk.say.label("owner-goods-kind", kind=kind, count=count)
        rows.append([button(label, ItemTap(act="list", kind=kind))])
    await desk.show(desk.say("owner-goods"), keyboard(*rows, back(desk.say)))


async def open_shelf(desk: Desk, tap: ItemTap) -> None:
    await _items(desk, tap.kind, tap.value or 0)


async def _items(desk: Desk, kind: ItemKind, page: int = 0) -> None:
    await desk.state.set_state(Shelving.names)
    await desk.state.set_data({"shelf": kind})
    every = await goods.items(desk.ctx, kind, with_hidden=True)
    rows = [
        [
            button(
                short(desk.say.label("owner-goods-line", name=item.name, hidden=item.hidden)),
                ItemTap(act="open", kind=kind, item_id=item.id),
            )
        ]
        for item in page_of(every, page)
    ]
    turn = _turning(kind, page, len(every))
    way_back = [go(desk.say, "button-back", Place.GOODS)]
    await desk.show(desk.say("owner-goods-list", kind=kind), keyboard(*rows, turn, way_back))


def _turning(kind: ItemKind, page: int, count: int) -> Row:
    row = []
    if page > 0:
        row.append(button("‹", ItemTap(act="list", kind=kind, value=page - 1)))
    if (page + 1) * PAGE < count:
        row.append(button("›", ItemTap(act="list", kind=kind, value=page + 1)))
    return row


async def add(desk: Desk) -> None:
    """Every line is a name."""
    kind = ItemKind((await desk.state.get_data())["shelf"])
    lines = [line for line in (desk.message.text or "").splitlines() if line.strip()]
    if len(lines) > MOST_AT_ONCE:
        await desk.tell(desk.say("owner-goods-too-many", most=MOST_AT_ONCE))
        return
    for name in [one_line(line, most=NAME_LENGTH) for line in lines]:
        await goods.add(desk.ctx, desk.actor_id, kind, name)
    await _items(desk, kind)


async def open_ware(desk: Desk, tap: ItemTap) -> None:
    await _item(desk, tap.kind, tap.item_id)


async def _item(desk: Desk, kind: ItemKind, item_id: int) -> None:
    item = await goods.item(desk.ctx, kind, item_id)
    lines = [desk.say("owner-goods-one", kind=kind, name=item.name, hidden=item.hidden)]
    edits = [_to(desk.say, "owner-goods-name", "name", kind, item)]
    if kind is ItemKind.PRODUCT:
        category, sku = item.category or "—", item.sku or "—"
        lines.append(desk.say("owner-goods-details", category=category, sku=sku))
        edits.append(_to(desk.say, "owner-goods-category-id", "where", kind, item))
        edits.append(_to(desk.say, "owner-goods-sku", "sku", kind, item))
    turn = "show" if item.hidden else "hide"
    edits.append(_to(desk.say, f"owner-{turn}", turn, kind, item))
    way_back = [button(desk.say.label("button-back"), ItemTap(act="list", kind=kind))]
    await desk.show("\n".join(lines), keyboard(*in_rows(edits, 2), way_back))


def _to(say: Say, key: str, act: str, kind: ItemKind, item: Item) -> InlineKeyboardButton:
    return button(say.label(key), ItemTap(act=act, kind=kind, item_id=item.id))


async def hide(desk: Desk, tap: ItemTap) -> None:
    kind, item_id = tap.kind, tap.item_id
    hidden = tap.act == "hide"
    await goods.hide(desk.ctx, desk.actor_id, kind, item_id, hidden=hidden)
    await _item(desk, kind, item_id)


async def ask(desk: Desk, tap: ItemTap) -> None:
    """A name or a number is to be typed."""
    kind, field = tap.kind, tap.act
    if field == "sku" and kind is not ItemKind.PRODUCT:
        raise Gone
    item = await goods.item(desk.ctx, kind, tap.item_id)
    await desk.state.set_state(Shelving.field)
    await desk.state.set_data({"shelf": kind, "ware_id": item.id, "field": field})
    none = [_to(desk.say, "owner-goods-no-sku", "bare", kind, item)] if field == "sku" else []
    way_back = [_to(desk.say, "button-back", "open", kind, item)]
    await desk.show(desk.say(f"owner-goods-ask-{field}"), keyboard(none, way_back))


async def answer(desk: Desk) -> None:
    data = await desk.state.get_data()
    kind, item_id, text = ItemKind(data["shelf"]), data["ware_id"], desk.message.text or ""
    if data["field"] == "sku":
        await goods.set_sku(desk.ctx, desk.actor_id, item_id, text)
    else:
        await goods.rename(desk.ctx, desk.actor_id, kind, item_id, text)
    await desk.state.clear()
    await _item(desk, kind, item_id)


async def ask_category(desk: Desk, tap: ItemTap) -> None:
    product = await goods.item(desk.ctx, ItemKind.PRODUCT, tap.item_id)
    categories = await goods.items(desk.ctx, ItemKind.CATEGORY)
    choices: list[tuple[str, int | None]] = [(desk.say.label("owner-goods-no-category"), None)]
    choices += [(short(found.name), found.id) for found in categories[:MOST_CATEGORIES]]
    chips = [
        button(label, ItemTap(act="into", kind=ItemKind.PRODUCT, item_id=product.id, value=value))
        for label, value in choices
    ]
    way_back = [_to(desk.say, "button-back", "open", ItemKind.PRODUCT, product)]
    await desk.show(desk.say("owner-goods-ask-category"), keyboard(*in_rows(chips, 2), way_back))


async def choose_category(desk: Desk, tap: ItemTap) -> None:
    product_id = tap.item_id
    await goods.put_into(desk.ctx, desk.actor_id, product_id, tap.value)
    await _item(desk, ItemKind.PRODUCT, product_id)


async def no_sku(desk: Desk, tap: ItemTap) -> None:
    await goods.set_sku(desk.ctx, desk.actor_id, tap.item_id, None)
    await _item(desk, ItemKind.PRODUCT, tap.item_id)
