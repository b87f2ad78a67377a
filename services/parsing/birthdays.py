"""Parses typed birthdays."""

import re
from collections.abc import Iterable
from functools import cache

from babel import Locale

from services.dates import Birthday
from services.parsing.errors import BadBirthday

_YEAR_FIRST = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})")
_FIGURES = re.compile(r"(?P<day>[0-9]{1,2})[. -](?P<month>[0-9]{1,2})(?:[. -](?P<year>[0-9]{4}))?")
_DAY_FIRST = re.compile(
    r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)? (?P<name>[^\W\d_]{3,})(?: (?P<year>[0-9]{4}))?"
)
_MONTH_FIRST = re.compile(
    r"(?P<name>[^\W\d_]{3,}) (?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?: (?P<year>[0-9]{4}))?"
)
_SHAPES = (_YEAR_FIRST, _FIGURES, _DAY_FIRST, _MONTH_FIRST)
_AFTER_YEAR = re.compile(r"(?<=[0-9]{4}) ?[^\W\d_]{1,4}$")  # the word "year", as some add it


def parse_birthday(text: str, languages: Iterable[str]) -> Birthday:
    """Read `24.05`, `24.05.1990`, `1990-05-24`, `24 мая`, `24 May 1990`, `May 24, 1990`.

    With slashes the month is ambiguous, so they are refused. Raises BadBirthday. Whether the day
    exists is checked when it is stored.
    """
    plain = " ".join(re.sub(r"[.,]? |[.,]$", " ", text.lower()).split())
    plain = _AFTER_YEAR.sub("", plain)
    for shape in _SHAPES:
        if found := shape.fullmatch(plain):
            return _birthday(found.groupdict(), languages)
    raise BadBirthday


def _birthday(parts: dict[str, str | None], languages: Iterable[str]) -> Birthday:
    name, year = parts.get("name"), parts["year"]
    month = int(parts["month"] or 0) if name is None else _month(name, tuple(languages))
    return Birthday(int(parts["day"] or 0), month, int(year) if year else None)


def _month(name: str, languages: tuple[str, ...]) -> int:
    """The month that begins with `name` in one of the languages. Raises BadBirthday."""
    found = {month for month, known in _months(languages) if known.startswith(name)}
    if len(found) != 1:
        raise BadBirthday
    return found.pop()


@cache
def _months(languages: tuple[str, ...]) -> frozenset[tuple[int, str]]:
    """Each month with all its names: in Russian a name alone differs from one with a day."""
    return frozenset(
        (month, name.lower().rstrip("."))
        for language in languages
        for widths in Locale.parse(language).months.values()
        for names in widths.values()
        for month, name in names.items()
    )
