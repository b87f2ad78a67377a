"""A cashier's typed text: six digits, a phone, or the code of a voucher or a coupon."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from services.members.cards import CODE_DIGITS
from services.rewards.ticket_codes import ALPHABET

_BETWEEN = re.compile(r"[\s().\u2010-\u2015-]+")
"""Characters that people put between digits: spaces of all kinds, brackets, dots, dashes."""

_TICKET = re.compile(
    rf"[{ALPHABET}]{{4}}[- ][{ALPHABET}]{{4}}"
    rf"|(?=.*[A-Z])(?:[{ALPHABET}]{{8}}|[A-Z0-9]{{4}}-[A-Z0-9]{{4}})"
)
"""A code, or what has the shape of one and was misread: no code has an O or a 0."""

_PRICED = re.compile(r"[0-9]+(?:X[0-9]+)?")
"""Words with digits that a name on a receipt may have: `CAKE 3467`, `3X46 CAKE`."""


class Typed(Enum):
    CODE = auto()
    PHONE = auto()
    TICKET = auto()
    """A voucher's or a coupon's code."""
    DIGITS = auto()
    """It begins with a digit and finds nobody: a receipt, most likely, without its guest."""


@dataclass(frozen=True, slots=True)
class Sought:
    kind: Typed
    text: str

    @property
    def sure(self) -> bool:
        """Can't be a receipt: it is meant even while one is awaited."""
        if self.kind is Typed.TICKET:
            halves = self.text.split(" ")
            return len(halves) == 1 or not any(map(_PRICED.fullmatch, halves))
        return self.text.startswith("+")


def read_typed(text: str) -> Sought | None:
    """The kind and the value to look for; None if the text looks like neither number nor code."""
    code = text.strip().upper()
    if _TICKET.fullmatch(code):
        return Sought(Typed.TICKET, code)
    digits = _BETWEEN.sub("", text)
    if not re.fullmatch(r"\+?[0-9]+", digits):
        return Sought(Typed.DIGITS, text) if re.match("[0-9]", digits) else None
    if len(digits) == CODE_DIGITS and digits.isdecimal():
        return Sought(Typed.CODE, digits)
    return Sought(Typed.PHONE if len(digits) > CODE_DIGITS else Typed.DIGITS, digits)
