"""Stamp cards: filled once whatever happens at once, emptied when purchases go back."""

import asyncio
from datetime import date, timedelta
from functools import partial

import pytest
from sqlalchemy import update

from models.people import Member
from models.stamps import MemberStampCard, Stamp
from services import (
    errors,
    goods,
    ledger,
    programme,
    purchases,
    redemptions,
    refundable,
    refunds,
    stamp_cards,
    stamp_returns,
    stamp_wallet,
    stamps,
    undoing,
    verify,
    vouchers,
)
from services.goods import Shelf
from services.kinds import StampBy, VoucherStatus
from services.pricing.terms import Line
from services.stamp_cards import NewCard
from services.stamp_returns import Taken
from tests.cast import Shop
from tests.services.crowd import told

COFFEE = NewCard("Кофе", "Кофе в подарок", needed=3)


class Counter:
    """Boris at the till and Anna before him, with Olga's stamp card."""

    def __init__(self, shop: Shop, olga: int, boris: int, anna: int) -> None:
        self.shop, self.olga, self.boris, self.anna = shop, olga, boris, anna
        self.receipts = 0

    @classmethod
    async def open(cls, shop: Shop, *cards: NewCard) -> "Counter":
        boris, olga = await shop.hire(shop.boris), await shop.identity(shop.olga)
        counter = cls(shop, olga, boris, await shop.join(shop.anna))
        for card in cards:
            await stamp_cards.make(shop.ctx, olga, card)
        return counter

    async def sell(self, amount: int = 200_00, times: int = 1) -> int:
        """The last purchase's id."""
        return [await self.sell_lines(Line(amount)) for _ in range(times)][-1]

    async def sell_lines(self, *lines: Line) -> int:
        """A receipt of a till that tells its lines."""
        self.receipts += 1
        amount, key = sum(line.amount for line in lines), f"receipt-{self.receipts}"
        record = partial(purchases.record, self.shop.ctx, self.boris, self.anna)
        return (await record(amount, key=key, lines=lines)).purchase_id

    async def refund(self, purchase_id: int, *gone: int) -> list[int]:
        """So much (minor units) of each line goes back; the stamps that each card loses."""
        self.receipts += 1
        ctx, key = self.shop.ctx, f"refund-{self.receipts}"
        open_lines = (await refundable.look(ctx, self.boris, purchase_id)).lines
        lines = {line.line_id: part for line, part in zip(open_lines, gone, strict=True)}
        done = await refunds.refund(ctx, self.boris, purchase_id, key=key, lines=lines)
        again = await refunds.refund(ctx, self.boris, purchase_id, key=key, lines=lines)
        assert again.stamps == ()
        return [taken.count for taken in done.stamps]

    async def stamps(self) -> list[int]:
        """What is on Anna's cards, in the order in which the cards were made."""
        cards = await stamp_wallet.mine(self.shop.ctx, self.anna)
        return [card.stamps for card in sorted(cards, key=lambda card: card.id)]

    async def gifts(self) -> list[int]:
        return [ticket.id for ticket in await vouchers.mine(self.shop.ctx, self.anna)]

    async def adds_up(self) -> bool:
        return (await verify.run(self.shop.ctx)).problems == ()


async def test_a_full_card_is_a_voucher_and_the_next_purchase_begins_anew(shop: Shop) -> None:
    till = await Counter.open(shop, COFFEE)
    await till.sell(times=2)
    assert (await till.stamps(), await till.gifts()) == ([2], [])
    await till.sell()
    assert await till.stamps() == [0]
    (gift,) = await till.gifts()
    ticket = await vouchers.show(shop.ctx, till.anna, gift)
    assert (ticket.title, ticket.points) == ("Кофе в подарок", 0)
    await vouchers.accept(shop.ctx, till.boris, gift)
    await till.sell()
    assert await till.stamps() == [1]
    (view,) = await stamp_cards.everything(shop.ctx, till.olga)
    assert (view.under_way, view.filled, view.used) == (1, 1, 1)
    assert await till.adds_up()


