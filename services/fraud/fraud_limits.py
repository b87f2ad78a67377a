"""Fraud limits: the most that is still usual at the till. The owner sets each, or turns it off."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.people import Role
from models.programme import ONLY, Programme
from models.till import Purchase
from models.trust import Suspicion
from services.audit import record
from services.context import Context
from services.errors import Gone
from services.parsing.numbers import LARGEST
from services.parsing.ranges import Range
from services.staff import access

WINDOW = timedelta(minutes=10)
"""The period in which redemption requests and wrong codes are counted."""

USUAL_OVER = timedelta(days=90)
USUAL_FROM = 20  # receipts; fewer do not show a usual amount


@dataclass(frozen=True, slots=True)
class FraudLimits:
    """The fraud limits; None: not checked. Only one of `size` and `size_amount` is set."""

    card_a_day: int | None = 5  # receipts on one card, in the shop's day
    cashier_an_hour: int | None = 60  # receipts of one cashier, in any 60 minutes
    family: int | None = 1  # 1: checked; there is nothing to count
    size: int | None = 10  # times the usual receipt
    size_amount: int | None = None  # a receipt, in minor units
    redemptions: int | None = 3  # requests to one member within WINDOW
    codes: int | None = 5  # wrong codes of one cashier within WINDOW

    def of(self, suspicion: Suspicion) -> dict[str, int | None]:
        """The fraud limits on which a suspicion depends."""
        return {name: getattr(self, name) for name in NAMES[suspicion]}


@dataclass(frozen=True, slots=True)
class Watch:
    """The fraud limits, and the usual receipt: the median, in minor units."""

    limits: FraudLimits
    usual: int | None  # None: too few receipts to judge by

    @property
    def largest(self) -> int | None:
        """The largest usual receipt, in minor units."""
        limits = self.limits
        if limits.size_amount is not None or limits.size is None or self.usual is None:
            return limits.size_amount
        return limits.size * self.usual


NAMES: Mapping[Suspicion, tuple[str, ...]] = {
    suspicion: (suspicion.value,) for suspicion in Suspicion
} | {Suspicion.SIZE: ("size", "size_amount")}

RANGES = {
    "card_a_day": Range(1, 1_000, without=True),
    "cashier_an_hour": Range(1, 10_000, without=True),
    "family": Range(1, 1, without=True),
    "size": Range(2, 1_000, without=True),
    "size_amount": Range(1, LARGEST * 10**3, without=True),
    "redemptions": Range(1, 100, without=True),
    "codes": Range(1, 100, without=True),
}


async def watch(session: AsyncSession) -> Watch:
    """The fraud limits in force."""
    query = select(Programme.trust).where(Programme.id == ONLY)
    return watch_of((await session.scalars(query)).one())


def watch_of(stored: Mapping[str, Any]) -> Watch:
    """The fraud limits that `Programme.trust` holds."""
    return Watch(FraudLimits(**stored.get("limits", {})), stored.get("usual"))


async def show(ctx: Context, actor_id: int) -> Watch:
    """The fraud limits, for an owner. Raises NotStaff."""
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        return await watch(session)


async def change(ctx: Context, actor_id: int, name: str, value: int | None) -> FraudLimits:
    """Set one fraud limit; setting one of the two sizes removes the other.

    Raises NotStaff, BadNumber, and Gone for a limit that does not exist.
    """
    async with access.write(ctx, actor_id, Role.OWNER) as (session, owner):
        suspicion = next((about for about, names in NAMES.items() if name in names), None)
        if suspicion is None:
            raise Gone
        new = {**dict.fromkeys(NAMES[suspicion]), name: RANGES[name].check(value)}
        row = await session.get_one(Programme, ONLY, with_for_update=True)
        before = watch_of(row.trust).limits
        after = replace(before, **new)
        if after != before:
            row.trust = {**row.trust, "limits": {**row.trust.get("limits", {}), **new}}
            facts = {
                "suspicion": suspicion,
                "before": before.of(suspicion),
                "after": after.of(suspicion),
            }
            record(session, ctx.clock.now(), "trust.changed", staff_id=owner.id, facts=facts)
        return after


async def learn_usual(ctx: Context) -> int:
    """Compute the usual receipt again; gives 1 if it changed, else 0.

    It is stored because each receipt needs it. As a median it does not follow a single huge one.
    """
    async with ctx.db.read() as session:
        lately = (Purchase.at > ctx.clock.now() - USUAL_OVER, Purchase.undone_at.is_(None))
        count = await session.scalar(select(func.count()).where(*lately)) or 0
        middle = select(Purchase.amount).where(*lately).order_by(Purchase.amount)
        usual = await session.scalar(middle.offset(count // 2).limit(1))
        if count < USUAL_FROM:
            usual = None
        if usual == (await watch(session)).usual:
            return 0
    async with ctx.db.write() as session:
        row = await session.get_one(Programme, ONLY, with_for_update=True)
        row.trust = {**row.trust, "usual": usual}
    return 1
