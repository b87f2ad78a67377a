"""The meaning of a failed request to Telegram for the message it carried."""

from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiohttp import ClientConnectorError


class Failure(Exception):
    """The parent of all failures; its text is Telegram's."""


class Busy(Failure):
    """Too many messages: the whole bot must wait so many seconds, then send this one again."""

    def __init__(self, retry_after: float) -> None:
        super().__init__(f"retry after {retry_after}")
        self.retry_after = retry_after


class Unreachable(Failure):
    """Blocked, deactivated or never started: nothing more may be sent to this chat."""


class Refused(Failure):
    """Telegram will never take this message."""


class NotSent(Failure):
    """The message was not sent; a later try may succeed."""


class Unsure(Failure):
    """The line broke or the server fell over: the message may have arrived or not."""


_GONE = (
    "chat not found",
    "user not found",
    "user is deactivated",
    "bot was blocked by the user",
    "peer_id_invalid",
    "user_is_blocked",
    "input_user_deactivated",
    "group chat was upgraded",
)
"""Descriptions that Telegram sends with a 400 in place of a 403, in lower case."""


def understand(error: TelegramAPIError | ClientDecodeError) -> Failure:  # noqa: PLR0911
    """The failure that an exception of aiogram means."""
    match error:
        case TelegramRetryAfter():
            return Busy(error.retry_after)
        case (
            TelegramUnauthorizedError() | TelegramNotFound()
        ):  # the token is wrong, not the message
            return NotSent(error.message)
        case TelegramEntityTooLarge():  # to aiogram a kind of network error
            return Refused(error.message)
        case TelegramNetworkError() if isinstance(error.__cause__, ClientConnectorError):
            return NotSent(error.message)
        case TelegramNetworkError() | TelegramServerError() | ClientDecodeError():
            return Unsure(str(error))
        case TelegramForbiddenError():
            return Unreachable(error.message)
        case TelegramBadRequest() if any(text in error.message.lower() for text in _GONE):
            return Unreachable(error.message)
        case _:
            return Refused(error.message)
