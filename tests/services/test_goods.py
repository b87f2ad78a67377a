"""Goods: names on lists, each once, and who may change them."""

import pytest

from services import goods
from services.errors import Gone
from services.goods import Item, ItemKind, SkuTaken
from services.parsing.errors import BadText
from services.staff.errors import NotStaff
from tests.cast import Shop


async def names(shop: Shop, kind: ItemKind, *, with_hidden: bool = False) -> list[str]:
    found = await goods.items(shop.ctx, kind, with_hidden=with_hidden)
    return [item.name for item in found]


@pytest.mark.parametrize("kind", ItemKind)
async def test_a_name_is_added_once_hidden_and_shown_again(shop: Shop, kind: ItemKind) -> None:
    olga = await shop.identity(shop.olga)
    first = await goods.add(shop.ctx, olga, kind, "  Кофе   и чай ")
    assert await goods.add(shop.ctx, olga, kind, "Кофе и чай") == first
    await goods.add(shop.ctx, olga, kind, "Арбат")
    assert await names(shop, kind) == ["Арбат", "Кофе и чай"]
    await goods.hide(shop.ctx, olga, kind, first, hidden=True)
    assert await names(shop, kind) == ["Арбат"]
    assert await names(shop, kind, with_hidden=True) == ["Арбат", "Кофе и чай"]
    assert await goods.add(shop.ctx, olga, kind, "Кофе и чай") == first
    await goods.rename(shop.ctx, olga, kind, first, "Чай")
    assert await names(shop, kind) == ["Арбат", "Чай"]


async def test_a_product_has_a_category_and_a_number(shop: Shop) -> None:
    olga = await shop.identity(shop.olga)
    hot = await goods.add(shop.ctx, olga, ItemKind.CATEGORY, "Горячее")
    latte = await goods.add(shop.ctx, olga, ItemKind.PRODUCT, "Латте")
    tea = await goods.add(shop.ctx, olga, ItemKind.PRODUCT, "Чай")
    await goods.put_into(shop.ctx, olga, latte, hot)
    await goods.set_sku(shop.ctx, olga, latte, "4607")
    found = await goods.item(shop.ctx, ItemKind.PRODUCT, latte)
    assert found == Item(latte, "Латте", hidden=False, category_id=hot, category="Горячее",
                         sku="4607")  # fmt: skip
    with pytest.raises(SkuTaken):
        await goods.set_sku(shop.ctx, olga, tea, "4607")
    await goods.set_sku(shop.ctx, olga, latte, None)
    await goods.set_sku(shop.ctx, olga, tea, "4607")
    await goods.put_into(shop.ctx, olga, latte, None)
    assert (await goods.item(shop.ctx, ItemKind.PRODUCT, latte)).category is None
    await goods.hide(shop.ctx, olga, ItemKind.CATEGORY, hot, hidden=True)
    with pytest.raises(Gone):
        await goods.put_into(shop.ctx, olga, latte, hot)


async def test_only_an_owner_changes_what_exists(sqlite_shop: Shop) -> None:
    ctx = sqlite_shop.ctx
    boris = await sqlite_shop.hire(sqlite_shop.boris)
    olga = await sqlite_shop.identity(sqlite_shop.olga)
    latte = await goods.add(ctx, olga, ItemKind.PRODUCT, "Латте")
    for act in (
        goods.add(ctx, boris, ItemKind.PRODUCT, "Моё"),
        goods.rename(ctx, boris, ItemKind.PRODUCT, latte, "Моё"),
        goods.hide(ctx, boris, ItemKind.PRODUCT, latte, hidden=True),
        goods.put_into(ctx, boris, latte, None),
        goods.set_sku(ctx, boris, latte, "1"),
    ):
        with pytest.raises(NotStaff):
            await act
    with pytest.raises(Gone):
        await goods.rename(ctx, olga, ItemKind.OUTLET, latte, "Нет такой")
    with pytest.raises(BadText):
        await goods.add(ctx, olga, ItemKind.OUTLET, "я" * 101)
