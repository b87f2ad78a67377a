"""Deep links: what the QR codes and posters of this bot hold, and reading them back.

A payload is a letter, a dash and a value, within Telegram's 64 of `A-Z a-z 0-9 _ -`.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

ID_DIGITS = 18
"""The longest id that fits into 64 bits whatever its digits."""


class LinkKind(StrEnum):
    CARD = "c"
    VOUCHER = "v"
    COUPON = "o"
    STAFF = "s"
    REFERRAL = "r"
    POSTER = "p"
    QUIZ = "z"


@dataclass(frozen=True, slots=True)
class Link:
    kind: LinkKind
    value: str

    @property
    def number(self) -> int | None:
        """The id in a value; None if it cannot be an id."""
        known = self.value.isascii() and self.value.isdigit() and len(self.value) <= ID_DIGITS
        return int(self.value) if known else None


_PAYLOAD = re.compile(r"([cvosrpz])-([A-Za-z0-9_-]{1,62})")
_URL = re.compile(
    r"(?:https?://)?(?:t\.me|telegram\.me)/(\w+)/?\?start=([\w-]+)|tg://resolve\?domain=(\w+)&start=([\w-]+)",
    re.IGNORECASE,
)


def read_payload(payload: str) -> Link | None:
    """The meaning of a `/start` payload; None for one that this bot never made."""
    match = _PAYLOAD.fullmatch(payload)
    return None if match is None else Link(LinkKind(match[1]), match[2])


class Links:
    """Links to one bot."""

    def __init__(self, username: str) -> None:
        self.username = username

    def to(self, kind: LinkKind, value: str | int) -> str:
        return f"https://t.me/{self.username}?start={kind}-{value}"

    def read(self, text: str) -> Link | None:
        """The meaning of a scanned or pasted link of this bot; None for anything else."""
        match = _URL.fullmatch(text.strip())
        if match is None:
            return None
        username, payload = match[1] or match[3], match[2] or match[4]
        return read_payload(payload) if username.lower() == self.username.lower() else None
