"""Makes random shops from a seed. Most instants are at boundaries of questions, or a microsecond
beside: full days ago, midnight, the beginning of a week, a month, a year.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import TypeVar
from zoneinfo import ZoneInfo

from services.languages import LANGUAGES
from services.segments.questions.tree import Node
from tests.services.segments.facts import (
    Account,
    Chat,
    Copy,
    Facts,
    Line,
    Lot,
    Moved,
    Person,
    Receipt,
    Score,
    Sent,
    Taken,
)

T = TypeVar("T")

PEOPLE = 70
LEVELS = CATEGORIES = PRODUCTS = OUTLETS = OFFERS = QUIZZES = CAMPAIGNS = range(1, 4)
CHOICES = {1: (1, 2), 2: (3, 4)}
"""Custom attribute -> its choices; attribute 3 is a number."""
NUMBER = 3
LIVE, LISTS = (1, 2, 3), (4, 5)
"""Ids of live and frozen segments; a live one may name earlier live ones and frozen ones."""

CITIES = ("Казань", "КАЗАНЬ", "Straße", "strasse", "Tver'; --", "50%", "İzmir")
DAYS = (0, 1, 7, 30, 60, 90, 365)
INTERESTS = ("food", "coffee", "sweets", "kids")
KINDS = ("welcome", "purchase", "birthday", "offer", "grant", "hold", "release", "donate",
         "expire", "undo", "refund", "move", "settle", "forgive")  # fmt: skip
TICK = timedelta(microseconds=1)


@dataclass
class Dice:
    random: Random
    at: datetime
    zone: ZoneInfo

    @property
    def today(self) -> date:
        return self.at.astimezone(self.zone).date()

    def chance(self, part: float) -> bool:
        return self.random.random() < part

    def one(self, of: Sequence[T]) -> T:
        return self.random.choice(of)

    def maybe(self, of: Sequence[T], part: float = 0.7) -> T | None:
        return self.one(of) if self.chance(part) else None

    def some(self, of: Sequence[T], most: int = 3) -> tuple[T, ...]:
        """At least one."""
        return tuple(self.random.sample(of, self.random.randint(1, min(most, len(of)))))

    def times(self, most: int) -> range:
        return range(self.random.randint(0, most))

    def day(self) -> date:
        """A day at a boundary of questions."""
        month = self.today.replace(day=1)
        days = (
            self.today - self.today.weekday() * timedelta(days=1),
            month,
            (month - timedelta(days=1)).replace(day=1),
            date(self.today.year, 1, 1),
            date(self.today.year - 1, 1, 1),
            self.today - timedelta(days=self.one(DAYS)),
        )
        return self.one(days)

    def past(self) -> datetime:
        if self.chance(0.3):
            return self.at - timedelta(seconds=self.random.randint(0, 400 * 86_400))
        if self.chance(0.5):
            line = self.at - timedelta(days=self.one(DAYS))
        else:
            line = datetime.combine(self.day(), time.min, tzinfo=self.zone).astimezone(UTC)
        return min(self.at, line + self.one((-TICK, timedelta(0), TICK)))

    def past_or_never(self) -> datetime | None:
        return self.past() if self.chance(0.7) else None

    def future(self) -> datetime:
        return self._line_ahead() + self.one((-TICK, timedelta(0), TICK))

    def _line_ahead(self) -> datetime:
        if self.chance(0.5):
            return self.at + timedelta(days=self.one(DAYS))
        week = self.today - self.today.weekday() * timedelta(days=1)
        month = self.today.replace(day=1)
        days = (
            *(self.today + timedelta(days=ahead) for ahead in range(4)),
            *(week + timedelta(days=ahead) for ahead in (7, 14)),
            *((month + timedelta(days=ahead)).replace(day=1) for ahead in (31, 62)),
        )
        return datetime.combine(self.one(days), time.min, tzinfo=self.zone).astimezone(UTC)

    def birthday(self) -> date:
        """A birthday near today's date, or at the edges of the calendar."""
        years = self.one((0, 1, 3, 7, 18, 25, 30, 60))
        near = self.today + timedelta(days=self.one((-31, -7, -1, 0, 0, 1, 6, 7, 8, 30, 31)))
        edges = (date(2024, 2, 29), date(2023, 3, 1), date(2023, 2, 28), date(2023, 1, 1),
                 date(2023, 12, 31), near)  # fmt: skip
        chosen = self.one(edges)
        year = self.today.year - years
        leap = (chosen.month, chosen.day) == (2, 29)
        return chosen.replace(year=year - year % 4 if leap else year)


def make(seed: int, at: datetime, zone: str, questions: Sequence[Node]) -> Facts:
    dice = Dice(Random(seed), at, ZoneInfo(zone))
    accounts = [_account(dice, number) for number in range(1, PEOPLE)]
    ids = range(1, PEOPLE + 1)
    people = tuple(_person(dice, number, accounts) for number in ids)
    return Facts(
        at=at,
        zone=dice.zone,
        people=people,
        campaigns={number: dice.past_or_never() for number in CAMPAIGNS},
        questions=dict(zip(LIVE, questions, strict=True)),
        lists={number: frozenset(dice.some(ids, most=30)) for number in LISTS},
        strays=(_chat(dice),),
    )


