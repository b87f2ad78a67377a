"""A guest as an owner sees them, beside what the same shop says when all are asked."""

from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import insert, select, update

from models.ledger import Account
from models.people import Member
from models.segmentation import MemberCategory, Segment
from services.back_office import guest_page
from services.back_office.guest_page import InSegment
from services.errors import Gone
from services.members import member_search
from services.profiles import leaving, profiles
from services.segments import saved_segments
from services.segments.attributes.lifecycle import Stage
from services.segments.member_matching import AT_ONCE
from services.segments.questions.ready_made import READY
from services.segments.questions.tree import Condition, Every, Node, Not
from services.segments.rfm import findings, overview
from services.segments.rfm.scores import Group
from services.staff.errors import NotStaff
from tests.cast import Shop
from tests.services.checkout.purchases_made import categories
from tests.services.crowd import guest
from tests.services.segments.buyers import Life, Receipt, buyers
from tests.services.segments.rfm.test_scores import found

DAY = timedelta(days=1)


async def everybody(shop: Shop) -> list[int]:
    """Members of all ages and habits: some bought nothing, some are long gone."""
    now, chance = shop.clock.now(), Random(9)

    def life() -> Life:
        count = chance.choice((0, 1, 1, 2, 3, 5, 9))
        days = [chance.choice((1, 20, 40, 95, 130, 200, 300)) for _ in range(count)]
        return tuple(Receipt(now - day * DAY, chance.randrange(50_00, 900_00)) for day in days)

    ids = await buyers(shop.ctx, {f"Guest {number}": life() for number in range(40)})
    await findings.work_out(shop.ctx)
    return list(ids.values())


async def test_groups_stages_and_segments_are_those_of_the_questions(shop: Shop) -> None:
    ids, by = await everybody(shop), await shop.identity(shop.olga)
    few = Condition("purchases", least=1, most=2)
    own: dict[int, Node] = {
        (await saved_segments.save(shop.ctx, by, "Few", few)).id: few,
        (await saved_segments.save(shop.ctx, by, "Not few", Not(few))).id: Not(few),
    }
    pages = {one: await guest_page.show(shop.ctx, by, one) for one in ids}
    for group in Group:
        mine = {key for key, page in pages.items() if page.group is group}
        assert mine == await found(shop, overview.question(group)), group
    for stage in Stage:
        mine = {key for key, page in pages.items() if page.stage is stage}
        assert mine == await found(shop, Condition("stage", values=(stage.value,))), stage
    for name, node in READY.items():
        mine = {key for key, page in pages.items() if name in page.ready}
        assert mine == await found(shop, node), name
    for segment_id, node in own.items():
        mine = {key for key, page in pages.items() if segment_id in {one.id for one in page.saved}}
        assert mine == await found(shop, node), segment_id
    for key, page in pages.items():
        if page.expected is None:
            assert page.purchases == 0
        else:
            minor = page.expected.minor
            assert key in await found(shop, Condition("expected_value", least=minor, most=minor))


async def test_figures_of_a_guest(shop: Shop) -> None:
    now, by = shop.clock.now(), await shop.identity(shop.olga)
    ids = await buyers(
        shop.ctx,
        {
            "Клара": (
                Receipt(now - 40 * DAY, 100_00),
                Receipt(now - 3 * DAY, 301_01, back=100_00),
                Receipt(now - DAY, 90_00, back=90_00),
            ),
            "Новая": (),
        },
    )
    coffee, tea = await categories(shop, "Кофе", "Чай")
    async with shop.ctx.db.write() as session:
        for category, times in ((coffee, 2), (tea, 1)):
            total = {"purchases": times, "quantity": times, "paid": 0}
            seen = {"first_at": now, "last_at": now}
            whose = {"member_id": ids["Клара"], "category_id": category}
            await session.execute(insert(MemberCategory).values(**whose, **total, **seen))
    klara = await guest_page.show(shop.ctx, by, ids["Клара"])
    assert (klara.name, klara.level) == ("Клара", "Серебро")
    assert (klara.purchases, klara.spent.minor) == (2, 301_01)
    assert klara.average is not None
    assert klara.average.minor == 150_50
    assert (klara.days_ago, klara.joined_at) == (3, now - 40 * DAY)
    assert klara.favourites == ("Кофе",)
    assert klara.group is None, "nothing has been worked out yet"
    assert klara.stage is Stage.ACTIVE
    assert (klara.reachable, klara.agreed) == (False, False)
    new = await guest_page.show(shop.ctx, by, ids["Новая"])
    assert (new.purchases, new.average, new.days_ago, new.stage) == (0, None, None, None)
    assert new.favourites == ()


