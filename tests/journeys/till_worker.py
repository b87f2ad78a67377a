"""A till of its own process, forked to run `main`.

Awards, redeems, approves, cancels and undoes on one account, as fast as it can.
"""

import asyncio

from app.clock import SystemClock, SystemSecrets
from app.database import Database
from services.checkout import purchases, redemptions
from services.checkout.errors import RedemptionPending
from services.context import Context
from services.ledger.errors import NotEnoughPoints
from services.pricing.model import Line
from services.refunds import undoing

AMOUNT = 1000_00


def main(url: str, name: str, staff: int, member: int, category: int, count: int) -> None:
    asyncio.run(work(url, name, staff, member, category, count))


async def work(url: str, name: str, staff: int, member: int, category: int, count: int) -> None:
    database = Database(url)
    ctx = Context(database, SystemClock(), SystemSecrets())
    for number in range(count):
        key = f"{name}:{number}"
        lines = (Line(AMOUNT, category_id=category),)
        receipt = await purchases.record(ctx, staff, member, AMOUNT, key=key, lines=lines)
        if number % 3 == 0:
            await undoing.undo(ctx, staff, receipt.purchase_id)
        await redeem(ctx, staff, member, f"{key}:points", cancel=number % 2 == 0)
    await database.close()


async def redeem(ctx: Context, staff: int, member: int, key: str, *, cancel: bool) -> None:
    try:
        request = await redemptions.request(ctx, staff, member, AMOUNT, 20, key=key)
    except (RedemptionPending, NotEnoughPoints):
        return  # another till was quicker
    if cancel:
        await redemptions.cancel(ctx, staff, request.redemption_id)
    else:
        await redemptions.approve(ctx, member, request.redemption_id)
