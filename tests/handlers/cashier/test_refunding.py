"""Refunds and moves at the till, tap by tap, in both languages."""

from collections.abc import AsyncIterator

import pytest

from handlers.cashier.refund_buttons import Bought
from models.people import Member
from models.till import PurchaseLine
from services.checkout import purchases, redemptions
from services.integrity import verify
from services.programme import refund_terms
from services.programme.model import Returns
from services.refunds import refunds
from tests.cast import Shop
from tests.handlers.cashier.counter import Counter, roubles


@pytest.fixture(params=["ru", "en"])
async def counter(request: pytest.FixtureRequest, sqlite_shop: Shop) -> AsyncIterator[Counter]:
    """Boris in either language; Anna has bought for 1,000."""
    shop = sqlite_shop
    shop.boris.language = request.param
    await shop.boris.start()
    await shop.hire(shop.boris)
    await shop.join(shop.anna)
    yield Counter(shop, shop.boris, shop.words.say(request.param, "Europe/Moscow"))
    assert shop.world.unanswered_taps == []
    assert (await verify.run(shop.ctx)).problems == ()


async def sold(counter: Counter, amount: int = 1000) -> int:
    """Anna buys; gives the purchase."""
    shop = counter.shop
    boris, anna = await shop.identity(shop.boris), await shop.member_id(shop.anna)
    key = shop.ctx.secrets.token()
    receipt = await purchases.record(shop.ctx, boris, anna, amount * 100, key=key)
    await shop.settle()
    return receipt.purchase_id


async def to_the_purchase(counter: Counter) -> None:
    """From the home of the till to its newest purchase."""
    await counter.cashier.send("/cashier")
    await counter.tap("till-refunds")
    await counter.cashier.tap("1")  # "1 000 ₽" or "₽1,000"


async def test_the_day_of_the_till_counts_what_is_left(counter: Counter) -> None:
    shop, ctx = counter.shop, counter.shop.ctx
    boris, anna = await shop.identity(shop.boris), await shop.member_id(shop.anna)
    asked = await redemptions.request(ctx, boris, anna, 600_00, 100, key="q")
    paid = (await redemptions.approve(ctx, anna, asked.redemption_id)).purchase_id
    await shop.settle()
    await counter.cashier.send("/cashier")
    assert counter.shows("till-points", earned=15, spent=100)
    await refunds.refund(ctx, boris, paid, amount=300_00, key="half")
    await shop.settle()
    await counter.cashier.send("/cashier")
    assert counter.shows("till-today", purchases=1, turnover=roubles(300))
    assert counter.shows("till-points", earned=8, spent=50)


async def test_a_whole_refund_from_the_till(counter: Counter) -> None:
    await sold(counter)
    await to_the_purchase(counter)
    await counter.tap("refund-all", left=roubles(1000))
    assert counter.shows("refund-money", paid=roubles(1000))
    assert counter.shows("refund-taken", points=30)
    assert counter.shows("refund-will-hold", balance=100)
    assert await counter.points(counter.shop.anna) == 130
    await counter.tap("refund-do")
    assert counter.shows("refund-done", name="Анна", amount=roubles(1000))
    assert await counter.points(counter.shop.anna) == 100
    assert "Возврат на 1 000 ₽" in counter.shop.anna.text.replace("\u00a0", " ")
    await counter.cashier.send("/cashier")
    await counter.tap("till-refunds")
    assert "Анна" in counter.cashier.text  # it stands there, and opens no more
    assert counter.cashier.buttons == [[counter.say.label("till-back")]]


async def test_an_amount_is_typed_and_typed_again(counter: Counter) -> None:
    await sold(counter)
    await to_the_purchase(counter)
    await counter.tap("refund-part")
    for typed in ("ой", "0"):
        await counter.cashier.send(typed)
        assert counter.shows("error-bad-amount", text=typed)
    await counter.cashier.send("1000,01")
    assert counter.shows("error-refund-too-large", left=roubles(1000))
    await counter.cashier.send("400")
    await counter.cashier.send("500")
    await counter.tap("refund-do")
    assert counter.shows("refund-done", name="Анна", amount=roubles(500))
    assert await counter.points(counter.shop.anna) == 115
    await counter.tap("refund-more")
    assert counter.shows("refund-left", left=roubles(500))
    await counter.cashier.send("/cashier")
    assert counter.shows(
        "till-line",
        name="Анна",
        amount=roubles(1000),
        earned=30,
        spent=0,
        back=True,
        refunded=roubles(500),
    )


