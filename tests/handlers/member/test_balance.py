"""The balance, its history, and why each line is there."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine

from services import cards, charity, purchases, redemptions
from services.money import Money
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
    assert "−50 из полученных 2 марта 2026. Действуют до 2 марта 2027" in paid
    assert "Кассир: Борис" in bought
    assert guest.words("why-welcome") in welcome


async def test_history_is_turned_page_by_page(anna: Guest) -> None:
    shop, ctx = anna.shop, anna.shop.ctx
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
    assert (await cards.balance(shop.ctx, member_id)).points == 100
