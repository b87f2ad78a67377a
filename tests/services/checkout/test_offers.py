"""Offers at work: which a receipt uses, how often, and what becomes of them when it goes back."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from models.goods import Category
from models.offers import MemberOffer
from models.rewards import Voucher
from services import goods, programme
from services.checkout import purchases, quotes, redemptions
from services.earning import earning_rules
from services.enums import OfferKind, Schedule, VoucherStatus
from services.errors import Gone
from services.facts import Fact
from services.goods import ItemKind
from services.money import Money
from services.offers import member_offers, offer_editing, offer_runs, offer_views
from services.offers.errors import NeedsGoods, TooManyOffers
from services.offers.offer_editing import NewOffer
from services.offers.schedules import Plan
from services.parsing.errors import AmountTooLarge, BadAmount, BadNumber
from services.pricing.model import Conditions, Line, Together
from services.refunds import undoing
from services.rewards import vouchers
from services.segments.questions.tree import EVERYONE
from tests.cast import MONDAY, Shop
from tests.services.crowd import balance, rows, told

ALWAYS = Plan(Schedule.STANDING)
NOW = Plan(Schedule.ONCE, once_at=MONDAY)
RECEIPT = 100_000  # 1,000 roubles, which earn 30 points


def offer(kind: OfferKind, value: int, plan: Plan = NOW, **more: Any) -> NewOffer:
    everyone = EVERYONE
    return NewOffer(f"{kind} {value}", "Заходите!", kind, value, 7, everyone, plan, **more)


class Counter:
    """Anna's card at the till of Boris, and Olga's offers."""

    def __init__(self, shop: Shop, anna: int, boris: int, olga: int) -> None:
        self.shop, self.anna, self.boris, self.olga = shop, anna, boris, olga
        self.count = 0

    async def make(self, *offers: NewOffer) -> list[int]:
        made = [await offer_editing.make(self.shop.ctx, self.olga, one) for one in offers]
        await offer_runs.run_due(self.shop.ctx)
        return made

    async def buy(self, amount: int = RECEIPT, *lines: Line) -> purchases.Receipt:
        self.count += 1
        return await purchases.record(
            self.shop.ctx, self.boris, self.anna, amount, key=f"r{self.count}", lines=lines
        )

    async def used(self, *lines: Line) -> list[str]:
        """The titles of the offers that a receipt would use."""
        amount = sum(line.amount for line in lines) or RECEIPT
        quote = await quotes.make(self.shop.ctx, self.boris, self.anna, amount, lines=lines)
        return [used.title for used in quote.offers]

    async def view(self, offer_id: int) -> offer_views.OfferView:
        return await offer_views.show(self.shop.ctx, self.olga, offer_id)


@pytest.fixture
async def till(shop: Shop) -> Counter:
    await shop.unwatched()
    anna, boris = await shop.join(shop.anna), await shop.hire(shop.boris)
    return Counter(shop, anna, boris, await shop.identity(shop.olga))


async def test_the_best_one_wins_and_the_others_wait(till: Counter) -> None:
    await till.make(
        offer(OfferKind.PERCENT, 1_000), offer(OfferKind.AMOUNT, 15_000), offer(OfferKind.POINTS, 5)
    )
    receipt = await till.buy()
    assert receipt.paid == Money(85_000, "RUB")
    assert await till.used() == ["percent 1000"]
    assert await till.used(Line(10_000)) == ["percent 1000"]


@pytest.mark.parametrize(
    ("policy", "alone", "expected"),
    [
        (Together.BEST, False, ["amount 15000"]),
        (Together.ALL, False, ["percent 1000", "amount 15000"]),
        (Together.ALL, True, ["amount 15000"]),
    ],
)
async def test_the_owner_says_how_they_come_together(
    till: Counter, policy: Together, alone: bool, expected: list[str]
) -> None:
    await earning_rules.set_policy(till.shop.ctx, till.olga, offers=policy)
    await till.make(offer(OfferKind.PERCENT, 1_000), offer(OfferKind.AMOUNT, 15_000, alone=alone))
    assert await till.used() == expected


@pytest.mark.parametrize("plan", [NOW, ALWAYS])
async def test_it_is_used_as_often_as_it_says(till: Counter, plan: Plan) -> None:
    [offer_id] = await till.make(offer(OfferKind.PERCENT, 1_000, plan, uses=2))
    paid = [(await till.buy()).paid.minor for _ in range(3)]
    assert paid == [90_000, 90_000, 100_000]
    view = await till.view(offer_id)
    assert (view.used, view.discount) == (2, Money(20_000, "RUB"))
    assert view.given == (1 if plan is NOW else 0)


@pytest.mark.parametrize("plan", [NOW, ALWAYS])
async def test_without_a_limit_it_holds_for_every_receipt(till: Counter, plan: Plan) -> None:
    await till.make(offer(OfferKind.MULTIPLIER, 2, plan, uses=None))
    assert [(await till.buy()).points_earned for _ in range(3)] == [60, 60, 60]


@pytest.mark.parametrize("plan", [NOW, ALWAYS])
@pytest.mark.parametrize(("returns", "paid"), [(True, 90_000), (False, 100_000)])
async def test_it_comes_back_with_the_purchase_if_its_owner_says_so(
    till: Counter, plan: Plan, returns: bool, paid: int
) -> None:
    [offer_id] = await till.make(offer(OfferKind.PERCENT, 1_000, plan, returns=returns))
    receipt = await till.buy()
    await undoing.undo(till.shop.ctx, till.boris, receipt.purchase_id)
    assert (await till.view(offer_id)).discount == Money(0, "RUB")
    assert (await till.buy()).paid.minor == paid


@pytest.mark.parametrize("plan", [NOW, ALWAYS])
async def test_two_cashiers_at_once_use_it_once(till: Counter, plan: Plan) -> None:
    [offer_id] = await till.make(offer(OfferKind.AMOUNT, 10_000, plan))
    receipts = await asyncio.gather(*(till.buy() for _ in range(4)))
    assert sorted(receipt.paid.minor for receipt in receipts) == [90_000] + [100_000] * 3
    assert (await till.view(offer_id)).used == 1


async def test_a_discount_first_and_accumulation_then(till: Counter) -> None:
    first = Conditions(nth=frozenset({1}))
    second = Conditions(nth=frozenset({2}))
    await till.make(
        offer(OfferKind.PERCENT, 2_000, ALWAYS, conditions=first),
        offer(OfferKind.POINTS, 200, ALWAYS, conditions=second),
    )
    shown = [own.title for own in await member_offers.mine(till.shop.ctx, till.anna)]
    assert shown == ["percent 2000", "points 200"]
    bought = [await till.buy() for _ in range(3)]
    assert [(one.paid.minor, one.points_earned) for one in bought] == [
        (80_000, 24),
        (100_000, 230),
        (100_000, 30),
    ]
    assert await member_offers.mine(till.shop.ctx, till.anna) == []


async def test_points_with_a_condition_wait_for_the_purchase(till: Counter) -> None:
    rich = Conditions(least=RECEIPT)
    [offer_id] = await till.make(offer(OfferKind.POINTS, 50, conditions=rich))
    assert await balance(till.shop.ctx, till.anna) == 100
    [facts] = await told(till.shop.ctx, "notice-offer-points-later")
    assert facts["least"] == Money(RECEIPT, "RUB")
    [own] = await member_offers.mine(till.shop.ctx, till.anna)
    assert (own.value, own.uses_left, own.asked["least"]) == (50, 1, Money(RECEIPT, "RUB"))
    assert (await till.buy(RECEIPT - 100)).points_earned == 29
    assert (await till.buy()).points_earned == 80
    assert (await till.view(offer_id)).points == 50


@pytest.mark.parametrize("plan", [NOW, ALWAYS])
async def test_a_gift_is_handed_out_once(till: Counter, plan: Plan) -> None:
    """Undoing the purchase takes the gift back, so buying again gives no second one."""
    rich = Conditions(least=RECEIPT)
    [offer_id] = await till.make(offer(OfferKind.GIFT, 0, plan, conditions=rich))
    receipt = await till.buy()
    [ticket] = await vouchers.mine(till.shop.ctx, till.anna)
    await till.buy()
    assert len(await vouchers.mine(till.shop.ctx, till.anna)) == 1
    await undoing.undo(till.shop.ctx, till.boris, receipt.purchase_id)
    assert await vouchers.mine(till.shop.ctx, till.anna) == []
    await till.buy()
    [again] = await vouchers.mine(till.shop.ctx, till.anna)
    assert again.id != ticket.id
    await vouchers.accept(till.shop.ctx, till.boris, again.id)
    assert (await till.view(offer_id)).used == 1


async def test_a_gift_that_was_collected_is_used_up(till: Counter) -> None:
    rich = Conditions(least=RECEIPT)
    await till.make(offer(OfferKind.GIFT, 0, ALWAYS, conditions=rich))
    receipt = await till.buy()
    [ticket] = await vouchers.mine(till.shop.ctx, till.anna)
    await vouchers.accept(till.shop.ctx, till.boris, ticket.id)
    await undoing.undo(till.shop.ctx, till.boris, receipt.purchase_id)
    await till.buy()
    accepted = Voucher.status == VoucherStatus.ACCEPTED
    assert await rows(till.shop.ctx, Voucher) == 1
    assert await rows(till.shop.ctx, Voucher, accepted) == 1


async def test_what_was_agreed_pays_although_the_offer_ended(till: Counter) -> None:
    [offer_id] = await till.make(offer(OfferKind.PERCENT, 1_000, ALWAYS))
    asked = await redemptions.request(
        till.shop.ctx, till.boris, till.anna, RECEIPT, 100, key="spend"
    )
    assert asked.to_pay == Money(80_000, "RUB")
    await offer_editing.delete(till.shop.ctx, till.olga, offer_id)
    assert await till.used() == []
    done = await redemptions.approve(till.shop.ctx, till.anna, asked.redemption_id)
    assert (done.paid, done.points_spent) == (Money(80_000, "RUB"), 100)


async def test_standing_ones_are_terms_and_nobody_is_told(till: Counter) -> None:
    ctx = till.shop.ctx
    before = (await programme.current(ctx)).version
    [offer_id] = await till.make(offer(OfferKind.PERCENT, 1_000, ALWAYS, uses=None))
    terms = await programme.current(ctx)
    [standing] = terms.standing
    assert (standing.promise.offer_id, standing.uses) == (offer_id, None)
    await offer_editing.pause(ctx, till.olga, offer_id)
    await offer_editing.pause(ctx, till.olga, offer_id)
    assert (await programme.current(ctx)).standing == ()
    assert await till.used() == []
    await offer_editing.resume(ctx, till.olga, offer_id)
    assert await till.used() == ["percent 1000"]
    with pytest.raises(Gone):
        await offer_runs.run_now(ctx, till.olga, offer_id)
    await offer_editing.delete(ctx, till.olga, offer_id)
    after = await programme.current(ctx)
    assert (after.standing, after.version) == ((), before + 4)
    assert await rows(ctx, MemberOffer) == 0


async def test_only_so_many_hold_for_everybody_at_once(
    till: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(offer_editing, "MOST_STANDING", 1)
    one = offer(OfferKind.PERCENT, 1_000, ALWAYS)
    [first] = await till.make(one)
    with pytest.raises(TooManyOffers):
        await till.make(one)
    await offer_editing.pause(till.shop.ctx, till.olga, first)
    await till.make(one)
    with pytest.raises(TooManyOffers):
        await offer_editing.resume(till.shop.ctx, till.olga, first)


async def test_delivery_is_free_from_what_the_goods_cost(till: Counter) -> None:
    ctx = till.shop.ctx
    delivery = await goods.add(ctx, till.olga, ItemKind.CATEGORY, "Доставка")
    free = Conditions(categories=frozenset({delivery}), least=RECEIPT)
    await till.make(offer(OfferKind.DELIVERY, 0, ALWAYS, uses=None, conditions=free))
    brought = Line(30_000, category_id=delivery)
    assert await till.used(Line(RECEIPT - 1), brought) == []
    cake = Line(RECEIPT)
    assert await till.used(cake, brought) == ["delivery 0"]
    assert (await till.buy(130_000, cake, brought)).paid.minor == RECEIPT


async def test_every_kind_has_its_words(till: Counter) -> None:
    ctx = till.shop.ctx
    async with ctx.db.write() as session:
        coffee = Category(name="Кофе", created_at=MONDAY)
        session.add(coffee)
        await session.flush()
        some = Conditions(categories=frozenset({coffee.id}), least=50_000)
    expected: dict[OfferKind, tuple[int, Fact]] = {
        OfferKind.PERCENT: (1_500, 15),
        OfferKind.AMOUNT: (20_000, Money(20_000, "RUB")),
        OfferKind.BUNDLE: (3, 3),
        OfferKind.DELIVERY: (0, 0),
    }
    for kind, (value, shown) in expected.items():
        await till.make(offer(kind, value, conditions=some))
        [facts] = await told(ctx, f"notice-offer-{kind}")
        assert (facts["value"], facts["goods"]) == (shown, "Кофе")
        await till.shop.settle()
        assert "На что: Кофе.\nОт 500" in till.shop.anna.text.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("kind", "value", "error"),
    [
        (OfferKind.PERCENT, 99, BadNumber),
        (OfferKind.PERCENT, 150, BadNumber),
        (OfferKind.PERCENT, 10_100, BadNumber),
        (OfferKind.AMOUNT, 0, BadAmount),
        (OfferKind.AMOUNT, 10**15, AmountTooLarge),
        (OfferKind.BUNDLE, 1, BadNumber),
        (OfferKind.BUNDLE, 21, BadNumber),
        (OfferKind.DELIVERY, 0, NeedsGoods),
    ],
)
async def test_values_have_ranges(
    till: Counter, kind: OfferKind, value: int, error: type[Exception]
) -> None:
    with pytest.raises(error):
        await till.make(offer(kind, value))
    unknown = offer(OfferKind.POINTS, 5, conditions=Conditions(categories=frozenset({99})))
    with pytest.raises(Gone):
        await till.make(unknown)
    with pytest.raises(BadNumber):
        await till.make(replace(unknown, uses=0))
