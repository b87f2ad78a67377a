"""Charity: funds, what they are owed, and the proof for every donor."""

from services.charity import charity, payouts
from tests.handlers.owner.office import LONG, Office, picture


async def new_fund(office: Office) -> int:
    await office.go("owner-go-funds", "owner-fund-new")
    await office.answer("Приют «Хвост»", "Корм и лекарства")
    await office.tap("owner-fund-without-goal")
    (fund,) = await charity.funds(office.shop.ctx)
    return fund.id


async def test_a_fund_is_paid_once_and_every_donor_sees_the_proof(office: Office) -> None:
    shop = office.shop
    anna, vera = await shop.join(shop.anna), await shop.join(shop.vera)
    fund = await new_fund(office)
    await charity.give(shop.ctx, anna, fund, 60, key="anna")
    await charity.give(shop.ctx, vera, fund, 40, key="vera")

    await office.go("owner-go-funds")
    await office.me.tap("Приют")
    terms_money = (await charity.fund(shop.ctx, fund)).owed_money
    await office.tap("owner-fund-pay", money=terms_money)
    await office.answer("я заплатила")
    assert office.told("owner-need-proof")
    await office.me.send_document(b"%PDF-1.4", "payment.pdf", mime="application/pdf")
    screen = office.me.last["message_id"]
    await office.tap("owner-pay-yes", money=terms_money)
    await office.me.tap_data(f"ofp:paid:{fund}", screen)

    assert office.told("owner-paid", title="Приют «Хвост»", money=terms_money, points=100, donors=2)
    assert len(await payouts.made(shop.ctx, fund)) == 1
    assert (await charity.fund(shop.ctx, fund)).owed == 0
    for donor in (shop.anna, shop.vera):
        assert donor.last["document"]["file_name"] == "payment.pdf"


async def test_what_was_given_meanwhile_stays_owed(desk: Office) -> None:
    anna = await desk.shop.join(desk.shop.anna)
    fund = await new_fund(desk)
    await charity.give(desk.shop.ctx, anna, fund, 60, key="one")
    await desk.go("owner-go-funds")
    await desk.me.tap("Приют")
    await desk.me.tap("Выплачено")
    await charity.give(desk.shop.ctx, anna, fund, 15, key="two")
    await desk.me.send_photo(picture())
    await desk.me.tap("Выплачено 60")
    assert (await charity.fund(desk.shop.ctx, fund)).owed == 15
    assert "photo" in desk.shop.anna.last


async def test_fields_change_and_a_fund_hides(desk: Office) -> None:
    fund = await new_fund(desk)
    await desk.tap("owner-fund-title")
    await desk.answer(LONG)
    assert desk.told("error-bad-text", most=100)
    await desk.answer("Лес <b>&")
    await desk.tap("owner-fund-description")
    await desk.answer("Сажаем деревья")
    await desk.tap("owner-fund-goal")
    await desk.answer("0")
    assert desk.told("error-bad-number", least=1, most=1_000_000_000)
    await desk.answer("20 000")
    found = await charity.fund(desk.shop.ctx, fund)
    assert (found.title, found.description, found.goal) == ("Лес <b>&", "Сажаем деревья", 20_000)
    await desk.tap("owner-hide")
    assert await charity.funds(desk.shop.ctx) == []
    await desk.tap("owner-fund-history")
    assert desk.told("owner-payouts-none", title="Лес <b>&")


async def test_paying_what_is_not_owed_is_refused(desk: Office) -> None:
    fund = await new_fund(desk)
    await desk.me.tap_data(f"ofp:pay:{fund}", desk.me.last["message_id"])
    assert desk.me.alerts[-1] == desk.say.label("error-nothing-to-pay")


async def test_confirming_another_fund_pays_nobody(desk: Office) -> None:
    anna = await desk.shop.join(desk.shop.anna)
    fund = await new_fund(desk)
    await charity.give(desk.shop.ctx, anna, fund, 60, key="one")
    await desk.go("owner-go-funds")
    await desk.me.tap("Приют")
    await desk.me.tap("Выплачено")
    await desk.me.send_photo(picture())
    await desk.me.tap_data("ofp:paid:77", desk.me.last["message_id"])
    assert desk.me.alerts[-1] == desk.say.label("error-gone")
    assert await payouts.made(desk.shop.ctx, fund) == []
