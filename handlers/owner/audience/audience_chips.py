"""The buttons of whom one may choose, and the questions that they stand for."""

from enum import StrEnum
from typing import Any

from aiogram.types import InlineKeyboardButton

from handlers.owner.shared.navigation import BUTTON_LENGTH, short
from handlers.routing import Tap
from handlers.screens import button
from services.enums import Gender
from services.errors import Gone
from services.segments.questions.ready_made import READY
from services.segments.questions.tree import (
    EVERYONE,
    Before,
    Condition,
    Last,
    Next,
    Node,
)

BANDS = ("-17", "18-24", "25-34", "35-44", "45-54", "55-")
"""Whole years, both ends included."""

LONGEST = 3650  # days


class Chip(StrEnum):
    """The subjects of a choice's buttons."""

    EVERYONE = "everyone"
    LEVEL = "level"
    CITY = "city"
    GENDER = "gender"
    AGE = "age"
    BIRTHDAY = "birthday"
    NEW = "new"
    SLEEPING = "sleeping"
    SPENT = "spent"
    LIST = "list"
    SEGMENT = "segment"
    READY = "ready"


class AudienceTap(Tap, prefix="oa"):
    kind: Chip
    value: str = ""


def chip(
    kind: Chip, label: str, value: str | int, most: int = BUTTON_LENGTH
) -> InlineKeyboardButton:
    return button(short(label, most), AudienceTap(kind=kind, value=str(value)))


def read_tap(tap: AudienceTap, data: dict[str, Any]) -> Node:
    """The question that a button stands for. Raises Gone for one that no screen draws."""
    try:
        return _question(tap.kind, tap.value, data)
    except (ValueError, LookupError) as error:
        raise Gone from error


def _question(kind: Chip, value: str, data: dict[str, Any]) -> Node:
    match kind:
        case Chip.LEVEL:
            node: Node = Condition("level", values=(int(value),))
        case Chip.CITY:
            node = Condition("city", values=(data["cities"][int(value)],))
        case Chip.GENDER:
            node = Condition("gender", values=(Gender(value).value,))
        case Chip.AGE:
            least, most = years(value)
            node = Condition("age", least=least, most=most)
        case Chip.BIRTHDAY:
            node = Condition("birthday", when=Next(_days(value)))
        case Chip.NEW:
            node = Condition("joined", when=Last(_days(value)))
        case Chip.SLEEPING:
            node = Condition("last_visit", when=Before(_days(value)))
        case Chip.READY:
            node = READY[value]
        case Chip.EVERYONE:
            node = EVERYONE
        case _:
            raise ValueError(f"{kind} is typed")
    return node


def _days(value: str) -> int:
    return min(max(int(value), 1), LONGEST)


def years(band: str) -> tuple[int | None, int | None]:
    least, _, most = band.partition("-")
    return int(least) if least else None, int(most) if most else None


def band_text(least: int | None, most: int | None) -> str:
    """`18–24`, `55+`, `≤ 17`."""
    if least is None:
        return f"≤ {most}"
    return f"{least}+" if most is None else f"{least}–{most}"
