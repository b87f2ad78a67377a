"""Past campaigns and their receivers are imported."""

from sqlalchemy import select

from models.messaging import Delivery
from tests.cast import Shop
from tests.services.importing.files import bring, table


async def test_nobody_has_received_anything_in_the_future(shop: Shop) -> None:
    await bring(shop, table(("Кампания", "Начало"), ("зима", "01.01.2025"), ("лето", "01.07.2099")))
    both = table(("Кампания", "Карта"), ("зима", 77), ("лето", 77))
    assert (await bring(shop, both)).counts == {"members": 1, "received": 2}
    async with shop.ctx.db.read() as session:
        sent = [at for at in await session.scalars(select(Delivery.sent_at)) if at is not None]
    assert max(sent) == shop.ctx.clock.now()
    assert min(sent).year < 2026
