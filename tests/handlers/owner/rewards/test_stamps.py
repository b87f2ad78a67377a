"""Stamp cards and goods in the owner's room."""

from services import goods
from services.enums import StampBy
from services.goods import ItemKind
from services.stamps import stamp_cards
from services.stamps.stamp_cards import CardView, NewCard
from tests.handlers.owner.office import LONG, Office


async def cards(office: Office) -> list[CardView]:
    return await stamp_cards.everything(office.shop.ctx, office.by)


async def test_the_sixth_coffee_is_free_in_a_few_taps(office: Office) -> None:
    await office.go("owner-go-stamps")
    assert office.sees(office.say.label("owner-stamps-none").partition("\n")[2])
    await office.tap("owner-stamp-new")
    await office.tap("owner-stamps-preset-coffee")
    screen = office.me.last["message_id"]
    await office.tap("owner-stamps-start")
    await office.me.tap_data("ost:save:0::", screen)
    (view,) = await cards(office)
    assert (view.card.by, view.card.needed, view.paused) == (StampBy.VISIT, 5, False)
    assert view.card.title == office.say.label("owner-stamps-preset-coffee-title")
    assert office.sees(office.say.label("owner-stamps-how", way=0, filled=0, used=0))


async def test_a_card_of_one_s_own_is_made_field_by_field(desk: Office) -> None:
    await desk.go("owner-go-goods")
    await desk.tap("owner-goods-kind", kind=ItemKind.CATEGORY, count=0)
    await desk.answer("Горячее <b>&\n\nВыпечка")
    hot = (await goods.items(desk.shop.ctx, ItemKind.CATEGORY))[1]
    await desk.go("owner-go-stamps", "owner-stamp-new", "owner-stamps-preset-own")
    await desk.tap("owner-stamp-title")
    await desk.answer(LONG)
    assert desk.told("error-bad-text", most=60)
    await desk.answer("Горячее <i>")
    await desk.tap("owner-stamp-reward")
    await desk.answer("Чай & лимон")
    await desk.tap("owner-stamp-by")
    await desk.answer("за всё")
    assert desk.told("owner-need-tap")
    await desk.tap("owner-stamp-by-category", name=hot.name)
    await desk.tap("owner-stamp-needed")
    await desk.answer("21")
    assert desk.told("error-bad-number", least=2, most=20)
    await desk.me.tap("7")
    await desk.tap("owner-stamp-least")
    await desk.answer("150,50")
    assert desk.sees("Горячее <b>&")
    assert desk.sees("150,50 ₽")
    await desk.tap("owner-stamp-life-days")
    await desk.tap("owner-stamp-for-ever")
    await desk.tap("owner-stamp-voucher-days")
    await desk.answer("21")
    await desk.tap("owner-stamps-start")
    (view,) = await cards(desk)
    assert view.target == "Горячее <b>&"
    assert view.card == NewCard(
        "Горячее <i>",
        "Чай & лимон",
        StampBy.CATEGORY,
        category_id=hot.id,
        needed=7,
        least=150_50,
        life_days=None,
        voucher_days=21,
    )


async def test_a_running_card_is_changed_paused_and_deleted(desk: Office) -> None:
    card = await stamp_cards.make(desk.shop.ctx, desk.by, NewCard("Кофе", "Кофе"))
    await desk.go("owner-go-stamps")
    await desk.me.tap("Кофе")
    await desk.me.tap_data(f"ost:edit:{card}:by:", desk.me.last["message_id"])
    assert desk.me.alerts[-1] == desk.say.label("error-gone")  # only a new card has the choice
    await desk.tap("owner-stamp-voucher-days")
    await desk.tap("button-back")
    await desk.tap("owner-stamp-needed")
    await desk.me.tap("9")
    await desk.tap("owner-stamp-title")
    await desk.answer("Чай")
    await desk.tap("owner-stamps-pause")
    (view,) = await cards(desk)
    assert (view.card.title, view.card.needed, view.paused) == ("Чай", 9, True)
    await desk.tap("owner-stamps-resume")
    assert not (await cards(desk))[0].paused
    await desk.tap("owner-stamps-delete")
    assert desk.told("owner-stamps-delete-ask", title="Чай", way=0)
    await desk.tap("owner-stamps-delete-yes")
    assert await cards(desk) == []
    await desk.me.tap_data(f"osc:pause:{card}", desk.me.last["message_id"])
    assert desk.me.alerts[-1] == desk.say.label("error-gone")
    await desk.go("owner-go-journal")
    assert desk.sees(desk.say.label("act-stamp-deleted", title="Чай"))
    assert desk.sees(
        desk.say.label("act-stamp-changed", title="Кофе", what=desk.say.label("owner-stamp-needed"))
    )


