"""A file on its way in: its screen says how far it has come, and at the end what came of it."""

import io
import logging
from dataclasses import dataclass, field

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import BufferedInputFile, Message

from handlers.csv_files import Rejects
from handlers.owner.importing.import_screens import ImportAct, ImportTap
from handlers.owner.shared.navigation import Place, go
from handlers.screens import button, keyboard, redraw
from messengers import import_words as told
from messengers.words import Say
from services import programme
from services.context import Context
from services.errors import DomainError
from services.importing import run
from services.importing.column_mapping import Lexicon, Plan
from services.importing.file_reader import Source

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The last screen, and how many rows were not taken, with the file of them."""

    text: str
    rejected: int = 0
    table: bytes = b""


@dataclass
class Job:
    """`actor_id`: the owner's identity; `dry`: only say what would come of it."""

    ctx: Context
    bot: Bot
    say: Say
    actor_id: int
    source: Source
    plan: Plan
    lexicon: Lexicon
    screen: Message
    dry: bool
    _percent: int = field(default=0, init=False)

    async def do(self) -> Outcome:
        try:
            return await self._bring()
        except DomainError as error:
            return Outcome(self.say(error.message_key(), **error.facts()))
        except Exception:
            log.exception("a file was not brought in")
            return Outcome(self.say("error-unexpected"))

    async def tell(self) -> None:
        try:
            await redraw(self.screen, self.say("import-under-way", percent=self._percent))
        except TelegramAPIError as refusal:
            log.info("how far a file has come was not shown: %s", refusal)

    async def end(self, outcome: Outcome) -> None:
        rows = [[go(self.say, "owner-go-home", Place.HOME)]]
        if self.dry:
            rows.insert(0, [button(self.say.label("button-back"), ImportTap(act=ImportAct.LOOK))])
        chat_id, text, buttons = self.screen.chat.id, outcome.text, keyboard(*rows)
        try:
            if not await redraw(self.screen, text, buttons):
                await self.bot.send_message(chat_id, text, reply_markup=buttons)
            if outcome.rejected:
                name = self.say.label("import-rejected-name", name=self.source.name)
                file = BufferedInputFile(outcome.table, name)
                caption = self.say("import-rejected", count=outcome.rejected)
                await self.bot.send_document(chat_id, file, caption=caption)
        except TelegramAPIError as refusal:
            log.warning("what came of a file was not told: %s", refusal)

    async def _bring(self) -> Outcome:
        file = io.StringIO(newline="")
        rejects = Rejects(self.say, self.plan.head, file)
        report = await run.run(
            self.ctx,
            self.actor_id,
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
        text = "\n".join(self.say("import-line", text=line) for line in lines)
        return Outcome(text, report.rejected, file.getvalue().encode())

    def _come(self, done: int, total: int) -> None:
        self._percent = min(99, done * 100 // max(1, total))
