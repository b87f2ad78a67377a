"""Goods: names on lists, each once, and who may change them."""

import pytest

from services import errors, goods
from services.goods import Shelf, Ware
from tests.cast import Shop


async def names(shop: Shop, shelf: Shelf, *, with_hidden: bool = False) -> list[str]:
    found = await goods.wares(shop.ctx, shelf, with_hidden=with_hidden)
    return [ware.name for ware in found]


@pytest.mark.parametrize("shelf", Shelf)
async def test_a_name_is_added_once_hidden_and_shown_again(shop: Shop, shelf: Shelf) -> None:
    olga = await shop.identity(shop.olga)
    first = await goods.add(shop.ctx, olga, shelf, "  Кофе   и чай ")
    assert await goods.add(shop.ctx, olga, shelf, "Кофе и чай") == first
    await goods.add(shop.ctx, olga, shelf, "Арбат")
    assert await names(shop, shelf) == ["Арбат", "Кофе и чай"]
    await goods.hide(shop.ctx, olga, shelf, first, hidden=True)
    assert await names(shop, shelf) == ["Арбат"]
    assert await names(shop, shelf, with_hidden=True) == ["Арбат", "Кофе и чай"]
    assert await goods.add(shop.ctx, olga, shelf, "Кофе и чай") == first
    await goods.rename(shop.ctx, olga, shelf, first, "Чай")
    assert await names(shop, shelf) == ["Арбат", "Чай"]


async def test_a_product_has_a_category_and_a_number(shop: Shop) -> None:
    olga = await shop.identity(shop.olga)
    hot = await goods.add(shop.ctx, olga, Shelf.CATEGORY, "Горячее")
    latte = await goods.add(shop.ctx, olga, Shelf.PRODUCT, "Латте")
    tea = await goods.add(shop.ctx, olga, Shelf.PRODUCT, "Чай")
    await goods.put_into(shop.ctx, olga, latte, hot)
    await goods.set_sku(shop.ctx, olga, latte, "4607")
    found = await goods.ware(shop.ctx, Shelf.PRODUCT, latte)
    assert found == Ware(latte, "Латте", hidden=False, category_id=hot, category="Горячее",
                         sku="4607")  # fmt: skip
    with pytest.raises(errors.SkuTaken):
        await goods.set_sku(shop.ctx, olga, tea, "4607")
    await goods.set_sku(shop.ctx, olga, latte, None)
    await goods.set_sku(shop.ctx, olga, tea, "4607")
    await goods.put_into(shop.ctx, olga, latte, None)
    assert (await goods.ware(shop.ctx, Shelf.PRODUCT, latte)).category is None
    await goods.hide(shop.ctx, olga, Shelf.CATEGORY, hot, hidden=True)
    with pytest.raises(errors.Gone):
        await goods.put_into(shop.ctx, olga, latte, hot)


async def test_only_an_owner_changes_what_exists(sqlite_shop: Shop) -> None:
    ctx = sqlite_shop.ctx
    boris = await sqlite_shop.hire(sqlite_shop.boris)
    olga = await sqlite_shop.identity(sqlite_shop.olga)
    latte = await goods.add(ctx, olga, Shelf.PRODUCT, "Латте")
    for act in (
        goods.add(ctx, boris, Shelf.PRODUCT, "Моё"),
        goods.rename(ctx, boris, Shelf.PRODUCT, latte, "Моё"),
        goods.hide(ctx, boris, Shelf.PRODUCT, latte, hidden=True),
        goods.put_into(ctx, boris, latte, None),
        goods.set_sku(ctx, boris, latte, "1"),
    ):
        with pytest.raises(errors.NotStaff):
            await act
    with pytest.raises(errors.Gone):
        await goods.rename(ctx, olga, Shelf.OUTLET, latte, "Нет такой")
    with pytest.raises(errors.BadText):
        await goods.add(ctx, olga, Shelf.OUTLET, "я" * 101)