async def test_one_line_and_some_of_its_pieces(counter: Counter) -> None:
    bought = await sold(counter)
    async with counter.shop.ctx.db.write() as session:
        for title, pieces, amount in (("Латте", 3, 600_00), ("<b>Торт", 1, 400_00)):
            session.add(
                PurchaseLine(
                    purchase_id=bought,
                    title=title,
                    quantity=pieces,
                    amount=amount,
                    discount=0,
                    paid=amount,
                    points_earned=amount * 3 // 10_000,
                )
            )
    await to_the_purchase(counter)
    await counter.tap("refund-lines")
    await counter.cashier.tap("Латте")
    assert counter.shows("refund-how-many", title="Латте", pieces=3, left=roubles(600))
    await counter.cashier.tap("2")
    assert counter.shows("refund-money", paid=roubles(400))
    await counter.tap("refund-do")
    assert counter.shows("refund-taken", points=12)
    await counter.tap("refund-more")
    await counter.tap("refund-lines")
    await counter.cashier.tap("<b>Торт")
    await counter.tap("refund-do")
    assert await counter.points(counter.shop.anna) == 100 + 30 - 24


async def test_a_second_tap_and_a_forged_one_change_nothing(counter: Counter) -> None:
    bought = await sold(counter)
    now = int(counter.shop.clock.now().timestamp())
    await to_the_purchase(counter)
    screen = counter.cashier.last["message_id"]
    tap = counter.cashier.tap_data
    for _ in range(2):
        await tap(f"rf:d:{bought}:0:{now}:0:30000", screen)
        assert counter.shows("refund-done", name="Анна", amount=roubles(300))
    await tap(f"rf:d:{bought}:0:{now}:0:20000", screen)
    assert counter.alerted("error-purchase-changed")
    await tap(f"rf:d:{bought}:30000:{now}:0:99999999", screen)
    assert counter.alerted("error-refund-too-large", left=roubles(700))
    await tap(f"rf:k:{bought}:30000:{now}:77:100", screen)
    assert counter.alerted("error-gone")
    await tap(f"rf:p:{bought}:30000:{now}:77:100", screen)
    assert counter.alerted("error-gone")
    await tap(f"rf:d:424242:0:{now}:0:0", screen)
    assert counter.alerted("error-gone")
    await tap(f"rf:d:{bought}:0:{now}:0:-5", screen)
    await tap(f"rf:d:{bought}:30000:{now - 601}:0:0", screen)
    assert counter.alerted("refund-stale")
    assert await counter.points(counter.shop.anna) == 121
    guest = counter.shop.anna
    await guest.send("/balance")
    await guest.tap_data(f"rf:d:{bought}:30000:{now}:0:0", guest.last["message_id"])
    assert "владел" in guest.alerts[-1]
    assert await counter.points(counter.shop.anna) == 121


async def test_after_some_days_the_owner_does_it(counter: Counter) -> None:
    bought = await sold(counter)
    await counter.shop.later(days=15)
    await counter.cashier.send("/cashier")
    await counter.tap("till-refunds")
    await counter.cashier.tap("1")
    assert counter.alerted("error-too-late-to-refund", days=14)
    olga, say = counter.shop.olga, counter.shop.words.say("ru", "Europe/Moscow")
    await olga.start()
    await olga.send("/cashier")
    await olga.tap(say.label("till-refunds"))
    await olga.tap("Анна")
    await olga.tap("Вернуть всё")
    await olga.tap(say.label("refund-do"))
    assert "Возврат на 1 000 ₽" in olga.text.replace("\u00a0", " ")
    assert bought


@pytest.mark.parametrize("debts", [True, False])
async def test_what_will_be_owed_or_let_go_is_said_before(counter: Counter, debts: bool) -> None:
    shop, ctx = counter.shop, counter.shop.ctx
    await refund_terms.change(ctx, await shop.identity(shop.olga), Returns(debts=debts))
    await sold(counter)
    await counter.give_away(shop.anna, 120)
    await shop.settle()
    await to_the_purchase(counter)
    await counter.tap("refund-all", left=roubles(1000))
    key = "refund-owed" if debts else "refund-forgiven"
    assert counter.shows(key, points=20)
    assert counter.shows("refund-will-hold", balance=-20 if debts else 0)
    await counter.tap("refund-do")
    assert counter.shows(key, points=20)
    assert ("Ещё 20 баллов уже потрачены" in shop.anna.text) is debts
    assert ("20 баллов за неё уже потрачены: магазин их прощает" in shop.anna.text) is not debts
    await counter.scan(shop.anna)
    assert counter.shows("card-debt", points=20) is debts


