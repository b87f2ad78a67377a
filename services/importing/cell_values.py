"""Reads cells: dates, amounts and quantities as tills write them in different locales."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from zoneinfo import ZoneInfo

from services.importing.report import Bad, Reason

_DATE = re.compile(
    r"(?P<one>\d{1,4})(?P<sign>[./-])(?P<two>\d{1,2})(?P=sign)(?P<three>\d{2,4})"
    r"(?:[ T,]+(?P<clock>\S.*))?"
)
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<half>[AaPp]\.?[Mm]\.?)?\s*(?P<zone>Z|[+-]\d{2}:?\d{2})?"
)
_SPACES = re.compile(r"[\s\u00a0\u2009\u202f'’_]+")
_COINS = re.compile(r"[₽$€£₸₴₾]|^[^\d.,+(-]+|[^\d)-]+$")
_GROUPS = re.compile(r"[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*")
_PLAIN = re.compile(r"\d*\.?\d+(?:[eE][+-]?\d{1,3})?")
NOON = 12
YEAR_DIGITS = 4
CENTURY = 100
MOST_MONTHS = 12
EARLIEST = 1900
"""The first valid year: some programs write a missing date as one of the year 1."""

WHOLE = Decimal(1)


def order_of(texts: Iterable[str]) -> bool | None:
    """Whether the day comes before the month in a column; None: all its dates are ambiguous.

    With dots the day is always first; after a leading year the month is always second.
    """
    for text in texts:
        found = _DATE.match(text)
        if found is None or found["sign"] == "." or len(found["one"]) == YEAR_DIGITS:
            continue
        if int(found["one"]) > MOST_MONTHS:
            return True
        if int(found["two"]) > MOST_MONTHS:
            return False
    return None


def is_two_faced(text: str) -> bool:
    """Whether the date is ambiguous: it has another meaning in another country."""
    found = _DATE.match(text)
    return (
        found is not None
        and found["sign"] != "."
        and len(found["one"]) < YEAR_DIGITS
        and found["one"] != found["two"]
    )


@dataclass(frozen=True, slots=True)
class Dates:
    """Reads the dates of one file in the shop's zone; `day_first` decides ambiguous ones."""

    day_first: bool
    zone: ZoneInfo
    now: datetime

    def moment(self, text: str, *, ahead: bool = False) -> datetime:
        """An instant; without a time of day, the start of the day. Raises Bad; a future instant is
        refused unless `ahead`.
        """
        day, clock = self._parts(text)
        moment = datetime.combine(day, clock) if clock is not None else _midnight(day)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=self.zone)
        try:
            moment = moment.astimezone(self.now.tzinfo)
        except OverflowError as error:
            raise Bad(Reason.DATE) from error
        if moment.year < EARLIEST:
            raise Bad(Reason.DATE)
        if not ahead and moment > self.now:
            raise Bad(Reason.FUTURE)
        return moment

    def day(self, text: str) -> date:
        """A date, such as a birthday. Raises Bad."""
        return self._parts(text)[0]

    def _parts(self, text: str) -> tuple[date, time | None]:
        found = _DATE.fullmatch(text)
        if found is None:
            raise Bad(Reason.DATE)
        one, two, three = found["one"], found["two"], found["three"]
        if len(one) == YEAR_DIGITS:
            year, month, day = one, two, three
        elif found["sign"] == "." or self.day_first:
            day, month, year = one, two, three
        else:
            month, day, year = one, two, three
        try:
            return date(self._year(year), int(month), int(day)), _clock(found["clock"])
        except ValueError as error:
            raise Bad(Reason.DATE) from error

    def _year(self, digits: str) -> int:
        if len(digits) != len("25"):
            return int(digits)
        year = self.now.year // CENTURY * CENTURY + int(digits)
        return year if year <= self.now.year else year - CENTURY


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min)


def _clock(text: str | None) -> time | None:
    if not text:
        return None
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    hour = int(found["hour"])
    if found["half"]:
        hour = hour % NOON + (NOON if found["half"][0] in "pP" else 0)
    minute, second = int(found["minute"]), int(found["second"] or 0)
    return time(hour, minute, second, tzinfo=_zone(found["zone"]))


def _zone(offset: str | None) -> tzinfo | None:
    return datetime.strptime(offset, "%z").tzinfo if offset else None


def decimal_sign(texts: Iterable[str]) -> str | None:
    """The decimal separator of a column; None if its numbers do not show it.

    `1.250` alone may be 1250 or one and a quarter; with `2.5` in the column it is the latter.
    """
    for text in texts:
        plain = _bare(text)
        if plain.count(",") and plain.count("."):
            return max(",", ".", key=plain.rfind)
        found = re.fullmatch(r"(\d+)([.,])(\d+)", plain)
        if found and (len(found[3]) != len("000") or found[1] == "0" or len(found[1]) > len("000")):
            return found[2]
    return None


def _bare(text: str) -> str:
    return _COINS.sub("", _SPACES.sub("", text)).strip("()+-")


def number(text: str, sign: str | None) -> Decimal:
    """A number as people and programs write it. An ambiguous separator is decimal if it is in
    `sign`, otherwise it separates thousands.

    `(12.50)` and `12.50-` are negative. Raises Bad.
    """
    plain = _COINS.sub("", _SPACES.sub("", text))
    minus = plain.startswith(("-", "(")) or plain.endswith("-")
    plain = plain.strip("()+-")
    commas, points = plain.count(","), plain.count(".")
    if commas and points:
        last = max(",", ".", key=plain.rfind)
        whole = plain[: plain.rfind(last)]
        if not _GROUPS.fullmatch(whole) or plain.count(last) > 1:
            raise Bad(Reason.NUMBER)
        plain = plain.replace("." if last == "," else ",", "").replace(",", ".")
    elif (found := _GROUPS.fullmatch(plain)) and (
        found[1] not in (sign or "") or commas + points > 1
    ):
        plain = plain.replace(found[1], "")
    else:
        plain = plain.replace(",", ".")
    if not _PLAIN.fullmatch(plain) or not plain.isascii():
        raise Bad(Reason.NUMBER)
    try:
        value = Decimal(plain)
    except InvalidOperation as error:
        raise Bad(Reason.NUMBER) from error
    return -value if minus else value


def minor_units(value: Decimal, scale: int, most: int) -> int:
    """An amount in minor units, rounded half up. Raises Bad above `most` whole units."""
    minor = (value * scale).quantize(WHOLE, ROUND_HALF_UP) if abs(value) <= most else None
    if minor is None:
        raise Bad(Reason.TOO_LARGE)
    return int(minor)


def pieces(value: Decimal) -> int:
    """The number of pieces of a line. A measured quantity (0.350 kg, 41.2 l) and a missing one
    count as one piece.
    """
    whole = value == value.to_integral_value()
    return max(1, int(value)) if whole else 1
