"""Offers that a receipt does not use: the cashier sees what it would take."""

from datetime import date, time
from typing import Any

import pytest

from services import goods
from services.checkout import quotes
from services.enums import OfferKind, Schedule
from services.goods import ItemKind
from services.offers import offer_editing, offer_messages, offer_runs
from services.offers.offer_editing import NewOffer
from services.offers.schedules import Plan
from services.pricing.model import Conditions, Unmet
from services.segments.questions.tree import EVERYONE
from tests.cast import MONDAY, Shop
from tests.handlers.cashier.counter import Counter, plain, roubles

PERCENT = OfferKind.PERCENT


def offer(title: str, value: int = 2_000, *, copy: bool = False, **asked: Any) -> NewOffer:
    plan = Plan(Schedule.ONCE, once_at=MONDAY) if copy else Plan(Schedule.STANDING)
    everyone, conditions = EVERYONE, Conditions(**asked)
    return NewOffer(title, "Заходите!", PERCENT, value, 7, everyone, plan, conditions=conditions)


async def promise(till: Counter, *offers: NewOffer) -> None:
    olga = await till.shop.identity(till.shop.olga)
    for one in offers:
        await offer_editing.make(till.shop.ctx, olga, one)
    await offer_runs.run_due(till.shop.ctx)


async def coffee(till: Counter) -> frozenset[int]:
    olga = await till.shop.identity(till.shop.olga)
    return frozenset({await goods.add(till.shop.ctx, olga, ItemKind.CATEGORY, "Кофе & чай")})


async def missed(till: Counter, roubles: int = 1_000) -> list[tuple[str, Unmet, int]]:
    boris, anna = await till.shop.identity(till.cashier), await till.shop.member_id(till.shop.anna)
    quote = await quotes.make(till.shop.ctx, boris, anna, roubles * 100)
    return [(one.title, one.why, one.lack.minor) for one in quote.missed]


def told(till: Counter) -> list[str]:
    """What the newest message says of offers that are not in use."""
    shown = plain(till.cashier.text).replace("\u00a0", " ").replace("\u202f", " ")
    return [line.removeprefix("💡 ") for line in shown.split("\n") if line.startswith("💡")]


async def test_the_cashier_tells_what_is_lacking(till: Counter) -> None:
    await promise(till, offer("Кофе −20 %", least=115_000))
    await till.scan(till.shop.anna)
    await till.cashier.send("1000")
    said = {"ru": ["«Кофе −20 %» — ещё 150 ₽ до минимума"],
            "en": ["“Кофе −20 %”: ₽150 more to reach its minimum"]}  # fmt: skip
    assert told(till) == said[till.say.language]
    await till.cashier.send("1150")
    assert told(till) == []
    assert till.shows("quote-offer", title="Кофе −20 %", cheaper=True, off=roubles(230), points=0)


async def test_each_reason_is_told_in_a_line(quick_till: Counter) -> None:
    till = quick_till
    await promise(
        till,
        offer("Напитки", categories=await coffee(till)),
        offer("Счастливый час", weekdays=frozenset({1}), since=time(16), until=time(18)),
        offer("Зима", first_day=date(2026, 12, 1), last_day=date(2026, 12, 31)),
    )
    await till.scan(till.shop.anna)
    await till.cashier.send("1000")
    assert told(till) == [
        "«Напитки» — в чеке нет: Кофе & чай",
        "«Счастливый час» — действует по вторникам 16:00–18:00",
        "«Зима» — действует 1 дек. – 31 дек. 2026",
    ]


async def test_only_the_nearest_three_are_told(quick_till: Counter) -> None:
    till = quick_till
    evening: dict[str, Any] = {"since": time(20), "until": time(22)}
    await promise(
        till,
        offer("Слабее", 500),
        offer("Вечер", **evening),
        offer("Дальше", least=500_000),
        offer("Ближе", least=110_000),
        offer("Лучшая", 1_000),
        offer("Чашка", categories=await coffee(till)),
    )
    assert await missed(till) == [
        ("Ближе", Unmet.LEAST, 10_000),
        ("Дальше", Unmet.LEAST, 400_000),
        ("Чашка", Unmet.GOODS, 0),
    ]


@pytest.mark.parametrize("copy", [False, True])
async def test_what_is_lost_for_everybody_is_no_offer_of_the_guest(
    quick_till: Counter, copy: bool
) -> None:
    """It does not stand among the guest's own offers; a copy of one's own does."""
    await promise(quick_till, offer("Летнее", copy=copy, last_day=date(2026, 3, 1)))
    assert await missed(quick_till) == ([("Летнее", Unmet.OVER, 0)] if copy else [])


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_every_reason_has_words_of_its_own(sqlite_shop: Shop, language: str) -> None:
    say = sqlite_shop.words.say(language)
    olga = await sqlite_shop.identity(sqlite_shop.olga)
    market = await goods.add(sqlite_shop.ctx, olga, ItemKind.OUTLET, "Рынок")
    new = offer("Акция", outlets=frozenset({market}), nth=frozenset({2, 3}))
    asked = await offer_messages.described(sqlite_shop.ctx, new)
    lines = [say("quote-missed", title="Акция", why=why, lack=roubles(1), **asked) for why in Unmet]
    timed = {Unmet.HOUR, Unmet.DAY, Unmet.EARLY}  # these say when, in the same words
    assert len(set(lines)) == len(Unmet) - len(timed) + 1
    assert any("Рынок" in line for line in lines)
    assert any("2, 3" in line for line in lines)
