"""A moment of the story, for what the program does by its clock."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Moment:
    """A clock that stands still."""

    at: datetime

    def now(self) -> datetime:
        return self.at
