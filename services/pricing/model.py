"""The values of pricing: rules, conditions, promises, receipts and their results.

Units: money is minor units, rates and percents are basis points (1/100 of a percent), multipliers
are percent (200 doubles), points are whole. `Tariff.unit` raw parts are one point, so that nothing
is lost to rounding before the last step.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from pydantic import with_config

from models.offers import OfferKind


class Effect(StrEnum):
    """What an earning rule does, and what its `value` means."""

    RATE = "rate"  # these lines earn `value` basis points instead of the level's rate
    MULTIPLIER = "multiplier"  # these lines earn `value` percent of their usual points
    FIXED = "fixed"  # a receipt with such lines earns `value` points more
    EXCLUDE = "exclude"  # these lines earn nothing, from no rule and no offer


class Together(StrEnum):
    """How several multipliers or offers combine when they apply at once."""

    BEST = "best"  # only the one that gives the member most
    ALL = "all"  # one after another: x2 and x3 make x6


class Limit(StrEnum):
    """The points limits."""

    RECEIPT = "receipt"
    DAY = "day"
    MONTH = "month"


class Unmet(StrEnum):
    """Why a receipt does not use an offer; the reasons that a member can change come first."""

    LEAST = "least"  # its lines cost too little
    GOODS = "goods"  # the receipt has none of its goods
    HOUR = "hour"  # it holds at another time of day
    DAY = "day"  # it holds on other weekdays
    EARLY = "early"  # its first day has not come yet
    NTH = "nth"  # it holds for a later purchase of this member
    OUTLET = "outlet"  # it holds at another outlet
    ALONE = "alone"  # it or a used offer cannot be combined with others
    BEATEN = "beaten"  # the member gets more without it
    NOTHING = "nothing"  # it would give nothing here
    LEVEL = "level"  # for members of other levels
    OVER = "over"  # its last day has passed
    PASSED = "passed"  # it holds for earlier purchases of a member only


@with_config(extra="forbid")
@dataclass(frozen=True, slots=True)
class Conditions:
    """When a rule or an offer applies. An empty field or None asks nothing.

    `categories` and `products` choose lines that match either. All other fields are about the
    receipt. `weekdays`: 0 is Monday. `since` and `until` are local times of the shop, `until`
    excluded; hours may pass midnight (22:00-02:00 has the weekday and day of 22:00). `first_day`
    and `last_day` are both included. `nth`: numbers of a member's purchases (1 is the first).
    `least`: the least cost of the chosen lines before discounts; for an offer of delivery, of all
    other lines.
    """

    categories: frozenset[int] = frozenset()
    products: frozenset[int] = frozenset()
    outlets: frozenset[int] = frozenset()
    levels: frozenset[int] = frozenset()
    weekdays: frozenset[int] = frozenset()
    since: time | None = None
    until: time | None = None
    first_day: date | None = None
    last_day: date | None = None
    least: int = 0
    nth: frozenset[int] = frozenset()


@with_config(extra="forbid")
@dataclass(frozen=True, slots=True)
class Rule:
    """An earning rule. Of several RATE rules for one line the first of the tariff wins."""

    id: int
    title: str
    effect: Effect
    value: int
    conditions: Conditions = field(default_factory=Conditions)
    paused: bool = False


@with_config(extra="forbid")
@dataclass(frozen=True, slots=True)
class Policy:
    """How rules and offers combine, and the limits. None: no such limit."""

    multipliers: Together = Together.BEST
    offers: Together = Together.BEST
    least_receipt: int = 0  # least money paid for a receipt to earn anything
    most_per_receipt: int | None = None  # points
    most_per_day: int | None = None
    most_per_month: int | None = None
    carry_remainders: bool = True
    pending_hours: int = 0  # until points of a purchase can be spent
    promo_life_days: int | None = None  # of points from rules and offers; None: like all others


@with_config(extra="forbid")
@dataclass(frozen=True, slots=True)
class Tariff:
    """The part of a programme version that pricing needs."""

    point_value: int
    max_share_bp: int
    rates: dict[int, int]  # level id -> basis points
    rules: tuple[Rule, ...] = ()
    policy: Policy = field(default_factory=Policy)

    @property
    def unit(self) -> int:
        """Raw parts in a point: minor units x basis points x percent."""
        return self.point_value * 10_000 * 100


@dataclass(frozen=True, slots=True)
class Promise:
    """An offer that this member may use for this receipt; see OfferKind for `value`."""

    offer_id: int
    member_offer_id: int | None
    title: str
    kind: OfferKind
    value: int
    conditions: Conditions = field(default_factory=Conditions)
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """`quantity` pieces of one product, `amount` in all at full price. Without category: a plain
    sum of money.
    """

    amount: int
    quantity: int = 1
    category_id: int | None = None
    product_id: int | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Sale:
    """A receipt before it is priced. `at` is local time of the shop. No amount is negative.

    `remainder`: raw parts left over from the member's earlier receipts. `earned_today` and
    `earned_this_month` are points, needed only if there is such a limit.
    """

    lines: tuple[Line, ...]
    at: datetime
    level_id: int
    nth: int  # the number of this purchase among the member's
    outlet_id: int | None = None
    remainder: int = 0
    earned_today: int = 0
    earned_this_month: int = 0

    @property
    def amount(self) -> int:
        return sum(line.amount for line in self.lines)


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A priced line; `discount`, `paid` and `points` of all lines add up to the receipt's."""

    line: Line
    discount: int
    paid: int
    points: int
    rate_bp: int  # 0: excluded
    multiplier: int  # percent; 100 if nothing multiplies


@dataclass(frozen=True, slots=True)
class Applied:
    """An offer in use: its discount, and the points that it added after limits."""

    promise: Promise
    discount: int
    points: int


@dataclass(frozen=True, slots=True)
class Missed:
    """An offer that is not in use, and why; of several reasons the one that a member can least
    change. `lack`: minor units that its lines are below the minimum, at full prices.
    """

    promise: Promise
    why: Unmet
    lack: int = 0


@dataclass(frozen=True, slots=True)
class Priced:
    """A priced receipt.

    amount = discount + due; due = spent x point_value + paid. `points` = `base` + `bonus`: points
    by the rate, and points by rules and offers, which may expire at another time.
    """

    lines: tuple[PricedLine, ...]
    amount: int
    discount: int
    due: int
    most_points: int  # the most points that may pay for `due`
    spent: int  # points
    paid: int
    base: int
    bonus: int
    remainder: int  # raw parts to carry to the next receipt
    cut: int  # points taken away by a limit
    rules: tuple[int, ...]  # ids of the rules that changed the points, in tariff order
    offers: tuple[Applied, ...]
    missed: tuple[Missed, ...]  # each other offer once, not each copy

    @property
    def points(self) -> int:
        return self.base + self.bonus
