"""A press of an inline button, from the finger to the bot's answer."""

from dataclasses import dataclass
from typing import Any


@dataclass
class Tap:
    """The button spins until `answer` is there: its text, whether it is an alert, its url."""

    id: str
    chat_id: int
    message_id: int
    data: str
    born: float
    answer: dict[str, Any] | None = None
