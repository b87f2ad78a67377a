"""The settings of the programme that an owner changes one by one: a row each.

A new one is a row here and its words: `owner-term-…`, `owner-hint-…` and `owner-effect-…`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from babel.dates import get_timezone_location

from handlers.owner.shared.fields import Read, number_in, text_by
from handlers.owner.shared.navigation import percent
from messengers.words import Say
from services.facts import Fact
from services.parsing.numbers import parse_whole
from services.programme import Terms
from services.programme.model import POINT_VALUES
from services.programme.settings import RANGES, RATE_MOST, SHARE_MOST, Value, parse_percent

RATE = "rate."
"""A level's rate as a term: `rate.3` for the level with the id 3."""

MINUTE = 60

Facts = Mapping[str, Fact]


@dataclass(frozen=True, slots=True)
class Term:
    """A setting, named as its column.

    `read` reads a typed value, `chips` are usual ones. `said` is a value in plain text. `facts`
    are those of the sentence about its effect, with the terms as they would be; that sentence
    also knows the amount of an example receipt.
    """

    name: str
    read: Read
    chips: tuple[Value, ...] = ()
    said: Callable[[Say, Any], str] = lambda _, value: str(value)
    facts: Callable[[Terms, datetime], Facts] = lambda *_: {}
    width: int = 3


def _worth(points: int, terms: Terms) -> Facts:
    return {"points": points, "worth": terms.worth(points)}


def _bonus(name: str, *chips: int) -> Term:
    """Points that are given for something."""
    return Term(
        name,
        number_in(RANGES[name]),
        chips,
        said=lambda say, points: say.label("points", points=points),
        facts=lambda terms, _: _worth(getattr(terms, name), terms),
    )


def _minutes(name: str, *chips: int) -> Term:
    """Seconds that people read and type as minutes."""
    least, most = RANGES[name].least // MINUTE, RANGES[name].most // MINUTE
    return Term(
        name,
        lambda _, text: MINUTE * parse_whole(text, least=least, most=most),
        chips,
        said=lambda say, seconds: say.label("owner-minutes", minutes=seconds // MINUTE),
        facts=lambda terms, _: {"minutes": getattr(terms, name) // MINUTE},
    )


def _life(say: Say, days: int | None) -> str:
    return say.label("owner-life-forever") if days is None else say.label("owner-life", days=days)


def _until(terms: Terms, now: datetime) -> Facts:
    until = terms.expiry(now)
    return {"until": until.astimezone(terms.timezone).date() if until else "never"}


def _share(terms: Terms, _: datetime) -> Facts:
    receipt = terms.example()
    points = terms.most_points(receipt.minor)
    return {"points": points, "left": terms.money(receipt.minor - terms.worth(points).minor)}


CITIES = (
    *("Europe/Kaliningrad", "Europe/Moscow", "Europe/Samara", "Asia/Yekaterinburg"),
    *("Asia/Omsk", "Asia/Krasnoyarsk", "Asia/Irkutsk", "Asia/Yakutsk", "Asia/Vladivostok"),
    *("Asia/Kamchatka", "Asia/Almaty", "Asia/Tashkent"),
)

TERMS = (
    _bonus("welcome_bonus", 0, 50, 100, 200, 300, 500),
    _bonus("birthday_bonus", 0, 100, 200, 300, 500, 1000),
    _bonus("profile_bonus", 0, 30, 50, 100, 200, 300),
    Term(
        "max_share_bp",
        lambda _, text: parse_percent(text, most=SHARE_MOST),
        (1000, 2000, 3000, 5000, 7000, 10_000),
        said=percent,
        facts=_share,
    ),
    Term(
        "points_life_days",
        number_in(RANGES["points_life_days"]),
        (90, 180, 365, None),
        said=_life,
        facts=_until,
    ),
    _minutes("redemption_seconds", 60, 120, 180, 300, 600, 900),
    _minutes("undo_seconds", 300, 600, 900, 1800, 3600, 7200),
    Term("shop_name", text_by(str), facts=lambda terms, _: {"shop": terms.shop_name}),
    Term(
        "privacy_contact",
        text_by(str),
        (None,),
        said=lambda say, contact: contact or say.label("owner-contact-none"),
        facts=lambda terms, _: {
            "named": terms.privacy_contact is not None,
            "contact": terms.privacy_contact or "",
        },
    ),
    Term(
        "timezone",
        text_by(str),
        CITIES,
        said=lambda say, zone: get_timezone_location(zone, locale=say.language, return_city=True),
        facts=lambda terms, now: {"time": now.astimezone(terms.timezone).strftime("%H:%M")},
        width=2,  # the names of cities are long
    ),
    Term(
        "currency",
        text_by(lambda text: text.strip().upper()),
        tuple(POINT_VALUES),
        facts=lambda terms, _: {"worth": terms.worth(100)},
    ),
)
"""In the order of the screen; the levels' rates stand before them."""


def rate_of(level_id: int) -> Term:
    """The rate of one level as a setting."""
    return Term(
        f"{RATE}{level_id}",
        lambda _, text: parse_percent(text, most=RATE_MOST),
        (100, 200, 300, 500, 700, 1000),
        said=percent,
        facts=lambda terms, _: _worth(terms.earned(terms.example().minor, level_id), terms),
    )
