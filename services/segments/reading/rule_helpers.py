"""Helpers for all grammar rules that make a condition."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from lark import Token, Transformer, v_args
from lark.tree import Meta

from services.errors import Gone
from services.segments.attribute_catalogue import Catalogue
from services.segments.questions.tree import Condition, Node, Not
from services.segments.reading.amounts import Nonsense

Children = list[Any]


@dataclass(frozen=True, slots=True)
class Wrong:
    """Words that were parsed but make no condition. `about`: what they seem to ask about, which is
    attributes and topics that no question covers.
    """

    start: int
    end: int
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A condition, and its negation if that is not simply Not.

    Without `node` it makes sense only denied: «были больше 60 дней» does not. `turned`: already
    denied, by a "not" within or before it.
    """

    node: Node | None
    denied: Node | None = None
    place: tuple[int, int] = (0, 0)
    about: tuple[str, ...] = ()
    turned: bool = False


class Clauses(Transformer[Token, Any]):
    """Context of a parse; clauses that make no condition are collected in `wrong`."""

    def __init__(self, catalogue: Catalogue, currency: str, today: date) -> None:
        super().__init__()
        self.catalogue = catalogue
        self.currency = currency
        self.today = today
        self.wrong: list[Wrong] = []

    def sound(self, condition: Condition) -> Condition:
        """The condition itself. Raises Gone if the catalogue refuses it."""
        self.catalogue.check(condition)
        return condition


Self = TypeVar("Self", bound=Clauses)


def clause(build: Callable[[Self, Children], Draft]) -> Any:
    """Decorator for a rule that makes a condition; if it cannot, its words are added to `wrong`."""

    @v_args(meta=True)
    def rule(self: Self, meta: Meta, children: Children) -> Draft | None:
        heads = [child for child in children if is_a(child, *_HEADS)]
        heads.sort(key=lambda head: is_a(head, "BEYOND"))
        about = tuple(str(head.value).removeprefix("-") for head in heads)
        about = about or _ABOUT.get(build.__name__, ())
        place = (meta.start_pos, meta.end_pos)
        try:
            return replace(build(self, children), place=place, about=about)
        except (Nonsense, Gone):
            self.wrong.append(Wrong(*place, about))
            return None

    return rule


_ABOUT = {"ages": ("figures",), "older": ("age",), "people": ("age",)}
"""`about` of rules that have no head word."""

_HEADS = ("FIGURE", "MOMENT", "FLAG", "BEYOND")
"""Terminals whose values are attributes, or keys of `INSTEAD` sentences."""


def is_a(child: Any, *terminals: str) -> bool:
    return isinstance(child, Token) and child.type in terminals


def infix(children: Children, node: Node) -> Draft:
    """A "not" behind the head denies the condition: «уровень не „Золото“»."""
    denied = any(is_a(child, "NOTVALUE") for child in children)
    return Draft(Not(node), turned=True) if denied else Draft(node)


def ways(children: Children) -> list[list[Any]]:
    """Listed values: any of the inner lists, and all values of that list.

    «и» binds tighter than «или»; a comma means the same as the last «и» or «или».
    """
    joints = [child.value for child in children if is_a(child, "JOINT")]
    said = [joint for joint in joints if joint != "comma"]
    values = [child for child in children if not is_a(child, "JOINT")]
    found = [[values[0]]]
    for value, joint in zip(values[1:], joints, strict=True):
        if (joint if joint != "comma" else (said or ["or"])[-1]) == "and":
            found[-1].append(value)
        else:
            found.append([value])
    return found
