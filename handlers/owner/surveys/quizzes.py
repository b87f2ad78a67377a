"""Quizzes: all of them, one of them, how it looks, how it goes. Making one is quiz_making."""

from enum import StrEnum

from aiogram import F, Router

from handlers import quiz_words
from handlers.desk import Desk
from handlers.owner.shared.form import Act, FormTap
from handlers.owner.shared.navigation import Go, Place, back, page_of, pages, short
from handlers.routing import Tap
from handlers.screens import Row, button, fitting, in_rows, keyboard
from messengers.links import LinkKind
from messengers.words import Say
from services.enums import AttributeKind
from services.errors import Gone
from services.surveys import quiz_results, quizzes
from services.surveys.custom_attributes import NAME_LENGTH
from services.surveys.quiz_results import Answers
from services.surveys.quizzes import QuizStatus, QuizView

BAR = 10
"""Signs in a whole bar."""

QUESTIONS_LENGTH = 2_400
"""Of all questions on the screen of a quiz: the more there are, the shorter each."""

SHARES = 40
"""Answers to one question that have a bar; a till's file may bring more than anybody offers."""


class QuizAct(StrEnum):
    KIND = "kind"
    NEW = "new"
    ASK = "ask"
    KNOWN = "known"
    FILL = "fill"
    KEEP = "keep"
    OPEN = "open"
    LOOK = "look"
    DROP = "drop"
    PUBLISH = "publish"
    CLOSE = "close"
    OVER = "over"
    RESULTS = "results"


class QuizTap(Tap, prefix="oqz"):
    """`value`: a question's id, or its place in the order, or points; as `act` needs."""

    act: QuizAct
    quiz_id: int = 0
    value: int = 0


class QuizTermTap(FormTap, prefix="oqt"):
    """Of the form in quiz_terms."""


def add_to(router: Router) -> None:
    tap = router.callback_query.register
    tap(every, Go.filter(F.to == Place.QUIZZES))
    tap(open_one, QuizTap.on(QuizAct.OPEN))
    tap(drop, QuizTap.on(QuizAct.DROP))
    tap(preview, QuizTap.on(QuizAct.LOOK))
    tap(publish, QuizTap.on(QuizAct.PUBLISH))
    tap(ask_close, QuizTap.on(QuizAct.CLOSE))
    tap(close, QuizTap.on(QuizAct.OVER))
    tap(results, QuizTap.on(QuizAct.RESULTS))


async def every(desk: Desk, tap: Go) -> None:
    found = await quizzes.everything(desk.ctx, desk.actor_id)
    rows = [
        [
            button(
                desk.say.label("owner-quiz-line", title=short(one.title), status=one.status.value),
                QuizTap(act=QuizAct.OPEN, quiz_id=one.id),
            )
        ]
        for one in page_of(found, tap.page)
    ]
    new = button(desk.say.label("owner-quiz-new"), QuizTap(act=QuizAct.NEW), style="primary")
    turn = pages(Place.QUIZZES, tap.page, len(found))
    text = desk.say("owner-quizzes", some=bool(found))
    await desk.show(text, keyboard([new], *rows, turn, back(desk.say, Place.GUESTS)))


async def open_one(desk: Desk, tap: QuizTap) -> None:
    await draw(desk, tap.quiz_id)