async def test_from_the_guest_s_screen_and_from_the_receipt(counter: Counter) -> None:
    shop = counter.shop
    await counter.scan(shop.anna)
    await counter.tap("guest-purchases")
    assert counter.shows("bought-none")
    await counter.scan(shop.anna)
    await counter.cashier.send("1000")
    await counter.tap("quote-spend-none", points=30)
    await counter.tap("receipt-back")
    assert counter.shows("refund-purchase", name="Анна", amount=roubles(1000), at=shop.clock.now())
    await counter.scan(shop.anna)
    await counter.tap("guest-purchases")
    await counter.cashier.tap("Анна · ")
    await counter.tap("refund-all", left=roubles(1000))
    await counter.tap("refund-do")
    assert await counter.points(shop.anna) == 100


@pytest.mark.parametrize("way", ["code", "phone", "photo", "link"])
async def test_a_purchase_moves_to_another_card(counter: Counter, way: str) -> None:
    shop = counter.shop
    vera = await shop.join(shop.vera)
    await sold(counter)
    await to_the_purchase(counter)
    await counter.tap("move-start")
    await counter.cashier.send("кому-то")
    assert counter.shows("move-not-found")
    if way == "code":
        await counter.cashier.send(await counter.code(shop.vera))
    elif way == "phone":
        async with shop.ctx.db.write() as session:
            (await session.get_one(Member, vera)).phone = "+79161234567"
        await counter.cashier.send("+7 916 123-45-67")
    elif way == "photo":
        await counter.cashier.send_photo(await counter.qr(shop.vera))
    else:
        await counter.scan(shop.vera)
    assert counter.shows(
        "move-confirm", amount=roubles(1000), at=shop.clock.now(), name="Анна", to="Vera"
    )
    await counter.tap("move-do")
    assert counter.shows(
        "move-done", amount=roubles(1000), name="Анна", to="Vera", taken=30, earned=30
    )
    assert (await counter.points(shop.anna), await counter.points(shop.vera)) == (100, 130)
    assert "перенесли на другую карту" in shop.anna.text
    assert "130" in shop.vera.text


async def test_a_purchase_that_stays_says_why_before_it_is_tapped(counter: Counter) -> None:
    shop, ctx = counter.shop, counter.shop.ctx
    boris, anna = await shop.identity(shop.boris), await shop.member_id(shop.anna)
    asked = await redemptions.request(ctx, boris, anna, 500_00, 50, key="q")
    paid = (await redemptions.approve(ctx, anna, asked.redemption_id)).purchase_id
    plain = await sold(counter)
    await refunds.refund(ctx, boris, plain, amount=300_00, key="part")
    await to_the_purchase(counter)
    screen = counter.cashier.last["message_id"]
    for purchase, key in ((plain, "error-partly-refunded"), (paid, "error-paid-with-points")):
        await counter.cashier.tap_data(Bought(purchase=purchase).pack(), screen)
        assert counter.shows(key)
        assert [counter.say.label("move-start")] not in counter.cashier.buttons


async def test_what_cannot_move_says_why(counter: Counter) -> None:
    shop, ctx = counter.shop, counter.shop.ctx
    boris, anna = await shop.identity(shop.boris), await shop.member_id(shop.anna)
    own = await shop.join(shop.boris)
    vera = await shop.join(shop.vera)
    asked = await redemptions.request(ctx, boris, anna, 500_00, 50, key="q")
    paid = (await redemptions.approve(ctx, anna, asked.redemption_id)).purchase_id
    plain = await sold(counter)
    now = int(shop.clock.now().timestamp())
    await to_the_purchase(counter)
    screen = counter.cashier.last["message_id"]
    for purchase, to, key in (
        (paid, vera, "error-paid-with-points"),
        (plain, anna, "error-same-member"),
        (plain, own, "error-own-card"),
        (plain, 424242, "error-gone"),
    ):
        await counter.cashier.tap_data(f"mv:{purchase}:{now}:{to}", screen)
        assert counter.alerted(key)
    await counter.tap("move-start")
    await counter.scan(shop.boris)
    assert counter.shows("error-own-card")
    await counter.cashier.send("/cancel")
    assert counter.shows("till-left-purchase")
