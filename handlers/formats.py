"""Figures as members read them."""

from datetime import date, datetime
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_decimal

from messengers.words import Say
from services.dates import Birthday

BASIS_DIGITS = 2


def local_day(say: Say, at: datetime) -> date:
    """The day on which something falls where the reader is."""
    return at.astimezone(say.timezone).date()


def clock_time(say: Say, at: datetime) -> str:
    """`14:05`, where the reader is."""
    return f"{at.astimezone(say.timezone):%H:%M}"


def short_day(say: Say, at: datetime) -> str:
    """`22 нояб.` or `22 Nov`, for buttons."""
    return format_date(local_day(say, at), "d MMM", locale=say.language)


def percent(say: Say, basis_points: int) -> str:
    """`3`, `2,5`: basis points as a percentage, without its sign."""
    return format_decimal(Decimal(basis_points).scaleb(-BASIS_DIGITS), locale=say.language)


def signed(say: Say, points: int) -> str:
    """`+1 200` or `−50`."""
    return say.label("points-signed", points=abs(points), gain=points >= 0)


def birthday_words(say: Say, birthday: Birthday) -> str:
    """`24 мая`, with the year if it is known."""
    leap = 2000
    day = date(birthday.year or leap, birthday.month, birthday.day)
    pattern = "d MMMM y" if birthday.year else "d MMMM"
    return format_date(day, pattern, locale=say.language)
