"""What a call brought along, read with Telegram's forgiveness and Telegram's complaints."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sandbox.errors import bad_request


@dataclass(frozen=True)
class Upload:
    """A file that came with a call."""

    name: str
    data: bytes
    mime: str | None = None


_BATCH = 100
# Telegram's own sentences for what is missing; the rest share a plain one.
_MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_ids": "message identifiers are not specified",
    "user_id": "invalid user_id specified",
    "photo": "there is no photo in the request",
    "document": "there is no document in the request",
    "sticker": "there is no sticker in the request",
    "video": "there is no video in the request",
    "animation": "there is no animation in the request",
    "voice": "there is no voice in the request",
    "audio": "there is no audio in the request",
    "callback_query_id": ("query is too old and response timeout expired or query ID is invalid"),
    "file_id": "file_id not specified",
    "action": "wrong parameter action in request",
}


@dataclass(frozen=True)
class Params:
    """The parameters of one call: text as it comes over HTTP, or values as in JSON."""

    values: Mapping[str, Any]
    files: Mapping[str, Upload] = field(default_factory=dict)

    def __contains__(self, name: str) -> bool:
        return self.values.get(name) not in (None, "")

    def require(self, name: str) -> None:
        """Raise the 400 that Telegram gives when the parameter is missing."""
        if name not in self and name not in self.files:
            raise bad_request(_MISSING.get(name, f'parameter "{name}" is required'))

    def text(self, name: str, default: str = "") -> str:
        value = self.values.get(name)
        if value is None:
            return default
        return value if isinstance(value, str) else json.dumps(value)

    def integer(self, name: str, default: int = 0) -> int:
        """Return a number; what is none counts as absent, as Telegram has it."""
        value = self.values.get(name)
        if value is None or value == "":
            return default
        try:
            return int(value)
        except (TypeError, ValueError):
            return default

    def number(self, name: str) -> float:
        try:
            return float(self.values[name])
        except (KeyError, TypeError, ValueError):
            raise bad_request(f'parameter "{name}" must be a Number') from None

    def flag(self, name: str) -> bool:
        value = self.values.get(name)
        if isinstance(value, str):
            return value.lower() in ("true", "yes", "1")
        return bool(value)

    def json(self, name: str, complaint: str = "can't parse JSON object") -> Any:
        """Return the parsed value of a parameter that travels as JSON, None when absent."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(complaint) from None

    def message_ids(self) -> list[int]:
        """Return `message_ids`, 1 to 100 of them; raise Telegram's 400."""
        value = self.json("message_ids", "can't parse message_ids JSON object")
        if not isinstance(value, list):
            raise bad_request("expected an Array of message identifiers")
        if not value:
            raise bad_request("message identifiers are not specified")
        if len(value) > _BATCH:
            raise bad_request("too many message identifiers specified")
        if not all(isinstance(item, int) and not isinstance(item, bool) for item in value):
            raise bad_request("message identifier must be a Number")
        if min(value) <= 0:
            raise bad_request("invalid message identifier specified")
        return value
