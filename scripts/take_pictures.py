"""Takes the pictures in docs/images anew: `.venv/bin/python -m scripts.take_pictures`.

Plays a minute of the demo in a real Chromium, in every language: a guest joins, the cashier scans
the card and gives points, the owner opens the management.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator, Page, ViewportSize, sync_playwright

from app.seed import ANNA, BORIS, OLGA
from messengers.words import Words
from scripts.get_chromium import find

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
LANGUAGES = ("en", "ru")
SCREEN = ViewportSize(width=1280, height=1010)
PATIENCE = 30_000  # ms
ZONES = {"en": "Europe/London", "ru": "Europe/Moscow"}
"""Where the seeded shops are, so that the phones show their time."""

RECEIPT = {"en": "9.50", "ru": "850"}


def main() -> None:
    executable = find()
    if executable is None:
        sys.exit("No Chromium here: install one, or name it in KOPILKA_CHROMIUM.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        for language in LANGUAGES:
            context = browser.new_context(
                viewport=SCREEN,
                device_scale_factor=2,
                locale=language,
                timezone_id=ZONES[language],
            )
            with _demo(language) as address:
                page = context.new_page()
                page.set_default_timeout(PATIENCE)
                page.goto(address)
                _play(page, language)
                _keep(page.screenshot(animations="disabled"), IMAGES / f"page.{language}.png")
            context.close()
        browser.close()


@contextmanager
def _demo(language: str) -> Iterator[str]:
    """The demo in a process of its own; its address."""
    command = [sys.executable, "bot.py", "demo", "--port", "0", "--language", language]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603
        try:
            assert process.stdout is not None  # noqa: S101 - it is a pipe
            address = re.search(r"http://\S+", process.stdout.readline())
            if address is None:
                sys.exit("The demo did not start.")
            yield address[0]
        finally:
            process.terminate()


def _play(page: Page, language: str) -> None:
    say = Words(ROOT / "locales", language).say(language)
    anna, boris, olga = (page.locator(f'[data-phone="{who}"]') for who in (ANNA, BORIS, OLGA))

    def tap(phone: Locator, key: str, **facts: int) -> None:
        phone.get_by_role("button", name=say.label(key, **facts)).last.click()

    anna.get_by_test_id("start").click()
    tap(anna, "button-join")
    anna.get_by_test_id("photo").wait_for()

    boris.get_by_test_id("start").click()
    boris.get_by_test_id("message").nth(1).wait_for()
    boris.get_by_test_id("scan").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button").first.click()
    dialog.locator("[type=submit]").click()
    boris.get_by_role("button", name=say.label("till-not-this-guest")).wait_for()
    _write(boris, RECEIPT[language])
    tap(boris, "quote-spend-none", points=0)
    boris.get_by_role("button", name=say.label("receipt-undo")).wait_for()

    tap(anna, "menu-card")
    anna.get_by_test_id("photo").nth(1).wait_for()

    olga.get_by_test_id("start").click()
    tap(olga, "menu-owner")
    olga.get_by_role("button", name=say.label("owner-go-poster")).wait_for()
    page.mouse.move(0, 0)


def _write(phone: Locator, text: str) -> None:
    phone.get_by_test_id("input").fill(text)
    phone.get_by_test_id("send").click()


def _keep(screenshot: bytes, path: Path) -> None:
    """A palette keeps a picture of a screen as sharp, at a third of the size."""
    with Image.open(BytesIO(screenshot)) as picture:
        small = picture.convert("RGB").quantize(256, kmeans=4)
        small.save(path, optimize=True)
    sys.stderr.write(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1000} kB\n")


if __name__ == "__main__":
    main()
