"""An example receipt to which a rule applies."""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from services.pricing.conditions import holds
from services.pricing.engine import price
from services.pricing.model import Conditions, Line, Priced, Sale, Tariff

SEARCHED = 400
"""Days ahead to search for the example's day: a little more than a year."""

NOT_THE_FIRST = 2
"""`nth` of an example, unless a rule asks for another."""


@dataclass(frozen=True, slots=True)
class Example:
    """One line of `amount` minor units at a local time of the shop.

    `level_id` None: the lowest level.
    """

    amount: int
    at: datetime
    category_id: int | None = None
    product_id: int | None = None
    level_id: int | None = None
    outlet_id: int | None = None
    nth: int = NOT_THE_FIRST


def fitting(asked: Conditions, now: datetime, amount: int) -> Example:
    """A receipt of at least `amount` for which the conditions hold, at the earliest such time.

    If they hold at no time found, it is a receipt of now. `now` is local time of the shop.
    """
    now = now.replace(tzinfo=None)
    example = Example(
        amount=max(amount, asked.least),
        at=now,
        category_id=min(asked.categories, default=None),
        product_id=None if asked.categories else min(asked.products, default=None),
        level_id=min(asked.levels, default=None),
        outlet_id=min(asked.outlets, default=None),
        nth=min(asked.nth, default=NOT_THE_FIRST),
    )
    moments = (at for at in _moments(asked, now) if holds(asked, _sale(example, at)))
    return replace(example, at=next(moments, now))


def priced(tariff: Tariff, example: Example, lowest_level: int) -> Priced:
    """The price of the example. `lowest_level` is the level of a new member."""
    level = example.level_id if example.level_id in tariff.rates else None
    return price(tariff, _sale(example, example.at, lowest_level if level is None else level))


def _moments(asked: Conditions, now: datetime) -> list[datetime]:
    """Now, and the first hour of the conditions on each following day."""
    begins = asked.since or time(12)
    first = max(now.date(), asked.first_day or now.date())
    days = [first + timedelta(days=more) for more in range(SEARCHED)]
    return [now, *(datetime.combine(day, begins) for day in days)]


def _sale(example: Example, at: datetime, level_id: int | None = None) -> Sale:
    line = Line(example.amount, category_id=example.category_id, product_id=example.product_id)
    return Sale(
        lines=(line,),
        at=at,
        level_id=level_id if level_id is not None else example.level_id or 0,
        nth=example.nth,
        outlet_id=example.outlet_id,
    )
