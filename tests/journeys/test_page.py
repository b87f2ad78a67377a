"""The whole story as `make demo` shows it: the real program, the seeded shop, a real browser."""

import asyncio
import gc
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from playwright.async_api import Locator, Page, expect

from app.demo import Demo, open_demo
from app.program import serve
from app.seed import ANNA, BORIS, OLGA, SHOPS
from app.seed.texts import StandingTexts
from app.settings import Settings
from app.words import read_words
from messengers.words import Say
from sandbox import SandboxClock
from services import programme
from services.charity import charity
from services.facts import Fact
from services.integrity import verify
from services.points import balances
from services.programme import Terms
from services.staff import identities
from tests.browser import browser_page

Facts = dict[str, Fact]

NOON = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
"""Noon in Moscow."""


class Phone:
    """One phone on the page, handled as a person does."""

    def __init__(self, page: Page, user_id: int) -> None:
        self.page = page
        self.screen = page.locator(f'[data-phone="{user_id}"]')
        self.taps = 0

    async def start(self) -> None:
        await self._click(self.screen.get_by_test_id("start"))

    async def tap(self, label: str) -> None:
        """The newest inline button with this label."""
        buttons = self.screen.get_by_test_id("inline-keyboard")
        await self._click(buttons.get_by_role("button", name=label, exact=True).last)

    async def press(self, label: str) -> None:
        """A button of the menu below."""
        buttons = self.screen.get_by_test_id("reply-keyboard")
        await self._click(buttons.get_by_role("button", name=label, exact=True))

    async def _click(self, button: Locator) -> None:
        self.taps += 1
        await button.click()

    async def write(self, text: str) -> None:
        await self.screen.get_by_test_id("input").fill(text)
        await self.screen.get_by_test_id("send").click()

    async def scan(self, name: str) -> None:
        """Point the camera at another phone and follow what it reads there."""
        await self.screen.get_by_test_id("scan").click()
        dialog = self.screen.get_by_role("dialog")
        await dialog.get_by_role("button").filter(has_text=name).click()
        await self.screen.get_by_role("dialog").locator("[type=submit]").click()

    async def sees(self, text: str) -> Locator:
        """Wait for the bot's message that says this; the newest such."""
        messages = self.screen.locator('[data-testid="message"][data-direction="in"]')
        message = messages.filter(has_text=text).last
        await expect(message).to_be_visible()
        return message


@dataclass
class Story:
    """Everybody at their phones, and what the shop's rules make of it."""

    demo: Demo
    page: Page
    say: Say
    terms: Terms
    anna: Phone
    boris: Phone
    olga: Phone
    carried: int = field(default=0, kw_only=True)  # raw parts of a point

    @property
    def anna_name(self) -> str:
        return self.demo.cast.anna.name

    @property
    def welcome(self) -> StandingTexts:
        """What the shop promises to newcomers."""
        return SHOPS[self.say.language].standing

    def rate(self, paid: int) -> int:
        """Points that a newcomer gets for minor units paid; a part of one waits for the next."""
        raw = self.carried + paid * self.terms.levels[0].rate_bp
        points, self.carried = divmod(raw, 10_000 * self.terms.point_value)
        return points

    def plain(self, key: str, **facts: Fact) -> str:
        """A message as it looks on a screen."""
        return re.sub("<[^>]+>", "", self.say.label(key, **facts))

    async def balance(self) -> int:
        ctx = self.demo.program.ctx
        visitor = await identities.visit(ctx, ANNA, self.anna_name, self.say.language)
        assert visitor.member_id is not None
        return (await balances.balance(ctx, visitor.member_id)).points


@asynccontextmanager
async def story(language: str) -> AsyncIterator[Story]:
    """Open the demo and its page; at the end every point must be accounted for."""
    settings = Settings(_env_file=None, default_language=language)
    say = read_words(language).say(language)
    stopped = asyncio.Event()
    async with (
        open_demo(settings, 0, SandboxClock(NOON), say) as demo,
        browser_page(demo.address, language=language) as page,
    ):
        serving = asyncio.create_task(serve(demo.program, stopped))
        try:
            await page.locator("main[data-ready]").wait_for()
            phones = (Phone(page, who) for who in (ANNA, BORIS, OLGA))
            terms = await programme.current(demo.program.ctx)
            here = NOON.astimezone(terms.timezone)
            await expect(page.get_by_test_id("clock")).to_contain_text(f"{here:%H:}")
            yield Story(demo, page, say, terms, *phones)
            assert (await verify.run(demo.program.ctx)).problems == ()
            assert demo.world.unanswered_taps == []
            assert demo.world.gaps == []
        finally:
            stopped.set()
            await serving
            gc.unfreeze()


async def join(story: Story) -> None:
    """A stranger has a card in two taps."""
    anna, say = story.anna, story.say
    await anna.start()
    await anna.tap(say.label("button-join"))
    card = await anna.sees(story.plain("points", points=story.terms.welcome_bonus))
    await expect(anna.screen.get_by_test_id("photo")).to_have_count(1)
    await expect(card).to_be_visible()
    assert anna.taps == 2
    await anna.press(say.label("menu-card"))
    await expect(anna.screen.get_by_test_id("photo")).to_have_count(2)


