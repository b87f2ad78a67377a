"""Sentences as owners write them, and their questions."""

from datetime import date

import pytest

from services.segments.questions.attribute import LATEST
from services.segments.questions.tree import (
    Before,
    Condition,
    Dates,
    During,
    Every,
    Goods,
    InMonth,
    Last,
    Next,
    Node,
    Not,
    Period,
    Some,
)
from tests.services.segments.reading.shop import tree_of

AWAY = Condition("last_visit", when=Before(60))
AWAY_30_TO_60 = Every((Condition("last_visit", when=Before(30)),
                       Condition("last_visit", when=Last(60))))  # fmt: skip
BOUGHT_THIS_MONTH = Condition("purchases", least=1, when=During(Period.THIS_MONTH))
WOMEN, MEN = (Condition("gender", values=(one,)) for one in ("female", "male"))
CAKES = Condition("purchases", least=1, goods=Goods(categories=(3,)))
COFFEE = Condition("purchases", least=1, goods=Goods(categories=(4,)))
GOLD = Condition("level", values=(4,))
KAZAN = Condition("city", values=("Kazan",))


def spent(least: int | None = None, most: int | None = None, when: Last | None = None) -> Condition:
    return Condition("spent", least=least, most=most, when=when)


def aged(least: int, most: int) -> Condition:
    return Condition("age", least=least, most=most)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("не были 60 дней и потратили больше 5000", Every((AWAY, spent(500_001)))),
        (
            "женщины 25-35 из Казани, покупали торты за последний год",
            Every(
                (
                    WOMEN,
                    aged(25, 35),
                    Condition("city", values=("Казань",)),
                    Condition("purchases", least=1, when=Last(365), goods=Goods(categories=(1,))),
                )
            ),
        ),
        (
            "gold or platinum, birthday in next 7 days",
            Every((Condition("level", values=(4, 3)), Condition("birthday", when=Next(7)))),
        ),
        ("не открывали последнюю рассылку", Not(Condition("tapped", values=(LATEST,)))),
        ("haven't visited for 60 days", AWAY),
        ("spent more than 5000 in the last 90 days", spent(500_001, when=Last(90))),
        (
            "bought coffee at least 3 times this month in Lenina Street",
            Condition(
                "purchases",
                least=3,
                when=During(Period.THIS_MONTH),
                goods=Goods(categories=(4,), outlets=(2,)),
            ),
        ),
        ("средний чек от 1000 до 3000", Condition("average_receipt", (), 100_000, 300_000)),
        ("день рождения на этой неделе", Condition("birthday", when=During(Period.THIS_WEEK))),
        ("никогда не тратили баллы", Not(Condition("points_spent", least=1))),
        ("баллы сгорают в ближайшие 14 дней", Condition("points_expiring", (), 1, when=Next(14))),
        (
            "joined last month by poster",
            Every(
                (
                    Condition("joined", when=During(Period.LAST_MONTH)),
                    Condition("source", values=("poster",)),
                )
            ),
        ),
        ("привели хотя бы 2 друзей", Condition("referrals", least=2)),
        ("есть дети 3-5 лет", Condition("child_age", least=3, most=5)),
        ("NPS 0-6", Condition("nps", least=0, most=6)),
        ("кошатники", Condition("custom:1", values=(1,))),
    ],
)
def test_what_owners_ask_first(text: str, tree: Node) -> None:
    assert tree_of(text) == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        (
            "women 25-35 or men 40-50, from Kazan",
            Every((Some((Every((WOMEN, aged(25, 35))), Every((MEN, aged(40, 50))))), KAZAN)),
        ),
        ("women or gold and from Kazan", Some((WOMEN, Every((GOLD, KAZAN))))),
        ("(women or gold) and from Kazan", Every((Some((WOMEN, GOLD)), KAZAN))),
        ("not women from Kazan", Every((Not(WOMEN), KAZAN))),
        ("not (women from Kazan)", Not(Every((WOMEN, KAZAN)))),
        ("gold except women from Kazan", Every((GOLD, Not(Every((WOMEN, KAZAN)))))),
        ("women or gold, except from Kazan", Every((Some((WOMEN, GOLD)), Not(KAZAN)))),
        ("bought cakes and coffee", Every((CAKES, COFFEE))),
        (
            "bought cakes, coffee",
            Condition("purchases", least=1, goods=Goods(categories=(3, 4))),
        ),
        ("bought cakes and gold", Every((CAKES, GOLD))),
        ("bought cakes but not coffee", Every((CAKES, Not(COFFEE)))),
        ("bought cakes, but not coffee", Every((CAKES, Not(COFFEE)))),
        ("bought cakes but not women", Every((CAKES, Not(WOMEN)))),
        ("bought cakes or gold", Some((CAKES, GOLD))),
        ("everyone", Every(())),
        ("level not gold", Not(GOLD)),
    ],
)
def test_how_words_hold_together(text: str, tree: Node) -> None:
    assert tree_of(text, "en") == tree


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("потратили от 5 000", spent(500_000)),
        ("потратили 5k и больше", spent(500_000)),
        ("потратили больше 5 тыс рублей", spent(500_001)),
        ("потратили меньше 99,50 ₽", spent(most=9_949)),
        ("потратили не больше 1 000,5", spent(most=100_050)),
        ("потратили между 1000 и 2000", spent(100_000, 200_000)),
        ("spent ₽1,000 to ₽2,000", spent(100_000, 200_000)),
        ("больше трёх визитов", Condition("purchases", least=4)),
        ("women 30+", Every((WOMEN, Condition("age", least=30)))),
        ("старше 30", Condition("age", least=31)),
        ("не были два месяца", AWAY),
        ("не были больше 60 дней", AWAY),
        ("были больше 60 дней назад", AWAY),
        ("не были полгода", Condition("last_visit", when=Before(182))),
        ("haven't visited in half a year", Condition("last_visit", when=Before(182))),
        ("были за последние 30 дней", Condition("purchases", least=1, when=Last(30))),
        ("не покупали 30 дней", Not(Condition("purchases", least=1, when=Last(30)))),
        ("вступили 12 января", Condition("joined", when=Dates(*[date(2026, 1, 12)] * 2))),
        ("вступили 12 марта", Condition("joined", when=Dates(*[date(2025, 3, 12)] * 2))),
        ("joined since March 12, 2025", Condition("joined", when=Dates(date(2025, 3, 12), None))),
        ("вступили до 31.12.2025", Condition("joined", when=Dates(None, date(2025, 12, 30)))),
        ("вступили по 31.12.2025", Condition("joined", when=Dates(None, date(2025, 12, 31)))),
        (
            "joined in February",
            Condition("joined", when=Dates(date(2026, 2, 1), date(2026, 2, 28))),
        ),
        (
            "вступили в 2024 году",
            Condition("joined", when=Dates(date(2024, 1, 1), date(2024, 12, 31))),
        ),
        ("день рождения в феврале", Condition("birthday", when=InMonth(2))),
        ("день рождения завтра", Condition("birthday", when=During(Period.TOMORROW))),
        (
            "дни рождения послезавтра",
            Condition("birthday", when=During(Period.DAY_AFTER_TOMORROW)),
        ),
        ("birthday next week", Condition("birthday", when=During(Period.NEXT_WEEK))),
        ("birthday in the next week", Condition("birthday", when=Next(7))),
        ("points expire today", Condition("points_expiring", (), 1, when=During(Period.TODAY))),
        ("не были с начала месяца", Not(BOUGHT_THIS_MONTH)),
        ("не были с этого месяца", Not(BOUGHT_THIS_MONTH)),
        ("не были от 30 до 60 дней", AWAY_30_TO_60),
        ("не были 60-30 дней", AWAY_30_TO_60),
        ("не были от месяца до двух месяцев", AWAY_30_TO_60),
        ("haven't visited between 30 and 60 days", AWAY_30_TO_60),
        ("last visit was 30–60 days ago", AWAY_30_TO_60),
        ("не (уровень не золото)", Condition("level", values=(2,))),
        (
            "были 3 раза в прошлом месяце, но не в этом месяце",
            Every(
                (
                    Condition("purchases", least=3, most=3, when=During(Period.LAST_MONTH)),
                    Not(BOUGHT_THIS_MONTH),
                )
            ),
        ),
        ("купили на 5 тыс", spent(500_000)),
        ("купили на сумму больше 5 тыс", spent(500_001)),
        ("ничего не покупали", Not(Condition("purchases", least=1))),
        ("получили рассылку № 12", Condition("received", values=(12,))),
        ("bought “Croissant” #5", Condition("purchases", (), 1, goods=Goods(products=(5,)))),
    ],
)  # fmt: skip
def test_figures_and_times(text: str, tree: Node) -> None:
    assert tree_of(text) == tree
