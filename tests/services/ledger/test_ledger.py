"""The ledger: lots, expiry order, reversals that go back where they came from."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Account, Entry, Lot, Operation, OperationKind
from services import ledger
from services.ledger.errors import NotEnoughPoints
from tests.cast import MONDAY, Shop

Step = Callable[[AsyncSession, Account], Awaitable[Operation | None]]


async def on_account(shop: Shop, *steps: Step) -> list[Operation | None]:
    """Do steps on one new account, each in its own transaction."""
    async with shop.ctx.db.write() as session:
        account = ledger.open_account(session, MONDAY)
        await session.flush()
        account_id = account.id
    done = []
    for step in steps:
        async with shop.ctx.db.write() as session:
            done.append(await step(session, await ledger.lock(session, account_id)))
    return done


def award(points: int, *, days: int | None, key: str) -> Step:
    expires_at = None if days is None else MONDAY + timedelta(days=days)

    async def step(session: AsyncSession, account: Account) -> Operation:
        return await ledger.award(
            session,
            account,
            points,
            OperationKind.GRANT,
            key=key,
            at=MONDAY,
            expires_at=expires_at,
            why={},
        )

    return step


def take(points: int, *, key: str, day: int = 0) -> Step:
    async def step(session: AsyncSession, account: Account) -> Operation:
        at = MONDAY + timedelta(days=day)
        return await ledger.take(
            session, account, points, OperationKind.HOLD, key=key, at=at, why={}
        )

    return step


def give_back(key: str, *, day: int) -> Step:
    async def step(session: AsyncSession, account: Account) -> Operation:
        taken = await ledger.find(session, key)
        assert taken is not None
        at = MONDAY + timedelta(days=day)
        return await ledger.give_back(
            session, account, taken.id, OperationKind.RELEASE, key=f"back:{key}", at=at, why={}
        )

    return step


def take_back(key: str, *, day: int = 0) -> Step:
    async def step(session: AsyncSession, account: Account) -> Operation | None:
        given = await ledger.find(session, key)
        assert given is not None
        at = MONDAY + timedelta(days=day)
        done = await ledger.take_back(
            session, account, given.id, OperationKind.UNDO, key=f"undo:{key}", at=at, why={}
        )
        return done.operation

    return step


def expire(day: int) -> Step:
    async def step(session: AsyncSession, account: Account) -> Operation | None:
        return await ledger.expire(session, account, at=MONDAY + timedelta(days=day))

    return step


async def lots(shop: Shop) -> list[int]:
    async with shop.ctx.db.read() as session:
        return list(await session.scalars(select(Lot.remaining).order_by(Lot.id)))


async def balance(shop: Shop) -> int:
    """The stored balance, after checking it against the entries and the lots."""
    async with shop.ctx.db.read() as session:
        stored = (await session.scalars(select(Account.balance))).one()
        assert stored == await session.scalar(select(func.sum(Entry.points)))
        assert stored == await session.scalar(select(func.sum(Lot.remaining)))
    return stored


async def test_what_expires_first_is_spent_first(shop: Shop) -> None:
    await on_account(
        shop,
        award(100, days=None, key="for ever"),
        award(50, days=30, key="late"),
        award(50, days=10, key="soon"),
        take(70, key="spend"),
    )
    assert await lots(shop) == [100, 30, 0]
    assert await balance(shop) == 130


async def test_more_than_there_is_cannot_be_taken(shop: Shop) -> None:
    with pytest.raises(NotEnoughPoints) as refusal:
        await on_account(shop, award(100, days=None, key="a"), take(101, key="b"))
    assert (refusal.value.have, refusal.value.need) == (100, 101)
    assert await balance(shop) == 100


async def test_points_past_their_day_cannot_be_taken(shop: Shop) -> None:
    with pytest.raises(NotEnoughPoints) as refusal:
        await on_account(
            shop,
            award(40, days=5, key="short"),
            award(10, days=50, key="long"),
            take(30, key="late", day=6),
        )
    assert refusal.value.have == 10


async def test_what_is_given_back_returns_to_its_lots(shop: Shop) -> None:
    await on_account(
        shop,
        award(30, days=10, key="soon"),
        award(30, days=20, key="later"),
        take(40, key="hold"),
        give_back("hold", day=1),
    )
    assert await lots(shop) == [30, 30]


async def test_a_lot_that_expired_while_held_gets_a_grace(shop: Shop) -> None:
    await on_account(
        shop,
        award(30, days=10, key="soon"),
        take(30, key="hold"),
        give_back("hold", day=11),
        expire(day=12),
    )
    assert await balance(shop) == 30
    async with shop.ctx.db.read() as session:
        expires_at = (await session.scalars(select(Lot.expires_at))).one()
    assert expires_at == MONDAY + timedelta(days=11) + ledger.GRACE


async def test_the_grace_is_for_what_was_held_only(shop: Shop) -> None:
    await on_account(
        shop,
        award(30, days=10, key="soon"),
        take(10, key="hold"),
        give_back("hold", day=11),  # before the clock came to take out what expired
    )
    assert await balance(shop) == 10


async def test_a_lot_that_did_not_expire_keeps_its_day(shop: Shop) -> None:
    await on_account(
        shop,
        award(30, days=10, key="soon"),
        take(1, key="hold"),
        give_back("hold", day=9),
    )
    async with shop.ctx.db.read() as session:
        expires_at = (await session.scalars(select(Lot.expires_at))).one()
    assert expires_at == MONDAY + timedelta(days=10)


async def test_nothing_is_taken_back_from_what_has_expired(shop: Shop) -> None:
    await on_account(
        shop,
        award(50, days=None, key="other"),
        award(20, days=5, key="mistake"),
        take_back("mistake", day=6),  # before the clock came to take out what expired
    )
    assert await lots(shop) == [30, 0]


async def test_an_award_taken_back_stops_at_zero(shop: Shop) -> None:
    done = await on_account(
        shop,
        award(20, days=None, key="other"),
        award(50, days=None, key="mistake"),
        take(60, key="spent"),
        take_back("mistake"),
    )
    assert done[-1] is not None
    assert done[-1].points == -10
    assert await balance(shop) == 0


async def test_expiry_empties_only_what_is_due_and_only_once(shop: Shop) -> None:
    done = await on_account(
        shop,
        award(20, days=5, key="due"),
        award(50, days=None, key="for ever"),
        expire(day=5),
        expire(day=6),
    )
    assert [operation and operation.points for operation in done] == [20, 50, -20, None]
    assert await lots(shop) == [0, 50]


async def test_one_reversal_a_taking(shop: Shop) -> None:
    await on_account(shop, award(30, days=None, key="a"), take(30, key="b"), give_back("b", day=0))
    async with shop.ctx.db.read() as session:
        operation = await ledger.find(session, "b")
        assert operation is not None
    with pytest.raises(ValueError, match="to give back"):
        await _reverse_again(shop, operation)
    assert await balance(shop) == 30


async def _reverse_again(shop: Shop, operation: Operation) -> None:
    async with shop.ctx.db.write() as session:
        account = await ledger.lock(session, operation.account_id)
        await ledger.give_back(
            session,
            account,
            operation.id,
            OperationKind.RELEASE,
            key="another key",
            at=MONDAY,
            why={},
        )
