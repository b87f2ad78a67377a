"""Finds a Chromium for the browser tests, and fetches one when there is none.

`python -m scripts.get_chromium` prints where it is. When none can be had it says so loudly and
still exits 0: the tests that need a browser decide what that means (they fail under `CI`).
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

DOWNLOAD = (sys.executable, "-m", "playwright", "install", "--no-shell", "chromium")
CONNECT_MS = "5000"
"""How long Playwright waits for its server: a closed network should cost seconds, not minutes."""

PACKAGES: dict[str, Sequence[Sequence[str]]] = {
    "apt-get": (
        ("apt-get", "-qq", "update"),
        ("apt-get", "-qq", "install", "--yes", "--no-install-recommends", "chromium"),
    ),
    "dnf": (("dnf", "--quiet", "--assumeyes", "install", "chromium"),),
    "apk": (("apk", "--quiet", "add", "chromium"),),
    "pacman": (("pacman", "--sync", "--refresh", "--noconfirm", "--quiet", "chromium"),),
    "zypper": (("zypper", "--quiet", "--non-interactive", "install", "chromium"),),
}
STEP_SECONDS = 300


def find() -> str | None:
    """The path of a Chromium that starts, or None.

    `KOPILKA_CHROMIUM` comes first, then the path, then Playwright's own download.
    """
    return next((path for path in _candidates() if _starts(path)), None)


def _candidates() -> Iterator[str]:
    if named := os.environ.get("KOPILKA_CHROMIUM"):
        yield named
    yield from filter(None, map(shutil.which, COMMANDS))
    yield from filter(None, [_playwrights_own()])


def _playwrights_own() -> str | None:
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415  (slow; seldom needed)
    except ImportError:
        return None
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _starts(path: str) -> bool:
    """A browser may be there and lack its libraries, or be a stub that asks for snap."""
    return _run((path, "--version"), quiet=True)


def _run(command: Sequence[str], *, quiet: bool = False) -> bool:
    if not quiet:
        _say(f"  {' '.join(command)}")
    waits = {"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": CONNECT_MS}
    try:
        done = subprocess.run(  # noqa: S603  (fixed commands, or the browser the user named)
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=STEP_SECONDS,
            env=os.environ | waits | {"DEBIAN_FRONTEND": "noninteractive"},
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _may_install() -> Sequence[str] | None:
    """What to put before a package command, or None when we may not install packages."""
    if os.geteuid() == 0:
        return ()
    return ("sudo", "-n") if _run(("sudo", "-n", "true"), quiet=True) else None


def _from_system_packages() -> None:
    manager = next(filter(shutil.which, PACKAGES), None)
    prefix = _may_install()
    if manager is not None and prefix is not None:
        for step in PACKAGES[manager]:
            _run((*prefix, *step))


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


def main() -> None:
    path = find()
    if path is None:
        _say("No Chromium here: getting one for the browser tests.")
        _run(DOWNLOAD)
        path = find()
    if path is None:
        _from_system_packages()
        path = find()
    if path is None:
        verdict = "will FAIL, because CI is set" if os.environ.get("CI") else "will be SKIPPED"
        _say(
            f"\n*** No Chromium could be found, downloaded or installed: browser tests {verdict}.\n"
            "*** Install chromium or google-chrome, or set KOPILKA_CHROMIUM to its path.\n"
        )
    else:
        _say(f"Browser tests use {path}")


if __name__ == "__main__":
    main()
