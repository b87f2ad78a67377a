"""A shop whose receipts, requests and codes are watched."""

from dataclasses import dataclass

from services.back_office import flags
from services.back_office.flags import Flagged, Verdict
from services.checkout import purchases, redemptions
from services.checkout.purchases import Receipt
from services.checkout.redemption_steps import Request
from services.fraud import fraud_limits
from services.integrity import verify
from services.points import balances
from tests.cast import Shop

USUAL = 1000_00


@dataclass
class Case:
    """A shop with a cashier and a guest whose receipts are counted."""

    shop: Shop
    olga: int
    boris: int
    anna: int
    receipts: int = 0

    async def buy(self, amount: int = USUAL, *, member: int | None = None) -> Receipt:
        self.receipts += 1
        member = member or self.anna
        key = f"r{self.receipts}"
        return await purchases.record(self.shop.ctx, self.boris, member, amount, key=key)

    async def limit(self, name: str, value: int | None) -> None:
        await fraud_limits.change(self.shop.ctx, self.olga, name, value)

    async def points(self) -> int:
        return (await balances.balance(self.shop.ctx, self.anna)).points

    async def flags(self, *, opened: bool = True) -> list[Flagged]:
        return await flags.page(self.shop.ctx, self.olga, opened=opened, limit=10)

    async def flag(self) -> Flagged:
        (only,) = await self.flags()
        return only

    async def resolve(self, flag_id: int, verdict: Verdict) -> Flagged:
        return await flags.resolve(self.shop.ctx, self.olga, flag_id, verdict)

    async def adds_up(self) -> bool:
        return (await verify.run(self.shop.ctx)).ok


async def open_case(shop: Shop) -> Case:
    """Every check is off, so that a test sets the one it is about."""
    olga = await shop.identity(shop.olga)
    case = Case(shop, olga, await shop.hire(shop.boris), await shop.join(shop.anna))
    await shop.unwatched()
    return case


async def held(shop: Shop, *, amount: int = USUAL) -> tuple[Case, Flagged]:
    """A receipt whose points wait: by its size, so that the cashier is to blame."""
    case = await open_case(shop)
    await case.limit("size_amount", 1)
    await case.buy(amount)
    return case, await case.flag()


async def ask(case: Case, key: str) -> Request:
    return await redemptions.request(case.shop.ctx, case.boris, case.anna, USUAL, 10, key=key)


async def ask_and_withdraw(case: Case, key: str) -> None:
    asked = await ask(case, key)
    await redemptions.cancel(case.shop.ctx, case.boris, asked.redemption_id)
