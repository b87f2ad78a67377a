"""How the sandbox says no: as Telegram, as a broken line, or as itself."""

from collections.abc import Mapping
from typing import Any


class ApiError(Exception):
    """A refusal in Telegram's own words: `code` is the HTTP status too."""

    def __init__(
        self, code: int, description: str, parameters: Mapping[str, int] | None = None
    ) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.parameters = dict(parameters or {})

    def envelope(self) -> dict[str, Any]:
        """Return the body Telegram sends with this refusal."""
        body: dict[str, Any] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def bad_request(message: str) -> ApiError:
    return ApiError(400, f"Bad Request: {message}")


def forbidden(message: str) -> ApiError:
    return ApiError(403, f"Forbidden: {message}")


def too_many_requests(retry_after: int) -> ApiError:
    return ApiError(
        429,
        f"Too Many Requests: retry after {retry_after}",
        {"retry_after": retry_after},
    )


class NotModelled(NotImplementedError):
    """The bot asked for something real that this sandbox does not imitate."""

    def __init__(self, what: str) -> None:
        super().__init__(f"not modelled by the sandbox: {what}")


class ConnectionDropped(Exception):
    """An injected fault cut the connection; the act may or may not have happened."""


class NotOnScreen(AssertionError):
    """A person was asked to do what their screen does not offer."""


class NoSuchButton(NotOnScreen):
    """There is no such button; the message lists the ones there are."""

    def __init__(self, who: str, label: str, present: list[list[str]]) -> None:
        shown = "; ".join(" | ".join(row) for row in present) or "no buttons at all"
        super().__init__(f"{who} sees no button {label!r}, only: {shown}")
        self.label = label
        self.present = present
