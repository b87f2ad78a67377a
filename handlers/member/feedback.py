"""How was it? A score in one tap, why in a few words, and never again if one likes."""

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.types import InlineKeyboardMarkup

from handlers import screens
from handlers.desk import Desk
from handlers.member.access import STEP, Typed
from handlers.member.states import Judging
from handlers.routing import Tap
from messengers.words import Say
from services.enums import FeedbackKind
from services.feedback import feedback_answers
from services.feedback.errors import FeedbackClosed
from services.feedback.feedback_answers import Answered
from services.feedback.feedback_settings import SCORES
from services.messaging.deliveries import NoticeAct

ROW = 6
"""Scores in a row of buttons, as they were asked for."""


class Score(Tap, prefix=NoticeAct.SCORE):
    """Under the question, and under the screen that changes an answer."""

    score: int
    id: int


class Again(Tap, prefix="my_score_again"):
    id: int


class Skip(Tap, prefix="my_score_skip"):
    id: int


class Unask(Tap, prefix=NoticeAct.UNASK):
    """Under every question: not to be asked again. `id` is the question's."""

    id: int


class AskAgain(Tap, prefix="my_ask"):
    yes: bool


def add_to(router: Router) -> None:
    router.callback_query.register(score, Score.filter())
    router.callback_query.register(again, Again.filter())
    router.callback_query.register(skip, Skip.filter())
    router.callback_query.register(unask, Unask.filter())
    router.callback_query.register(ask_again, AskAgain.filter())


def add_steps(router: Router) -> None:
    router.message.register(comment, StateFilter(Judging.comment), Typed(), flags=STEP)


async def score(desk: Desk, tap: Score) -> None:
    """The question becomes the next one: why?"""
    try:
        given = await feedback_answers.score(desk.ctx, desk.member_id, tap.id, tap.score)
    except FeedbackClosed:
        await desk.without_buttons()
        raise
    await desk.state.set_state(Judging.comment)
    await desk.state.set_data({"feedback": given.feedback_id})
    buttons = screens.keyboard(
        [screens.button(desk.say.label("button-score-skip"), Skip(id=given.feedback_id))],
        [screens.button(desk.say.label("button-score-again"), Again(id=given.feedback_id))],
    )
    text = desk.say("score-given", kind=given.kind, score=given.score, low=given.low)
    await desk.show(text, buttons)


async def again(desk: Desk, tap: Again) -> None:
    """Changed their mind: the scores once more."""
    try:
        kind = await feedback_answers.asked(desk.ctx, desk.member_id, tap.id)
    except FeedbackClosed:
        await desk.without_buttons()
        raise
    await desk.show(desk.say(f"ask-{kind}"), _scores(desk.say, kind, tap.id))


def _scores(say: Say, kind: FeedbackKind, feedback_id: int) -> InlineKeyboardMarkup:
    chips = [
        screens.button(say.label(f"score-{number}"), Score(score=number, id=feedback_id))
        for number in SCORES[kind]
    ]
    return screens.keyboard(*screens.in_rows(chips, ROW))


async def comment(desk: Desk) -> None:
    feedback_id = (await desk.state.get_data())["feedback"]
    said = await feedback_answers.comment(
        desk.ctx, desk.member_id, feedback_id, desk.message.text or ""
    )
    await desk.state.clear()
    await desk.tell(_thanks(desk.say, said))


async def skip(desk: Desk, tap: Skip) -> None:
    said = await feedback_answers.skip(desk.ctx, desk.member_id, tap.id)
    await desk.show(_thanks(desk.say, said))


def _thanks(say: Say, said: Answered) -> str:
    return say("score-thanks", low=said.low)


async def unask(desk: Desk) -> None:
    """One tap, and for good; a second tap says the same."""
    await feedback_answers.want_feedback(desk.ctx, desk.member_id, yes=False)
    undo = screens.button(desk.say.label("button-unask-undo"), AskAgain(yes=True))
    await desk.show(desk.say("unasked"), screens.keyboard([undo]))


async def ask_again(desk: Desk, tap: AskAgain) -> None:
    await feedback_answers.want_feedback(desk.ctx, desk.member_id, yes=tap.yes)
    await desk.show(desk.say("asked-again"))
