"""Logs: one place for them, and no secret in it."""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest
from sqlalchemy.exc import IntegrityError

from app.database import Database
from app.logs import set_up_logs
from models.offers import MemberOffer

SECRET = "123456789:AAE-nobody-may-read-this"  # noqa: S105 - opens nothing


@contextmanager
def logs(secret: str | None, *, quiet: bool = False) -> Iterator[None]:
    """Set up as in a program that begins; all is put back afterwards."""
    names = (None, "aiogram.event", "aiogram.middlewares", "apscheduler", "alembic")
    levels = {name: logging.getLogger(name).level for name in names}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(logging.getLogger(), "handlers", [])
        patch.setattr(sys, "excepthook", sys.excepthook)
        set_up_logs(secret, quiet=quiet)
        yield
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


def test_the_token_is_masked_wherever_it_turns_up(capsys: pytest.CaptureFixture[str]) -> None:
    with logs(SECRET):
        log = logging.getLogger("anywhere")
        log.info("GET https://api.telegram.org/bot%s/getMe", SECRET)
        try:
            int(f"/bot{SECRET}/getMe")
        except ValueError:
            log.exception("It failed.")
    said = capsys.readouterr().err
    assert said.count("/bot***/getMe") == 2
    assert "ValueError: invalid literal" in said
    assert SECRET not in said


async def test_a_statement_that_fails_tells_no_values(database_url: str) -> None:
    database = Database(database_url)
    now = datetime(2026, 3, 2, tzinfo=UTC)
    lost = MemberOffer(offer_id=1, member_id=1, run_at=now, valid_until=now, token=SECRET)
    with pytest.raises(IntegrityError) as refusal:
        async with database.write() as session:
            session.add(lost)
    assert "INSERT INTO member_offers" in str(refusal.value)
    assert SECRET not in str(refusal.value)
    await database.close()


def test_an_end_by_an_error_is_logged_and_masked(capsys: pytest.CaptureFixture[str]) -> None:
    with logs(SECRET):
        sys.excepthook(RuntimeError, RuntimeError(f"bad address /bot{SECRET}"), None)
    said = capsys.readouterr().err
    assert "CRITICAL" in said
    assert "RuntimeError: bad address /bot***" in said


def test_a_person_reads_along_only_what_matters(capsys: pytest.CaptureFixture[str]) -> None:
    with logs(None, quiet=True):
        logging.getLogger("app.program").info("Serving.")
        logging.getLogger("app.program").warning("Telegram does not answer.")
    said = capsys.readouterr().err
    assert "Serving." not in said
    assert "WARNING app.program: Telegram does not answer." in said


def test_an_update_is_no_event_worth_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    with logs(SECRET):
        logging.getLogger("aiogram.event").info("Update id=1 is handled.")
        logging.getLogger("app.program").info("Serving.")
    said = capsys.readouterr().err
    assert "Serving." in said
    assert "Update" not in said
