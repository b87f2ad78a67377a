"""Sentences thought up once the grammar stood, as owners of cafes, salons and shops would
write them: what the bot says it understood, and what it underlines.

Half were not understood at first, or not as they were meant. What still is underlined names goods
that the shop does not have, another currency, a reckoning, a place among all, a weekday or an hour.
"""

import pytest

from messengers import segment_words
from tests.cast import the_words
from tests.services.segments.reading.shop import NAMES, TERMS, read

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

# As they are typed on a phone: near days, spans of days, and what no question can say.
RUSSIAN += [
    ("балы сгорают завтра", "сгорит не менее 1 балла завтра", []),
    ("у кого завтра день рождения", "день рождения завтра", []),
    ("др сегодня или завтра", "день рождения сегодня или день рождения завтра", []),
    ("у кого в следующем месяце день рождения", "день рождения в следующем месяце", []),
    ("не были от 30 до 60 дней", "не были 30 дней и последний визит за последние 60 дней", []),
    ("были 30-60 дней назад", "не были 30 дней и последний визит за последние 60 дней", []),
    (
        "последний визит 30–60 дней назад",
        "не были 30 дней и последний визит за последние 60 дней",
        [],
    ),
    (
        "не были больше месяца, но меньше трёх месяцев",
        "не были 30 дней и последний визит за последние 90 дней",
        [],
    ),
    ("гости с детьми без покупок в этом месяце", "есть дети и не покупали в этом месяце", []),
    ("у кого нет телефона", "не оставили телефон", []),
    ("18+", "в возрасте не менее 18 лет", []),
    (
        "женщины старше сорока казань",
        "женщины и в возрасте не менее 41 года и из города «Казань»",
        [],
    ),
    ("не были с прошлого года", "", ["не были с прошлого года"]),
    ("кто ни разу ничего не купил", "не покупали", []),
    ("ни разу в марте не покупали", "", ["ни разу в марте не покупали"]),
    ("чек от 500 до 1000", "", ["чек от 500 до 1000"]),
    ("приходят чаще 2 раз в месяц", "", ["приходят чаще 2 раз в месяц"]),
    (
        "были в прошлом месяце, но не в этом месяце",
        "покупали в прошлом месяце и не покупали в этом месяце",
        [],
    ),
    ("клиенты которых пригласил друг", "источник: приглашение", []),
    ("купили кофе на 1000", "потратили не менее 1 000 ₽ на категорию «Кофе»", []),
    ("не брали торты 2 мес", "не покупали в категории «Торты» за последние 60 дней", []),
    ("есть баллы но не тратят", "баланс не менее 1 балла", ["тратят"]),
    ("зарегались вчера", "вступили вчера", []),
    ("неактивные 3 месяца", "не были 90 дней", []),
    (
        "постоянники из москвы или казани, др в мае",
        "стадия: частые и из города «Москва» или «Казань» и день рождения в мае",
        [],
    ),
    ("больше 5 тыс за месяц", "", ["больше 5 тыс за месяц"]),
    ("потратили 5к+ за год", "потратили не менее 5 000 ₽ за последние 365 дней", []),
    ("недовольные", "", ["недовольные"]),
    ("покупают кофе утром", "", ["покупают кофе утром"]),
    ("топ-100 по тратам", "", ["топ-100 по тратам"]),
    ("бывают по пятницам", "", ["бывают по пятницам"]),
    ("покупали торты 30-60 дней назад", "", ["покупали торты 30-60 дней назад"]),
]
ENGLISH += [
    ("birthday the day after tomorrow", "birthday the day after tomorrow", []),
    (
        "points expire today or tomorrow",
        "expiring at least 1 point today or expiring at least 1 point tomorrow",
        [],
    ),
    (
        "haven't come for 30 to 60 days",
        "have not visited for 30 days and last visit in the last 60 days",
        [],
    ),
    ("joined 1-3 months ago", "joined at least 30 days ago and joined in the last 90 days", []),
    ("joined tomorrow", "", ["joined tomorrow"]),
    ("birthday next month", "birthday next month", []),
    ("havent been this month", "did not buy this month", []),
    ("didnt buy anything in june", "did not buy from 1 June 2025 to 30 June 2025", []),
    ("spent > 100 in june", "spent more than ₽100 from 1 June 2025 to 30 June 2025", []),
    ("older than forty", "aged at least 41 years", []),
    ("men 25 to 35", "men and aged from 25 to 35 years", []),
    ("came last month but not this month", "bought last month and did not buy this month", []),
    ("haven't visited since last year", "", ["haven't visited since last year"]),
    ("visited 3 times a month", "", ["visited 3 times a month"]),
    ("visited today and yesterday", "", ["visited today and yesterday"]),
    ("inactive for 3 months", "have not visited for 90 days", []),
    ("avg check > 50", "average receipt more than ₽50", []),
    ("receipts over 50", "", ["receipts over 50"]),
    ("bought coffee for 50", "spent at least ₽50 on the category “Coffee”", []),
    ("unsubscribed", "have not agreed to offers", []),
    ("sleeping 60-90 days", "have not visited for 60 days and last visit in the last 90 days", []),
    ("women, top 20 by points", "women", ["top 20 by points"]),
    ("20 biggest spenders", "", ["20 biggest spenders"]),
    ("visit in the morning", "", ["visit in the morning"]),
    ("visited after 6pm", "", ["visited after 6pm"]),
    ("top customers in kazan", "from the city of “Kazan”", ["top"]),
    ("newbies who didn't come back", "stage: new and did not buy", []),
]

SENTENCES = [("ru", *one) for one in RUSSIAN] + [("en", *one) for one in ENGLISH]


@pytest.mark.parametrize(("language", "text", "said", "underlined"), SENTENCES)
def test_it_says_what_it_understood(
    language: str, text: str, said: str, underlined: list[str]
) -> None:
    understood = read(text, language)
    say = the_words().say(language)
    told = "" if understood.tree is None else segment_words.said(say, NAMES, TERMS, understood.tree)
    assert told.replace("\u00a0", " ") == said
    assert [one.text for one in understood.unknown] == underlined
    assert all(one.nearest for one in understood.unknown)
