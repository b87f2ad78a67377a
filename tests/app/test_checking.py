"""`bot.py verify` where somebody watches; what it says to a script is in tests/journeys/."""

import os
import pty
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def test_a_bar_is_drawn_beside_the_answer(sqlite_url: str) -> None:
    """On a terminal a bar with pace and time left comes and goes; the output is one line."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "DATABASE_URL": sqlite_url, "DEFAULT_LANGUAGE": "en"}
    command = [sys.executable, str(ROOT / "bot.py"), "verify"]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=theirs, env=environment, text=True, check=True
    )
    os.close(theirs)
    drawn = _read(ours)
    assert done.stdout == "Points add up: 0 accounts, 0 lots, 0 entries.\n"
    assert "Adding up" in drawn
    assert "rows a second" in drawn
    assert "━" in drawn


def _read(terminal: int) -> str:
    """All that was written to it; a terminal ends with an error where a file just ends."""
    chunks = []
    try:
        while chunk := os.read(terminal, 65_536):
            chunks.append(chunk)
    except OSError:
        pass
    finally:
        os.close(terminal)
    return b"".join(chunks).decode()