async def test_forged_and_stale_taps_make_nothing(desk: Office) -> None:
    await desk.go("owner-go-stamps", "owner-stamp-new", "owner-stamps-preset-coffee")
    screen = desk.me.last["message_id"]
    await desk.me.tap_data("osd:free", screen)
    assert desk.me.alerts[-1] == desk.say.label("owner-stale")
    await desk.me.tap_data("ost:edit:0:paused_at:", screen)
    assert desk.me.alerts[-1] == desk.say.label("error-gone")
    await desk.tap("owner-stamp-by")
    await desk.me.tap_data("ost:set:0:needed:5", screen)
    assert desk.me.alerts[-1] == desk.say.label("owner-stale")
    for code in ("5", "everything-1", "category-77"):
        await desk.me.tap_data(f"ost:set:0:by:{code}", screen)
        assert desk.me.alerts[-1] == desk.say.label("error-gone")
    await desk.tap("button-back")
    await desk.open()  # the card was left
    await desk.me.tap_data("ost:save:0::", screen)
    assert desk.me.alerts[-1] == desk.say.label("owner-stale")
    assert await cards(desk) == []


async def test_a_member_does_not_get_in(desk: Office) -> None:
    anna = desk.shop.anna
    await desk.shop.join(anna)
    for data in ("ost:new:0::", "ost:save:0::", "ogs:product:0"):
        await anna.tap_data(data, 1)
        assert anna.alerts[-1] == desk.shop.words.say("ru").label("error-not-owner")


async def test_goods_are_typed_renamed_put_away_and_numbered(office: Office) -> None:
    ctx = office.shop.ctx
    await office.go("owner-go-goods")
    await office.tap("owner-goods-kind", kind=ItemKind.CATEGORY, count=0)
    await office.answer("Кофе")
    await office.go("owner-go-goods")
    await office.tap("owner-goods-kind", kind=ItemKind.PRODUCT, count=0)
    await office.answer("Латте\nРаф", "Капучино")
    assert [item.name for item in await goods.items(ctx, ItemKind.PRODUCT)] == [
        "Капучино",
        "Латте",
        "Раф",
    ]
    await office.me.tap("Латте")
    await office.tap("owner-goods-category-id")
    await office.me.tap("Кофе")
    await office.tap("owner-goods-sku")
    await office.answer("4607-1")
    await office.tap("owner-goods-name")
    await office.answer("Латте 0,3")
    await office.tap("owner-hide")
    assert office.sees("4607-1")
    found = await goods.items(ctx, ItemKind.PRODUCT, with_hidden=True)
    latte = next(item for item in found if item.hidden)
    assert (latte.name, latte.category, latte.sku) == ("Латте 0,3", "Кофе", "4607-1")
    await office.tap("owner-show")
    await office.tap("owner-goods-sku")
    await office.tap("owner-goods-without-sku")
    assert (await goods.item(ctx, ItemKind.PRODUCT, latte.id)).sku is None
    await office.go("owner-go-journal")
    assert office.sees(office.say.label("act-goods-shown", title="Латте 0,3"))


async def test_a_long_list_has_pages_and_a_flood_is_refused(desk: Office) -> None:
    await desk.go("owner-go-goods")
    await desk.tap("owner-goods-kind", kind=ItemKind.OUTLET, count=0)
    await desk.answer("\n".join(f"Точка {number:02}" for number in range(31)))
    assert desk.told("owner-goods-too-many", most=30)
    await desk.answer("\n".join(f"Точка {number:02}" for number in range(10)))
    assert "Точка 00" in desk.labels
    await desk.me.tap("›")
    assert "Точка 09" in desk.labels
    await desk.me.tap("‹")
    assert "Точка 00" in desk.labels
    await desk.answer("/cancel")
    assert desk.told("owner-cancelled", flow="goods")
