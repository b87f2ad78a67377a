"""Purchases at a till where nobody watches for fraud, for the tests of goods that come back."""

from services.checkout import purchases, redemptions
from services.integrity import verify
from services.points import balances
from services.programme import refund_terms
from services.programme.model import Returns
from tests.cast import Shop


async def people_at_the_till(shop: Shop) -> tuple[int, int]:
    """Boris's identity and Anna's member id; she has 100 points. Nobody watches for fraud."""
    await shop.unwatched()
    return await shop.hire(shop.boris), await shop.join(shop.anna)


async def points(shop: Shop, member_id: int) -> int:
    return (await balances.balance(shop.ctx, member_id)).points


async def buy(shop: Shop, boris: int, anna: int, amount: int, spend: int = 0) -> int:
    """A new purchase, some of it paid with points; gives its id."""
    key = shop.ctx.secrets.token()
    if not spend:
        return (await purchases.record(shop.ctx, boris, anna, amount, key=key)).purchase_id
    asked = await redemptions.request(shop.ctx, boris, anna, amount, spend, key=key)
    return (await redemptions.approve(shop.ctx, anna, asked.redemption_id)).purchase_id


async def spend_all(shop: Shop, boris: int, anna: int) -> None:
    """All points of the card go for something that earns next to nothing."""
    have = await points(shop, anna)
    await buy(shop, boris, anna, have * 100 * 10 // 3 + 100, have)


async def policy(shop: Shop, *, debts: bool, days: int = 14) -> None:
    await refund_terms.change(shop.ctx, await shop.identity(shop.olga), Returns(debts, days))


async def sound(shop: Shop) -> None:
    assert (await verify.run(shop.ctx)).problems == ()
