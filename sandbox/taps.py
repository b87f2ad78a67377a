"""A press of an inline button, from the finger to the bot's answer."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sandbox.person import Person


@dataclass
class Tap:
    """The button spins until `answer` is there: its text, whether it is an alert, its url."""

    id: str
    person: "Person"
    message_id: int
    data: str
    born: float
    answer: dict[str, Any] | None = None
