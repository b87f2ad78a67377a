"""The balance, its history, and why each line is there."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from models.people import Member
from services import ledger
from services.charity import charity
from services.checkout import purchases, quotes, redemptions
from services.enums import OperationKind
from services.integrity import verify
from services.ledger.errors import NotEnoughPoints
from services.money import Money
from services.points import balances
from services.programme import refund_terms
from services.programme.model import Returns
from services.refunds import refunds
from tests.handlers.member.guest import Guest


async def test_balance_from_the_menu_and_by_command(somebody: Guest) -> None:
    await somebody.join()
    await somebody.press("menu-balance")
    assert somebody.sees("balance", points=100, worth=Money(100_00, "RUB"))
    first = somebody.person.text
    await somebody.person.send("/balance")
    assert somebody.person.text == first


async def test_the_tap_edits_in_place(somebody: Guest) -> None:
    await somebody.join()
    await somebody.person.send("/history")
    count = len(somebody.person.messages)
    await somebody.tap("button-back")
    assert somebody.sees("balance", points=100, worth=Money(100_00, "RUB"))
    assert len(somebody.person.messages) == count


async def test_a_tap_costs_two_reads_and_no_write(anna: Guest) -> None:
    """The person and the balance: nothing else is asked of the database."""
    await anna.join()
    await anna.person.send("/history")
    data, message_id = anna.data("Назад")

    async def only_the_bot(update: dict[str, Any]) -> None:
        await anna.shop.dispatcher.feed_raw_update(anna.shop.bot, update)

    anna.shop.world.on_update = only_the_bot
    with statements() as asked:
        await anna.person.tap_data(data, message_id)
    assert anna.sees("balance", points=100, worth=Money(100_00, "RUB"))
    assert [words.split()[0] for words in asked] == ["SELECT", "SELECT"]


@contextmanager
def statements() -> Iterator[list[str]]:
    """What any database is asked meanwhile."""
    asked: list[str] = []

    def note(*details: Any) -> None:
        asked.append(details[2])

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", note)


async def test_every_line_of_the_history_opens(guest: Guest) -> None:
    shop, ctx = guest.shop, guest.shop.ctx
    boris = await shop.hire(shop.boris)
    member_id = await guest.join()
    fund = await charity.add_fund(ctx, await shop.identity(shop.olga), "Кошкам", "Корм", None)
    await purchases.record(ctx, boris, member_id, 1000_00, key="one")
    asked = await redemptions.request(ctx, boris, member_id, 500_00, 50, key="two")
    await redemptions.approve(ctx, member_id, asked.redemption_id)
    await charity.give(ctx, member_id, fund, 10, key="gift")
    await shop.settle()
    await guest.person.send("/history")
    lines = guest.labels[:-1]
    assert [line.split(" · ")[0] for line in lines] == ["−10", "+13", "−50", "+30", "+100"]
    seen = []
    for line in lines:
        await guest.person.tap(line)
        seen.append(guest.text)
        await guest.tap("button-back")
    given, earned, paid, bought, welcome = seen
    assert "«Кошкам»" in given
    assert "Чек: 500 ₽" in earned
    assert "Уровень «Серебро»" in earned
    assert "Оплачено деньгами 450 ₽: 3 %" in earned
    assert "−50 из полученных 2 марта 2026. Срок: до 2 марта 2027" in paid
    assert "Кассир: Борис" in bought
    assert guest.words("why-welcome") in welcome


async def test_history_is_turned_page_by_page(anna: Guest) -> None:
    shop, ctx = anna.shop, anna.shop.ctx
    await shop.unwatched()
    boris = await shop.hire(shop.boris)
    member_id = await anna.join()
    for number in range(8):
        await purchases.record(ctx, boris, member_id, (number + 1) * 1000_00, key=str(number))
    await shop.settle()
    await anna.person.send("/history")
    newest = anna.labels
    assert newest[0].startswith("+240")
    assert len([label for label in newest if label.startswith("+")]) == 6
    await anna.tap("button-older")
    assert [label.split(" · ")[0] for label in anna.labels[:3]] == ["+60", "+30", "+100"]
    await anna.person.tap("+30")
    await anna.tap("button-back")
    assert anna.labels[0].startswith("+60")
    await anna.tap("button-newest")
    assert anna.labels == newest


async def test_nobody_opens_somebody_else_s_line(anna: Guest, friend: Guest) -> None:
    await anna.join()
    await friend.join()
    await anna.person.send("/history")
    data, _ = anna.data("+100")
    await friend.person.send("/balance")
    await friend.person.tap_data(data, friend.person.last["message_id"])
    assert friend.alert == friend.words("error-not-yours")


async def test_a_frozen_card_says_so(anna: Guest) -> None:
    shop = anna.shop
    boris = await shop.hire(shop.boris)
    member_id = await anna.join()
    asked = await redemptions.request(shop.ctx, boris, member_id, 500_00, 50, key="k")
    await redemptions.decline(shop.ctx, member_id, asked.redemption_id)
    await shop.settle()
    await anna.person.send("/balance")
    assert anna.sees("balance-frozen")
    assert (await balances.balance(shop.ctx, member_id)).points == 100


async def test_a_debt_is_explained(somebody: Guest) -> None:
    shop, ctx = somebody.shop, somebody.shop.ctx
    olga = await shop.identity(shop.olga)
    await refund_terms.change(ctx, olga, Returns(debts=True))
    member_id = await somebody.join()
    fund = await charity.add_fund(ctx, olga, "Кошкам", "Корм", None)
    bought = await purchases.record(ctx, olga, member_id, 1000_00, key="one")
    await charity.give(ctx, member_id, fund, 120, key="gift")
    await shop.later(days=1)
    await refunds.refund(ctx, olga, bought.purchase_id, amount=900_00, key="back")
    await shop.settle()
    assert await somebody.points() == -17
    await somebody.person.send("/balance")
    assert somebody.sees("balance-debt", points=17)
    await somebody.person.send("/card")
    assert somebody.sees("card-debt", points=17)
    await somebody.person.send("/privacy")
    await somebody.tap("button-leave")
    assert somebody.sees("leave-ask", points=0, vouchers=0)
    await somebody.person.send("/history")
    await somebody.person.tap("27 ·")
    amount, price = Money(900_00, "RUB"), Money(1000_00, "RUB")
    on = date(2026, 3, 2)
    assert somebody.sees("why-went-back", price=price, on=on, amount=amount)
    assert somebody.sees("why-taken", points=10)
    assert somebody.sees("why-owed", points=17)
    assert somebody.sees("why-debt", points=17, gain=False)
    await purchases.record(ctx, olga, member_id, 2000_00, key="two")
    await shop.settle()
    assert await somebody.points() == 43
    await somebody.person.send("/history")
    await somebody.person.tap(somebody.say.label("kind-settle"))
    assert somebody.sees("why-debt", points=17, gain=True)
    assert (await verify.run(ctx)).problems == ()


async def test_pending_points_say_from_when(guest: Guest) -> None:
    shop, ctx = guest.shop, guest.shop.ctx
    member_id = await guest.join()
    now = ctx.clock.now()
    starts = now + timedelta(days=2)
    async with ctx.db.write() as session:
        account_id = (await session.get_one(Member, member_id)).account_id
        account = await ledger.lock(session, account_id)
        for key, days in (("a", 2), ("b", 3)):
            await ledger.award(
                session,
                account,
                30,
                OperationKind.GRANT,
                key=key,
                at=now,
                expires_at=None,
                starts_at=now + timedelta(days=days),
                why={},
            )
    balance = await balances.balance(ctx, member_id)
    assert (balance.points, balance.pending, balance.next_start) == (160, 60, starts)
    assert balance.spendable == 100
    await guest.person.send("/balance")
    assert guest.sees("balance-pending", points=60, at=starts)
    boris = await shop.hire(shop.boris)
    quote = await quotes.make(ctx, boris, member_id, 10_000_00)
    assert quote.most_points == 100
    with pytest.raises(NotEnoughPoints):
        await quotes.make(ctx, boris, member_id, 10_000_00, 101)
    await shop.later(days=2)
    assert (await balances.balance(ctx, member_id)).spendable == 130
    await shop.later(days=1)
    assert (await balances.balance(ctx, member_id)).next_start is None
