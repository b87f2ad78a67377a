"""Stamp cards: filled once, whatever happens at once, by what was promised."""

import asyncio
from datetime import date
from functools import partial

import pytest
from sqlalchemy import update

from models.people import Member
from models.stamps import MemberStampCard, Stamp
from services import goods, ledger, programme
from services.checkout import purchases, redemptions
from services.enums import StampBy
from services.errors import Gone
from services.goods import ItemKind
from services.integrity import verify
from services.parsing.errors import BadNumber, BadText
from services.pricing.model import Line
from services.refunds import undoing
from services.rewards import vouchers
from services.staff.errors import NotStaff
from services.stamps import stamp_cards, stamp_returns, stamp_wallet, stamps
from services.stamps.errors import CardBegun
from services.stamps.stamp_cards import NewCard
from tests.cast import Shop
from tests.services.crowd import told
from tests.services.stamps.stamp_counter import COFFEE, Counter


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
    hot = await goods.add(shop.ctx, olga, ItemKind.CATEGORY, "Горячее")
    latte = await goods.add(shop.ctx, olga, ItemKind.PRODUCT, "Латте")
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
        bought = stamps.Bought(member, purchase_id, (), 200_00, now, identity_id=None)
        assert await stamps.give(session, shop.ctx, terms, bought) == []
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
    with pytest.raises(Gone):
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


async def test_a_promise_of_a_begun_card_holds(shop: Shop) -> None:
    till = await Counter.open(shop, COFFEE)
    (card,) = await stamp_cards.everything(shop.ctx, till.olga)
    await stamp_cards.change(shop.ctx, till.olga, card.id, needed=4)
    await till.sell()
    with pytest.raises(CardBegun):
        await stamp_cards.change(shop.ctx, till.olga, card.id, needed=3)
    await stamp_cards.change(
        shop.ctx, till.olga, card.id, title="Чай", reward="Чай", life_days=None, needed=4
    )
    (changed,) = await stamp_cards.everything(shop.ctx, till.olga)
    assert (changed.card.title, changed.card.life_days, changed.card.needed) == ("Чай", None, 4)


@pytest.mark.parametrize(
    ("card", "error"),
    [
        (NewCard("К", "П", needed=1), BadNumber),
        (NewCard("К", "П", needed=21), BadNumber),
        (NewCard("К", "П", least=-1), BadNumber),
        (NewCard("К", "П", life_days=0), BadNumber),
        (NewCard(" ", "П"), BadText),
        (NewCard("К", "П" * 61), BadText),
        (NewCard("К", "П", StampBy.CATEGORY), Gone),
        (NewCard("К", "П", StampBy.PRODUCT, product_id=77), Gone),
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
        with pytest.raises(NotStaff):
            await act
    with pytest.raises(Gone):
        await stamp_cards.change(ctx, till.olga, card.id, paused_at=None)
    await till.sell()
    assert [one.stamps for one in await stamp_wallet.of_guest(ctx, till.boris, till.anna)] == [1]
    with pytest.raises(NotStaff):
        await stamp_wallet.of_guest(ctx, await sqlite_shop.identity(sqlite_shop.anna), till.anna)


async def test_the_sum_is_checked(sqlite_shop: Shop) -> None:
    till = await Counter.open(sqlite_shop, COFFEE)
    await till.sell()
    async with sqlite_shop.ctx.db.write() as session:
        await session.execute(update(MemberStampCard).values(stamps=2))
        await session.execute(update(Stamp).values(count=1))
    (problem,) = (await verify.run(sqlite_shop.ctx)).problems
    assert (problem.expected, problem.found) == (1, 2)
