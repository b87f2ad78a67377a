"""Words: facts go in, sentences in the reader's language come out.

Fluent holds the sentences; this module reads `locales/`, escapes what people typed, and writes
money, dates and numbers as the language does.
"""

import html
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_time, get_day_names
from babel.numbers import format_currency, get_currency_symbol
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentType

from services.facts import Days, Fact, Weekdays
from services.money import Money, minor_per_unit

_OPENING, _CLOSING = "«“", "»”"
_INNER = {"«": "„", "»": "“", "“": "‘", "”": "’"}


class MissingWordsError(LookupError):
    """A message that a language does not have: a defect, never shown to a person."""


class Words:
    """Every sentence of every language, read once at start.

    `default` is the language of people whose own is not spoken here.
    """

    def __init__(self, folder: Path, default: str) -> None:
        self.default = default
        self._bundles = {
            place.name: _read(place) for place in sorted(folder.iterdir()) if place.is_dir()
        }
        if default not in self._bundles:
            raise MissingWordsError(f"no language {default!r} in {folder.name}/")
        self._labels: dict[str, frozenset[str]] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self._bundles)

    def nearest(self, code: str | None) -> str:
        """The spoken language for a messenger's code such as `en-GB`, else the default."""
        language = (code or "").split("-")[0].lower()
        return language if language in self._bundles else self.default

    def say(self, language: str, timezone: str = "UTC") -> "Say":
        language = self.nearest(language)
        return Say(language, ZoneInfo(timezone), self._bundles[language])

    def labels(self, key: str) -> frozenset[str]:
        """A label without facts in all languages: what a reply keyboard may send back."""
        if key not in self._labels:
            everywhere = (self.say(language).label(key) for language in self._bundles)
            self._labels[key] = frozenset(everywhere)
        return self._labels[key]


class Say:
    """One language in one time zone."""

    def __init__(self, language: str, timezone: ZoneInfo, bundle: FluentBundle) -> None:
        self.language = language
        self.timezone = timezone
        self._bundle = bundle

    def __call__(self, key: str, /, **facts: Fact) -> str:
        """A message as Telegram's HTML; what people typed is escaped."""
        return self._format(key, facts, _escape)

    def label(self, key: str, /, **facts: Fact) -> str:
        """A message as plain text, for buttons and alerts."""
        return self._format(key, facts, str)

    def knows(self, key: str) -> bool:
        return self._bundle.has_message(key)

    def money(self, money: Money) -> str:
        """`1 200 ₽`, or `1 200,50 ₽` where there is a smaller part."""
        return _money(money, self.language)

    def day(self, day: date) -> str:
        """`22 ноября 2026`."""
        return format_date(day, "d MMMM y", locale=self.language)

    def day_and_month(self, day: date) -> str:
        """`22 ноября`, of any year."""
        return format_date(day, "d MMMM", locale=self.language)

    def moment(self, at: datetime) -> str:
        """`22 ноября 2026, 14:05`, where the reader is."""
        local = at.astimezone(self.timezone)
        return f"{self.day(local.date())}, {format_time(local, 'HH:mm', locale=self.language)}"

    def short_moment(self, at: datetime) -> str:
        """`22 нояб., 14:05` or `22 Nov, 14:05`, for buttons."""
        local = at.astimezone(self.timezone)
        day = format_date(local.date(), "d MMM", locale=self.language)
        return f"{day}, {format_time(local, 'HH:mm', locale=self.language)}"

    def _format(self, key: str, facts: Mapping[str, Fact], text: Callable[[str], str]) -> str:
        if not self._bundle.has_message(key):
            raise MissingWordsError(f"{self.language}: {key}")
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise MissingWordsError(f"{self.language}: {key} has no text")
        shown = {name: self._show(fact, text) for name, fact in facts.items()}
        words, problems = self._bundle.format_pattern(pattern, shown)
        if problems:
            raise MissingWordsError(f"{self.language}: {key}: {problems}")
        return _nest_quotes(str(words))

    def _show(self, fact: Fact, text: Callable[[str], str]) -> Any:
        match fact:
            case bool():
                return "yes" if fact else "no"
            case int():
                return fact
            case Money():
                return self.money(fact)
            case date() | Weekdays() | Days():
                return self._when(fact)
            case _:
                return _Whole(text(fact))

    def _when(self, fact: date | Weekdays | Days) -> str:
        match fact:
            case datetime():
                return self.moment(fact)
            case date():
                return self.day(fact)
            case Weekdays(days):
                names = get_day_names("abbreviated", locale=self.language)
                return ", ".join(names[day] for day in days)
            case Days(first, last):
                return _days(first, last, self.language)


def _days(first: date | None, last: date | None, language: str) -> str:
    """`1 дек. – 31 дек. 2026`, or the one day that there is."""
    begins, ends = (day and format_date(day, "d MMM y", locale=language) for day in (first, last))
    if first is None or last is None or first == last:
        return begins or ends or ""
    if first.year == last.year:
        begins = format_date(first, "d MMM", locale=language)
    return f"{begins} – {ends}"


def _nest_quotes(text: str) -> str:
    """«Кофейня „Зерно“»: a name with quotes of its own inside a sentence's quotes."""
    if text.count("«") + text.count("“") < 2:  # noqa: PLR2004 - nothing to nest
        return text
    depth = 0
    nested = []
    for sign in text:
        if sign in _CLOSING:
            depth -= 1
        nested.append(_INNER.get(sign, sign) if depth > 0 else sign)
        if sign in _OPENING:
            depth += 1
    return "".join(nested)


class _Whole(str, FluentType):
    """A text of any length: Fluent refuses plain strings over 2,500 characters as an attack."""

    __slots__ = ()

    def format(self, _locale: Locale) -> "_Whole":  # type: ignore[override]
        return self


def _escape(text: str) -> str:
    return html.escape(text, quote=False)


def _read(place: Path) -> FluentBundle:
    bundle = FluentBundle([place.name], use_isolating=False)
    for file in sorted(place.rglob("*.ftl")):
        bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle


@lru_cache(maxsize=4096)
def _money(money: Money, language: str) -> str:
    scale = minor_per_unit(money.currency)
    amount = Decimal(money.minor) / scale
    pattern = Locale.parse(language).currency_formats["standard"].pattern
    pattern = pattern.replace("¤", f"'{_sign(money.currency)}'")
    if money.minor % scale == 0:
        pattern = pattern.replace("0.00", "0")
    return format_currency(amount, money.currency, pattern, language, currency_digits=False)


def _sign(currency: str) -> str:
    """`₽` in every language: a currency's own sign is known where it is used, if not elsewhere."""
    return min((get_currency_symbol(currency, at) for at in ("en", "ru", "kk", "uk")), key=len)
