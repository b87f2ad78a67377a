"""Coupons: which copies are some, who may see them, and whether they can still be used."""

import asyncio
from dataclasses import dataclass
from datetime import date, time
from typing import Any

import pytest
from alembic import command
from sqlalchemy import select

from app.database import alembic_config, migrate
from models.offers import MemberOffer
from services import goods
from services.checkout import purchases, shown_coupons, typed_codes
from services.checkout.shown_coupons import Presented
from services.context import Context
from services.enums import OfferKind
from services.errors import Gone, NotYours
from services.fraud import fraud_limits
from services.fraud.errors import TooManyCodes
from services.goods import ItemKind
from services.members.errors import MemberNotFound
from services.money import Money
from services.offers import coupons, member_offers, offer_editing
from services.offers.coupons import Coupon, State
from services.pricing.model import Conditions
from services.profiles import leaving
from services.refunds import undoing
from services.rewards import rewards, ticket_codes, vouchers
from services.rewards.errors import VoucherUnknown
from services.rewards.vouchers import Ticket
from services.staff import workplaces
from services.staff.errors import NotStaff
from tests.cast import CountedSecrets, Shop
from tests.engines import fast_database
from tests.services.crowd import queued
from tests.services.offers.given_coupons import TITLE, coupon_of, hand_out

MONDAY = 0
TUESDAY = 1


@dataclass
class Counter:
    """Anna with her coupon, and Boris at the till."""

    shop: Shop
    anna: int
    boris: int
    olga: int

    async def coupon(self, **asked: Any) -> Coupon:
        conditions = Conditions(**asked)
        await hand_out(self.shop, conditions=conditions)
        return await coupon_of(self.shop, self.anna)

    async def state(self, coupon: Coupon) -> State:
        """As the till finds it."""
        return (await shown_coupons.look(self.shop.ctx, self.boris, coupon.token)).coupon.state

    async def type(self, code: str) -> Ticket | Presented:
        return await typed_codes.find(self.shop.ctx, self.boris, code)

    async def voucher(self) -> Ticket:
        ctx = self.shop.ctx
        reward = await rewards.add(ctx, self.olga, rewards.NewReward("Капучино", 80))
        return await vouchers.request(ctx, self.anna, reward, key="coffee")


@pytest.fixture
async def till(shop: Shop) -> Counter:
    anna, boris = await shop.join(shop.anna), await shop.hire(shop.boris)
    return Counter(shop, anna, boris, await shop.identity(shop.olga))


async def test_what_is_used_at_the_till_has_a_code_and_a_link(till: Counter) -> None:
    coupon = await till.coupon(least=500_00)
    assert (coupon.title, coupon.value, coupon.uses_left) == (TITLE, 20, 1)
    assert coupon.asked["least"] == Money(500_00, "RUB")
    assert (coupon.since, coupon.until) == (None, date(2026, 3, 9))
    assert set(ticket_codes.plain(coupon.code)) <= set(ticket_codes.ALPHABET)
    [message] = await queued(till.shop.ctx, "notice-offer-percent")
    assert message.buttons == [[["button-show-coupon", "coupon", coupon.id]]]


@pytest.mark.parametrize(
    ("kind", "asked", "is_coupon"),
    [
        (OfferKind.POINTS, Conditions(), False),
        (OfferKind.POINTS, Conditions(least=1), True),
        (OfferKind.GIFT, Conditions(), False),
        (OfferKind.GIFT, Conditions(least=1), True),
        (OfferKind.MULTIPLIER, Conditions(), True),
    ],
)
async def test_what_came_with_its_message_is_no_coupon(
    till: Counter, kind: OfferKind, asked: Conditions, is_coupon: bool
) -> None:
    await hand_out(till.shop, kind, 5, conditions=asked)
    async with till.shop.ctx.db.read() as session:
        [copy] = (await session.scalars(select(MemberOffer))).all()
    assert (copy.code is not None, copy.token is not None) == (is_coupon, is_coupon)
    mine = await member_offers.mine(till.shop.ctx, till.anna)
    assert [own.coupon_id for own in mine if own.coupon_id] == ([copy.id] if is_coupon else [])
    if not is_coupon:
        with pytest.raises(Gone):
            await coupons.show(till.shop.ctx, till.anna, copy.id)


