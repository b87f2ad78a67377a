"""What a quiz gives, and what it says before its first question."""

from aiogram import Router

from handlers.desk import Desk
from handlers.owner.shared.navigation import STEP, Typed
from handlers.owner.surveys import quizzes as screens
from handlers.owner.surveys.quiz_questions import Quizmaking, way_back
from handlers.owner.surveys.quizzes import QuizAct, QuizTap
from handlers.screens import button, keyboard
from services.parsing.numbers import parse_whole
from services.surveys import quizzes
from services.surveys.quizzes import POINTS

CHIPS = (0, 20, 50, 100, 200)
"""Points that shops usually give."""


def add_to(router: Router) -> None:
    tap, typed = router.callback_query.register, router.message.register
    tap(ask_points, QuizTap.on(QuizAct.POINTS))
    tap(choose_points, QuizTap.on(QuizAct.GIVE), flags=STEP)
    tap(ask_text, QuizTap.on(QuizAct.TEXT))
    tap(no_text, QuizTap.on(QuizAct.BARE), flags=STEP)
    typed(type_points, Typed(), Quizmaking.points, flags=STEP)
    typed(type_text, Typed(), Quizmaking.text, flags=STEP)


async def ask_points(desk: Desk, tap: QuizTap) -> None:
    quiz_id = tap.quiz_id
    await desk.state.set_state(Quizmaking.points)
    await desk.state.set_data({"quiz": quiz_id})
    chips = [
        button(str(number), QuizTap(act=QuizAct.GIVE, quiz_id=quiz_id, value=number))
        for number in CHIPS
    ]
    await desk.show(desk.say("owner-quiz-ask-points"), keyboard(chips, way_back(desk.say, quiz_id)))


async def choose_points(desk: Desk, tap: QuizTap) -> None:
    quiz_id = tap.quiz_id
    await quizzes.change(desk.ctx, desk.actor_id, quiz_id, points=tap.value)
    await desk.state.clear()
    await screens.draw(desk, quiz_id)


async def type_points(desk: Desk) -> None:
    quiz_id = (await desk.state.get_data())["quiz"]
    points = parse_whole(desk.message.text or "", least=POINTS.least, most=POINTS.most)
    await quizzes.change(desk.ctx, desk.actor_id, quiz_id, points=points)
    await desk.state.clear()
    await screens.draw(desk, quiz_id)


async def ask_text(desk: Desk, tap: QuizTap) -> None:
    quiz_id = tap.quiz_id
    await desk.state.set_state(Quizmaking.text)
    await desk.state.set_data({"quiz": quiz_id})
    none = button(
        desk.say.label("owner-quiz-without-text"), QuizTap(act=QuizAct.BARE, quiz_id=quiz_id)
    )
    await desk.show(desk.say("owner-quiz-ask-text"), keyboard([none], way_back(desk.say, quiz_id)))


async def no_text(desk: Desk, tap: QuizTap) -> None:
    await quizzes.change(desk.ctx, desk.actor_id, tap.quiz_id, text="")
    await desk.state.clear()
    await screens.draw(desk, tap.quiz_id)


async def type_text(desk: Desk) -> None:
    quiz_id = (await desk.state.get_data())["quiz"]
    await quizzes.change(desk.ctx, desk.actor_id, quiz_id, text=desk.message.text or "")
    await desk.state.clear()
    await screens.draw(desk, quiz_id)
