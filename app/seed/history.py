"""Two years of the demonstration shop, one act after another, through the ledger's own steps."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.seed import menu
from app.seed.menu import Dish
from models.charity import Donation, Fund
from models.ledger import Account, Operation, OperationKind
from models.people import AuditRecord, Member, Staff
from models.rewards import Reward, Voucher, VoucherStatus
from models.till import Purchase, PurchaseLine, Redemption, RedemptionStatus
from services import ledger
from services.context import Context
from services.programme import Terms
from services.programme.model import LevelTerms
from services.rewards import ticket_codes
from services.totals import totals

YEAR = timedelta(days=365)
AUDITED = timedelta(days=30)
"""How far back the trail of acts goes in the demonstration."""


@dataclass(slots=True)
class Life:
    """A member and their account as the story goes on."""

    member: Member
    account: Account
    lots: list[list[Any]] = field(default_factory=list)  # [expires_at, left], soonest first
    receipts: list[tuple[datetime, int]] = field(default_factory=list)  # paid

    def reached(self, terms: Terms, at: datetime) -> LevelTerms:
        return terms.level_at(sum(paid for when, paid in self.receipts if when > at - YEAR))


class History:
    """Writes acts wave by wave: the next one of every life, then the next, and so on.

    What a wave gives is awarded together, which takes a tenth of the time. Purchases are gathered
    and written at the end, in the order of time.
    """

    def __init__(
        self, session: AsyncSession, ctx: Context, rng: Random, terms: Terms, staff: list[Staff]
    ) -> None:
        self._session = session
        self._ctx = ctx
        self._rng = rng
        self._terms = terms
        self._staff = staff
        self._awards: list[tuple[ledger.Award, dict[str, Any] | None]] = []  # with its purchase
        self._purchases: list[dict[str, Any]] = []
        self._dishes: dict[str, Sequence[Dish]] = {}  # by the key of the purchase
        self._redemptions: dict[str, dict[str, Any]] = {}  # by the same
        self._keys = 0

    async def welcome(self, life: Life, at: datetime) -> None:
        key = f"welcome:{life.member.id}"
        bonus = self._terms.welcome_bonus
        self._give(life, bonus, OperationKind.WELCOME, at, self._terms.expiry(at), key)

    async def birthday(self, life: Life, at: datetime) -> None:
        await self._let_expire(life, at)
        key = f"birthday:{life.member.id}:{at.year}"
        expires_at = self._terms.end_of_day(at + timedelta(days=self._terms.birthday_life_days))
        bonus = self._terms.birthday_bonus
        self._give(life, bonus, OperationKind.BIRTHDAY, at, expires_at, key, year=at.year)
        life.member.birthday_locked = True

    async def buy(self, life: Life, dishes: Sequence[Dish], at: datetime, *, spend: bool) -> None:
        """A receipt; `spend`: as much of it in points as the programme allows."""
        await self._let_expire(life, at)
        amount = sum(dish.price for dish in dishes)
        key = self._key()
        staff = self._rng.choice(self._staff)
        points = min(life.account.balance, self._terms.most_points(amount)) if spend else 0
        hold = None
        if points:
            hold = await self._take(life, points, OperationKind.HOLD, f"redeem:{key}", at)
            self._redemptions[f"redemption:{key}"] = {
                "key": key,
                "member_id": life.member.id,
                "account_id": life.account.id,
                "staff_id": staff.id,
                "amount": amount,
                "points": points,
                "status": RedemptionStatus.APPROVED,
                "hold_operation_id": hold.id,
                "created_at": at - timedelta(seconds=20),
                "expires_at": at + timedelta(seconds=160),
                "resolved_at": at,
            }
        paid = amount - points * self._terms.point_value
        level = life.reached(self._terms, at)
        earned = self._terms.earned(paid, level.id)
        life.receipts.append((at, paid))
        receipt = f"redemption:{key}" if hold else key
        purchase = {
            "key": receipt,
            "member_id": life.member.id,
            "account_id": life.account.id,
            "staff_id": staff.id,
            "at": at,
            "amount": amount,
            "paid": paid,
            "points_spent": points,
            "points_earned": earned,
            "earn_operation_id": None,
            "hold_operation_id": hold.id if hold else None,
        }
        self._purchases.append(purchase)
        self._dishes[receipt] = dishes
        if earned:
            expires_at = self._terms.expiry(at)
            self._give(
                life,
                earned,
                OperationKind.PURCHASE,
                at,
                expires_at,
                f"earn:{receipt}",
                purchase,
                paid=paid,
                level=level.name,
                rate_bp=level.rate_bp,
                multiplier=1,
            )

    async def end_wave(self) -> None:
        """Award what the wave gave."""
        operations = await ledger.award_all(self._session, [award for award, _ in self._awards])
        for operation, (_, purchase) in zip(operations, self._awards, strict=True):
            if purchase is not None:
                purchase["earn_operation_id"] = operation.id
        self._awards.clear()

    async def donate(self, life: Life, fund: Fund, points: int, at: datetime) -> None:
        await self._let_expire(life, at)
        points = min(points, life.account.balance)
        if points <= 0:
            return
        operation = await self._take(
            life,
            points,
            OperationKind.DONATE,
            f"donate:{self._key()}",
            at,
            fund=fund.id,
            title=fund.title,
        )
        self._session.add(
            Donation(
                fund_id=fund.id,
                member_id=life.member.id,
                operation_id=operation.id,
                points=points,
                at=at,
            )
        )

    async def take_reward(self, life: Life, reward: Reward, at: datetime) -> None:
        """A voucher: collected within days, or still open when it is fresh."""
        await self._let_expire(life, at)
        if life.account.balance < reward.points:
            return
        key = self._key()
        hold = await self._take(
            life,
            reward.points,
            OperationKind.HOLD,
            f"voucher:{key}",
            at,
            reward=reward.id,
            title=reward.title,
        )
        collected = at + timedelta(days=self._rng.randrange(1, 6))
        done = collected < self._ctx.clock.now()
        self._session.add(
            Voucher(
                token=self._ctx.secrets.token(),
                code="".join(self._rng.choices(ticket_codes.ALPHABET, k=ticket_codes.LENGTH)),
                key=key,
                member_id=life.member.id,
                account_id=life.account.id,
                reward_id=reward.id,
                title=reward.title,
                points=reward.points,
                status=VoucherStatus.ACCEPTED if done else VoucherStatus.ISSUED,
                hold_operation_id=hold.id,
                issued_at=at,
                expires_at=self._terms.end_of_day(at + timedelta(days=reward.voucher_days)),
                resolved_at=collected if done else None,
                accepted_by=self._rng.choice(self._staff).id if done else None,
            )
        )

    async def finish(self, lives: Sequence[Life], now: datetime) -> None:
        """Let the last points expire and write what was gathered."""
        for life in lives:
            await self._let_expire(life, now)
            life.member.purchases_count = len(life.receipts)
            life.member.spent_total = sum(paid for _, paid in life.receipts)
            times = [at for at, _ in life.receipts]
            life.member.first_purchase_at = min(times, default=None)
            life.member.last_purchase_at = max(times, default=None)
            life.member.level_id = life.reached(self._terms, now).id
        self._purchases.sort(key=lambda purchase: purchase["at"])
        together = insert(Purchase).execution_options(render_nulls=True)
        await self._session.execute(together, self._purchases)
        known = await self._session.execute(select(Purchase.key, Purchase.id))
        ids = {row.key: row.id for row in known}
        lines = [
            {"purchase_id": ids[row["key"]], **line}
            for row in self._purchases
            for line in menu.lines(row, self._dishes[row["key"]])
        ]
        await self._session.execute(insert(PurchaseLine), lines)
        paid_with_points = [
            {**redemption, "purchase_id": ids[key]} for key, redemption in self._redemptions.items()
        ]
        await self._session.execute(insert(Redemption), paid_with_points)
        trail = [
            {
                "at": row["at"],
                "act": "purchase.recorded",
                "staff_id": row["staff_id"],
                "member_id": row["member_id"],
                "facts": {
                    "purchase": ids[row["key"]],
                    "amount": row["amount"],
                    "spent": row["points_spent"],
                    "earned": row["points_earned"],
                },
            }
            for row in self._purchases
            if row["at"] > now - AUDITED
        ]
        await self._session.execute(insert(AuditRecord), trail)
        await totals.write_again(self._session, [life.member.id for life in lives])

    def _give(
        self,
        life: Life,
        points: int,
        kind: OperationKind,
        at: datetime,
        expires_at: datetime | None,
        key: str,
        purchase: dict[str, Any] | None = None,
        **why: Any,
    ) -> None:
        self._awards.append(
            (ledger.Award(life.account, points, kind, key, at, expires_at, why), purchase)
        )
        life.lots.append([expires_at, points])
        life.lots.sort(key=lambda lot: lot[0])

    async def _let_expire(self, life: Life, at: datetime) -> None:
        """Expire everything due before `at`, each on its own day, as the metronome would have."""
        while life.lots and life.lots[0][0] <= at:
            expires_at, left = life.lots.pop(0)
            if left:
                # The second after the end of the day; lots of the same day go together.
                await ledger.expire(self._session, life.account, at=expires_at)
                life.lots = [lot for lot in life.lots if lot[0] > expires_at]

    async def _take(
        self,
        life: Life,
        points: int,
        kind: OperationKind,
        key: str,
        at: datetime,
        **why: Any,
    ) -> Operation:
        operation = await ledger.take(
            self._session, life.account, points, kind, key=key, at=at, why=why
        )
        for lot in life.lots:
            part = min(lot[1], points)
            lot[1] -= part
            points -= part
        return operation

    def _key(self) -> str:
        self._keys += 1
        return f"seed:{self._keys}"
