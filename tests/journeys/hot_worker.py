"""A process at a hot account, forked to run `main` from the round that it gets.

`what` is `till` (purchases, refunds, redemptions, undoing) or `clock` (points that expire while all
that goes on). Says each success on a line of its own, and `round N` when all of round N is done:
whoever starts it again after a kill begins with the round that was not. A round that is done anew
uses the same keys, as a till does that got no answer.
"""

import asyncio
import os
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import timedelta

from app.clock import SystemClock, SystemSecrets
from app.database import Database
from models.people import Member
from services import ledger
from services.checkout import purchases, redemptions
from services.checkout.errors import AlreadyResolved, RedemptionPending
from services.checkout.redemption_steps import Request
from services.context import Context
from services.enums import OperationKind, RedemptionStatus
from services.ledger.errors import NotEnoughPoints
from services.points import points_expiry
from services.refunds import refunds, undoing
from services.refunds.errors import AlreadyUndone

ROUNDS = 32
STDOUT = 1
AMOUNT, PART = 1000_00, 333_33
POINTS, MAYFLIES = 20, 7
MAYFLY = timedelta(milliseconds=100)
"""How long the points live that come only to expire."""


class Till:
    def __init__(self, ctx: Context, name: str, staff: int, member: int) -> None:
        self.ctx, self.name, self.staff, self.member = ctx, name, staff, member

    async def serve(self, number: int) -> None:
        """Sell; every other receipt is paid with points in part, and some go back."""
        key = f"{self.name}:{number}"
        if number % 2:
            await self._redeem(key, torn=number % 4 == 1)
            return
        receipt = await purchases.record(self.ctx, self.staff, self.member, AMOUNT, key=key)
        say("purchase", key, receipt.points_earned)
        if number % 4:
            await self._refund(f"{key}:back", receipt.purchase_id)

    async def _redeem(self, key: str, *, torn: bool) -> None:
        try:
            request = await redemptions.request(
                self.ctx, self.staff, self.member, AMOUNT, POINTS, key=key
            )
        except (RedemptionPending, NotEnoughPoints):
            return  # another till was quicker
        answers: list[Awaitable[object]] = [
            redemptions.approve(self.ctx, self.member, request.redemption_id)
        ]
        if torn:  # the member says yes while the cashier takes the request back
            answers.append(redemptions.cancel(self.ctx, self.staff, request.redemption_id))
        for answer in await asyncio.gather(*answers, return_exceptions=True):
            if isinstance(answer, purchases.Receipt):
                say("purchase", f"redemption:{key}", answer.points_earned)
                if torn:
                    with suppress(AlreadyUndone):
                        await undoing.undo(self.ctx, self.staff, answer.purchase_id)
                    say("refund", f"undo:{answer.purchase_id}", AMOUNT)
                else:
                    await self._refund(f"{key}:back", answer.purchase_id)
            elif isinstance(answer, Request):
                assert answer.status is RedemptionStatus.CANCELLED
            else:
                assert isinstance(answer, AlreadyResolved), answer

    async def _refund(self, key: str, purchase_id: int) -> None:
        await refunds.refund(self.ctx, self.staff, purchase_id, key=key, amount=PART)
        say("refund", key, PART)


class Clock:
    def __init__(self, ctx: Context, name: str, _staff: int, member: int) -> None:
        self.ctx, self.name, self.member = ctx, name, member

    async def tick(self, number: int) -> None:
        """Give points that are about to expire, and take out what has expired."""
        key = f"{self.name}:{number}"
        now = self.ctx.clock.now()
        async with self.ctx.db.write() as session:
            member = await session.get_one(Member, self.member)
            account = await ledger.lock(session, member.account_id)
            if await ledger.find(session, key) is None:
                await ledger.award(
                    session,
                    account,
                    MAYFLIES,
                    OperationKind.GRANT,
                    key=key,
                    at=now,
                    expires_at=now + MAYFLY,
                    why={},
                )
        say("grant", key, MAYFLIES)
        await redemptions.expire_due(self.ctx)
        await points_expiry.expire_due(self.ctx)


def say(*words: object) -> None:
    """Tell the parent; a line goes out in one piece, so that a kill cannot tear it."""
    os.write(STDOUT, " ".join(map(str, words)).encode() + b"\n")


def main(url: str, what: str, name: str, staff: int, member: int, first: int) -> None:
    asyncio.run(work(url, what, name, staff, member, first))


async def work(url: str, what: str, name: str, staff: int, member: int, first: int) -> None:
    database = Database(url)
    ctx = Context(database, SystemClock(), SystemSecrets())
    act: Callable[[int], Awaitable[None]]
    if what == "till":
        act = Till(ctx, name, staff, member).serve
    else:
        act = Clock(ctx, name, staff, member).tick
    for number in range(first, ROUNDS):
        await act(number)
        say("round", number)
    await database.close()
