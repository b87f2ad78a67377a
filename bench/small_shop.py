"""A shop with half a dozen members who come to it for most of a year, through the real services.

The dice are seeded: it is the same shop every time.
"""

from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from random import Random

from app.clock import SystemSecrets
from app.database import Database
from services import goods, programme
from services.charity import charity, payouts
from services.charity.payouts import Proof
from services.checkout import purchases, redemptions
from services.context import Context
from services.fraud import fraud_limits
from services.goods import ItemKind
from services.ledger.errors import NotEnoughPoints
from services.members import members
from services.points import balances, points_expiry
from services.pricing.model import Line
from services.programme import defaults, refund_terms
from services.programme.defaults import FirstTerms
from services.programme.model import Returns
from services.refunds import refunds, undoing
from services.rewards import rewards, voucher_returns, vouchers
from services.rewards.rewards import NewReward
from services.staff import identities, team
from services.stamps import stamp_cards, stamp_expiry
from services.stamps.stamp_cards import NewCard

OWNER = 1
MEMBERS = 6
VISITS = 44  # of each member, a week apart
WEEK = timedelta(weeks=1)
POINTS_LIVE = 120  # days; most are spent before
UNUSUAL = 5_800_00
"""Points of a larger receipt wait for the owner, who does not come."""


@dataclass
class Clock:
    at: datetime = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at


async def live(url: str) -> None:
    """Let the shop have its year in a new database."""
    database = Database(url)
    clock = Clock()
    shop = await _open(Context(database, clock, SystemSecrets()))
    guests = [await shop.join(number) for number in range(MEMBERS)]
    for visit in range(VISITS):
        for guest in guests:
            clock.at += WEEK / MEMBERS
            await shop.serve(guest, f"{guest}:{visit}")
        for expire in (
            voucher_returns.expire_due,
            points_expiry.expire_due,
            stamp_expiry.expire_due,
        ):
            await expire(shop.ctx)
        if visit == VISITS // 2:
            await shop.pay_out()
    await database.close()


@dataclass
class _Shop:
    ctx: Context
    owner: int
    reward: int
    fund: int
    shelves: tuple[int, int]
    dice: Random = field(default_factory=lambda: Random(1))

    async def join(self, number: int) -> int:
        visitor = await identities.visit(self.ctx, OWNER + 1 + number, f"Guest {number}", "en")
        return (await members.join(self.ctx, visitor.identity_id, members.Joining(True))).member_id

    async def serve(self, guest: int, key: str) -> None:
        """A visit: a receipt, and now and then something else before."""
        with suppress(NotEnoughPoints):
            if self.dice.random() < 0.05:
                await charity.give(self.ctx, guest, self.fund, 10, key=key)
            if self.dice.random() < 0.08:
                await self._take_reward(guest, key)
        amount = self.dice.randrange(200_00, 6_000_00)
        have = (await balances.balance(self.ctx, guest)).spendable
        if have and self.dice.random() < 0.15:
            await self._sell_for_points(guest, amount, min(have, amount // 500), key)
        else:
            await self._sell(guest, amount, key)

    async def _take_reward(self, guest: int, key: str) -> None:
        voucher = await vouchers.request(self.ctx, guest, self.reward, key=key)
        fate = self.dice.random()
        if fate < 0.8:
            await vouchers.accept(self.ctx, self.owner, voucher.id)
        elif fate < 0.9:
            await voucher_returns.cancel(self.ctx, guest, voucher.id)  # any other is let expire

    async def _sell_for_points(self, guest: int, amount: int, points: int, key: str) -> None:
        asked = await redemptions.request(self.ctx, self.owner, guest, amount, points, key=key)
        if self.dice.random() < 0.9:
            await redemptions.approve(self.ctx, guest, asked.redemption_id)
        else:
            await redemptions.cancel(self.ctx, self.owner, asked.redemption_id)

    async def _sell(self, guest: int, amount: int, key: str) -> None:
        third = amount // 3
        coffee, beans = self.shelves
        lines = (
            Line(third, 1, coffee, title="Coffee"),
            Line(amount - third, 1, beans, title="Beans"),
        )
        listed = lines if self.dice.random() < 0.3 else ()
        sold = await purchases.record(self.ctx, self.owner, guest, amount, key=key, lines=listed)
        fate = self.dice.random()
        if fate < 0.01:
            await undoing.undo(self.ctx, self.owner, sold.purchase_id)
        elif fate < 0.04:
            part = amount // 2 if fate < 0.03 else None
            await refunds.refund(self.ctx, self.owner, sold.purchase_id, amount=part, key=key)

    async def pay_out(self) -> None:
        owed = (await charity.fund(self.ctx, self.fund)).owed
        proof = Proof("photo", "file")
        await payouts.pay_out(self.ctx, self.owner, self.fund, owed, proof, key="payout")


async def _open(ctx: Context) -> _Shop:
    first = FirstTerms("Kopilka", "RUB", "Europe/Moscow", ("Silver", "Gold", "Platinum"))
    await defaults.ensure(ctx, first)
    await team.ensure_owners(ctx, [OWNER], "en")
    owner = (await identities.visit(ctx, OWNER, "Olga", "en")).identity_id
    async with ctx.db.write() as session:
        terms = replace(await programme.terms(session), points_life_days=POINTS_LIVE)
        await programme.publish(session, terms, at=ctx.clock.now())
    await refund_terms.change(ctx, owner, Returns(debts=True, days=14))
    await fraud_limits.change(ctx, owner, "size_amount", UNUSUAL)
    await stamp_cards.make(ctx, owner, NewCard("Coffee", "Coffee"))
    return _Shop(
        ctx,
        owner,
        reward=await rewards.add(ctx, owner, NewReward("Cake", 60)),
        fund=await charity.add_fund(ctx, owner, "Shelter", "Cats and dogs"),
        shelves=(
            await goods.add(ctx, owner, ItemKind.CATEGORY, "Coffee"),
            await goods.add(ctx, owner, ItemKind.CATEGORY, "Beans"),
        ),
    )
