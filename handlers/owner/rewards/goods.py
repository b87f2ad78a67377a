"""Goods: outlets, categories and products; a typed name is added, a tapped one changed."""

from dataclasses import dataclass
from functools import partial

from aiogram import F, Router
from aiogram.fsm.state import State, StatesGroup

from handlers.desk import Desk
from handlers.owner.shared.fields import Asked, Chip, Field, Values, text_by
from handlers.owner.shared.form import Act, Form, FormTap, to_thing_or
from handlers.owner.shared.listing import Listing
from handlers.owner.shared.navigation import STEP, Go, Place, Typed, back, short
from handlers.routing import Tap
from handlers.screens import button, in_rows, keyboard
from services import goods
from services.goods import NAME_LENGTH, SKU_LENGTH, Item, ItemKind
from services.parsing.texts import one_line

MOST_AT_ONCE = 30
"""Names in one message."""

MOST_CATEGORIES = 90
"""Buttons to choose from; Telegram takes a hundred."""


class GoodsForm(StatesGroup):
    names = State()  # a list is on the screen: what is typed is added to it
    outlet = State()  # a field of one is being typed or chosen
    category = State()
    product = State()


@dataclass(frozen=True, slots=True)
class Shelf:
    """The list to which typed names are added."""

    kind: ItemKind


class ShelfTap(Tap, prefix="ogs"):
    kind: ItemKind
    page: int = 0


class OutletTap(FormTap, prefix="ogo"):
    pass


class CategoryTap(FormTap, prefix="ogc"):
    pass


class ProductTap(FormTap, prefix="ogp"):
    pass


def add_to(router: Router) -> None:
    router.callback_query.register(shelves, Go.filter(F.to == Place.GOODS))
    router.callback_query.register(open_shelf, ShelfTap.filter())
    router.message.register(add, Typed(), GoodsForm.names, flags=STEP)
    for form in FORMS.values():
        form.add_to(router)


async def shelves(desk: Desk) -> None:
    rows = []
    for kind in ItemKind:
        count = len(await goods.items(desk.ctx, kind))
        label = desk.say.label("owner-goods-kind", kind=kind, count=count)
        rows.append([button(label, ShelfTap(kind=kind))])
    await desk.show(desk.say("owner-goods"), keyboard(*rows, back(desk.say, Place.SETUP)))


async def open_shelf(desk: Desk, tap: ShelfTap) -> None:
    await _items(desk, tap.kind, tap.page)


async def _items(desk: Desk, kind: ItemKind, page: int = 0) -> None:
    await desk.wait(GoodsForm.names, Shelf(kind))
    listing: Listing[Item] = Listing(
        items=lambda desk: goods.items(desk.ctx, kind, with_hidden=True),
        text=lambda desk, _: desk.say("owner-goods-list", kind=kind),
        label=lambda desk, item: desk.say.label(
            "owner-goods-line", name=item.name, hidden=item.hidden
        ),
        tap=lambda item: FORMS[kind].to(Act.OPEN, item.id),
        page=lambda page: ShelfTap(kind=kind, page=page),
        back=lambda desk: back(desk.say, Place.GOODS),
    )
    await listing.draw(desk, page)


async def add(desk: Desk) -> None:
    """Every line is a name."""
    kind = (await desk.draft(Shelf)).kind
    lines = [line for line in (desk.message.text or "").splitlines() if line.strip()]
    if len(lines) > MOST_AT_ONCE:
        await desk.refuse("owner-goods-too-many", most=MOST_AT_ONCE)
        return
    for name in [one_line(line, most=NAME_LENGTH) for line in lines]:
        await goods.add(desk.ctx, desk.actor_id, kind, name)
    await _items(desk, kind)


async def _item(desk: Desk, kind: ItemKind, item_id: int) -> None:
    item, form = await goods.item(desk.ctx, kind, item_id), FORMS[kind]
    lines = [desk.say("owner-goods-one", kind=kind, name=item.name, hidden=item.hidden)]
    if kind is ItemKind.PRODUCT:
        category, sku = item.category or "—", item.sku or "—"
        lines.append(desk.say("owner-goods-details", category=category, sku=sku))
    hiding = form.hiding(desk.say, item.id, hidden=item.hidden)
    edits = in_rows([*form.edits(desk.say, item.id), hiding], 2)
    way_back = [button(desk.say.label("button-back"), ShelfTap(kind=kind))]
    await desk.show("\n".join(lines), keyboard(*edits, way_back))


async def _change(desk: Desk, kind: ItemKind, item_id: int, values: Values) -> None:
    ctx, actor_id = desk.ctx, desk.actor_id
    if "name" in values:
        await goods.rename(ctx, actor_id, kind, item_id, values["name"])
    elif "sku" in values:
        await goods.set_sku(ctx, actor_id, item_id, values["sku"])
    else:
        await goods.put_into(ctx, actor_id, item_id, values["category_id"])


async def _categories(asked: Asked) -> list[Chip]:
    categories = await goods.items(asked.desk.ctx, ItemKind.CATEGORY)
    none = Chip(asked.say.label("owner-goods-without-category-id"), "", {"category_id": None})
    return [
        none,
        *(
            Chip(short(one.name), str(one.id), {"category_id": one.id})
            for one in categories[:MOST_CATEGORIES]
        ),
    ]


def _form(kind: ItemKind, tap: type[FormTap], asking: State, *more: Field) -> Form:
    return Form(
        name="goods",
        tap=tap,
        asking=asking,
        fields=(Field("name", text_by(partial(one_line, most=NAME_LENGTH))), *more),
        change=lambda desk, one, values: _change(desk, kind, one, values),
        hide=lambda desk, one, hidden: goods.hide(
            desk.ctx, desk.actor_id, kind, one, hidden=hidden
        ),
        show=lambda desk, one: _item(desk, kind, one),
        out=to_thing_or(Place.GOODS, tap),
    )


outlet_form = _form(ItemKind.OUTLET, OutletTap, GoodsForm.outlet)
category_form = _form(ItemKind.CATEGORY, CategoryTap, GoodsForm.category)
product_form = _form(
    ItemKind.PRODUCT,
    ProductTap,
    GoodsForm.product,
    Field("category_id", chips=_categories, width=2),
    Field("sku", text_by(partial(one_line, most=SKU_LENGTH)), (None,)),
)

FORMS = {
    ItemKind.OUTLET: outlet_form,
    ItemKind.CATEGORY: category_form,
    ItemKind.PRODUCT: product_form,
}
