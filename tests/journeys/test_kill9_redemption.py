"""kill -9 in the middle of a redemption: nothing is lost, nothing is doubled."""

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import update

from handlers.cashier.sale_screens import short
from messengers.links import LinkKind
from messengers.words import Say
from models.system import Lease
from services.checkout import quotes
from services.enums import OperationKind
from services.facts import Fact
from services.integrity import verify
from services.members import cards
from services.points import balances, history
from tests.cast import OLGA, Shop, open_shop
from tests.journeys.line import Line, bot_says, can_tap, open_line, sees
from tests.journeys.process import READY, BotProcess

AMOUNT = 100_000
POINTS = 100
"""All that Anna has: the shop's gift for joining."""

UNDONE, DONE = False, True


@dataclass(frozen=True)
class Moment:
    """The program dies at this call; it was done, or was not."""

    call: str
    whose: str
    done: bool


DEATHS = {
    "screens not drawn": (
        Moment("editMessageText", "boris", UNDONE),
        Moment("editMessageText", "anna", UNDONE),
    ),
    "screens drawn, nobody told": (
        Moment("editMessageText", "boris", DONE),
        Moment("editMessageText", "anna", DONE),
    ),
    "question not sent, receipt sent": (
        Moment("sendMessage", "anna", UNDONE),
        Moment("sendMessage", "boris", DONE),
    ),
    "question sent, receipt not sent": (
        Moment("sendMessage", "anna", DONE),
        Moment("sendMessage", "boris", UNDONE),
    ),
}


@dataclass
class Operator:
    """Starts the bot, and starts it again whenever it dies."""

    shop: Shop
    line: Line
    home: Path
    url: str
    bots: list[BotProcess] = field(default_factory=list)

    async def start(self) -> None:
        bot = await BotProcess.fork(
            self.home,
            BOT_TOKEN=self.shop.world.token,
            OWNER_IDS=str(OLGA),
            DATABASE_URL=self.url,
            TELEGRAM_API_URL=self.line.url,
        )
        self.bots.append(bot)
        await bot.says(READY)

    async def kill_at(self, moments: Sequence[Moment]) -> None:
        for moment in moments:
            held = self.line.hold(moment.call, getattr(self.shop, moment.whose), done=moment.done)
            await held.reached.wait()
            await self.bots[-1].kill()
            held.lose()
            await self._let_lease_run_out()
            await self.start()

    async def _let_lease_run_out(self) -> None:
        """The dead sender holds its lease for ten seconds more; time is handed in, not waited."""
        async with self.shop.ctx.db.write() as session:
            await session.execute(update(Lease).values(until=datetime(2000, 1, 1, tzinfo=UTC)))


@pytest.fixture
async def operator(database_url: str, tmp_path: Path) -> AsyncIterator[Operator]:
    """A shop where Boris works, Anna has joined, and the bot runs in a process of its own."""
    async with open_shop(database_url, now=datetime.now(UTC)) as shop:
        await shop.hire(shop.boris)
        await shop.join(shop.anna)
        shop.sender.stop()
        await shop.sender.run()  # gives its lease back
        async with (
            open_line(shop.world) as line,
            _at_work(Operator(shop, line, tmp_path, database_url)) as operator,
        ):
            yield operator


@asynccontextmanager
async def _at_work(operator: Operator) -> AsyncIterator[Operator]:
    try:
        await operator.start()
        yield operator
    finally:
        for bot in operator.bots:
            await bot.kill()
            print(bot.errors)  # noqa: T201 - pytest shows it when the test fails


@pytest.mark.parametrize("moments", DEATHS.values(), ids=DEATHS.keys())
async def test_a_redemption_outlives_its_program(
    operator: Operator, moments: Sequence[Moment]
) -> None:
    shop = operator.shop
    anna, boris, say = shop.anna, shop.boris, shop.words.say("ru")
    before = len(bot_says(anna)), len(bot_says(boris))
    member = await shop.member_id(anna)
    quote = await quotes.make(shop.ctx, await shop.identity(boris), member, AMOUNT, POINTS)
    await boris.open(shop.links.to(LinkKind.CARD, (await cards.show(shop.ctx, member)).token))
    await sees(boris, plain(say, "guest-ask-amount"))
    await boris.send("1000")
    await can_tap(boris, say.label("quote-spend", points=POINTS))
    await boris.tap(say.label("quote-spend", points=POINTS))
    ask = say.label("spend-ask", name=short(anna.first_name))
    await can_tap(boris, ask)

    killing = asyncio.create_task(operator.kill_at(moments))
    await boris.tap(ask)
    await can_tap(anna, say.label("button-approve"))
    await anna.tap(say.label("button-approve"))
    receipt = plain(
        say,
        "redemption-approved",
        amount=quote.amount,
        spent=POINTS,
        paid=quote.to_pay,
        earned=quote.earns,
        balance=quote.earns,
    )
    await sees(anna, receipt)
    told = plain(
        say,
        "notice-cashier-approved",
        name=anna.first_name,
        amount=quote.amount,
        points=POINTS,
        to_pay=quote.to_pay,
        earned=quote.earns,
        held=False,
    )
    await sees(boris, told)
    await killing
    assert await operator.bots[-1].stop() == 0

    assert bot_says(anna)[before[0] :] == [receipt]
    _guest, _request, last = bot_says(boris)[before[1] :]
    assert last == told
    assert shop.world.unanswered_taps == []
    lines = [(line.kind, line.points) for line in await history.lines(shop.ctx, member)]
    assert lines == [
        (OperationKind.PURCHASE, quote.earns),
        (OperationKind.HOLD, -POINTS),
        (OperationKind.WELCOME, POINTS),
    ]
    assert (await balances.balance(shop.ctx, member)).points == quote.earns
    assert (await verify.run(shop.ctx)).ok


def plain(say: Say, key: str, **facts: Fact) -> str:
    """A message as it looks on a screen."""
    return re.sub("<[^>]+>", "", say.label(key, **facts))