async def test_the_member_hears_of_every_stamp(shop: Shop) -> None:
    till = await Counter.open(shop, COFFEE)
    await till.sell(times=3)
    first, second = await told(shop.ctx, "notice-stamps")
    assert (first["stamps"], first["left"], second["stamps"], second["left"]) == (1, 2, 2, 1)
    (full,) = await told(shop.ctx, "notice-stamps-full")
    assert (full["vouchers"], full["stamps"], full["until"]) == (1, 0, date(2026, 4, 1))
    await shop.settle()
    assert "карта заполнена" in shop.anna.text


async def test_a_repeated_receipt_is_one_stamp(shop: Shop) -> None:
    till = await Counter.open(shop, COFFEE)
    for _ in range(3):
        await purchases.record(shop.ctx, till.boris, till.anna, 200_00, key="the same")
    assert await till.stamps() == [1]


async def test_only_a_receipt_of_the_least_amount_counts(shop: Shop) -> None:
    till = await Counter.open(shop, NewCard("Кофе", "Кофе", least=150_00))
    await till.sell(149_99)
    assert await till.stamps() == [0]
    await till.sell(150_00)
    assert await till.stamps() == [1]


async def test_pieces_of_a_category_and_of_a_product_count_and_overflow(shop: Shop) -> None:
    olga = await shop.identity(shop.olga)
    hot = await goods.add(shop.ctx, olga, Shelf.CATEGORY, "Горячее")
    latte = await goods.add(shop.ctx, olga, Shelf.PRODUCT, "Латте")
    till = await Counter.open(
        shop,
        NewCard("Горячее", "Чай", StampBy.CATEGORY, category_id=hot, needed=3),
        NewCard("Латте", "Латте", StampBy.PRODUCT, product_id=latte, needed=5),
    )
    await till.sell()
    assert await till.stamps() == [0, 0]
    purchase = await till.sell_lines(
        Line(800_00, 4, hot, latte), Line(300_00, 3, hot), Line(90_00, 1)
    )
    assert await till.stamps() == [1, 4]
    assert len(await till.gifts()) == 2
    await undoing.undo(shop.ctx, till.boris, purchase)
    assert (await till.stamps(), await till.gifts()) == ([0, 0], [])
    assert await till.adds_up()


async def test_a_step_that_is_called_again_gives_nothing(shop: Shop) -> None:
    till = await Counter.open(shop, COFFEE)
    purchase_id = await till.sell()
    async with shop.ctx.db.write() as session:
        member = await session.get_one(Member, till.anna)
        await ledger.lock(session, member.account_id)
        now, terms = shop.clock.now(), await programme.terms(session)
        about = (shop.ctx, terms, member, purchase_id, (), 200_00, now)
        assert await stamps.give(session, *about, tell=None) == []
        assert await stamp_returns.take_back(session, purchase_id, now) == []
    assert await till.stamps() == [1]


async def test_a_receipt_paid_with_points_is_a_visit_too(shop: Shop) -> None:
    till = await Counter.open(shop, COFFEE)
    asked = await redemptions.request(shop.ctx, till.boris, till.anna, 300_00, 50, key="points")
    receipt = await redemptions.approve(shop.ctx, till.anna, asked.redemption_id)
    assert await till.stamps() == [1]
    await undoing.undo(shop.ctx, till.boris, receipt.purchase_id)
    assert await till.stamps() == [0]


async def test_a_paused_or_deleted_card_gives_nothing(shop: Shop) -> None:
    till = await Counter.open(shop, COFFEE)
    (card,) = await stamp_cards.everything(shop.ctx, till.olga)
    await till.sell()
    await stamp_cards.pause(shop.ctx, till.olga, card.id)
    await till.sell()
    assert await till.stamps() == [1]
    await stamp_cards.resume(shop.ctx, till.olga, card.id)
    await till.sell()
    assert await till.stamps() == [2]
    await stamp_cards.delete(shop.ctx, till.olga, card.id)
    await till.sell()
    assert await till.stamps() == []
    with pytest.raises(errors.Gone):
        await stamp_cards.resume(shop.ctx, till.olga, card.id)


