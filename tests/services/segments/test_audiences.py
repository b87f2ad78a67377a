"""Common questions: each finds the right members, and only those who may be written to."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.people import Gender
from services import programme
from services.errors import Gone
from services.parsing.contact_lists import pieces
from services.profiles import leaving
from services.segments import audience_queries, member_lists, saved_segments, shop_names
from services.segments.attributes.cities import City, cities
from services.segments.audience_queries import Reach
from services.segments.errors import ListTooLong, QuestionTooLong
from services.segments.questions.attribute import Named
from services.segments.questions.tree import (
    EVERYONE,
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
    When,
    from_json,
    to_json,
)
from services.staff.errors import NotStaff
from tests.cast import Shop
from tests.services.crowd import FIRST_ID, guest

DAY = timedelta(days=1)


async def found(shop: Shop, audience: Node) -> list[int]:
    """The messenger ids that would get a message."""
    async with shop.ctx.db.read() as session:
        query = await audience_queries.select_members(session, audience, shop.clock.now())
        return sorted(member.id for member, _ in (await session.execute(query)).all())


async def test_only_who_can_be_reached_and_agreed_is_written_to(shop: Shop) -> None:
    willing = await guest(shop.ctx, 1)
    await guest(shop.ctx, 2, ads=False)
    await guest(shop.ctx, 3, blocked=True)
    await guest(shop.ctx, 4, ads=False, blocked=True)
    await leaving.leave(shop.ctx, await guest(shop.ctx, 5))
    everyone = EVERYONE
    olga = await shop.identity(shop.olga)
    assert await audience_queries.count(shop.ctx, olga, everyone) == Reach(
        matched=4, reachable=1, no_consent=1, too_often=0, blocked=2
    )
    assert await found(shop, everyone) == [willing]
    async with shop.ctx.db.read() as session:
        query = await audience_queries.select_identities(session, everyone, shop.clock.now())
        rows = (await session.execute(query)).all()
    assert [language for _, language in rows] == ["ru"]


async def test_each_question_finds_whom_it_names(shop: Shop) -> None:
    terms = await programme.current(shop.ctx)
    now = shop.clock.now()
    one = await guest(
        shop.ctx,
        1,
        gender=Gender.FEMALE,
        city="Москва",
        level_id=terms.levels[1].id,
        spent_total=5_000_00,
        joined_at=now - 100 * DAY,
        last_purchase_at=now - 61 * DAY,
    )
    two = await guest(
        shop.ctx,
        2,
        gender=Gender.MALE,
        city="МОСКВА",
        spent_total=4_999_99,
        joined_at=now - 31 * DAY,
        last_purchase_at=now - 1 * DAY,
    )
    three = await guest(shop.ctx, 3, joined_at=now - 60 * DAY)
    expected: list[tuple[Node, list[int]]] = [
        (Condition("level", values=(terms.levels[1].id,)), [one]),
        (Condition("gender", values=(Gender.MALE,)), [two]),
        (Condition("city", values=("москва",)), [one, two]),
        (Condition("spent", least=5_000_00), [one]),
        (Condition("joined", when=Last(32)), [two]),
        (Condition("joined", when=Last(31)), []),
        (Condition("last_visit", when=Before(60)), [one, three]),
        (Condition("last_visit", when=Before(61)), [one]),
        (Condition("last_visit", when=Before(62)), []),
        (Condition("member", values=(three, one, 999)), [one, three]),
    ]
    for audience, ids in expected:
        assert await found(shop, audience) == ids, audience


async def test_age_is_counted_in_whole_years_on_the_day(shop: Shop) -> None:
    # MONDAY is 2 March 2026.
    turned_30 = await guest(shop.ctx, 1, birth_year=1996, birth_month=3, birth_day=2)
    still_29 = await guest(shop.ctx, 2, birth_year=1996, birth_month=3, birth_day=3)
    leap = await guest(shop.ctx, 3, birth_year=1996, birth_month=2, birth_day=29)
    await guest(shop.ctx, 4, birth_year=None, birth_month=3, birth_day=2)
    assert await found(shop, Condition("age", least=30)) == [turned_30, leap]
    assert await found(shop, Condition("age", most=29)) == [still_29]
    assert await found(shop, Condition("age", least=29, most=30)) == [turned_30, still_29, leap]
    assert await found(shop, Condition("age", least=31)) == []


@pytest.mark.parametrize(
    ("today", "days", "who"),
    [
        ("2026-12-30", 3, ["30.12", "01.01"]),
        ("2026-12-31", 1, []),
        ("2027-02-28", 1, []),
        ("2027-02-28", 2, ["29.02", "01.03"]),
        ("2028-02-28", 2, ["29.02"]),
        ("2028-03-01", 1, ["01.03"]),
    ],
)
async def test_birthdays_soon_cross_the_year_and_know_29_february(
    sqlite_shop: Shop, today: str, days: int, who: list[str]
) -> None:
    shop = sqlite_shop
    ids = {}
    for number, text in enumerate(("30.12", "01.01", "29.02", "01.03")):
        day, month = text.split(".")
        ids[text] = await guest(shop.ctx, number, birth_day=int(day), birth_month=int(month))
    noon = datetime.fromisoformat(today).replace(hour=9, tzinfo=UTC)
    await shop.clock.move(noon - shop.clock.now())
    audience = Condition("birthday", when=Next(days))
    assert await found(shop, audience) == sorted(ids[text] for text in who)


async def test_birthday_questions_run_on_both_engines(shop: Shop) -> None:
    one = await guest(shop.ctx, 1, birth_day=4, birth_month=3)
    await guest(shop.ctx, 2, birth_day=5, birth_month=3)
    assert await found(shop, Condition("birthday", when=Next(3))) == [one]
    assert len(await found(shop, Condition("birthday", when=Next(400)))) == 2


async def test_the_day_is_that_of_the_shop(shop: Shop) -> None:
    await shop.clock.move(timedelta(hours=12, minutes=30))  # 00:30 of 3 March in Moscow
    tomorrow = await guest(shop.ctx, 1, birth_day=3, birth_month=3)
    await guest(shop.ctx, 2, birth_day=2, birth_month=3)
    assert await found(shop, Condition("birthday", when=Next(1))) == [tomorrow]


async def test_cities_fold_their_spellings(shop: Shop) -> None:
    for number, city in enumerate(("Тверь", "Москва", "москва", "Москва", None)):
        await guest(shop.ctx, number, city=city)
    olga = await shop.identity(shop.olga)
    assert await cities(shop.ctx, olga) == [
        City("Москва", 3),
        City("Тверь", 1),
    ]


async def test_a_pasted_list_is_matched_in_any_format(shop: Shop) -> None:
    by_phone = await guest(shop.ctx, 1, phone="+79161234567")
    by_chat = await guest(shop.ctx, 2)
    by_id = await guest(shop.ctx, 3)
    other = await guest(shop.ctx, 4)
    text = (
        f"Имя; телефон\nАнна; 8 (916) 123-45-67, {FIRST_ID + 2}\n#{by_id} +7 916 000-00-00\n"
        f"{FIRST_ID + 4} {FIRST_ID + 2} 12345678901234567890\n"
    )
    olga = await shop.identity(shop.olga)
    match = await member_lists.match_list(shop.ctx, olga, text)
    assert match.audience.values == (by_phone, by_chat, by_id, other)
    assert match.matched == 4
    assert match.unknown == ("+7 916 000-00-00", "12345678901234567890")
    assert await found(shop, match.audience) == [by_phone, by_chat, by_id, other]


async def test_an_unknown_phone_is_never_read_as_somebody_s_id(shop: Shop) -> None:
    ids = [await guest(shop.ctx, number) for number in range(8)]
    assert 7 in ids  # the 7 of +7 could be read as this member
    olga = await shop.identity(shop.olga)
    match = await member_lists.match_list(shop.ctx, olga, "+7 916 000 00 00")
    assert (match.matched, match.unknown) == (0, ("+7 916 000 00 00",))


async def test_a_list_has_an_end(sqlite_shop: Shop) -> None:
    olga = await sqlite_shop.identity(sqlite_shop.olga)
    long = " ".join(str(number) for number in range(member_lists.LIST_LENGTH + 1))
    with pytest.raises(ListTooLong):
        await member_lists.match_list(sqlite_shop.ctx, olga, long)


async def test_the_longest_list_fits_into_a_statement(shop: Shop) -> None:
    olga = await shop.identity(shop.olga)
    member = await guest(shop.ctx, 1)
    phones = "\n".join(f"8916{number:07}" for number in range(member_lists.LIST_LENGTH - 1))
    match = await member_lists.match_list(shop.ctx, olga, f"{phones}\n{FIRST_ID + 1}")
    assert match.audience.values == (member,)
    most = Condition("member", values=tuple(range(1, member_lists.LIST_LENGTH + 1)))
    assert member in await found(shop, most)


async def test_only_an_owner_asks(sqlite_shop: Shop) -> None:
    shop = sqlite_shop
    boris = await shop.hire(shop.boris)
    everyone = EVERYONE
    for question in (
        audience_queries.count(shop.ctx, boris, everyone),
        cities(shop.ctx, boris),
        member_lists.match_list(shop.ctx, boris, "1"),
    ):
        with pytest.raises(NotStaff):
            await question


WHENS: st.SearchStrategy[When | None] = st.one_of(
    st.none(),
    st.builds(Last, st.integers(0, 999)),
    st.builds(Before, st.integers(0, 999)),
    st.builds(Dates, st.none() | st.dates(), st.none() | st.dates()),
    st.builds(During, st.sampled_from(Period)),
    st.builds(InMonth, st.integers(1, 12)),
)
IDS = st.lists(st.integers()).map(tuple)
CONDITIONS = st.builds(
    Condition,
    st.text(),
    st.lists(st.integers() | st.text()).map(tuple),
    st.none() | st.integers(),
    st.none() | st.integers(),
    WHENS,
    st.builds(Goods, IDS, IDS, IDS),
)


def groups(parts: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(parts).map(tuple)
    return st.one_of(st.builds(Every, several), st.builds(Some, several), st.builds(Not, parts))


@given(st.recursive(CONDITIONS, groups, max_leaves=8))
def test_json_brings_back_the_same_question(node: Node) -> None:
    stored: dict[str, Any] = json.loads(json.dumps(to_json(node)))
    assert from_json(stored) == node


@given(st.text(max_size=200))
def test_any_text_can_be_pasted(text: str) -> None:
    for piece in pieces(text, "RU"):
        assert piece.whole.text in text


@pytest.mark.parametrize(
    "node",
    [
        Condition("shoe size"),
        Condition("city"),
        Condition("level"),
        Condition("gender", values=("robot",)),
        Condition("age"),
        Condition("age", least=18, when=Last(3)),
        Condition("joined", when=Next(3)),
        Condition("joined", when=Last(-3)),
        Condition("birthday", when=InMonth(13)),
        Condition("consent", values=(1,)),
        Condition("points", least=1, goods=Goods(categories=(1,))),
        Condition("segment", values=(404,)),
        Condition("points", least=10**16),
    ],
)
async def test_a_question_that_no_screen_makes_is_refused(sqlite_shop: Shop, node: Node) -> None:
    olga = await sqlite_shop.identity(sqlite_shop.olga)
    with pytest.raises(Gone):
        await audience_queries.count(sqlite_shop.ctx, olga, node)


async def test_a_question_has_an_end(sqlite_shop: Shop) -> None:
    """Conditions of nested segments count too."""
    shop = sqlite_shop
    olga = await shop.identity(shop.olga)
    many = Every((Condition("consent"),) * 40)
    with pytest.raises(QuestionTooLong):
        await audience_queries.count(shop.ctx, olga, Every((many, many, many)))
    one = await saved_segments.save(shop.ctx, olga, "One", many)
    two = await saved_segments.save(shop.ctx, olga, "Two", Every((many, saved_segments.of(one.id))))
    with pytest.raises(QuestionTooLong):
        await audience_queries.count(shop.ctx, olga, Every((saved_segments.of(two.id), many)))
    assert (await audience_queries.count(shop.ctx, olga, saved_segments.of(two.id))).matched == 0


async def test_cities_are_known_by_the_spelling_that_came_first(shop: Shop) -> None:
    spellings = ["Тверь", "ТВЕРЬ", "казань", "Казань", None, "Ёлкино"]
    for number, city in enumerate(spellings):
        await guest(shop.ctx, number, city=city)
    found = (await shop_names.known(shop.ctx)).of[Named.CITY]
    assert found == {city: city for city in ("Тверь", "казань", "Ёлкино")}


async def test_nobody_said_where_they_live(shop: Shop) -> None:
    await guest(shop.ctx, 1, city=None)
    assert (await shop_names.known(shop.ctx)).of[Named.CITY] == {}