async def test_it_opens_for_its_member_alone(till: Counter) -> None:
    coupon = await till.coupon()
    ctx, vera = till.shop.ctx, await till.shop.join(till.shop.vera)
    assert await coupons.own(ctx, till.anna, coupon.token) == coupon
    assert await coupons.own(ctx, vera, coupon.token) is None
    assert await coupons.own(ctx, till.anna, "token-of-nobody") is None
    with pytest.raises(NotYours):
        await coupons.show(ctx, vera, coupon.id)
    with pytest.raises(Gone):
        await coupons.show(ctx, till.anna, coupon.id + 1)


async def test_the_till_finds_it_by_its_link_and_by_its_code(till: Counter) -> None:
    coupon = await till.coupon()
    by_link = await shown_coupons.look(till.shop.ctx, till.boris, coupon.token)
    assert by_link.coupon == coupon
    assert by_link.customer.member_id == till.anna
    for typed in (coupon.code, coupon.code.lower(), f" {ticket_codes.plain(coupon.code)} "):
        assert await till.type(typed) == by_link


async def test_only_for_staff(till: Counter) -> None:
    coupon = await till.coupon()
    anna = await till.shop.identity(till.shop.anna)
    with pytest.raises(NotStaff):
        await shown_coupons.look(till.shop.ctx, anna, coupon.token)
    with pytest.raises(NotStaff):
        await typed_codes.find(till.shop.ctx, anna, coupon.code)


async def test_a_link_or_code_of_nothing(till: Counter) -> None:
    coupon = await till.coupon()
    for token in ("token-of-nobody", ticket_codes.plain(coupon.code), ""):
        with pytest.raises(VoucherUnknown):
            await shown_coupons.look(till.shop.ctx, till.boris, token)
    for typed in ("ACDE-FGHJ", coupon.token, ""):
        with pytest.raises(VoucherUnknown):
            await till.type(typed)


async def test_wrong_codes_stop_the_right_ones_of_both_kinds(till: Counter) -> None:
    await fraud_limits.change(till.shop.ctx, till.olga, "codes", 2)
    coupon, ticket = await till.coupon(), await till.voucher()
    for _ in range(2):
        assert isinstance(await till.type(coupon.code), Presented)
        assert isinstance(await till.type(ticket.code), Ticket)
        with pytest.raises(VoucherUnknown):
            await till.type("ACDE-FGHJ")
    for code in (coupon.code, ticket.code):
        with pytest.raises(TooManyCodes):
            await till.type(code)
    assert await till.state(coupon) is State.READY


async def test_it_is_used_by_a_receipt_and_comes_back_with_its_undoing(till: Counter) -> None:
    coupon = await till.coupon()
    receipt = await purchases.record(till.shop.ctx, till.boris, till.anna, 1000_00, key="r1")
    assert receipt.discount == Money(200_00, "RUB")
    assert await till.state(coupon) is State.USED
    assert (await coupons.show(till.shop.ctx, till.anna, coupon.id)).over
    await undoing.undo(till.shop.ctx, till.boris, receipt.purchase_id)
    assert await till.state(coupon) is State.READY


async def test_it_ends_with_its_last_day(till: Counter) -> None:
    coupon = await till.coupon(last_day=date(2026, 3, 4))
    assert coupon.until == date(2026, 3, 4)
    await till.shop.later(days=2)
    assert await till.state(coupon) is State.READY
    await till.shop.later(days=1)
    assert await till.state(coupon) is State.EXPIRED
    receipt = await purchases.record(till.shop.ctx, till.boris, till.anna, 1000_00, key="r1")
    assert receipt.discount.minor == 0


@pytest.mark.parametrize(
    ("hours", "state"), [(37, State.READY), (38, State.EXPIRED)], ids=["01:00", "02:00"]
)
async def test_a_night_belongs_to_the_day_on_which_it_began(
    till: Counter, hours: int, state: State
) -> None:
    """From Monday noon to the night after Tuesday, the last day."""
    coupon = await till.coupon(last_day=date(2026, 3, 3), since=time(20), until=time(2))
    await till.shop.later(hours=hours)
    assert await till.state(coupon) is state
    receipt = await purchases.record(till.shop.ctx, till.boris, till.anna, 1000_00, key="r1")
    assert bool(receipt.discount.minor) is (state is State.READY)


async def test_it_ends_with_its_copy(till: Counter) -> None:
    coupon = await till.coupon()
    await till.shop.later(days=7)
    assert await till.state(coupon) is State.READY
    await till.shop.later(days=1)
    assert await till.state(coupon) is State.EXPIRED


