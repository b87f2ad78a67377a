"""How was it? A score in one tap, why in a few words, and never again if one likes."""

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from handlers import screens
from handlers.member.access import STEP, Typed
from handlers.member.states import Judging
from messengers.words import Say
from services.context import Context
from services.enums import FeedbackKind
from services.feedback import feedback_answers
from services.feedback.errors import QuestionOver
from services.feedback.feedback_answers import Answered
from services.feedback.feedback_settings import SCORES

ROW = 6
"""Scores in a row of buttons, as they were asked for."""


class Score(CallbackData, prefix="score"):
    """Under the question, and under the screen that changes an answer."""

    score: int
    id: int


class Again(CallbackData, prefix="my_score_again"):
    id: int


class Skip(CallbackData, prefix="my_score_skip"):
    id: int


class Unask(CallbackData, prefix="hush"):
    """Under every question: not to be asked again. `id` is the question's."""

    id: int


class AskAgain(CallbackData, prefix="my_ask"):
    yes: bool


def add_to(router: Router) -> None:
    router.callback_query.register(score, Score.filter())
    router.callback_query.register(again, Again.filter())
    router.callback_query.register(skip, Skip.filter())
    router.callback_query.register(unask, Unask.filter())
    router.callback_query.register(ask_again, AskAgain.filter())


def add_steps(router: Router) -> None:
    router.message.register(comment, StateFilter(Judging.comment), Typed(), flags=STEP)


async def score(
    query: CallbackQuery,
    callback_data: Score,
    ctx: Context,
    member_id: int,
    say: Say,
    state: FSMContext,
) -> None:
    """The question becomes the next one: why?"""
    try:
        given = await feedback_answers.score(ctx, member_id, callback_data.id, callback_data.score)
    except QuestionOver:
        await screens.without_buttons(query)
        raise
    await state.set_state(Judging.comment)
    await state.set_data({"feedback": given.feedback_id})
    buttons = screens.keyboard(
        [screens.button(say.label("button-score-skip"), Skip(id=given.feedback_id))],
        [screens.button(say.label("button-score-again"), Again(id=given.feedback_id))],
    )
    text = say("score-given", kind=given.kind, score=given.score, low=given.low)
    await screens.show(query, text, buttons)


async def again(
    query: CallbackQuery, callback_data: Again, ctx: Context, member_id: int, say: Say
) -> None:
    """Changed their mind: the scores once more."""
    try:
        kind = await feedback_answers.asked(ctx, member_id, callback_data.id)
    except QuestionOver:
        await screens.without_buttons(query)
        raise
    await screens.show(query, say(f"ask-{kind}"), _scores(say, kind, callback_data.id))


def _scores(say: Say, kind: FeedbackKind, feedback_id: int) -> InlineKeyboardMarkup:
    chips = [
        screens.button(say.label(f"score-{number}"), Score(score=number, id=feedback_id))
        for number in SCORES[kind]
    ]
    return screens.keyboard(*screens.in_rows(chips, ROW))


async def comment(
    message: Message, ctx: Context, member_id: int, say: Say, state: FSMContext
) -> None:
    feedback_id = (await state.get_data())["feedback"]
    said = await feedback_answers.comment(ctx, member_id, feedback_id, message.text or "")
    await state.clear()
    await message.answer(_thanks(say, said))


async def skip(
    query: CallbackQuery, callback_data: Skip, ctx: Context, member_id: int, say: Say
) -> None:
    said = await feedback_answers.skip(ctx, member_id, callback_data.id)
    await screens.show(query, _thanks(say, said))


def _thanks(say: Say, said: Answered) -> str:
    return say("score-thanks", low=said.low)


async def unask(query: CallbackQuery, ctx: Context, member_id: int, say: Say) -> None:
    """One tap, and for good; a second tap says the same."""
    await feedback_answers.want_questions(ctx, member_id, yes=False)
    undo = screens.button(say.label("button-unask-undo"), AskAgain(yes=True))
    await screens.show(query, say("unasked"), screens.keyboard([undo]))


async def ask_again(
    query: CallbackQuery, callback_data: AskAgain, ctx: Context, member_id: int, say: Say
) -> None:
    await feedback_answers.want_questions(ctx, member_id, yes=callback_data.yes)
    await screens.show(query, say("asked-again"))
