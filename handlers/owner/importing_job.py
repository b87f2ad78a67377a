"""A file on its way in: its screen says how far it has come, and at the end what came of it."""

import io
import logging
from dataclasses import dataclass, field

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BufferedInputFile, Message

from handlers.owner.importing_screens import ImportTap
from handlers.owner.steps import Place, go
from handlers.screens import button, keyboard, redraw
from handlers.sheets import Rejects
from messengers import importing as told
from messengers.words import Say
from services import programme
from services.context import Context
from services.errors import DomainError
from services.importing import running
from services.importing.mapping import Lexicon, Plan
from services.importing.reading import Source
from services.importing.report import Report

log = logging.getLogger(__name__)


@dataclass
class Job:
    """`by`: the owner's identity; `dry`: only say what would come of it."""

    ctx: Context
    bot: Bot
    say: Say
    by: int
    source: Source
    plan: Plan
    lexicon: Lexicon
    screen: Message
    dry: bool
    _percent: int = field(default=0, init=False)

    async def do(self) -> None:
        try:
            await self._do()
        except DomainError as error:
            await self._end(self.say(error.message_key(), **error.facts()))
        except TelegramAPIError as refusal:
            log.warning("A file was brought in, and its owner not told: %s", refusal)
        except Exception:
            log.exception("a file was not brought in")
            await self._end(self.say("error-unexpected"))

    async def tell(self) -> None:
        try:
            await redraw(self.screen, self.say("import-under-way", percent=self._percent))
        except TelegramAPIError as refusal:
            log.info("how far a file has come was not shown: %s", refusal)

    async def _do(self) -> None:
        file = io.StringIO(newline="")
        rejects = Rejects(self.say, self.plan.head, file)
        report = await running.run(
            self.ctx,
            self.by,
            self.source,
            self.plan,
            self.lexicon,
            language=self.say.language,
            dry=self.dry,
            reject=rejects.add,
            progress=self._come,
        )
        terms = await programme.current(self.ctx)
        lines = told.outcome(self.say, report, terms.currency)
        await self._end("\n".join(self.say("import-line", text=line) for line in lines))
        if report.rejected:
            await self._send(file.getvalue().encode(), report)

    async def _end(self, text: str) -> None:
        rows = [[go(self.say, "owner-go-home", Place.HOME)]]
        if self.dry:
            rows.insert(0, [button(self.say.label("button-back"), ImportTap(act="look"))])
        if not await redraw(self.screen, text, keyboard(*rows)):
            await self.bot.send_message(self.screen.chat.id, text, reply_markup=keyboard(*rows))

    async def _send(self, table: bytes, report: Report) -> None:
        name = self.say.label("import-rejected-name", name=self.source.name)
        await self.bot.send_document(
            self.screen.chat.id,
            BufferedInputFile(table, name),
            caption=self.say("import-rejected", count=report.rejected),
        )

    def _come(self, done: int, total: int) -> None:
        self._percent = min(99, done * 100 // max(1, total))
