"""What an offer gives and when, in words and as the values behind the buttons."""

from datetime import datetime, time

from babel.dates import format_time, get_day_names

from messengers.words import Say
from services.kinds import OfferKind
from services.plans import Plan

GIFTS = (
    (OfferKind.POINTS, 50),
    (OfferKind.POINTS, 100),
    (OfferKind.POINTS, 200),
    (OfferKind.POINTS, 500),
    (OfferKind.MULTIPLIER, 2),
    (OfferKind.MULTIPLIER, 3),
    (OfferKind.MULTIPLIER, 5),
    (OfferKind.GIFT, 0),
)
"""What shops usually promise."""

NOON = time(12, 0)
"""When an offer that repeats goes out unless another time is chosen."""


def what(say: Say, kind: OfferKind, value: int) -> str:
    """`+100 баллов`, `×2 за покупку`, `подарок`; plain text."""
    return say.label("owner-gift", kind=kind, value=value)


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


def day(say: Say, weekday: int) -> str:
    """`пн` for 0."""
    return str(get_day_names("abbreviated", locale=say.language)[weekday])
