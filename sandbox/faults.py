"""Trouble on request: what the network and Telegram do on a bad day."""

from dataclasses import dataclass
from typing import Literal

from sandbox.errors import ApiError, ConnectionDropped, bad_request, forbidden, too_many_requests

Kind = Literal[
    "429",
    "500",
    "502",
    "restart",
    "drop_before",
    "drop_after",
    "blocked",
    "deactivated",
    "never_started",
    "chat_not_found",
]

_REFUSALS: dict[str, ApiError] = {
    "500": ApiError(500, "Internal Server Error"),
    "502": ApiError(502, "Bad Gateway"),
    "restart": ApiError(500, "Internal Server Error: restart"),
    "blocked": forbidden("bot was blocked by the user"),
    "deactivated": forbidden("user is deactivated"),
    "never_started": forbidden("bot can't initiate conversation with a user"),
    "chat_not_found": bad_request("chat not found"),
}


@dataclass
class Fault:
    """One planned trouble: the next `times` matching calls meet it (None: for ever)."""

    kind: Kind
    method: str | None
    chat_id: int | None
    times: int | None
    skip: int
    retry_after: int
    met: int = 0

    def matches(self, method: str, chat_id: int | None) -> bool:
        if self.method is not None and self.method.lower() != method.lower():
            return False
        return self.chat_id is None or self.chat_id == chat_id

    def error(self) -> Exception:
        if self.kind == "429":
            return too_many_requests(self.retry_after)
        if self.kind in ("drop_before", "drop_after"):
            return ConnectionDropped(self.kind)
        refusal = _REFUSALS[self.kind]
        return ApiError(refusal.code, refusal.description)


class Faults:
    """The troubles planned for a world; empty on a good day."""

    def __init__(self) -> None:
        self._planned: list[Fault] = []

    def add(
        self,
        method: str | None = None,
        chat_id: int | None = None,
        *,
        kind: Kind,
        times: int | None = 1,
        skip: int = 0,
        retry_after: int = 1,
    ) -> Fault:
        """Plan a fault; `skip` lets that many matching calls pass first.

        `drop_before` cuts the line before the act, `drop_after` when it is done: the bot cannot
        tell the two apart. Raises ValueError for an unknown kind.
        """
        if kind not in ("429", "drop_before", "drop_after", *_REFUSALS):
            raise ValueError(f"unknown fault {kind!r}")
        fault = Fault(kind, method, chat_id, times, skip, retry_after)
        self._planned.append(fault)
        return fault

    def clear(self) -> None:
        """Forget every planned fault."""
        self._planned.clear()

    def strike(self, method: str, chat_id: int | None) -> Fault | None:
        """Return the fault this call meets, if any, and count it."""
        for fault in self._planned:
            if not fault.matches(method, chat_id):
                continue
            if fault.skip > 0:
                fault.skip -= 1
                continue
            fault.met += 1
            if fault.times is not None:
                fault.times -= 1
                if fault.times <= 0:
                    self._planned.remove(fault)
            return fault
        return None
