"""How a person uses the page: what is where, and what one does with it."""

from playwright.async_api import Locator, Page

from sandbox import Person


def phone(page: Page, person: Person) -> Locator:
    return page.locator(f'[data-phone="{person.id}"]')


def button(inside: Locator, name: str) -> Locator:
    return inside.get_by_role("button", name=name, exact=True)


def newest(screen: Locator) -> Locator:
    return screen.get_by_test_id("message").last


async def say(screen: Locator, text: str) -> None:
    await screen.get_by_test_id("input").fill(text)
    await screen.get_by_test_id("send").click()


async def choose(screen: Locator, opener: str, item: str) -> None:
    await screen.get_by_test_id(opener).click()
    await screen.get_by_role("menuitem", name=item).click()


async def accept(screen: Locator) -> None:
    await screen.get_by_role("dialog").locator("[type=submit]").click()
