"""The steps of making a broadcast and the callback data of its buttons, shared by its screens."""

from enum import StrEnum

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import InlineKeyboardButton

from handlers.routing import Tap
from handlers.screens import button
from messengers.telegram import SAMPLE
from messengers.words import Say
from services.messaging.deliveries import NoticeAct

NONE = 0


class BroadcastForm(StatesGroup):
    post = State()  # is awaited
    translation = State()  # the post in one language is awaited
    time = State()  # is being typed


class PostAct(StrEnum):
    """The actions on a broadcast."""

    LOOK = "look"
    ME = "me"
    NOW = "now"
    TIME = "time"
    SEND = "send"
    VERSION = "version"
    SEE = "see"
    ALSO = "also"
    REMOVE = "remove"
    PROGRESS = "progress"
    STOP = "stop"
    RESUME = "resume"
    PAST = "past"


class PostTap(Tap, prefix="ob"):
    act: PostAct
    campaign_id: int = NONE
    value: str = ""


class ReportTap(Tap, prefix=NoticeAct.CAMPAIGN):
    """The button of the notice that a broadcast is done."""

    campaign_id: int


def post_tap(act: PostAct, campaign_id: int, value: str = "") -> PostTap:
    return PostTap(act=act, campaign_id=campaign_id, value=value)


def sample_card(say: Say) -> InlineKeyboardButton:
    """The way to the card as members see it under a post."""
    return button(say.label("button-my-card"), SAMPLE)


def sample_stop(say: Say) -> InlineKeyboardButton:
    """ "No more offers" as members see it under a post; tapped by its author, it stops nothing."""
    return button(say.label("button-no-more-offers"), SAMPLE)
