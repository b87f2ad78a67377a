"""The buttons of a question about members, and the steps of asking one."""

from enum import StrEnum

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import InlineKeyboardButton

from handlers.routing import Tap
from handlers.screens import Row, button
from messengers.words import Say
from services.errors import Gone


class QuestionForm(StatesGroup):
    words = State()  # a question is awaited in words; one may be on the screen already
    audience = State()  # the same, but somebody is to be spoken to: there are buttons as well
    sum = State()  # the least sum of all purchases is awaited
    list = State()  # phones or numbers are awaited, as text or as a file
    name = State()  # of the segment that is saved
    value = State()  # of a condition that is built


class AskAct(StrEnum):
    """The actions of a button on a question; its label is `question-<act>`."""

    # of an unclear sentence
    INSTEAD = "instead"
    WITHOUT = "without"
    BUILD = "build"
    # of the question on the screen
    USE = "use"
    BROADCAST = "broadcast"
    OFFER = "offer"
    ADD = "add"
    EDIT = "edit"
    SAVE = "save"
    FREEZE = "freeze"
    RENAME = "rename"
    DELETE = "delete"
    COMPARE = "compare"
    SHOW = "show"
    # of the screens that follow
    TOPICS = "topics"
    NAMED = "named"
    GONE = "gone"
    WITH = "with"
    # of the first screen of segments
    OPEN = "open"
    READY = "ready"
    TAKE = "take"
    LIST = "list"
    LIMIT = "limit"
    LIMITED = "limited"


class AskTap(Tap, prefix="oq"):
    act: AskAct
    value: str = ""


def ask_button(
    say: Say, act: AskAct, value: str = "", *, style: str | None = None
) -> InlineKeyboardButton:
    return button(say.label(f"question-{act}"), AskTap(act=act, value=value), style=style)


def back_to_question(say: Say) -> Row:
    """The last row of a screen that follows the question's."""
    return [button(say.label("button-back"), AskTap(act=AskAct.SHOW))]


def number_of(value: str) -> int:
    """The id or number that a button holds. Raises Gone for one that no screen draws."""
    if not (value.isascii() and value.isdecimal()):
        raise Gone
    return int(value)
