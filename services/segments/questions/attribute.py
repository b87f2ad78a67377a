"""The definition of an attribute, used by sentences, buttons, questions and docs."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement

from services.segments.questions.scope import Scope
from services.segments.questions.tree import (
    Before,
    Condition,
    Dates,
    During,
    InMonth,
    Last,
    Next,
    Period,
    When,
)


class Kind(StrEnum):
    """What a condition on an attribute tests."""

    FLAG = "flag"  # it is true
    CHOICE = "choice"  # it is one of `values`
    NUMBER = "number"  # it is from `least` to `most`
    MONEY = "money"  # the same, in minor units
    TIME = "time"  # it happened, `when`
    ANNUAL = "annual"  # this day of the year comes, `when`


class Topic(StrEnum):
    """The group of attributes in the owner's menu."""

    PERSON = "person"
    VISITS = "visits"
    POINTS = "points"
    ANSWERS = "answers"
    RESPONSE = "response"
    MEMBERSHIP = "membership"
    GROUPS = "groups"


class Named(StrEnum):
    """Kinds of values of a choice: words of this program, or names that the shop gave."""

    WORD = "word"  # of a fixed list: `Attribute.words`
    CITY = "city"  # as members wrote it
    LEVEL = "level"
    CAMPAIGN = "campaign"
    OFFER = "offer"
    QUIZ = "quiz"
    SEGMENT = "segment"
    MEMBER = "member"
    ANSWER = "answer"  # a choice of a custom attribute
    CATEGORY = "category"
    PRODUCT = "product"
    OUTLET = "outlet"


class Unit(StrEnum):
    """What a number counts; `unit-…` has the words, apart from the sign of percents."""

    YEARS = "years"
    PURCHASES = "purchases"
    TIMES = "times"
    FRIENDS = "friends"
    POINTS = "points"
    PERCENT = "percent"


ANY_OF = {Named.CAMPAIGN, Named.OFFER, Named.QUIZ, Named.ANSWER}
"""For these, a condition without values means any of them."""

LATEST = "latest"
"""The value for the newest campaign at the time of asking."""

BACK: tuple[type[When], ...] = (Last, Before, Dates, During)
"""Time ranges for events in the past."""

AHEAD: tuple[type[When], ...] = (Next, During)
"""Time ranges for events to come."""

OF_THE_YEAR: tuple[type[When], ...] = (Next, InMonth, During)

GONE = {Period.YESTERDAY, Period.LAST_WEEK, Period.LAST_MONTH, Period.LAST_YEAR}
COMING = {Period.TOMORROW, Period.DAY_AFTER_TOMORROW, Period.NEXT_WEEK, Period.NEXT_MONTH}

Holds = Callable[[Scope, Condition], ColumnElement[bool]]
Value = Callable[[Scope, Condition], ColumnElement[Any]]


@dataclass(frozen=True, slots=True)
class Attribute:
    """A fact about members that a question can ask about.

    `holds` gives the SQL condition on `members`; NULL counts as false. `upkeep` says for the docs
    how the data is kept up to date. `value` gives the member's own value to show, where it says
    more than the condition: an age, a sum, a day. Never a phone or the year of a birthday.
    """

    key: str
    kind: Kind
    topic: Topic
    holds: Holds
    upkeep: str
    named: Named | None = None
    words: tuple[str, ...] = ()
    whens: tuple[type[When], ...] = ()  # types of `when`, besides None
    timeless: bool = True  # `when` may be None
    goods: bool = False
    unit: Unit | None = None
    value: Value | None = None

    def takes(self, when: When) -> bool:
        """Whether `when` is valid here: an event in the past cannot be asked about for tomorrow."""
        if isinstance(when, During):
            if when.period in COMING and Next not in self.whens:
                return False
            if when.period in GONE and self.whens == AHEAD:
                return False
        return isinstance(when, self.whens)


def stored(column: Any) -> Value:
    """A value from the member's own columns."""

    def value(_scope: Scope, _condition: Condition) -> ColumnElement[Any]:
        own: ColumnElement[Any] = column
        return own

    return value
