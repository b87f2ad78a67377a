"""The guest's screen says what helps to talk with them, and nothing that does not."""

from datetime import date, timedelta

import pytest

from services import goods
from services.checkout import purchases
from services.dates import Birthday
from services.enums import OfferKind, Schedule
from services.goods import ItemKind
from services.offers import offer_editing
from services.offers.offer_editing import NewOffer
from services.offers.schedules import Plan
from services.pricing.model import Conditions, Line
from services.profiles import profiles
from services.refunds import undoing
from services.segments.questions.tree import EVERYONE
from tests.handlers.cashier.counter import Counter

EVERYBODY = EVERYONE
STANDING = Plan(Schedule.STANDING)


async def stock(till: Counter) -> tuple[list[int], int]:
    """Three products and their category."""
    shop = till.shop
    await shop.unwatched()
    olga = await shop.identity(shop.olga)
    category = await goods.add(shop.ctx, olga, ItemKind.CATEGORY, "Кофе")
    names = ("Латте", "Раф", "Эспрессо")
    return [await goods.add(shop.ctx, olga, ItemKind.PRODUCT, name) for name in names], category


async def sell(till: Counter, *lines: Line) -> int:
    """A receipt for Anna; gives its id."""
    shop = till.shop
    amount, boris = sum(line.amount for line in lines), await shop.identity(till.cashier)
    anna = await shop.member_id(shop.anna)
    key = f"{shop.clock.now()}:{amount}"
    done = await purchases.record(shop.ctx, boris, anna, amount, key=key, lines=lines)
    return done.purchase_id


def says(till: Counter, sign: str) -> bool:
    return sign in till.cashier.text


async def test_a_new_guest_is_greeted_as_one(till: Counter) -> None:
    await till.scan(till.shop.anna)
    assert till.shows("guest-new")
    assert not says(till, "❤️")
    assert not says(till, "🎂")
    assert not says(till, "🏷")


async def test_what_the_guest_often_takes_and_when_they_came(till: Counter) -> None:
    (latte, raf, espresso), category = await stock(till)
    for number in range(3):
        await sell(
            till,
            Line(200_00, 1, category, latte, "Латте"),
            *[Line(250_00, 1, category, raf, "Раф")] * (number > 0),
            *[Line(150_00, 1, category, espresso, "Эспрессо")] * (number == 0),
        )
        await till.shop.later(days=1)
    await till.shop.later(days=4)
    await till.scan(till.shop.anna)
    assert till.shows("guest-favourites", goods="Латте, Раф")
    assert till.shows("guest-visits", days=5, count=3)


async def test_a_till_without_products_knows_categories(quick_till: Counter) -> None:
    _, category = await stock(quick_till)
    await sell(quick_till, Line(200_00, 1, category))
    await quick_till.scan(quick_till.shop.anna)
    assert not says(quick_till, "❤️")  # once is not often
    await quick_till.shop.later(minutes=1)
    second = await sell(quick_till, Line(200_00, 1, category))
    await quick_till.scan(quick_till.shop.anna)
    assert quick_till.shows("guest-favourites", goods="Кофе")
    assert quick_till.shows("guest-visits", days=0, count=2)
    shop = quick_till.shop
    await undoing.undo(shop.ctx, await shop.identity(shop.olga), second)
    await quick_till.scan(shop.anna)
    assert not says(quick_till, "❤️")


@pytest.mark.parametrize("days", [0, 1, 3, 7])
async def test_a_birthday_soon_shows_its_day_and_no_year(till: Counter, days: int) -> None:
    anna, now = await till.shop.member_id(till.shop.anna), till.shop.clock.now()
    day = now.date() + timedelta(days=days)
    await profiles.set_birthday(till.shop.ctx, anna, Birthday(day.day, day.month, 1990))
    await till.scan(till.shop.anna)
    shown = till.say.day_and_month(day)
    assert till.shows("guest-birthday", days=days, day=shown)
    assert "1990" not in till.cashier.text
    assert "2026" not in till.cashier.text


@pytest.mark.parametrize("days", [-1, 8, 180])
async def test_any_other_birthday_stays_private(quick_till: Counter, days: int) -> None:
    shop = quick_till.shop
    day = shop.clock.now().date() + timedelta(days=days)
    birthday = Birthday(day.day, day.month, 1990)
    await profiles.set_birthday(shop.ctx, await shop.member_id(shop.anna), birthday)
    await quick_till.scan(shop.anna)
    assert not says(quick_till, "🎂")


async def test_a_birthday_after_new_year_is_soon_in_december(quick_till: Counter) -> None:
    shop = quick_till.shop
    birthday = Birthday(2, 1, None)
    await profiles.set_birthday(shop.ctx, await shop.member_id(shop.anna), birthday)
    ahead = date(2026, 12, 30) - shop.clock.now().date()
    await shop.later(days=ahead.days)
    await quick_till.scan(shop.anna)
    assert quick_till.shows("guest-birthday", days=3, day="2 января")


async def test_what_holds_for_this_visit_is_named(quick_till: Counter) -> None:
    shop = quick_till.shop
    olga = await shop.identity(shop.olga)
    for title, conditions in (
        ("Первый визит", Conditions(nth=frozenset({1}))),
        ("По понедельникам", Conditions(weekdays=frozenset({0}))),
        ("По вторникам", Conditions(weekdays=frozenset({1}))),
        ("Всегда", Conditions(least=1_00)),
    ):
        offer = NewOffer(title, title, OfferKind.PERCENT, 10_00, 30, EVERYBODY, STANDING,
                         conditions=conditions, uses=None)  # fmt: skip
        await offer_editing.make(shop.ctx, olga, offer)
    await quick_till.scan(shop.anna)
    assert quick_till.shows("guest-offer", title="Первый визит")
    assert quick_till.shows("guest-offer", title="По понедельникам")
    assert not says(quick_till, "По вторникам")
    assert not says(quick_till, "Всегда")
    await sell(quick_till, Line(100_00))
    await shop.later(days=1)
    await quick_till.scan(shop.anna)
    assert not says(quick_till, "Первый визит")
    assert quick_till.shows("guest-offer", title="По вторникам")
