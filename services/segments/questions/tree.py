"""A question about members as a value: a tree of conditions joined by and, or, not; JSON codec.

The fields that a condition may use are declared for each attribute; see
`services.segments.attribute_catalogue`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any


class Period(StrEnum):
    """A calendar period relative to today, in the shop's time zone; weeks begin on Monday."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    TOMORROW = "tomorrow"
    DAY_AFTER_TOMORROW = "day_after_tomorrow"
    THIS_WEEK = "this_week"
    LAST_WEEK = "last_week"
    NEXT_WEEK = "next_week"
    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"
    NEXT_MONTH = "next_month"
    THIS_YEAR = "this_year"
    LAST_YEAR = "last_year"


@dataclass(frozen=True, slots=True)
class Last:
    """Within the last `days` days. An event at this moment counts, a later one never does."""

    days: int


@dataclass(frozen=True, slots=True)
class Before:
    """At least `days` days ago."""

    days: int


@dataclass(frozen=True, slots=True)
class Next:
    """Within the next `days` days; today is the first of them."""

    days: int


@dataclass(frozen=True, slots=True)
class Dates:
    """From one date through another in the shop's time zone; None is an open end."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class During:
    period: Period


@dataclass(frozen=True, slots=True)
class InMonth:
    """In one month (1-12) of any year: for birthdays."""

    month: int


When = Last | Before | Next | Dates | During | InMonth


@dataclass(frozen=True, slots=True)
class Goods:
    """Ids of goods and outlets. Several of one kind are joined by or, different kinds by and."""

    categories: tuple[int, ...] = ()
    products: tuple[int, ...] = ()
    outlets: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.ids)

    @property
    def of_lines(self) -> bool:
        """Whether lines of a receipt have to be read, not only the receipt."""
        return bool(self.categories or self.products)

    @property
    def ids(self) -> tuple[int, ...]:
        """All ids, of every kind."""
        return self.categories + self.products + self.outlets


NO_GOODS = Goods()


@dataclass(frozen=True, slots=True)
class Condition:
    """One test of a member. The attribute says which fields it uses.

    `values`: any of them; `least` and `most`: both included, whole numbers, money in minor units;
    `when`: None is any time.
    """

    attribute: str
    values: tuple[int | str, ...] = ()
    least: int | None = None
    most: int | None = None
    when: When | None = None
    goods: Goods = NO_GOODS


@dataclass(frozen=True, slots=True)
class Every:
    """All parts hold; without parts: everybody."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Some:
    """At least one part holds; without parts: nobody."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: "Node"


Node = Condition | Every | Some | Not

EVERYONE = Every(())


def conditions(node: Node) -> Iterator[Condition]:
    """All conditions of a tree in reading order."""
    match node:
        case Condition():
            yield node
        case Not(part):
            yield from conditions(part)
        case Every(parts) | Some(parts):
            for part in parts:
                yield from conditions(part)


def to_json(node: Node) -> dict[str, Any]:
    match node:
        case Every(parts):
            return {"and": [to_json(part) for part in parts]}
        case Some(parts):
            return {"or": [to_json(part) for part in parts]}
        case Not(part):
            return {"not": to_json(part)}
        case Condition():
            return _condition_to_json(node)


def from_json(stored: Mapping[str, Any]) -> Node:
    """The inverse of `to_json`. Raises ValueError, TypeError, KeyError for other input."""
    if "and" in stored:
        return Every(tuple(from_json(part) for part in stored["and"]))
    if "or" in stored:
        return Some(tuple(from_json(part) for part in stored["or"]))
    if "not" in stored:
        return Not(from_json(stored["not"]))
    goods = {name: tuple(ids) for name, ids in stored.get("goods", {}).items()}
    return Condition(
        attribute=stored["if"],
        values=tuple(stored.get("values", ())),
        least=stored.get("least"),
        most=stored.get("most"),
        when=_when_from_json(stored["when"]) if "when" in stored else None,
        goods=Goods(**goods),
    )


def _condition_to_json(condition: Condition) -> dict[str, Any]:
    stored: dict[str, Any] = {"if": condition.attribute}
    if condition.values:
        stored["values"] = list(condition.values)
    if condition.least is not None:
        stored["least"] = condition.least
    if condition.most is not None:
        stored["most"] = condition.most
    if condition.when is not None:
        stored["when"] = _when_to_json(condition.when)
    goods = condition.goods
    named = {
        "categories": goods.categories,
        "products": goods.products,
        "outlets": goods.outlets,
    }
    if goods:
        stored["goods"] = {name: list(ids) for name, ids in named.items() if ids}
    return stored


def _when_to_json(when: When) -> dict[str, Any]:
    match when:
        case Last(days):
            return {"last": days}
        case Before(days):
            return {"before": days}
        case Next(days):
            return {"next": days}
        case During(period):
            return {"during": period.value}
        case InMonth(month):
            return {"month": month}
        case Dates(first, last):
            return {"from": first and first.isoformat(), "through": last and last.isoformat()}


def _when_from_json(stored: Mapping[str, Any]) -> When:
    match stored:
        case {"last": int(days)}:
            return Last(days)
        case {"before": int(days)}:
            return Before(days)
        case {"next": int(days)}:
            return Next(days)
        case {"during": str(period)}:
            return During(Period(period))
        case {"month": int(month)}:
            return InMonth(month)
        case {"from": first, "through": last}:
            return Dates(_day(first), _day(last))
    raise ValueError(f"no time is meant by {stored}")


def _day(stored: str | None) -> date | None:
    return None if stored is None else date.fromisoformat(stored)
