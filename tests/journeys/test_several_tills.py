"""Several processes at one account: nothing is lost, nothing is doubled."""

from functools import partial
from pathlib import Path

from sqlalchemy import func, select

from models.till import Purchase
from services.integrity import rebuilding, verify
from services.points import balances
from tests.cast import Shop
from tests.journeys import till_worker
from tests.journeys.forks import Fork
from tests.services.checkout.purchases_made import categories, stored

ROOT = Path(__file__).parent.parent.parent
TILLS = 3
ROUNDS = 20


async def test_three_tills_serve_one_card(shop: Shop, database_url: str) -> None:
    staff, member = await shop.hire(shop.boris), await shop.join(shop.anna)
    await shop.unwatched()
    (category,) = await categories(shop, "Coffee")
    tills = [
        await Fork.start(
            partial(
                till_worker.main, database_url, f"till-{number}", staff, member, category, ROUNDS
            ),
            ROOT,
            {},
        )
        for number in range(TILLS)
    ]
    assert [await till.wait() for till in tills] == [0] * TILLS
    async with shop.ctx.db.read() as session:
        alive = Purchase.undone_at.is_(None)
        query = select(func.sum(Purchase.points_earned - Purchase.points_spent)).where(alive)
        earned = int(await session.scalar(query) or 0)
        recorded = await session.scalar(select(func.count()).where(Purchase.points_spent == 0))
    assert recorded == TILLS * ROUNDS
    assert (await balances.balance(shop.ctx, member)).points == 100 + earned
    assert (await verify.run(shop.ctx)).ok
    _, totals = await stored(shop.ctx)
    undone = TILLS * len(range(0, ROUNDS, 3))
    assert totals[member, category].purchases == TILLS * ROUNDS - undone
    assert (await rebuilding.rebuild(shop.ctx)).mended == 0
