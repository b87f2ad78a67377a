"""Stamps of purchases that go back: undone, refunded, expired or handed out meanwhile."""

import asyncio
from datetime import timedelta
from functools import partial

from services import goods
from services.enums import StampBy, VoucherStatus
from services.goods import ItemKind
from services.pricing.model import Line
from services.refunds import refunds, undoing
from services.rewards import vouchers
from services.rewards.errors import VoucherUsed
from services.stamps import stamp_cards
from services.stamps.stamp_cards import NewCard
from services.stamps.stamp_returns import Taken
from tests.cast import Shop
from tests.services.crowd import told
from tests.services.stamps.stamp_counter import COFFEE, Counter


async def test_undo_takes_the_stamp_and_says_so(shop: Shop) -> None:
    till = await Counter.open(shop, COFFEE)
    await till.sell()
    undone = await undoing.undo(shop.ctx, till.boris, await till.sell())
    assert undone.stamps == (Taken("Кофе", count=1, vouchers=0, used=False),)
    assert await till.stamps() == [1]
    (said,) = await told(shop.ctx, "notice-stamps-taken")
    assert (said["count"], said["stamps"], said["vouchers"]) == (1, 1, 0)
    assert await till.adds_up()


async def test_undo_cancels_a_voucher_that_waits_and_the_rest_returns(shop: Shop) -> None:
    till = await Counter.open(shop, COFFEE)
    last = await till.sell(times=3)
    (gift,) = await till.gifts()
    undone = await undoing.undo(shop.ctx, till.boris, last)
    assert undone.stamps == (Taken("Кофе", count=1, vouchers=1, used=False),)
    assert (await till.stamps(), await till.gifts()) == ([2], [])
    ticket = await vouchers.show(shop.ctx, till.anna, gift)
    assert ticket.status is VoucherStatus.CANCELLED
    (view,) = await stamp_cards.everything(shop.ctx, till.olga)
    assert view.filled == 0
    await till.sell()
    assert len(await till.gifts()) == 1
    assert await till.adds_up()


async def test_an_earlier_purchase_of_a_waiting_voucher_takes_it_along(shop: Shop) -> None:
    till = await Counter.open(shop, COFFEE)
    first = await till.sell()
    await till.sell(times=2)
    await undoing.undo(shop.ctx, till.boris, first)
    assert (await till.stamps(), await till.gifts()) == ([2], [])


async def test_a_voucher_that_was_used_stays_used(shop: Shop) -> None:
    till = await Counter.open(shop, COFFEE)
    last = await till.sell(times=3)
    (gift,) = await till.gifts()
    await vouchers.accept(shop.ctx, till.boris, gift)
    undone = await undoing.undo(shop.ctx, till.boris, last)
    assert undone.stamps == (Taken("Кофе", count=0, vouchers=0, used=True),)
    assert await till.stamps() == [0]
    ticket = await vouchers.show(shop.ctx, till.anna, gift)
    assert ticket.status is VoucherStatus.ACCEPTED
    assert await told(shop.ctx, "notice-stamps-taken") == []
    assert await till.adds_up()


async def test_handing_out_and_undoing_at_once_end_in_one_of_them(shop: Shop) -> None:
    till = await Counter.open(shop, COFFEE)
    last = await till.sell(times=3)
    (gift,) = await till.gifts()
    accepted, undone = await asyncio.gather(
        vouchers.accept(shop.ctx, till.boris, gift),
        undoing.undo(shop.ctx, till.boris, last),
        return_exceptions=True,
    )
    assert isinstance(undone, undoing.Undone)
    if isinstance(accepted, VoucherUsed):
        assert (undone.stamps[0].vouchers, await till.stamps()) == (1, [2])
    else:
        assert not isinstance(accepted, BaseException)
        assert (undone.stamps[0].used, await till.stamps()) == (True, [0])
    assert await till.adds_up()


async def test_a_line_that_goes_back_takes_its_pieces(shop: Shop) -> None:
    olga = await shop.identity(shop.olga)
    hot = await goods.add(shop.ctx, olga, ItemKind.CATEGORY, "Горячее")
    card = NewCard("Горячее", "Чай", StampBy.CATEGORY, category_id=hot, needed=5)
    till = await Counter.open(shop, card)
    purchase = await till.sell_lines(Line(600_00, 3, hot), Line(1000_00, 1))
    assert await till.refund(purchase, 199_99, 1000_00) == []
    assert await till.refund(purchase, 1) == [1]
    assert await till.stamps() == [2]
    assert await till.refund(purchase, 400_00) == [2]
    assert await till.stamps() == [0]
    assert await till.adds_up()


async def test_a_receipt_of_one_nameless_line_keeps_its_pieces_too(shop: Shop) -> None:
    olga = await shop.identity(shop.olga)
    hot = await goods.add(shop.ctx, olga, ItemKind.CATEGORY, "Горячее")
    card = NewCard("Горячее", "Чай", StampBy.CATEGORY, category_id=hot, needed=5)
    till = await Counter.open(shop, card)
    purchase = await till.sell_lines(Line(600_00, 3, hot))
    assert await till.refund(purchase, 200_00) == [1]
    assert await till.stamps() == [2]


async def test_a_visit_is_one_while_the_rest_is_worth_it(shop: Shop) -> None:
    till = await Counter.open(shop, NewCard("Визиты", "Торт", least=300_00))
    purchase = await till.sell(500_00)
    refund = partial(refunds.refund, shop.ctx, till.boris, purchase)
    assert (await refund(key="a part", amount=200_00)).stamps == ()
    done = await refund(key="a kopeck", amount=1)
    assert [taken.count for taken in done.stamps] == [1]
    assert await till.stamps() == [0]


async def test_stamps_that_expired_are_not_taken_from_a_later_card(shop: Shop) -> None:
    till = await Counter.open(shop, NewCard("Кофе", "Кофе", needed=3, life_days=10))
    old = await till.sell()
    await shop.clock.move(timedelta(days=11))
    await till.sell(times=2)
    assert await till.stamps() == [2]
    undone = await undoing.undo(shop.ctx, till.olga, old)
    assert undone.stamps == ()
    assert await till.stamps() == [2]
    assert await till.adds_up()


async def test_stamps_of_a_later_card_go_for_a_voucher_that_was_used(shop: Shop) -> None:
    till = await Counter.open(shop, COFFEE)
    last = await till.sell(times=3)
    (gift,) = await till.gifts()
    await vouchers.accept(shop.ctx, till.boris, gift)
    await till.sell()
    undone = await undoing.undo(shop.ctx, till.boris, last)
    assert undone.stamps == (Taken("Кофе", count=1, vouchers=0, used=False),)
    assert await till.stamps() == [0]
