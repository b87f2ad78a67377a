"""Takes the pictures of the README anew: `make pictures`.

Plays a minute of the demo in a real Chromium, in every language: a guest joins, the cashier scans
the card and gives points, the owner opens the management. The clock stands still, so each run shows
the same day; only the QR code and the till's code differ. On Debian, the fonts are
fonts-noto-color-emoji and fonts-inter.
"""

import asyncio
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import uvloop
from PIL import Image
from playwright.async_api import Browser, Locator, Page, ViewportSize, async_playwright

from app.demo import open_demo
from app.logs import set_up_logs
from app.program import serve
from app.seed import ANNA, BORIS, OLGA
from app.settings import Settings
from app.words import read_words
from messengers.words import Say
from sandbox.clock import SandboxClock
from scripts.get_chromium import find

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
NOW = datetime(2026, 3, 3, 12, 40, tzinfo=UTC)
SCREEN = ViewportSize(width=1280, height=1010)
SCALE = 1.5
"""Pixels of a picture for one of the page: the README shows it at half the page's width."""

COLOURS = 192
PATIENCE = 60_000  # ms
ZONES = {"en": "Europe/London", "ru": "Europe/Moscow"}
"""Where the seeded shops are, so that the phones show their time."""

RECEIPT = {"en": "9.50", "ru": "850"}


def main() -> None:
    executable = find()
    if executable is None:
        sys.exit("No Chromium here: install one, or name it in KOPILKA_CHROMIUM.")
    if not _has_emoji():
        sys.exit("No font with emoji here: install fonts-noto-color-emoji.")
    set_up_logs(None, quiet=True)
    uvloop.run(_take(executable))


def _has_emoji() -> bool:
    """Every button begins with one. Where fontconfig is missing, the system brings its own."""
    command = shutil.which("fc-list")
    if command is None:
        return True
    found = subprocess.run([command, ":lang=und-zsye"], capture_output=True, check=True)  # noqa: S603
    return bool(found.stdout)


async def _take(executable: str) -> None:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=executable, args=["--no-sandbox"]
        )
        for language in ZONES:
            say = read_words(language).say(language)
            async with _demo(language, say) as address, _page(browser, language) as page:
                await page.goto(address)
                await _play(page, say, RECEIPT[language])
                _keep(await page.screenshot(animations="disabled"), IMAGES / f"page.{language}.png")
        await browser.close()


@asynccontextmanager
async def _demo(language: str, say: Say) -> AsyncIterator[str]:
    """The demo at work; its address."""
    settings = Settings(_env_file=None, default_language=language)
    stopped = asyncio.Event()
    async with open_demo(settings, 0, SandboxClock(NOW, frozen=True), say) as demo:
        serving = asyncio.create_task(serve(demo.program, stopped))
        try:
            yield demo.address
        finally:
            stopped.set()
            await serving


@asynccontextmanager
async def _page(browser: Browser, language: str) -> AsyncIterator[Page]:
    context = await browser.new_context(
        viewport=SCREEN,
        device_scale_factor=SCALE,
        locale=language,
        timezone_id=ZONES[language],
    )
    page = await context.new_page()
    page.set_default_timeout(PATIENCE)
    yield page
    await context.close()


async def _play(page: Page, say: Say, receipt: str) -> None:
    anna, boris, olga = (page.locator(f'[data-phone="{who}"]') for who in (ANNA, BORIS, OLGA))

    async def tap(phone: Locator, key: str, **facts: int) -> None:
        await phone.get_by_role("button", name=say.label(key, **facts)).last.click()

    await anna.get_by_test_id("start").click()
    await tap(anna, "button-join")
    await anna.get_by_test_id("photo").wait_for()

    await boris.get_by_test_id("start").click()
    await boris.get_by_test_id("message").nth(1).wait_for()
    await boris.get_by_test_id("scan").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("button").first.click()
    await dialog.locator("[type=submit]").click()
    await boris.get_by_role("button", name=say.label("till-not-this-guest")).wait_for()
    await boris.get_by_test_id("input").fill(receipt)
    await boris.get_by_test_id("send").click()
    await tap(boris, "quote-spend-none", points=0)
    await boris.get_by_role("button", name=say.label("receipt-undo")).wait_for()

    await tap(anna, "menu-card")
    await anna.get_by_test_id("photo").nth(1).wait_for()

    await olga.get_by_test_id("start").click()
    await tap(olga, "menu-owner")
    await olga.get_by_role("button", name=say.label("owner-go-setup")).wait_for()
    await page.mouse.move(0, 0)


def _keep(screenshot: bytes, path: Path) -> None:
    """A palette keeps a picture of a screen as sharp, at a third of the size."""
    with Image.open(BytesIO(screenshot)) as picture:
        small = picture.convert("RGB").quantize(COLOURS, kmeans=4, dither=Image.Dither.NONE)
        small.save(path, optimize=True)
    sys.stderr.write(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1000} kB\n")


if __name__ == "__main__":
    main()
