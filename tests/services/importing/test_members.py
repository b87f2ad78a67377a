"""Members of a till are imported, and nobody gets a message."""

from dataclasses import dataclass, replace

import pytest
from sqlalchemy import func, select

from models.ledger import Operation
from models.messaging import Delivery
from models.people import Gender, Member
from models.segmentation import AttributeChoice, AttributeValue, CustomAttribute
from services.importing import run
from services.importing.errors import ImportCrossed, ImportUnderWay
from services.integrity import verify
from services.storage import leases
from services.surveys import custom_attributes
from services.surveys.errors import TooManyAttributes
from tests.cast import Shop
from tests.services.importing.files import bring, table

HEAD = ("Карта", "Телефон", "Фамилия", "Имя", "Дата рождения", "Пол", "Город", "Рассылка",
        "Баллы", "Питомец", "Детей")  # fmt: skip
ROWS = (
    ("1", "8 912 000-00-01", "Белова", "Анна", "31.12.1990", "ж", "казань", "да", 120, "Кот", 2),
    ("2", "", "", "Пётр", "", "м", "", "", "", "Собака", 0),
    ("3", "не скажу", "", "Лев", "", "", "", "", "", "", ""),
    ("1", "", "", "Опять она", "", "", "", "", "50", "", ""),
)


async def test_people_come_in_with_what_the_till_knows(shop: Shop) -> None:
    brought = await bring(shop, table(HEAD, *ROWS))
    assert brought.reasons == {4: "phone", 5: "twice"}
    assert brought.counts == {
        "members": 2,
        "opening_points": 120,
        "attributes": 2,
        "values": 4,
    }
    async with shop.ctx.db.read() as session:
        anna, peter = (await session.scalars(select(Member).order_by(Member.external_id))).all()
        assert (anna.name, anna.phone, anna.gender) == (
            "Белова Анна",
            "+79120000001",
            Gender.FEMALE,
        )
        assert (anna.birth_day, anna.birth_month, anna.birth_year) == (31, 12, 1990)
        assert anna.city_key == "казань"
        assert anna.ads_consent_at is not None
        assert (anna.data_consent_at, peter.ads_consent_at) == (None, None)
        answers = await session.execute(
            select(CustomAttribute.name, AttributeChoice.name, AttributeValue.number)
            .join(CustomAttribute, CustomAttribute.id == AttributeValue.attribute_id)
            .outerjoin(AttributeChoice, AttributeChoice.id == AttributeValue.choice_id)
            .where(AttributeValue.member_id == anna.id)
        )
        assert set(map(tuple, answers)) == {("Питомец", "Кот", None), ("Детей", None, 2)}
        assert await session.scalar(select(func.count()).select_from(Delivery)) == 0
    assert (await verify.run(shop.ctx)).problems == ()


async def test_again_changes_nothing(sqlite_shop: Shop) -> None:
    shop = sqlite_shop
    dry = await bring(shop, table(HEAD, *ROWS), dry=True)
    assert (await bring(shop, table(HEAD, *ROWS))).counts == dry.counts
    again = await bring(shop, table(HEAD, *ROWS))
    assert again.counts == {"members_there": 2}
    async with shop.ctx.db.read() as session:
        assert await session.scalar(select(func.count()).select_from(Operation)) == 1


async def test_columns_of_one_name_are_one_attribute(shop: Shop) -> None:
    long = "кличка " * 30
    text = table(("Карта", "Питомец", "питомец "), (1, f"{long}1", ""), (2, "", f"{long}2"))
    first = await bring(shop, text)
    assert first.counts == {"members": 2, "attributes": 1, "values": 2}
    assert (await bring(shop, text)).counts == {"members_there": 2}
    async with shop.ctx.db.read() as session:
        assert await session.scalar(select(func.count()).select_from(AttributeChoice)) == 1


async def test_no_more_attributes_than_anybody_would_answer(sqlite_shop: Shop) -> None:
    shop, most = sqlite_shop, custom_attributes.MOST
    own = [f"Вопрос {number}" for number in range(most + 1)]
    for dry in (True, False):
        with pytest.raises(TooManyAttributes):
            await bring(shop, table(["Карта", *own], [1] * (most + 2)), dry=dry)
    brought = await bring(shop, table(["Карта", *own[:most]], [1] * (most + 1)))
    assert brought.counts == {"members": 1, "attributes": most, "values": most}
    assert (await bring(shop, table(["Карта", own[0]], [2, 1]))).counts["values"] == 1


async def test_what_a_member_said_stays(sqlite_shop: Shop) -> None:
    shop = sqlite_shop
    anna = await shop.join(shop.anna, ads=False)
    async with shop.ctx.db.write() as session:
        member = await session.get_one(Member, anna)
        member.phone, member.city = "+79120000001", "Уфа"
    brought = await bring(shop, table(HEAD, ROWS[0]))
    assert brought.counts["members_filled"] == 1
    async with shop.ctx.db.read() as session:
        member = await session.get_one(Member, anna)
        assert (member.name, member.city, member.external_id) == ("Анна", "Уфа", "1")
        assert (member.birth_day, member.ads_consent_at) == (31, None)
    other = await bring(shop, "карта;телефон\n2;\n")
    assert other.counts == {"members": 1}
    torn = await bring(shop, "карта;телефон\n2;8 912 000-00-01\n")
    assert torn.reasons == {2: "two_members"}


async def test_nobody_without_a_chat_is_given_a_birthday(sqlite_shop: Shop) -> None:
    shop = sqlite_shop
    await bring(shop, "карта;дата рождения;дата регистрации\n1;04.03.1990;01.01.2020\n")
    await shop.later(days=3)
    async with shop.ctx.db.read() as session:
        assert await session.scalar(select(func.count()).select_from(Operation)) == 0


@dataclass(frozen=True)
class Repeating:
    """Secrets that give a card the token of another card."""

    given: str

    def token(self) -> str:
        return self.given

    def digits(self, count: int) -> str:
        return "0" * count


async def test_what_somebody_else_takes_just_then_is_said_in_words(shop: Shop) -> None:
    anna = await shop.join(shop.anna)
    async with shop.ctx.db.read() as session:
        taken = (await session.get_one(Member, anna)).card_token
    honest = shop.ctx
    shop.ctx = replace(honest, secrets=Repeating(taken))
    with pytest.raises(ImportCrossed):
        await bring(shop, table(HEAD, ROWS[0]))
    shop.ctx = honest
    assert (await bring(shop, table(HEAD, ROWS[0]))).counts["members"] == 1


async def test_one_file_at_a_time_and_none_waits_long_for_one_that_broke_off(shop: Shop) -> None:
    assert await leases.hold(shop.ctx, run.LEASE, "a program that died", run.LEASE_FOR)
    with pytest.raises(ImportUnderWay):
        await bring(shop, table(HEAD, ROWS[0]))
    assert (await bring(shop, table(HEAD, ROWS[0]), dry=True)).counts["members"] == 1
    await shop.later(minutes=2)
    assert (await bring(shop, table(HEAD, ROWS[0]))).counts["members"] == 1