async def test_a_debt_and_what_reaches_a_guest(shop: Shop) -> None:
    by = await shop.identity(shop.olga)
    silent = await guest(shop.ctx, 1, ads=False)
    blocked = await guest(shop.ctx, 2, blocked=True)
    async with shop.ctx.db.write() as session:
        account = select(Member.account_id).where(Member.id == silent).scalar_subquery()
        await session.execute(update(Account).where(Account.id == account).values(balance=-30))
    page = await guest_page.show(shop.ctx, by, silent)
    assert page.balance.points == -30
    assert (page.reachable, page.agreed) == (True, False)
    page = await guest_page.show(shop.ctx, by, blocked)
    assert (page.reachable, page.agreed) == (False, True)


async def test_more_segments_than_are_asked_at_once_and_some_that_name_what_is_gone(
    shop: Shop,
) -> None:
    by, anna = await shop.identity(shop.olga), await shop.join(shop.anna)
    consent = Condition("consent")
    kept = [
        (await saved_segments.save(shop.ctx, by, f"Segment {number}", Every((consent,)))).id
        for number in range(AT_ONCE + 5)
    ]
    listed = await saved_segments.save(shop.ctx, by, "List", consent, frozen=True)
    dropped = await saved_segments.save(shop.ctx, by, "Deleted", consent)
    named = await saved_segments.save(
        shop.ctx, by, "Names the deleted", saved_segments.of(dropped.id)
    )
    await saved_segments.save(shop.ctx, by, "Nobody", Not(consent))
    await saved_segments.delete(shop.ctx, by, dropped.id)
    async with shop.ctx.db.write() as session:
        staff = select(Segment.created_by).limit(1).scalar_subquery()
        gone = [
            {"name": name, "tree": tree, "created_by": staff, "created_at": shop.clock.now()}
            for name, tree in (
                ("Of an attribute", {"if": "custom.99"}),
                ("Of a word", {"if": "stage", "values": ["enchanted"]}),
            )
        ]
        for one in gone:
            await session.execute(insert(Segment).values(**one))
    page = await guest_page.show(shop.ctx, by, anna)
    assert page.saved == (
        InSegment(named.id, "Names the deleted", frozen=False),
        InSegment(listed.id, "List", frozen=True),
        *(
            InSegment(kept[number], f"Segment {number}", frozen=False)
            for number in reversed(range(len(kept)))
        ),
    )


async def test_only_an_owner_sees_and_only_who_is_there_is_seen(shop: Shop) -> None:
    by, boris = await shop.identity(shop.olga), await shop.hire(shop.boris)
    anna = await shop.join(shop.anna)
    for act in (guest_page.show, member_search.one):
        with pytest.raises(NotStaff):
            await act(shop.ctx, boris, anna)
        with pytest.raises(Gone):
            await act(shop.ctx, by, anna + 1)
    with pytest.raises(NotStaff):
        await member_search.find(shop.ctx, boris, "Анна", limit=5)
    await leaving.leave(shop.ctx, anna)
    for act in (guest_page.show, member_search.one):
        with pytest.raises(Gone):
            await act(shop.ctx, by, anna)
    assert (await member_search.find(shop.ctx, by, "Анна", limit=5)).first == ()


async def test_whom_a_name_or_a_phone_may_mean(shop: Shop) -> None:
    now, by = shop.clock.now(), await shop.identity(shop.olga)
    lives = {
        "Мария Б.": (Receipt(now - 2 * DAY),),
        "Мария А.": (),
        "Анна-Мария": (Receipt(now - DAY),),
        "Пётр": (Receipt(now),),
    }
    ids = await buyers(shop.ctx, lives)
    await profiles.set_phone(shop.ctx, ids["Пётр"], "+79123456780", contact_owner=1, sender=1)

    async def those(text: str, limit: int = 5) -> tuple[list[str], bool]:
        some = await member_search.find(shop.ctx, by, text, limit=limit)
        return [one.name for one in some.first], some.more

    assert await those("мария") == (["Анна-Мария", "Мария Б.", "Мария А."], False)
    assert await those("мария", 3) == (["Анна-Мария", "Мария Б.", "Мария А."], False)
    assert await those("мария", 2) == (["Анна-Мария", "Мария Б."], True)
    assert await those("8 912 345-67-80") == (["Пётр"], False)
    assert await those("+79990000000") == ([], False)
