"""What a quiz gives, and what it says before its first question."""

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.owner.shared.navigation import STEP, Typed
from handlers.owner.surveys import quizzes as screens
from handlers.owner.surveys.quiz_questions import Quizmaking, way_back
from handlers.owner.surveys.quizzes import QuizTap
from handlers.screens import button, keyboard, show
from messengers.links import Links
from messengers.words import Say
from services.context import Context
from services.parsing.numbers import parse_whole
from services.staff.identities import Visitor
from services.surveys import quizzes
from services.surveys.quizzes import POINTS

CHIPS = (0, 20, 50, 100, 200)
"""Points that shops usually give."""


def add_to(router: Router) -> None:
    tap, typed = router.callback_query.register, router.message.register
    tap(ask_points, QuizTap.filter(F.act == "points"))
    tap(choose_points, QuizTap.filter(F.act == "give"), flags=STEP)
    tap(ask_text, QuizTap.filter(F.act == "text"))
    tap(no_text, QuizTap.filter(F.act == "bare"), flags=STEP)
    typed(type_points, Typed(), Quizmaking.points, flags=STEP)
    typed(type_text, Typed(), Quizmaking.text, flags=STEP)


async def ask_points(
    query: CallbackQuery, callback_data: QuizTap, say: Say, state: FSMContext
) -> None:
    quiz_id = callback_data.quiz_id
    await state.set_state(Quizmaking.points)
    await state.set_data({"quiz": quiz_id})
    chips = [
        button(str(number), QuizTap(act="give", quiz_id=quiz_id, value=number)) for number in CHIPS
    ]
    await show(query, say("owner-quiz-ask-points"), keyboard(chips, way_back(say, quiz_id)))


async def choose_points(
    query: CallbackQuery,
    callback_data: QuizTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
    links: Links,
) -> None:
    quiz_id = callback_data.quiz_id
    await quizzes.change(ctx, visitor.identity_id, quiz_id, points=callback_data.value)
    await state.clear()
    await screens.draw(query, ctx, say, visitor, links, quiz_id)


async def type_points(
    message: Message,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
    links: Links,
) -> None:
    quiz_id = (await state.get_data())["quiz"]
    points = parse_whole(message.text or "", least=POINTS.least, most=POINTS.most)
    await quizzes.change(ctx, visitor.identity_id, quiz_id, points=points)
    await state.clear()
    await screens.draw(message, ctx, say, visitor, links, quiz_id)


async def ask_text(
    query: CallbackQuery, callback_data: QuizTap, say: Say, state: FSMContext
) -> None:
    quiz_id = callback_data.quiz_id
    await state.set_state(Quizmaking.text)
    await state.set_data({"quiz": quiz_id})
    none = button(say.label("owner-quiz-without-text"), QuizTap(act="bare", quiz_id=quiz_id))
    await show(query, say("owner-quiz-ask-text"), keyboard([none], way_back(say, quiz_id)))


async def no_text(
    query: CallbackQuery,
    callback_data: QuizTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
    links: Links,
) -> None:
    await quizzes.change(ctx, visitor.identity_id, callback_data.quiz_id, text="")
    await state.clear()
    await screens.draw(query, ctx, say, visitor, links, callback_data.quiz_id)


async def type_text(
    message: Message,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
    links: Links,
) -> None:
    quiz_id = (await state.get_data())["quiz"]
    await quizzes.change(ctx, visitor.identity_id, quiz_id, text=message.text or "")
    await state.clear()
    await screens.draw(message, ctx, say, visitor, links, quiz_id)
