"""Logs: one line an event, on standard error, without secrets."""

import logging
import sys
from types import TracebackType

FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class _Masking(logging.Formatter):
    """Writes the bot's token as stars wherever it turns up: in URLs, errors and tracebacks."""

    def __init__(self, secret: str | None) -> None:
        super().__init__(FORMAT)
        self._secret = secret

    def format(self, record: logging.LogRecord) -> str:
        line = super().format(record)
        return line.replace(self._secret, "***") if self._secret else line


def set_up_logs(secret: str | None, *, quiet: bool = False) -> None:
    """Log to standard error, the program's own end by an error too.

    `quiet` keeps to warnings: a person is reading along.
    """
    handler = logging.StreamHandler()
    handler.setFormatter(_Masking(secret))
    logging.basicConfig(level=logging.WARNING if quiet else logging.INFO, handlers=[handler])
    for chatty in ("aiogram.event", "apscheduler", "alembic", "aiogram.middlewares"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    sys.excepthook = _log_the_end


def _log_the_end(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    logging.getLogger("kopilka").critical("Ended by an error.", exc_info=(kind, error, trace))
