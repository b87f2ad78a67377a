"""The trail of acts: found again by whom it is about, never changed, nothing personal in it."""

import json

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from models.ledger import Operation
from models.people import AuditRecord
from models.trust import Flag
from services import dates
from services.back_office import journal
from services.back_office.journal import Search
from services.charity import charity
from services.checkout import purchases, redemptions
from services.enums import AuditSource
from services.fraud import fraud_limits
from services.members import members
from services.profiles import leaving, profiles
from services.refunds import undoing
from services.rewards import rewards, voucher_returns, vouchers
from services.staff import team
from tests.cast import Shop

PHONE = "+79123456789"


async def live(shop: Shop) -> tuple[int, int, int]:
    """Olga, Boris and Anna, who has a phone, bought something and refused to pay with points."""
    ctx = shop.ctx
    olga, boris, anna = (
        await shop.identity(shop.olga),
        await shop.hire(shop.boris),
        await shop.join(shop.anna),
    )
    await profiles.set_phone(ctx, anna, PHONE, contact_owner=1, sender=1)
    await profiles.set_birthday(ctx, anna, dates.Birthday(day=24, month=5, year=1990))
    receipt = await purchases.record(ctx, boris, anna, 2000_00, key="bought")
    await undoing.undo(ctx, boris, receipt.purchase_id)
    asked = await redemptions.request(ctx, boris, anna, 1000_00, 50, key="asked")
    await redemptions.decline(ctx, anna, asked.redemption_id)
    await members.unfreeze(ctx, olga, anna)
    return olga, boris, anna


async def acts(shop: Shop, wanted: Search) -> list[str]:
    lines = await journal.latest(shop.ctx, await shop.identity(shop.olga), wanted, limit=100)
    return [line.act for line in lines]


@pytest.mark.parametrize("sought", ["Анна", "анн", "НН", "+7 912 345-67-89", "89123456789"])
async def test_a_member_is_found_by_name_and_phone(shop: Shop, sought: str) -> None:
    await live(shop)
    vera = await shop.join(shop.vera)
    await members.set_ads_consent(shop.ctx, vera, yes=False)
    found = await acts(shop, Search(member=sought))
    assert found == [
        "member.unfrozen",
        "member.frozen",
        "redemption.declined",
        "purchase.undone",
        "purchase.recorded",
    ]


@pytest.mark.parametrize("sought", ["%", "_", "Борис", "+79990000000"])
async def test_nothing_else_is_found(shop: Shop, sought: str) -> None:
    await live(shop)
    assert await acts(shop, Search(member=sought)) == []


async def test_by_staff_by_subject_and_by_time(shop: Shop) -> None:
    olga, _, anna = await live(shop)
    by_name = {name: staff_id for staff_id, name in await journal.actors(shop.ctx, olga)}
    of_boris = await acts(shop, Search(staff_id=by_name["Борис"]))
    assert of_boris == [
        "redemption.declined",
        "purchase.undone",
        "purchase.recorded",
        "staff.joined",
    ]
    assert await acts(shop, Search(subject="purchase")) == ["purchase.undone", "purchase.recorded"]
    assert await acts(shop, Search(subject="purchase.")) == []
    await shop.later(hours=1)
    await leaving.leave(shop.ctx, anna)
    assert await acts(shop, Search(since=shop.clock.now())) == ["member.left"]


async def test_pages_follow_one_another(shop: Shop) -> None:
    olga, _, _ = await live(shop)
    every = await journal.latest(shop.ctx, olga, limit=100)
    first = await journal.latest(shop.ctx, olga, limit=3)
    rest = await journal.latest(shop.ctx, olga, limit=100, before_id=first[-1].id)
    assert first + rest == every


