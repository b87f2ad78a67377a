"""An offer's value and schedule, in words and as the values behind the buttons."""

from datetime import datetime, time

from babel.dates import format_time

from handlers.owner.conditions.rule_words import day
from messengers.words import Say
from services.enums import OfferKind
from services.offers.offer_messages import shown
from services.offers.schedules import Plan
from services.programme import Terms

NOON = time(12, 0)
"""When an offer that repeats goes out unless another time is chosen."""


def usual(terms: Terms) -> list[tuple[OfferKind, int]]:
    """Values that shops usually choose."""
    kinds = OfferKind
    return [
        *((kinds.POINTS, points) for points in (50, 100, 200, 500)),
        *((kinds.MULTIPLIER, times) for times in (2, 3, 5)),
        *((kinds.PERCENT, percents * 100) for percents in (5, 10, 15, 20)),
        *((kinds.AMOUNT, terms.worth(points).minor) for points in (100, 300, 500)),
        *((kinds.BUNDLE, pieces) for pieces in (2, 3)),
        (kinds.DELIVERY, 0),
        (kinds.GIFT, 0),
    ]


def what(say: Say, terms: Terms, kind: OfferKind, value: int) -> str:
    """`+100 баллов`, `×2 за покупку`, `скидка 10 %`, `подарок`; plain text."""
    return say.label("owner-gift", kind=kind, value=shown(terms, kind, value))


def plan(say: Say, chosen: Plan) -> str:
    """`каждый день в 12:00`, as plain text."""
    wall = chosen.wall_time or NOON
    at: str | datetime = chosen.once_at or "now"
    return say.label(
        "owner-plan",
        schedule=chosen.schedule,
        day=day(say, chosen.weekday or 0),
        time=format_time(wall, "HH:mm", locale=say.language),
        at=at,
    )