async def test_purchases_at_once_fill_a_card_exactly_once(shop: Shop) -> None:
    till = await Counter.open(shop, COFFEE)
    await shop.unwatched()
    vera = await shop.hire(shop.vera)
    record = partial(purchases.record, shop.ctx)
    await asyncio.gather(
        *(
            record(by, till.anna, 100_00, key=f"{by}:{number}")
            for number in range(5)
            for by in (till.boris, vera)
        )
    )
    assert await till.stamps() == [1]
    assert len(await till.gifts()) == 3
    assert len(await told(shop.ctx, "notice-stamps-full")) == 3
    assert await till.adds_up()


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
    if isinstance(accepted, errors.VoucherUsed):
        assert (undone.stamps[0].vouchers, await till.stamps()) == (1, [2])
    else:
        assert not isinstance(accepted, BaseException)
        assert (undone.stamps[0].used, await till.stamps()) == (True, [0])
    assert await till.adds_up()


async def test_a_line_that_goes_back_takes_its_pieces(shop: Shop) -> None:
    olga = await shop.identity(shop.olga)
    hot = await goods.add(shop.ctx, olga, Shelf.CATEGORY, "Горячее")
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
    hot = await goods.add(shop.ctx, olga, Shelf.CATEGORY, "Горячее")
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


async def test_a_promise_of_a_begun_card_holds(shop: Shop) -> None:
    till = await Counter.open(shop, COFFEE)
    (card,) = await stamp_cards.everything(shop.ctx, till.olga)
    await stamp_cards.change(shop.ctx, till.olga, card.id, needed=4)
    await till.sell()
    with pytest.raises(errors.CardBegun):
        await stamp_cards.change(shop.ctx, till.olga, card.id, needed=3)
    await stamp_cards.change(
        shop.ctx, till.olga, card.id, title="Чай", reward="Чай", life_days=None, needed=4
    )
    (changed,) = await stamp_cards.everything(shop.ctx, till.olga)
    assert (changed.card.title, changed.card.life_days, changed.card.needed) == ("Чай", None, 4)


@pytest.mark.parametrize(
    ("card", "error"),
    [
        (NewCard("К", "П", needed=1), errors.BadNumber),
        (NewCard("К", "П", needed=21), errors.BadNumber),
        (NewCard("К", "П", least=-1), errors.BadNumber),
        (NewCard("К", "П", life_days=0), errors.BadNumber),
        (NewCard(" ", "П"), errors.BadText),
        (NewCard("К", "П" * 61), errors.BadText),
        (NewCard("К", "П", StampBy.CATEGORY), errors.Gone),
        (NewCard("К", "П", StampBy.PRODUCT, product_id=77), errors.Gone),
    ],
)
async def test_a_card_that_makes_no_sense_is_refused(
    sqlite_shop: Shop, card: NewCard, error: type[Exception]
) -> None:
    olga = await sqlite_shop.identity(sqlite_shop.olga)
    with pytest.raises(error):
        await stamp_cards.make(sqlite_shop.ctx, olga, card)


async def test_a_cashier_makes_no_cards_and_a_stranger_sees_no_guest(sqlite_shop: Shop) -> None:
    till = await Counter.open(sqlite_shop, COFFEE)
    ctx = sqlite_shop.ctx
    (card,) = await stamp_cards.everything(ctx, till.olga)
    for act in (
        stamp_cards.make(ctx, till.boris, COFFEE),
        stamp_cards.change(ctx, till.boris, card.id, title="Моё"),
        stamp_cards.pause(ctx, till.boris, card.id),
        stamp_cards.delete(ctx, till.boris, card.id),
        stamp_cards.everything(ctx, till.boris),
    ):
        with pytest.raises(errors.NotStaff):
            await act
    with pytest.raises(errors.Gone):
        await stamp_cards.change(ctx, till.olga, card.id, paused_at=None)
    await till.sell()
    assert [one.stamps for one in await stamp_wallet.of_guest(ctx, till.boris, till.anna)] == [1]
    with pytest.raises(errors.NotStaff):
        await stamp_wallet.of_guest(ctx, await sqlite_shop.identity(sqlite_shop.anna), till.anna)


async def test_the_sum_is_checked(sqlite_shop: Shop) -> None:
    till = await Counter.open(sqlite_shop, COFFEE)
    await till.sell()
    async with sqlite_shop.ctx.db.write() as session:
        await session.execute(update(MemberStampCard).values(stamps=2))
        await session.execute(update(Stamp).values(count=1))
    (problem,) = (await verify.run(sqlite_shop.ctx)).problems
    assert (problem.expected, problem.found) == (1, 2)
