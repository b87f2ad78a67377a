"""The real services over a real SQLite file, for a machine that runs thousands of short lives.

One event loop and one open database serve them all: between two lives the file gets the contents of
a template again, which takes a millisecond, where opening a database takes twenty.
"""

import asyncio
import sqlite3
from collections.abc import Coroutine, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Self, TypeVar

from app.clock import SystemSecrets
from app.database import migrate
from models.people import Member as MemberRow
from services import goods, ledger, programme
from services.charity import charity
from services.checkout import redemptions
from services.context import MEMO, Context
from services.enums import OperationKind, Role
from services.fraud import fraud_limits
from services.goods import ItemKind
from services.levels import levels
from services.members import members
from services.points import points_expiry
from services.programme import defaults
from services.programme.defaults import FirstTerms
from services.rewards import rewards, voucher_returns
from services.staff import identities, team
from tests.cast import MONDAY
from tests.engines import fast_database
from tests.machine.model import Lot

T = TypeVar("T")

OWNER, CASHIER, ANNA, VERA = 1, 2, 3, 4
REWARD_POINTS = 60


class Tick(StrEnum):
    """What the clock looks for."""

    REDEMPTIONS = "redemptions"
    VOUCHERS = "vouchers"
    POINTS = "points"
    LEVELS = "levels"

    async def run(self, ctx: Context) -> int:
        ticks = {
            Tick.REDEMPTIONS: redemptions.expire_due,
            Tick.VOUCHERS: voucher_returns.expire_due,
            Tick.POINTS: points_expiry.expire_due,
            Tick.LEVELS: levels.review_due,
        }
        return await ticks[self](ctx)


@dataclass
class Clock:
    at: datetime = MONDAY

    def now(self) -> datetime:
        return self.at


@dataclass
class MachineShop:
    """A shop with two members, an owner, a cashier, a reward, a fund and two categories; new after
    each `reset`.
    """

    home: Path
    clock: Clock = field(default_factory=Clock)
    owner: int = 0
    cashier: int = 0
    reward: int = 0
    fund: int = 0
    categories: tuple[int, ...] = ()
    members: tuple[int, ...] = ()

    def __enter__(self) -> Self:
        self._runner = asyncio.Runner()
        path = self.home / "machine.db"
        url = f"sqlite+aiosqlite:///{path}"
        migrate(url)
        self._database = fast_database(url)
        self.ctx = Context(self._database, self.clock, SystemSecrets())
        self.run(self._furnish())
        self._file = sqlite3.connect(path)
        self._template = sqlite3.connect(":memory:")
        self._file.backup(self._template)
        return self

    def __exit__(self, *_error: object) -> None:
        self._template.close()
        self._file.close()
        self.run(self._database.close())
        self._runner.close()

    def run(self, act: Coroutine[Any, Any, T]) -> T:
        return self._runner.run(act)

    def reset(self) -> None:
        self._template.backup(self._file)
        self._database._info[MEMO].clear()  # the terms of that life are gone with it
        self.clock.at = MONDAY

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        """Read past the services, as an auditor with a copy of the file would."""
        with closing(self._file.execute(query)) as cursor:
            return cursor.fetchall()

    async def grant(self, member_id: int, lots: Sequence[Lot], *, key: str) -> None:
        """Give points in a lot, or in two that live differently."""
        main, *rest = lots
        bonus = [ledger.Bonus(lot.points, lot.expires_at) for lot in rest]
        async with self.ctx.db.write() as session:
            member = await session.get_one(MemberRow, member_id)
            await ledger.award(
                session,
                await ledger.lock(session, member.account_id),
                sum(lot.points for lot in lots),
                OperationKind.GRANT,
                key=key,
                at=self.clock.now(),
                expires_at=main.expires_at,
                why={},
                starts_at=main.starts_at,
                bonus=bonus[0] if bonus else None,
            )

    async def publish(self, *, debts: bool, points_life_days: int | None) -> None:
        """Change what becomes of points that are not there any more, and how long new ones live."""
        async with self.ctx.db.write() as session:
            terms = await programme.terms(session)
            returns = replace(terms.returns, debts=debts)
            after = replace(terms, returns=returns, points_life_days=points_life_days)
            await programme.publish(session, after, at=self.clock.now())

    async def _furnish(self) -> None:
        ctx = self.ctx
        levels = ("Серебро", "Золото", "Платина")
        await defaults.ensure(ctx, FirstTerms("Зерно", "RUB", "Europe/Moscow", levels))
        await team.ensure_owners(ctx, [OWNER], "ru")
        self.owner = (await identities.visit(ctx, OWNER, "Ольга", "ru")).identity_id
        invitation = await team.invite(ctx, self.owner, Role.CASHIER)
        self.cashier = (await identities.visit(ctx, CASHIER, "Борис", "ru")).identity_id
        await team.accept(ctx, self.cashier, invitation.token)
        self.reward = await rewards.add(ctx, self.owner, rewards.NewReward("Кофе", REWARD_POINTS))
        self.categories = tuple(
            [
                await goods.add(ctx, self.owner, ItemKind.CATEGORY, name)
                for name in ("Кофе", "Торты")
            ]
        )
        self.members = (await self._join(ANNA), await self._join(VERA))
        self.fund = await charity.add_fund(ctx, self.owner, "Приют", "Собаки и кошки")
        for limit in fraud_limits.RANGES:  # what is held has its own tests
            await fraud_limits.change(ctx, self.owner, limit, None)

    async def _join(self, external_id: int) -> int:
        identity = (await identities.visit(self.ctx, external_id, "Анна", "ru")).identity_id
        return (await members.join(self.ctx, identity, members.Joining(True))).member_id