async def test_before_its_first_day(till: Counter) -> None:
    coupon = await till.coupon(first_day=date(2026, 3, 3))
    assert (coupon.state, coupon.since) == (State.EARLY, date(2026, 3, 3))
    assert await till.state(coupon) is State.EARLY
    await till.shop.later(days=1)
    assert await till.state(coupon) is State.READY


@pytest.mark.parametrize(
    ("asked", "state"),
    [
        ({"weekdays": frozenset({TUESDAY})}, State.UNFIT),
        ({"weekdays": frozenset({MONDAY})}, State.READY),
        ({"since": time(16), "until": time(18)}, State.UNFIT),
        ({"since": time(12), "until": time(18)}, State.READY),
        ({"nth": frozenset({2})}, State.UNFIT),
        ({"nth": frozenset({1})}, State.READY),
        ({"least": 10_000_00}, State.READY),  # what is bought is not known yet
    ],
)
async def test_whether_it_is_for_this_moment_is_the_till_s_to_say(
    till: Counter, asked: dict[str, Any], state: State
) -> None:
    coupon = await till.coupon(**asked)
    assert coupon.state is State.READY
    assert await till.state(coupon) is state


async def test_one_for_another_outlet(till: Counter) -> None:
    ctx = till.shop.ctx
    here, there = [
        await goods.add(ctx, till.olga, ItemKind.OUTLET, name) for name in ("Арбат", "Тверская")
    ]
    coupon = await till.coupon(outlets=frozenset({there}))
    await workplaces.choose(ctx, till.boris, here)
    assert await till.state(coupon) is State.UNFIT
    await workplaces.choose(ctx, till.boris, there)
    assert await till.state(coupon) is State.READY


async def test_goods_are_not_known_before_the_receipt(till: Counter) -> None:
    coffee = await goods.add(till.shop.ctx, till.olga, ItemKind.CATEGORY, "Кофе")
    coupon = await till.coupon(categories=frozenset({coffee}))
    assert coupon.asked["goods"] == "Кофе"
    assert await till.state(coupon) is State.READY


async def test_whoever_has_it_keeps_it_when_its_offer_stops(till: Counter) -> None:
    offer_id = await hand_out(till.shop)
    coupon = await coupon_of(till.shop, till.anna)
    await offer_editing.pause(till.shop.ctx, till.olga, offer_id)
    assert await till.state(coupon) is State.READY
    await offer_editing.delete(till.shop.ctx, till.olga, offer_id)
    assert await till.state(coupon) is State.READY
    receipt = await purchases.record(till.shop.ctx, till.boris, till.anna, 1000_00, key="r1")
    assert receipt.discount == Money(200_00, "RUB")


async def test_one_of_somebody_who_left(till: Counter) -> None:
    coupon = await till.coupon()
    await leaving.leave(till.shop.ctx, till.anna)
    with pytest.raises(MemberNotFound):
        await shown_coupons.look(till.shop.ctx, till.boris, coupon.token)
    with pytest.raises(MemberNotFound):
        await till.type(coupon.code)


async def test_it_is_among_one_s_own_data(till: Counter) -> None:
    coupon = await till.coupon()
    [own] = (await leaving.export(till.shop.ctx, till.anna))["offers"]
    assert (own["title"], own["coupon_code"], own["used_at"]) == (TITLE, coupon.code, None)


async def test_copies_from_before_there_were_coupons_become_some(
    till: Counter, database_url: str
) -> None:
    shop = till.shop
    vera = await shop.join(shop.vera)
    await hand_out(shop)
    await hand_out(shop, OfferKind.POINTS, 5)
    await asyncio.to_thread(command.downgrade, alembic_config(database_url), "0002")
    await asyncio.to_thread(migrate, database_url)
    database = fast_database(database_url)
    ctx = Context(database, shop.clock, CountedSecrets(1000))
    async with database.read() as session:
        copies = (await session.scalars(select(MemberOffer).order_by(MemberOffer.id))).all()
        ours = [copy for copy in copies if copy.code is not None and copy.token is not None]
    assert [copy.member_id for copy in ours] == [till.anna, vera]
    assert len(copies) == 4
    for copy in ours:
        assert copy.code is not None
        found = await typed_codes.find(ctx, till.boris, copy.code)
        assert isinstance(found, Presented)
        assert found.coupon.token == copy.token
        assert found.customer.member_id == copy.member_id
    await database.close()
