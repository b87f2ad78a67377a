"""What every error is, and the one that means that something is no more."""

import dataclasses
import re
from typing import Any


class DomainError(Exception):
    """The parent of them all."""

    @classmethod
    def message_key(cls) -> str:
        return "error-" + re.sub(r"(?<=\w)(?=[A-Z])", "-", cls.__name__).lower()

    def facts(self) -> dict[str, Any]:
        if not dataclasses.is_dataclass(self):
            return {}
        return {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}


class Gone(DomainError):
    """What the button spoke of does not exist any more."""
