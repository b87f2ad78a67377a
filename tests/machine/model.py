"""What points should do, in plain Python: the reference that the real services are held against.

It knows lots, a debt and receipts, and nothing of tables, transactions or idempotency keys. What a
receipt earns is a matter of pricing and told to it. Money is minor units.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone

GRACE = timedelta(days=3)
MOSCOW = timezone(timedelta(hours=3))
NEVER = datetime.max.replace(tzinfo=UTC)


def end_of_day(at: datetime) -> datetime:
    """The last second of a day in the shop."""
    return at.astimezone(MOSCOW).replace(hour=23, minute=59, second=59, microsecond=0)


@dataclass(eq=False)
class Lot:
    points: int
    starts_at: datetime | None
    expires_at: datetime | None

    def is_over(self, now: datetime) -> bool:
        return self.expires_at is not None and self.expires_at <= now

    def can_be_spent(self, now: datetime) -> bool:
        started = self.starts_at is None or self.starts_at <= now
        return started and not self.is_over(now)


@dataclass(eq=False)
class Part:
    """So many points that left a lot and have not come back to it."""

    lot: Lot
    points: int


@dataclass(eq=False)
class Account:
    """Lots in the order in which they came, and a debt. `moved` adds up what each kind did."""

    lots: list[Lot] = field(default_factory=list)
    debt: int = 0
    moved: Counter[str] = field(default_factory=Counter)

    @property
    def balance(self) -> int:
        return sum(lot.points for lot in self.lots) - self.debt

    def spendable(self, now: datetime) -> int:
        return sum(lot.points for lot in self.lots if lot.can_be_spent(now))

    def give(self, kind: str, lots: Iterable[Lot]) -> list[Lot]:
        """New points, which pay off the debt before anything else."""
        given = [lot for lot in lots if lot.points]
        self.lots += given
        self.moved[kind] += sum(lot.points for lot in given)
        self._pay_off(given)
        return given

    def take(self, kind: str, points: int, now: datetime) -> list[Part]:
        """Spend what expires first; there must be enough."""
        self.expire(now)
        parts = _draw((lot for lot in self._soonest() if lot.can_be_spent(now)), points)
        self.moved[kind] -= points
        return parts

    def give_back(self, kind: str, parts: list[Part], points: int, now: datetime) -> None:
        """Return points to the lots they came from, to those that live longest first."""
        self.expire(now)
        self.moved[kind] += points
        longest = sorted(parts, key=lambda part: self._soonest().index(part.lot), reverse=True)
        touched = []
        for part in longest:
            back = min(part.points, points)
            points -= back
            part.points -= back
            part.lot.points += back
            if back:
                touched.append(part.lot)
                if part.lot.is_over(now):
                    part.lot.expires_at = now + GRACE
        self._pay_off(touched)

    def take_back(
        self, kind: str, own: list[Lot], points: int, now: datetime, *, debts: bool
    ) -> tuple[int, int, int]:
        """Undo an award: what could be taken, what is owed now, and what is let go."""
        self.expire(now)
        lots = sorted(self._soonest(), key=lambda lot: lot not in own)
        taken = min(points, sum(lot.points for lot in lots))
        _draw(lots, taken)
        owed = points - taken if debts else 0
        self.debt += owed
        self.moved[kind] -= taken + owed
        return taken, owed, points - taken - owed

    def expire(self, now: datetime) -> None:
        self._empty(lot for lot in self.lots if lot.is_over(now))

    def close(self) -> None:
        """The owner of the points leaves them, or the debt."""
        self._empty(self.lots)
        self.moved["forgive"] += self.debt
        self.debt = 0

    def _empty(self, lots: Iterable[Lot]) -> None:
        for lot in lots:
            self.moved["expire"] -= lot.points
            lot.points = 0

    def _pay_off(self, came: list[Lot]) -> None:
        for lot in came:
            part = min(self.debt, lot.points)
            lot.points -= part
            self.debt -= part

    def _soonest(self) -> list[Lot]:
        """Those that expire first in front; of equals, those that came first."""
        return sorted(self.lots, key=lambda lot: lot.expires_at or NEVER)


def _draw(lots: Iterable[Lot], points: int) -> list[Part]:
    parts = []
    for lot in lots:
        part = min(lot.points, points)
        points -= part
        lot.points -= part
        if part:
            parts.append(Part(lot, part))
    assert points == 0
    return parts


@dataclass(eq=False)
class Member:
    id: int
    account: Account = field(default_factory=Account)
    receipts: list["Receipt"] = field(default_factory=list)
    frozen: bool = False
    left: bool = False
    touched_at: datetime | None = None  # the last purchase or refund

    @property
    def spent(self) -> int:
        return sum(receipt.paid - receipt.paid_back for receipt in self.receipts)

    @property
    def visits(self) -> int:
        return sum(not receipt.is_gone for receipt in self.receipts)

    @property
    def visited(self) -> tuple[datetime | None, datetime | None]:
        """When the first and the last of the receipts were made that are left."""
        times = [receipt.at for receipt in self.receipts if not receipt.is_gone]
        return min(times, default=None), max(times, default=None)

    @property
    def bought(self) -> dict[int, tuple[int, int, datetime, datetime]]:
        """Of each category: receipts that are left, money, the first and the last of them."""
        kept: dict[int, list[Receipt]] = {}
        for receipt in self.receipts:
            if receipt.category is not None and not receipt.is_gone:
                kept.setdefault(receipt.category, []).append(receipt)
        return {
            category: (
                len(receipts),
                sum(r.paid * (r.amount - r.refunded) // r.amount for r in receipts),
                min(r.at for r in receipts),
                max(r.at for r in receipts),
            )
            for category, receipts in kept.items()
        }

    def reached(self, at: datetime) -> int:
        """What was spent within the year before `at`, less what went back."""
        recent = (r for r in self.receipts if r.at > at - timedelta(days=365) and not r.is_gone)
        return sum(receipt.paid - receipt.paid_back for receipt in recent)


@dataclass(eq=False)
class Receipt:
    """A purchase; `refunded` and the figures below it are what went back so far."""

    id: int
    member: Member
    at: datetime
    amount: int
    points_spent: int
    spent: list[Part]
    points_earned: int
    earned: list[Lot]
    category: int | None = None  # of its only line
    refunded: int = 0
    returned: int = 0
    dealt_with: int = 0  # of the points earned: taken, owed or forgiven
    paid_back: int = 0

    POINT = 100  # minor units that a point pays

    @property
    def paid(self) -> int:
        return self.amount - self.points_spent * self.POINT

    @property
    def is_gone(self) -> bool:
        return self.refunded == self.amount

    def refund(self, kind: str, part: int, now: datetime, *, debts: bool) -> "Refund":
        """However it goes back, after so much of the money so much of the points is back."""
        self.refunded += part
        back = self.points_spent * self.refunded // self.amount - self.returned
        gone = self.points_earned * self.refunded // self.amount - self.dealt_with
        self.returned += back
        self.dealt_with += gone
        due = self.refunded - self.returned * self.POINT
        paid = (self.paid if self.is_gone else min(self.paid, due)) - self.paid_back
        self.paid_back += paid
        account = self.member.account
        if back:
            account.give_back(kind, self.spent, back, now)
        taken = owed = forgiven = 0
        if gone:
            taken, owed, forgiven = account.take_back(kind, self.earned, gone, now, debts=debts)
        return Refund(paid, back, taken, owed, forgiven)


@dataclass(frozen=True)
class Refund:
    paid: int
    returned: int
    taken: int
    owed: int
    forgiven: int


@dataclass(eq=False)
class Hold:
    """Points set aside for a redemption or a voucher that nobody has answered yet."""

    id: int
    member: Member
    points: int
    parts: list[Part]
    until: datetime
    amount: int = 0  # of the receipt that a redemption pays a part of
    category: int | None = None  # of its only line
    points_life: int | None = None  # in days, as it was when the member was asked
    open: bool = True
    dropped: bool = False  # because the member left

    def release(self, now: datetime) -> None:
        self.open = False
        self.member.account.give_back("release", self.parts, self.points, now)
