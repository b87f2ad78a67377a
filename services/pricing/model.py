"""The words of pricing: rules, conditions, promises, receipts and what becomes of them.

Units: money is minor units, rates and percents are basis points (1/100 of a percent), multipliers
are percent (200 doubles), points are whole. A `raw` figure counts parts of a point: one point is
`Book.unit` of them, so that nothing is lost to rounding before the last step.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from pydantic import with_config

from models.offers import OfferKind


class Effect(StrEnum):
    """What an earning rule does, and what its `value` means."""

    RATE = "rate"  # these lines earn so many basis points instead of the level's rate
    MULTIPLIER = "multiplier"  # these lines earn so many percent of what they would
    FIXED = "fixed"  # a receipt with such lines earns so many points more
    EXCLUDE = "exclude"  # these lines earn nothing, from no rule and no offer


class Together(StrEnum):
    """What becomes of several that apply at once."""

    BEST = "best"  # only the one that gives the member most
    ALL = "all"  # one after another: x2 and x3 make x6


class Limit(StrEnum):
    """What may keep points from growing further."""

    RECEIPT = "receipt"
    DAY = "day"
    MONTH = "month"


class Unmet(StrEnum):
    """Why a receipt does not use an offer; what can still be helped comes first."""

    LEAST = "least"  # its lines cost too little
    GOODS = "goods"  # none of its lines is on the receipt
    HOUR = "hour"  # at another time of day
    DAY = "day"  # on other days of the week
    EARLY = "early"  # its first day is to come
    NTH = "nth"  # with a later purchase of this member
    OUTLET = "outlet"  # in another one
    ALONE = "alone"  # either it or what is used stands beside nothing else
    BEATEN = "beaten"  # the member has more without it
    NOTHING = "nothing"  # it would give nothing here
    LEVEL = "level"  # for members of other levels
    OVER = "over"  # its last day has passed
    PASSED = "passed"  # only with earlier purchases of a member


@with_config(extra="forbid")
@dataclass(frozen=True, slots=True)
class Conditions:
    """When something applies. What is empty or None asks nothing.

    `categories` and `products` choose lines: one of either is enough. All else is asked of the
    receipt. `weekdays`: 0 is Monday. `since` and `until` are wall times of the shop, the last one
    excluded; a night may pass midnight (22:00-02:00, and its weekday and day are those of 22:00).
    `first_day` and `last_day` are both included. `nth`: which purchases of a member (1 is the
    first). `least` is what the chosen lines must cost before discounts; for an offer of delivery,
    what all other lines must.
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
    """An earning rule. Of several RATE rules for one line the first of the book wins."""

    id: int
    title: str
    effect: Effect
    value: int
    conditions: Conditions = field(default_factory=Conditions)
    paused: bool = False


@with_config(extra="forbid")
@dataclass(frozen=True, slots=True)
class Policy:
    """How rules and offers come together, and what limits them. None: no such limit."""

    multipliers: Together = Together.BEST
    offers: Together = Together.BEST
    least_receipt: int = 0  # what must be paid in money for anything to be earned
    most_per_receipt: int | None = None  # points
    most_per_day: int | None = None
    most_per_month: int | None = None
    carry_remainders: bool = True
    pending_hours: int = 0  # before points of a purchase can be spent
    promo_life_days: int | None = None  # of points from rules and offers; None: like all others


@with_config(extra="forbid")
@dataclass(frozen=True, slots=True)
class Tariff:
    """What pricing needs to know of a version of the programme."""

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
    """So many pieces of one thing, `amount` in all at full price. Of no category: plain money."""

    amount: int
    quantity: int = 1
    category_id: int | None = None
    product_id: int | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class Sale:
    """A receipt before it is priced. `at` is local time of the shop. No figure is negative.

    `remainder`: raw parts left over from the member's earlier receipts. `earned_today` and
    `earned_this_month` are points, needed only under such a limit.
    """

    lines: tuple[Line, ...]
    at: datetime
    level_id: int
    nth: int  # which purchase of this member it would be
    outlet_id: int | None = None
    remainder: int = 0
    earned_today: int = 0
    earned_this_month: int = 0

    @property
    def amount(self) -> int:
        return sum(line.amount for line in self.lines)


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A line's part in everything; `discount`, `paid` and `points` add up to the receipt's."""

    line: Line
    discount: int
    paid: int
    points: int
    rate_bp: int  # 0: excluded
    multiplier: int  # percent, 100 when nothing multiplies


@dataclass(frozen=True, slots=True)
class Applied:
    """An offer in use: what it forgave and what points it added (as far as no limit cut them)."""

    promise: Promise
    discount: int
    points: int


@dataclass(frozen=True, slots=True)
class Missed:
    """An offer that is not in use, and why; of several reasons the one that least can be done
    about. `lack`: minor units that its lines lack, full prices.
    """

    promise: Promise
    why: Unmet
    lack: int = 0


@dataclass(frozen=True, slots=True)
class Priced:
    """A receipt with its price and its points.

    amount = discount + due; due = spent x point_value + paid. `points` = `base` + `bonus`: what
    the rate gives, and what rules and offers add (they may live differently).
    """

    lines: tuple[PricedLine, ...]
    amount: int
    discount: int
    due: int
    most_points: int  # that may pay for `due`
    spent: int  # points
    paid: int
    base: int
    bonus: int
    remainder: int  # raw parts to carry to the next receipt
    cut: int  # points that a limit took away
    rules: tuple[int, ...]  # ids of the rules that had a say, in the book's order
    offers: tuple[Applied, ...]
    missed: tuple[Missed, ...]  # each other offer once, however many copies there are of it

    @property
    def points(self) -> int:
        return self.base + self.bonus