async def test_somebody_s_role_is_told_by_a_name_that_is_kept_elsewhere(shop: Shop) -> None:
    olga, _, _ = await live(shop)
    by_name = {name: staff_id for staff_id, name in await journal.actors(shop.ctx, olga)}
    await team.revoke(shop.ctx, olga, by_name["Борис"])
    line = (await journal.latest(shop.ctx, olga))[0]
    assert (line.act, line.colleague) == ("staff.revoked", "Борис")
    assert "Борис" not in str(line.facts)


async def test_what_members_do_with_their_points_is_there(shop: Shop) -> None:
    olga, _, anna = await live(shop)
    reward = await rewards.add(shop.ctx, olga, rewards.NewReward("Чашка", 20, voucher_days=3))
    fund = await charity.add_fund(shop.ctx, olga, "Приют", "Кошкам")
    first = await vouchers.request(shop.ctx, anna, reward, key="first")
    await voucher_returns.cancel(shop.ctx, anna, first.id)
    await vouchers.request(shop.ctx, anna, reward, key="second")
    await charity.give(shop.ctx, anna, fund, 10, key="gift")
    await shop.later(days=5)
    lines = await journal.latest(shop.ctx, olga, Search(member="Анна"), limit=100)
    points = {"voucher": 20, "fund": 10}
    told = [
        (line.act, line.source, line.facts["points"])
        for line in lines
        if line.act.partition(".")[0] in points
    ]
    assert told == [
        ("voucher.expired", AuditSource.CLOCK, 20),
        ("fund.given", AuditSource.CHAT, 10),
        ("voucher.ordered", AuditSource.CHAT, 20),
        ("voucher.cancelled", AuditSource.CHAT, 20),
        ("voucher.ordered", AuditSource.CHAT, 20),
    ]


async def test_what_the_clock_did_says_so(shop: Shop) -> None:
    olga, boris, anna = await live(shop)
    await redemptions.request(shop.ctx, boris, anna, 1000_00, 50, key="silence")
    await shop.later(minutes=4)
    await shop.later(days=400)
    lines = await journal.latest(shop.ctx, olga, limit=100)
    sources = {line.act: (line.source, line.member_name) for line in lines}
    assert sources["redemption.expired"] == (AuditSource.CLOCK, "Анна")
    assert sources["points.expired"] == (AuditSource.CLOCK, "Анна")
    assert sources["redemption.declined"] == (AuditSource.CHAT, "Анна")
    expired = next(line for line in lines if line.act == "points.expired")
    assert expired.facts["points"] == 100


@pytest.mark.parametrize("table", ["audit", "operations", "entries"])
@pytest.mark.parametrize("change", ["UPDATE {} SET id = id + 1000", "DELETE FROM {}"])
async def test_what_was_written_stays(shop: Shop, table: str, change: str) -> None:
    await live(shop)
    with pytest.raises(DBAPIError, match=f"rows of {table} are for ever"):
        async with shop.ctx.db.write() as session:
            await session.execute(text(change.format(table)))


async def test_what_stays_for_ever_names_nobody_who_left(shop: Shop) -> None:
    olga, boris, anna = await live(shop)
    await fraud_limits.change(shop.ctx, olga, "card_a_day", 1)
    for key in ("one", "two"):
        await purchases.record(shop.ctx, boris, anna, 1000_00, key=key)
    fund = await charity.add_fund(shop.ctx, olga, "Приют", "Кошкам")
    await charity.give(shop.ctx, anna, fund, 10, key="gift")
    await leaving.leave(shop.ctx, anna)
    async with shop.ctx.db.read() as session:
        kept = [
            *(await session.scalars(select(AuditRecord.facts))),
            *(await session.scalars(select(Operation.why))),
            *(await session.scalars(select(Flag.facts))),
        ]
    said = json.dumps(kept, ensure_ascii=False)
    assert len(kept) > 15
    assert [word for word in ("Анна", "9123456789", "1990", "birth") if word in said] == []
    assert {line.member_name for line in await journal.latest(shop.ctx, olga, limit=100)} == {
        "",
        None,
    }