def _account(dice: Dice, number: int) -> Account:
    return Account(
        number,
        dice.random.randint(-3, 5),
        tuple(
            Moved(dice.one(KINDS), dice.past(), dice.random.randint(-4, 4)) for _ in dice.times(6)
        ),
        tuple(Lot(dice.random.randint(0, 3), dice.maybe([dice.future()])) for _ in dice.times(4)),
    )


def _person(dice: Dice, number: int, accounts: Sequence[Account]) -> Person:
    born = dice.birthday()
    birth: tuple[int | None, int | None, int | None] = (born.day, born.month, born.year)
    if dice.chance(0.3):
        birth = dice.one([(born.day, born.month, None), (None, None, None)])
    buys = dice.chance(0.8)
    return Person(
        id=number,
        account=accounts[min(number, len(accounts)) - 1],  # the last two share one
        level=dice.one(LEVELS),
        language=dice.one(LANGUAGES),
        source=dice.one(("direct", "poster", "referral", "staff", "import")),
        joined_at=dice.past(),
        gender=dice.maybe(("female", "male")),
        birth=birth,
        city=dice.maybe(CITIES),
        family=dice.maybe(("single", "couple", "married")),
        contact_time=dice.maybe(("morning", "day", "evening")),
        interests=dice.one([None, (), dice.some(INTERESTS)]),
        phone=dice.maybe([f"+7900000{number:04}"]),
        referrer=dice.maybe(range(1, number), 0.5) if number > 1 else None,
        consent=dice.chance(0.6),
        frozen=dice.chance(0.2),
        left=dice.chance(0.1),
        children=tuple(min(dice.birthday(), dice.today) for _ in dice.times(2)),
        receipts=tuple(_receipt(dice) for _ in dice.times(5) if buys),
        taken=tuple(_taken(dice) for _ in dice.times(3)),
        chats=tuple(_chat(dice) for _ in dice.times(2)),
        copies=_copies(dice),
        scores=tuple(_score(dice) for _ in dice.times(4)),
        quizzes={quiz: dice.past_or_never() for quiz in dice.some(QUIZZES) if dice.chance(0.5)},
        choices=frozenset(
            (attribute, choice)
            for attribute, choices in CHOICES.items()
            for choice in choices
            if dice.chance(0.3)
        ),
        numbers={NUMBER: dice.random.randint(0, 5)} if dice.chance(0.6) else {},
    )


def _receipt(dice: Dice) -> Receipt:
    lines = tuple(_line(dice) for _ in dice.times(3))
    paid = 100 * dice.random.randint(0, 4)
    refunded = dice.random.randint(0, paid) if dice.chance(0.3) else 0
    return Receipt(dice.past(), dice.maybe(OUTLETS), paid, refunded, dice.chance(0.15), lines)


def _line(dice: Dice) -> Line:
    due = 50 * dice.random.randint(0, 4)
    gone = dice.one([0, 0, due, dice.random.randint(0, due)])
    paid = dice.random.randint(0, due)
    return Line(dice.maybe(CATEGORIES), dice.maybe(PRODUCTS), due, paid, gone, dice.one([1, 2]))


def _taken(dice: Dice) -> Taken:
    if dice.chance(0.5):
        status = dice.one(("pending", "approved", "declined", "cancelled", "expired"))
        return Taken("receipt", status, None if status == "pending" else dice.past())
    status = dice.one(("issued", "accepted", "accepted", "cancelled", "expired"))
    what = dice.one(("reward", "gift"))
    return Taken(what, status, None if status == "issued" else dice.past())


def _chat(dice: Dice) -> Chat:
    messenger = dice.one(("telegram", "telegram", "carrier pigeon"))
    return Chat(messenger, dice.chance(0.3), tuple(_sent(dice) for _ in dice.times(3)))


def _sent(dice: Dice) -> Sent:
    status = dice.one(("pending", "sent", "sent", "sent", "blocked", "failed"))
    gone = status == "sent"
    tapped = dice.past_or_never() if gone else None
    return Sent(dice.maybe(CAMPAIGNS), status, dice.past() if gone else None, tapped)


def _copies(dice: Dice) -> tuple[Copy, ...]:
    """Copies of offers; each run gives an offer once."""
    made = [Copy(dice.one(OFFERS), dice.past(), dice.past_or_never()) for _ in dice.times(3)]
    return tuple({(copy.offer, copy.run_at): copy for copy in made}.values())


def _score(dice: Dice) -> Score:
    if dice.chance(0.2):
        return Score(dice.one(("nps", "satisfaction")), None, None)
    return Score(dice.one(("nps", "satisfaction")), dice.random.randint(0, 10), dice.past())
