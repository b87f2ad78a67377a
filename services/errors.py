"""Domain errors: the parent of them all, and those that any folder raises.

Each folder of `services/` has its own beside it in `errors.py`. A door turns one into a sentence.
"""

import dataclasses
import re
from typing import Any


class DomainError(Exception):
    """A refusal with its facts. Its class names the message that tells people: `error-...`."""

    @classmethod
    def message_key(cls) -> str:
        return "error-" + re.sub(r"(?<=\w)(?=[A-Z])", "-", cls.__name__).lower()

    def facts(self) -> dict[str, Any]:
        if not dataclasses.is_dataclass(self):
            return {}
        return {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}


class Gone(DomainError):
    """What the button spoke of does not exist any more."""


class NotYours(DomainError):
    """It belongs to another member or another cashier."""


class NameTaken(DomainError):
    """Another one of these has this name."""
