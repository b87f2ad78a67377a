"""The points of a quiz, and its text before the first question."""

from aiogram import Router

from handlers.owner.shared.fields import Field, number_in, text_by
from handlers.owner.shared.form import Form
from handlers.owner.surveys import quizzes as screens
from handlers.owner.surveys.quiz_questions import QuizForm, way_back
from handlers.owner.surveys.quizzes import QuizTermTap
from services.surveys import quizzes
from services.surveys.quizzes import POINTS


def add_to(router: Router) -> None:
    form.add_to(router)


form = Form(
    name="quiz",
    tap=QuizTermTap,
    asking=QuizForm.term,
    fields=(
        Field("points", number_in(POINTS), (0, 20, 50, 100, 200), width=5),
        Field(
            "text",
            text_by(str),
            ("",),
            label=lambda asked, _: asked.say.label("owner-quiz-without-text"),
        ),
    ),
    change=lambda desk, quiz, values: quizzes.change(desk.ctx, desk.actor_id, quiz, **values),
    show=screens.draw,
    out=lambda say, draft: way_back(say, draft.thing_id),
)
