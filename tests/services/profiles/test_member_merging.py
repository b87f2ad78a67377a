"""Anna was a customer long before she came to the chat."""

import pytest
from sqlalchemy import select

from models.messaging import Delivery
from models.people import Member
from models.segmentation import AttributeValue, MemberCategory
from models.till import Purchase
from services.integrity import verify
from services.points import balances
from services.profiles import leaving, profiles
from services.profiles.errors import PhoneTaken
from tests.cast import Shop
from tests.services.importing.files import bring, table

PHONE = "+79123456789"


async def came_by_import(shop: Shop) -> None:
    """Two receipts of hers, her points, a pet and a campaign that she received."""
    members = (
        ("Карта", "Телефон", "Город", "Баллы", "Питомец"),
        ("77", PHONE, "Казань", 120, "Кот"),
    )
    await bring(shop, table(*members))
    head = ("Чек", "Дата", "Карта", "Товар", "Категория", "Оплачено")
    receipts = [
        (1, "10.01.2026", 77, "Торт", "Торты", 100_000),
        (2, "11.01.2026", 77, "Кофе", "Кофе", 300),
    ]
    await bring(shop, table(head, *receipts))
    await bring(shop, table(("Кампания", "Начало"), ("зима", "01.01.2026")))
    await bring(shop, table(("Кампания", "Карта"), ("зима", 77)))


async def share(shop: Shop, member_id: int) -> None:
    await profiles.set_phone(shop.ctx, member_id, PHONE, contact_owner=701, sender=701)


async def test_the_two_become_one(shop: Shop) -> None:
    await came_by_import(shop)
    anna = await shop.join(shop.anna)
    before = (await balances.balance(shop.ctx, anna)).spendable
    said = len(shop.anna.messages)
    await share(shop, anna)
    await shop.settle()

    async with shop.ctx.db.read() as session:
        member = await session.get_one(Member, anna)
        assert (member.phone, member.external_id, member.city) == (PHONE, "77", "Казань")
        assert (member.purchases_count, member.spent_total) == (2, 10_030_000)
        assert member.level_id > 1
        owners = await session.scalars(select(Purchase.member_id))
        assert set(owners) == {anna}
        assert set(await session.scalars(select(MemberCategory.member_id))) == {anna}
        assert set(await session.scalars(select(AttributeValue.member_id))) == {anna}
        sent = select(Delivery).where(Delivery.campaign_id.is_not(None))
        (received,) = (await session.scalars(sent)).all()
        assert received.identity_id == await shop.identity(shop.anna)
        (shell,) = (await session.scalars(select(Member).where(Member.id != anna))).all()
        assert (shell.phone, shell.external_id, shell.name) == (None, None, "")
        assert shell.deleted_at is not None
    profile = (await leaving.export(shop.ctx, anna))["profile"]
    assert profile["number_in_the_till"] == "77"
    assert (await balances.balance(shop.ctx, anna)).spendable == before + 120
    assert len(shop.anna.messages) == said
    assert (await verify.run(shop.ctx)).problems == ()


async def test_the_same_files_bring_nothing_more(sqlite_shop: Shop) -> None:
    shop = sqlite_shop
    await came_by_import(shop)
    anna = await shop.join(shop.anna)
    await share(shop, anna)
    await share(shop, anna)
    balance = (await balances.balance(shop.ctx, anna)).spendable
    await came_by_import(shop)
    assert (await balances.balance(shop.ctx, anna)).spendable == balance
    async with shop.ctx.db.read() as session:
        assert (await session.get_one(Member, anna)).purchases_count == 2
        assert len((await session.scalars(select(Member))).all()) == 2


async def test_another_members_phone_stays_theirs(sqlite_shop: Shop) -> None:
    shop = sqlite_shop
    await share(shop, await shop.join(shop.anna))
    with pytest.raises(PhoneTaken):
        await share(shop, await shop.join(shop.vera))


async def test_who_leaves_takes_their_number_in_the_till_along(sqlite_shop: Shop) -> None:
    shop = sqlite_shop
    await came_by_import(shop)
    anna = await shop.join(shop.anna)
    await share(shop, anna)
    await leaving.leave(shop.ctx, anna)
    brought = await bring(
        shop, table(("Чек", "Дата", "Карта", "Оплачено"), (9, "12.01.2026", 77, 5))
    )
    assert brought.counts == {"members": 1, "receipts": 1}
    async with shop.ctx.db.read() as session:
        assert (await session.get_one(Member, anna)).external_id is None
