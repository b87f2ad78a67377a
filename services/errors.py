"""Domain errors: the parent class, and the errors that any folder raises.

Each folder of `services/` has its own in its `errors.py`. Handlers turn an error into a sentence.
"""

import dataclasses
import re
from typing import Any


class DomainError(Exception):
    """A refusal with its facts. The class name gives the message for people: `error-...`."""

    @classmethod
    def message_key(cls) -> str:
        return "error-" + re.sub(r"(?<=\w)(?=[A-Z])", "-", cls.__name__).lower()

    def facts(self) -> dict[str, Any]:
        if not dataclasses.is_dataclass(self):
            return {}
        return {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}


class Gone(DomainError):
    """The thing that a button is about does not exist any more."""


class NotYours(DomainError):
    """It belongs to another member or another cashier."""


class NameTaken(DomainError):
    """Another thing of this kind has the name."""
