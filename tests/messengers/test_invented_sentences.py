"""Twenty sentences thought up once the grammar stood, as owners of cafes, salons and shops would
write them: what the bot says it understood, and what it underlines.

Half were not understood at first, or not as they were meant. What still is underlined names goods
that the shop does not have, another currency, or a reckoning.
"""

import pytest

from messengers import questions
from tests.cast import the_words
from tests.services.reading.shop import NAMES, TERMS, read

RUSSIAN = [
    (
        "постоянные клиенты, которые не заходили уже месяц",
        "стадия: частые и не были 30 дней",
        [],
    ),
    (
        "девушки до 30 лет, любят сладкое",
        "женщины и в возрасте не более 30 лет и интересы: сладости",
        [],
    ),
    ("кто ни разу не покупал кофе", "не покупали в категории «Кофе»", []),
    (
        "гости с днём рождения в декабре, у которых больше 300 баллов",
        "день рождения в декабре и баланс не менее 301 балла",
        [],
    ),
    ("новые гости за последние две недели", "вступили за последние 14 дней", []),
    (
        "потратили за год от 20 тыс, но в этом месяце не были",
        "потратили не менее 20 000 ₽ за последние 365 дней и не покупали в этом месяце",
        [],
    ),
    (
        "те, у кого сгорает больше 100 баллов через неделю",
        "сгорит не менее 101 балла в ближайшие 7 дней",
        [],
    ),
    (
        "записывались на маникюр в марте 2026",
        "покупали с 1 марта 2026 по 31 марта 2026",
        ["маникюр"],
    ),
    (
        "vip или чемпионы, кроме тех, кто получил последнюю рассылку",
        "(стадия: VIP или группа RFM: чемпионы) и не получили последнюю рассылку",
        [],
    ),
    (
        "средний чек выше 1500 рублей, минимум 5 визитов за квартал",
        "средний чек больше 1 500 ₽ и совершили не менее 5 покупок за последний 91 день",
        [],
    ),
]

ENGLISH = [
    (
        "regulars who haven't been in for a month",
        "stage: frequent and have not visited for 30 days",
        [],
    ),
    (
        "girls under 30 who love sweets",
        "women and aged at most 29 years and interested in sweets",
        [],
    ),
    (
        "bought a croissant or latte last week but didn't agree to offers",
        "bought the product “Croissant” #4 last week and have not agreed to offers",
        ["or latte"],
    ),
    (
        "joined in the past two weeks and made no purchases",
        "joined in the last 14 days and did not buy",
        [],
    ),
    (
        "spent at least 20k this year but haven't visited this month",
        "spent at least ₽20,000 this year and did not buy this month",
        [],
    ),
    (
        "anyone whose points expire within 7 days",
        "expiring at least 1 point in the next 7 days",
        [],
    ),
    (
        "customers who came from a friend, gold level",
        "source: referral and level “Gold”",
        [],
    ),
    ("top 10% of customers", "", ["top 10%"]),
    (
        "mums with kids aged 3 to 6",
        "women and have children aged from 3 to 6 years",
        [],
    ),
    ("spent between $100 and $200", "", ["spent between $100 and $200"]),
]

RUSSIAN += [
    ("купили на 1000 рублей за неделю", "потратили не менее 1 000 ₽ за последние 7 дней", []),
    ("потратили ровно 1000", "потратили ровно 1 000 ₽", []),
    ("давно не были", "стадия: спящие", []),
    ("кто пьёт торты", "покупали в категории «Торты»", []),
    ("родители с детьми до 5 лет", "есть дети не более 5 лет", []),
    ("кто пришёл по приглашению друга", "источник: приглашение", []),
    ("не открыли ни одной рассылки", "не откликнулись на любую рассылку", []),
]
ENGLISH += [
    ("spent 100", "spent at least ₽100", []),
    ("haven't been for ages", "stage: sleeping", []),
    ("not seen for 30 days", "have not visited for 30 days", []),
    ("didn't open the last mailing", "did not respond to the last broadcast", []),
]

SENTENCES = [("ru", *one) for one in RUSSIAN] + [("en", *one) for one in ENGLISH]


@pytest.mark.parametrize(("language", "text", "said", "underlined"), SENTENCES)
def test_it_says_what_it_understood(
    language: str, text: str, said: str, underlined: list[str]
) -> None:
    understood = read(text, language)
    say = the_words().say(language)
    told = "" if understood.tree is None else questions.said(say, NAMES, TERMS, understood.tree)
    assert told.replace("\u00a0", " ") == said
    assert [one.text for one in understood.unknown] == underlined
    assert all(one.nearest for one in understood.unknown)