async def award(story: Story, typed: str, amount: int) -> None:
    """Boris scans, types the amount of a first receipt, and both see what it gave."""
    anna, boris, say = story.anna, story.boris, story.say
    due = amount - amount * story.welcome.first.value // 10_000
    have, earned = await story.balance(), story.rate(due)
    await boris.scan(story.anna_name)
    await boris.sees(story.plain("guest-ask-amount"))
    await boris.write(typed)
    await boris.tap(say.label("quote-spend-none", points=earned))
    money = story.terms.money(due)
    facts: Facts = {"name": story.anna_name, "earned": earned, "balance": have + earned}
    await boris.sees(story.plain("receipt-done", amount=story.terms.money(amount), **facts))
    receipt = await anna.sees(f"{story.terms.shop_name} · {say.money(money)}")
    await expect(receipt).to_contain_text(f"+{earned}")
    assert await story.balance() == have + earned


async def redeem(story: Story, typed: str, amount: int) -> None:
    """Boris asks to spend what may be spent on a second receipt; Anna says yes in her own chat."""
    anna, boris, say, terms = story.anna, story.boris, story.say, story.terms
    have = await story.balance()
    spent = min(have, amount * terms.max_share_bp // 10_000 // terms.point_value)
    paid = amount - spent * terms.point_value
    earned = story.rate(paid) + story.welcome.second.value
    left = have - spent + earned
    await boris.scan(story.anna_name)
    await boris.sees(story.plain("guest-ask-amount"))
    await boris.write(typed)
    await boris.tap(say.label("quote-spend", points=spent))
    await boris.tap(say.label("spend-ask", name=story.anna_name))
    await anna.sees(story.plain("points", points=spent))
    await anna.tap(say.label("button-approve"))
    bill: Facts = {"amount": terms.money(amount), "earned": earned}
    await anna.sees(
        story.plain(
            "redemption-approved", spent=spent, paid=terms.money(paid), balance=left, **bill
        )
    )
    told: Facts = {"name": story.anna_name, "points": spent, "held": False}
    told["to_pay"] = terms.money(paid)
    await boris.sees(story.plain("notice-cashier-approved", **told, **bill))
    assert await story.balance() == left


async def donate(story: Story, points: int) -> None:
    """Four taps from the menu to thanks."""
    anna, say = story.anna, story.say
    have, before = await story.balance(), anna.taps
    fund = (await charity.funds(story.demo.program.ctx))[0]
    await anna.press(say.label("menu-charity"))
    await anna.tap(say.label("fund-line", title=fund.title))
    await anna.tap(say.label("button-give-some", points=points))
    await anna.tap(say.label("button-give-yes", points=points))
    sums: Facts = {"total": fund.given + points, "goal": fund.goal or 0, "balance": have - points}
    mine: Facts = {"points": points, "mine": points}
    await anna.sees(story.plain("fund-thanks", title=fund.title, **mine, **sums))
    assert anna.taps - before == 4
    assert await story.balance() == have - points


async def broadcast(story: Story, post: str, link: str) -> None:
    """Olga writes to everyone who wants to hear from the shop, Anna among them."""
    anna, olga, say = story.anna, story.olga, story.say
    await anna.press(say.label("menu-offers"))
    await anna.tap(say.label("button-offers-on"))
    await olga.start()
    await olga.write("/owner")
    await olga.tap(say.label("owner-go-broadcast"))
    await olga.tap(say.label("owner-audience-everyone"))
    await olga.sees(story.plain("owner-post-ask"))
    await olga.write(post)
    await olga.sees(story.plain("owner-post-ready"))
    for key in ("owner-post-now", "owner-post-yes"):
        begin = say.label(key, people=0).split("(")[0].strip()
        await olga.screen.get_by_role("button").filter(has_text=begin).last.click()
    got = await anna.sees(post)
    await expect(got.locator(".text a")).to_have_attribute("href", re.compile(re.escape(link)))
    await expect(got.get_by_role("button", name=say.label("button-no-more-offers"))).to_be_visible()
    done = story.plain(
        "notice-owner-campaign-done", sent=0, total=0, blocked=0, failed=0, cancelled=0
    )
    await olga.sees(done.split("\n", maxsplit=1)[0])
    over = story.plain("owner-post-status", status="done", whom="", at="")
    await olga.sees(over.split(":", maxsplit=1)[0])  # the screen of its progress, by itself


async def birthday(story: Story) -> None:
    """Anna names her birthday, the clock is moved there, and the gift arrives."""
    anna, say, page = story.anna, story.say, story.page
    day = NOON + timedelta(days=8)
    await anna.press(say.label("menu-profile"))
    field = anna.screen.get_by_role("button").filter(has_text=say.label("field-birthday"))
    await field.last.click()
    await anna.sees(story.plain("ask-birthday"))
    await anna.write(f"{day:%d.%m}")
    await anna.sees(story.plain("profile-saved"))
    have = await story.balance()
    for step in ("clock-week", "clock-day"):
        async with page.expect_response("**/sandbox/api/clock"):  # all that was due is done
            await page.get_by_test_id(step).click()
    bonus = story.terms.birthday_bonus
    wish = await anna.sees(story.plain("points", points=bonus))
    await expect(wish).to_contain_text(story.anna_name)
    assert await story.balance() == have + bonus


async def test_a_day_in_russian() -> None:
    async with story("ru") as told:
        await join(told)
        await award(told, "1000", 100_000)
        await redeem(told, "1000", 100_000)
        await donate(told, 10)
        await broadcast(told, "Осеннее меню уже здесь: t.me/zerno", "t.me/zerno")
        await birthday(told)


async def test_a_visit_in_english() -> None:
    async with story("en") as told:
        await join(told)
        await award(told, "12.50", 1_250)
        await redeem(told, "12.50", 1_250)
        await donate(told, 10)
