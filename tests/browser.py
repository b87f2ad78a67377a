"""A real Chromium for the tests that look at pages.

    async with browser_page(url) as page:
        await page.get_by_role("button", name="Start").click()

Without any Chromium such a test is skipped, and fails when CI is set: there it must not pass
unseen.
"""

import contextlib
import functools
import os
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import pytest
from playwright.async_api import ConsoleMessage, Page, ViewportSize, async_playwright, expect

from scripts.get_chromium import find
from tests.patience import PATIENCE

_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

_LONG_SECONDS = """
const wait = window.setTimeout;
window.setTimeout = (act, ms = 0, ...more) => wait(act, ms < 1000 ? ms : 60 * ms, ...more);
"""
"""What the page shows for some seconds, a toast for one, stays as many minutes: a busy machine may
take long to look."""


@functools.cache
def chromium_path() -> str | None:
    """Return a Chromium that starts: KOPILKA_CHROMIUM, the system's, or Playwright's own."""
    # The search may ask Playwright's synchronous side, which refuses to work inside an event loop.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(find).result()


def needed_chromium() -> str:
    """Return a Chromium; skip the test without one, or fail it when CI is set."""
    path = chromium_path()
    if path is None:
        reason = "no Chromium: install one, or name it in KOPILKA_CHROMIUM"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return path


@contextlib.asynccontextmanager
async def browser_page(
    url: str,
    *,
    language: str = "en",
    dark: bool = False,
    size: tuple[int, int] = (1440, 900),
) -> AsyncIterator[Page]:
    """Open `url` in a fresh browser; raise AssertionError at the end if the page complained.

    A complaint is an uncaught error, an error on the console, or a request that leaves the
    machine.
    """
    complaints: list[str] = []
    executable = needed_chromium()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=executable, args=_FLAGS)
        try:
            context = await browser.new_context(
                viewport=ViewportSize(width=size[0], height=size[1]),
                locale="ru-RU" if language == "ru" else "en-GB",
                color_scheme="dark" if dark else "light",
                permissions=["clipboard-read", "clipboard-write"],
            )
            page = await context.new_page()
            page.set_default_timeout(PATIENCE * 1000)
            expect.set_options(timeout=PATIENCE * 1000)
            await page.add_init_script(_LONG_SECONDS)
            page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
            page.on("console", lambda said: complaints.extend(_errors(said)))
            page.on("request", lambda request: complaints.extend(_abroad(request.url)))
            await page.goto(url)
            yield page
        finally:
            await browser.close()
    assert not complaints, f"the page complained: {complaints}"


def _errors(said: ConsoleMessage) -> list[str]:
    # The browser reports every refused request; 409 is an answer that the page shows to people.
    expected = said.type != "error" or "status of 409" in said.text
    return [] if expected else [said.text]


def _abroad(url: str) -> list[str]:
    parts = urlsplit(url)
    local = parts.scheme in ("data", "blob", "about") or parts.hostname in (
        "127.0.0.1",
        "localhost",
    )
    return [] if local else [f"request to {url}"]
