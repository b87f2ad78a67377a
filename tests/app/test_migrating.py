"""What a new version makes of the receipts that an older one left."""

import asyncio

from alembic import command

from app.database import alembic_config, migrate
from services.checkout import purchases
from services.integrity import verify
from services.pricing.model import Line
from services.refunds import refund_previews, refunds, undoing
from tests.cast import Shop, open_shop
from tests.services.checkout.purchases_made import categories, of_receipts, stored


async def buy_and_return(shop: Shop) -> None:
    """Receipts that stay, go back in part, by a line and whole, of two members."""
    await shop.unwatched()
    boris = await shop.hire(shop.boris)
    members = [await shop.join(shop.anna), await shop.join(shop.vera)]
    coffee, cakes = await categories(shop, "Coffee", "Cakes")
    lines = (Line(400_00, 2, coffee), Line(600_00, 1, cakes), Line(50_00, title="Bag"))
    for number in range(8):
        receipt = await purchases.record(
            shop.ctx, boris, members[number % 2], 1050_00, key=f"{number}", lines=lines
        )
        bought = receipt.purchase_id
        _, cake, _ = (await refund_previews.look(shop.ctx, boris, bought)).lines
        if number == 0:
            await undoing.undo(shop.ctx, boris, bought)
        elif number == 1:
            await refunds.refund(shop.ctx, boris, bought, amount=100_01, key="part")
        elif number == 2:
            whole = {cake.line_id: 600_00}
            await refunds.refund(shop.ctx, boris, bought, lines=whole, key="line")
        await shop.later(days=1)


async def test_receipts_of_an_older_version_are_counted(database_url: str) -> None:
    async with open_shop(database_url) as shop:
        await buy_and_return(shop)
        before = await stored(shop.ctx)
    older = alembic_config(database_url)
    await asyncio.to_thread(command.downgrade, older, "0004")
    await asyncio.to_thread(migrate, database_url)
    async with open_shop(database_url) as shop:
        assert len(before[1]) == 4
        assert await stored(shop.ctx) == before == await of_receipts(shop.ctx)
        assert (await verify.run(shop.ctx)).ok