async def draw(desk: Desk, quiz_id: int) -> None:
    """One quiz with all that can be done with it now."""
    quiz = await quizzes.show(desk.ctx, desk.actor_id, quiz_id)
    parts = [
        desk.say(
            "owner-quiz",
            title=quiz.title,
            status=quiz.status.value,
            points=quiz.points,
            more=bool(quiz.text),
            text=quiz.text,
        )
    ]
    most = QUESTIONS_LENGTH // max(len(quiz.questions), 1)
    parts += [
        desk.say(
            "owner-quiz-question",
            number=number,
            text=short(question.text, most // 2),
            name=short(question.attribute.name, NAME_LENGTH),
            kind=question.attribute.kind,
            choices=short(
                ", ".join(one.name for one in question.attribute.offered), min(most // 3, 150)
            ),
            retired=not question.attribute.askable,
        )
        for number, question in enumerate(quiz.questions, 1)
    ]
    if quiz.status is QuizStatus.OPEN:
        parts.append(desk.say("owner-quiz-link", link=desk.links.to(LinkKind.QUIZ, quiz.id)))
    rows = (
        _drafting(desk.say, quiz) if quiz.status is QuizStatus.DRAFT else _running(desk.say, quiz)
    )
    await desk.show("\n\n".join(parts), keyboard(*rows, back(desk.say, Place.QUIZZES)))


def _drafting(say: Say, quiz: QuizView) -> list[Row]:
    def to(act: QuizAct, value: int = 0) -> QuizTap:
        return QuizTap(act=act, quiz_id=quiz.id, value=value)

    def term(field: str) -> QuizTermTap:
        return QuizTermTap(act=Act.EDIT, thing_id=quiz.id, field=field)

    drops = [
        button(say.label("owner-quiz-drop", number=number), to(QuizAct.DROP, question.id))
        for number, question in enumerate(quiz.questions, 1)
    ]
    rows: list[Row] = [
        [button(say.label("owner-quiz-ask"), to(QuizAct.ASK), style="primary")],
        *in_rows(drops, 4),
        [
            button(say.label("owner-quiz-points", points=quiz.points), term("points")),
            button(say.label("owner-quiz-text"), term("text")),
        ],
    ]
    if quiz.asked:
        rows.append([button(say.label("owner-quiz-look"), to(QuizAct.LOOK))])
        rows.append([button(say.label("owner-quiz-publish"), to(QuizAct.PUBLISH), style="success")])
    rows.append([button(say.label("owner-quiz-delete"), to(QuizAct.CLOSE))])
    return rows


def _running(say: Say, quiz: QuizView) -> list[Row]:
    look = button(say.label("owner-quiz-look"), QuizTap(act=QuizAct.LOOK, quiz_id=quiz.id))
    figures = button(say.label("owner-quiz-results"), QuizTap(act=QuizAct.RESULTS, quiz_id=quiz.id))
    rows: list[Row] = [[figures, look] if quiz.asked else [figures]]
    if quiz.status is QuizStatus.OPEN:
        over = QuizTap(act=QuizAct.CLOSE, quiz_id=quiz.id)
        rows.append([button(say.label("owner-quiz-close"), over)])
    return rows


async def drop(desk: Desk, tap: QuizTap) -> None:
    quiz_id = tap.quiz_id
    await quizzes.drop_question(desk.ctx, desk.actor_id, quiz_id, tap.value)
    await draw(desk, quiz_id)


async def preview(desk: Desk, tap: QuizTap) -> None:
    """The screens that members see, one after another; whatever is tapped, nothing is stored."""
    quiz = await quizzes.show(desk.ctx, desk.actor_id, tap.quiz_id)
    place = tap.value
    to_quiz: Row = [
        button(desk.say.label("owner-quiz-look-over"), QuizTap(act=QuizAct.OPEN, quiz_id=quiz.id))
    ]
    if place < 0:
        raise Gone
    if place >= len(quiz.asked):
        await desk.show(desk.say("quiz-done", points=quiz.points), keyboard(to_quiz))
        return
    question = quiz.asked[place]
    following = QuizTap(act=QuizAct.LOOK, quiz_id=quiz.id, value=place + 1)
    rows = quiz_words.chips(desk.say, question.attribute, lambda _: following)
    if question.attribute.kind is not AttributeKind.CHOICE:
        rows.append([button(desk.say.label("button-quiz-next", some=True), following)])
    await desk.show(quiz_words.asked(desk.say, quiz, question), keyboard(*rows, to_quiz))


async def publish(desk: Desk, tap: QuizTap) -> None:
    await quizzes.publish(desk.ctx, desk.actor_id, tap.quiz_id)
    await draw(desk, tap.quiz_id)


async def ask_close(desk: Desk, tap: QuizTap) -> None:
    quiz = await quizzes.show(desk.ctx, desk.actor_id, tap.quiz_id)
    draft = quiz.status is QuizStatus.DRAFT
    yes = desk.say.label("owner-quiz-delete" if draft else "owner-quiz-close")
    buttons = keyboard(
        [button(yes, QuizTap(act=QuizAct.OVER, quiz_id=quiz.id), style="danger")],
        [button(desk.say.label("button-back"), QuizTap(act=QuizAct.OPEN, quiz_id=quiz.id))],
    )
    await desk.show(desk.say("owner-quiz-sure", title=quiz.title, draft=draft), buttons)


async def close(desk: Desk, tap: QuizTap) -> None:
    """A draft is gone afterwards; a quiz that was published keeps its screen."""
    await quizzes.close(desk.ctx, desk.actor_id, tap.quiz_id)
    try:
        await draw(desk, tap.quiz_id)
    except Gone:
        await every(desk, Go(to=Place.QUIZZES))


async def results(desk: Desk, tap: QuizTap) -> None:
    """As many questions as one message holds, from the one that is tapped on."""
    found = await quiz_results.results(desk.ctx, desk.actor_id, tap.quiz_id)
    first = tap.value
    if first < 0:
        raise Gone
    figures = desk.say(
        "owner-quiz-figures",
        title=found.quiz.title,
        started=found.started,
        completed=found.completed,
        points=found.points,
    )
    answers = [
        _answers(desk.say, number, one)
        for number, one in enumerate(found.questions[first:], first + 1)
    ]
    parts = fitting([figures, *answers])
    shown = first + len(parts) - 1
    turn: Row = []
    if shown < len(found.questions):
        more = QuizTap(act=QuizAct.RESULTS, quiz_id=found.quiz.id, value=shown)
        turn = [button(desk.say.label("owner-quiz-more"), more)]
    to_quiz = [
        button(desk.say.label("button-back"), QuizTap(act=QuizAct.OPEN, quiz_id=found.quiz.id))
    ]
    await desk.show("\n\n".join(parts), keyboard(turn, to_quiz))


def _answers(say: Say, number: int, answers: Answers) -> str:
    lines = [say("owner-quiz-answers", number=number, text=answers.text, answered=answers.answered)]
    lines += [
        say(
            "owner-quiz-share",
            bar=bar(share.percent),
            percent=share.percent,
            name=short(share.name, NAME_LENGTH),
            count=share.count,
        )
        for share in answers.shares[:SHARES]
    ]
    if answers.numbers is not None:
        least, middle, most = answers.numbers
        lines.append(say("owner-quiz-numbers", least=least, middle=middle, most=most))
    return "\n".join(lines)


def bar(percent: int) -> str:
    """`▓▓▓▓░░░░░░` for 40."""
    full = (percent * BAR + 50) // 100
    return "▓" * full + "░" * (BAR - full)
