"""Quizzes: one tap an answer, back and forth, later if one likes, and points at the end."""

from enum import StrEnum
from functools import partial

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.types import InlineKeyboardButton

from handlers import quiz_words, screens
from handlers.desk import Desk
from handlers.member.access import STEP, Typed
from handlers.member.fields import PROFILE
from handlers.member.states import Quizzing
from handlers.routing import Tap
from messengers.links import Link
from messengers.words import Say
from services.enums import AttributeKind
from services.errors import Gone
from services.parsing.numbers import parse_whole
from services.staff.errors import LinkUnknown
from services.surveys import quiz_runs
from services.surveys.attribute_answers import Told
from services.surveys.custom_attributes import NUMBERS
from services.surveys.errors import QuizDone
from services.surveys.quiz_runs import Offered, Standing
from services.surveys.quizzes import Question

MOST_WAYS = 3
"""Quizzes offered on one screen."""


class QuizTap(Tap, prefix="my_quiz"):
    """Go on with a quiz, from wherever one stands."""

    quiz_id: int


class AnswerAct(StrEnum):
    SET = "set"
    TICK = "tick"
    BACK = "back"
    NEXT = "next"


class AnswerTap(Tap, prefix="my_answer"):
    """`act`: set (the only answer), tick (one of several), next or back."""

    act: AnswerAct
    quiz_id: int
    question_id: int
    choice_id: int = 0


def add_to(router: Router) -> None:
    router.callback_query.register(go_on, QuizTap.filter())
    router.callback_query.register(tick, AnswerTap.on(AnswerAct.TICK))
    router.callback_query.register(back, AnswerTap.on(AnswerAct.BACK))
    router.callback_query.register(answer, AnswerTap.filter())


def add_steps(router: Router) -> None:
    router.message.register(type_number, StateFilter(Quizzing.answer), Typed(), flags=STEP)


async def ways_in(desk: Desk) -> list[screens.Row]:
    """A button for each quiz that waits for the member: what it is, what it brings, how long."""
    offered = await quiz_runs.offered(desk.ctx, desk.member_id)
    return [[way_in(desk.say, one)] for one in offered[:MOST_WAYS]]


def way_in(say: Say, one: Offered) -> InlineKeyboardButton:
    label = say.label("button-quiz", title=one.title, points=one.points, left=one.left)
    return screens.button(label, QuizTap(quiz_id=one.quiz_id))


async def invite(desk: Desk) -> None:
    """Say that there is something to answer, if there is."""
    if rows := await ways_in(desk):
        await desk.tell(desk.say("quiz-waits"), screens.keyboard(*rows))


async def open_link(desk: Desk, link: Link) -> None:
    """Somebody came by a quiz's link: what it is about, and the button that begins it.

    Raises QuizClosed, QuizDone, LinkUnknown.
    """
    if link.number is None:
        raise LinkUnknown
    try:
        one = await quiz_runs.look(desk.ctx, desk.member_id, link.number)
    except Gone as error:
        raise LinkUnknown from error
    text = desk.say(
        "quiz-intro",
        title=one.title,
        points=one.points,
        left=one.left,
        more=bool(one.text),
        text=one.text,
    )
    await desk.tell(text, screens.keyboard([_begin(desk.say, one)]))


def _begin(say: Say, one: Offered) -> InlineKeyboardButton:
    return screens.button(
        say.label("button-quiz-begin", begun=one.begun), QuizTap(quiz_id=one.quiz_id)
    )


async def go_on(desk: Desk, tap: QuizTap) -> None:
    standing = await quiz_runs.go_on(desk.ctx, desk.member_id, tap.quiz_id)
    await _show(desk, standing)


async def tick(desk: Desk, tap: AnswerTap) -> None:
    standing = await quiz_runs.tick(
        desk.ctx, desk.member_id, tap.quiz_id, tap.question_id, tap.choice_id
    )
    await _show(desk, standing)


async def back(desk: Desk, tap: AnswerTap) -> None:
    standing = await quiz_runs.back_to(desk.ctx, desk.member_id, tap.quiz_id, tap.question_id)
    await _show(desk, standing)


async def answer(desk: Desk, tap: AnswerTap) -> None:
    """The only answer, or on to the next question with what is known."""
    told = None
    if tap.act == AnswerAct.SET:
        told = Told(frozenset({tap.choice_id}))
    try:
        standing = await quiz_runs.answer(
            desk.ctx, desk.member_id, tap.quiz_id, tap.question_id, told
        )
    except QuizDone as done:  # tapped twice: the thanks on the screen are not for closing
        desk.toast(done.message_key())
        return
    await _show(desk, standing)


async def type_number(desk: Desk) -> None:
    number = parse_whole(desk.message.text or "", least=NUMBERS.least, most=NUMBERS.most)
    data = await desk.state.get_data()
    await desk.state.clear()
    standing = await quiz_runs.answer(
        desk.ctx, desk.member_id, data["quiz"], data["question"], Told(number=number)
    )
    await _show(desk, standing)


async def _show(desk: Desk, standing: Standing) -> None:
    question = standing.question
    if question is None:
        rows = await ways_in(desk)
        rows.append([screens.button(desk.say.label("menu-profile"), PROFILE)])
        await desk.show(desk.say("quiz-done", points=standing.points), screens.keyboard(*rows))
        return
    if question.attribute.kind is AttributeKind.NUMBER:
        await desk.state.set_state(Quizzing.answer)
        await desk.state.set_data({"quiz": standing.quiz.id, "question": question.id})
    await desk.show(
        quiz_words.asked(desk.say, standing.quiz, question),
        screens.keyboard(*_answers(desk.say, standing, question)),
    )


def _answers(say: Say, standing: Standing, question: Question) -> list[screens.Row]:
    quiz_id, attribute, told = standing.quiz.id, question.attribute, standing.told
    several = attribute.kind is AttributeKind.SEVERAL

    def to(act: AnswerAct, choice_id: int = 0) -> AnswerTap:
        return AnswerTap(act=act, quiz_id=quiz_id, question_id=question.id, choice_id=choice_id)

    choose = partial(to, AnswerAct.TICK if several else AnswerAct.SET)
    rows = quiz_words.chips(say, attribute, choose, told.choices)
    ticked = any(choice.id in told.choices for choice in attribute.offered)
    if several:
        rows.append(
            [screens.button(say.label("button-quiz-next", some=ticked), to(AnswerAct.NEXT))]
        )
    elif told.number is not None:
        keep = say.label("button-quiz-keep", value=told.number)
        rows.append([screens.button(keep, to(AnswerAct.NEXT))])
    if question != standing.quiz.asked[0]:
        rows.append([screens.button(say.label("button-back"), to(AnswerAct.BACK))])
    return rows
