"""What an attribute of members is: declared once, known to words, buttons, questions and docs."""

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
    """What a condition on it says."""

    FLAG = "flag"  # that it is so
    CHOICE = "choice"  # that it is one of `values`
    NUMBER = "number"  # that it is from `least` to `most`
    MONEY = "money"  # the same, in minor units
    TIME = "time"  # that it happened, `when`
    ANNUAL = "annual"  # that this day of the year comes, `when`


class Topic(StrEnum):
    """Where an owner looks for it."""

    PERSON = "person"
    VISITS = "visits"
    POINTS = "points"
    ANSWERS = "answers"
    RESPONSE = "response"
    MEMBERSHIP = "membership"
    GROUPS = "groups"


class Named(StrEnum):
    """What the values of a choice are: words of this program, or things that the shop named."""

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
"""Where a condition that names none means any of them."""

LATEST = "latest"
"""The value that means the newest campaign, whichever that is on the day."""

BACK: tuple[type[When], ...] = (Last, Before, Dates, During)
"""Times at which something can have happened."""

AHEAD: tuple[type[When], ...] = (Next, During)
"""Times at which something can be about to happen."""

OF_THE_YEAR: tuple[type[When], ...] = (Next, InMonth, During)

GONE = {Period.YESTERDAY, Period.LAST_WEEK, Period.LAST_MONTH, Period.LAST_YEAR}
COMING = {Period.TOMORROW, Period.DAY_AFTER_TOMORROW, Period.NEXT_WEEK, Period.NEXT_MONTH}

Holds = Callable[[Scope, Condition], ColumnElement[bool]]
Value = Callable[[Scope, Condition], ColumnElement[Any]]


@dataclass(frozen=True, slots=True)
class Attribute:
    """One thing that can be asked about members.

    `holds` gives the condition in SQL on `members`; unknown (NULL) is no. `upkeep` says how what
    it reads is kept true, for the docs. `value` gives what a member has of it, for a person to see,
    where that says more than the condition: an age, a sum, a day. A phone and the year of
    a birthday are not for everybody to see.
    """

    key: str
    kind: Kind
    topic: Topic
    holds: Holds
    upkeep: str
    named: Named | None = None
    words: tuple[str, ...] = ()
    whens: tuple[type[When], ...] = ()  # what `when` may be, besides None
    timeless: bool = True  # `when` may be None
    goods: bool = False
    unit: Unit | None = None
    value: Value | None = None

    def takes(self, when: When) -> bool:
        """That it can be so at such a time: nothing has happened tomorrow."""
        if isinstance(when, During):
            if when.period in COMING and Next not in self.whens:
                return False
            if when.period in GONE and self.whens == AHEAD:
                return False
        return isinstance(when, self.whens)


def stored(column: Any) -> Value:
    """A value that is one of the member's own columns, or made of them."""

    def value(_scope: Scope, _condition: Condition) -> ColumnElement[Any]:
        own: ColumnElement[Any] = column
        return own

    return value
