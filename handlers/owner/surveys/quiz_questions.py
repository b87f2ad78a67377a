"""Making a quiz: a title, then a question with its answers under it, as often as one likes."""

from typing import Any

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup

from handlers.desk import Desk
from handlers.owner.shared.navigation import STEP, Typed, go, short
from handlers.owner.shared.navigation import Place as To
from handlers.owner.surveys import quizzes as screens
from handlers.owner.surveys.quizzes import QuizAct, QuizTap
from handlers.screens import BUTTONS, Row, button, in_rows, keyboard
from messengers.words import Say
from services.enums import AttributeKind
from services.errors import Gone
from services.parsing.texts import one_line
from services.surveys import custom_attributes, quizzes
from services.surveys.custom_attributes import NAME_LENGTH
from services.surveys.quizzes import QUESTION_LENGTH, NewQuestion

KINDS = (AttributeKind.CHOICE, AttributeKind.SEVERAL, AttributeKind.NUMBER)
"""By their place here in a tap."""


class QuizForm(StatesGroup):
    title = State()
    question = State()  # a question is typed, and its answers under it
    choices = State()  # its answers are typed
    kind = State()  # how it is answered is tapped
    name = State()  # what its attribute is called is typed
    term = State()  # its points or its first words are asked for


def add_to(router: Router) -> None:
    tap, typed = router.callback_query.register, router.message.register
    tap(new, QuizTap.on(QuizAct.NEW))
    tap(ask_question, QuizTap.on(QuizAct.ASK))
    tap(known, QuizTap.on(QuizAct.KNOWN), flags=STEP)
    tap(take_known, QuizTap.on(QuizAct.FILL), flags=STEP)
    tap(take_kind, QuizTap.on(QuizAct.KIND), flags=STEP)
    tap(keep_name, QuizTap.on(QuizAct.KEEP), flags=STEP)
    typed(type_title, Typed(), QuizForm.title, flags=STEP)
    typed(type_question, Typed(), QuizForm.question, flags=STEP)
    typed(type_choices, Typed(), QuizForm.choices, flags=STEP)
    typed(type_name, Typed(), QuizForm.name, flags=STEP)


async def new(desk: Desk) -> None:
    await desk.state.set_state(QuizForm.title)
    cancel = [go(desk.say, "button-cancel", To.QUIZZES)]
    await desk.show(desk.say("owner-quiz-ask-title"), keyboard(cancel))


async def type_title(desk: Desk) -> None:
    quiz_id = await quizzes.make(desk.ctx, desk.actor_id, desk.message.text or "")
    await _ask_question(desk, quiz_id)


async def ask_question(desk: Desk, tap: QuizTap) -> None:
    await _ask_question(desk, tap.quiz_id)


async def _ask_question(desk: Desk, quiz_id: int) -> None:
    await desk.state.set_state(QuizForm.question)
    await desk.state.set_data({"quiz": quiz_id})
    exists = button(desk.say.label("owner-quiz-known"), QuizTap(act=QuizAct.KNOWN, quiz_id=quiz_id))
    await desk.show(
        desk.say("owner-quiz-ask-question"), keyboard([exists], way_back(desk.say, quiz_id))
    )


def way_back(say: Say, quiz_id: int) -> Row:
    return [button(say.label("button-back"), QuizTap(act=QuizAct.OPEN, quiz_id=quiz_id))]


async def known(desk: Desk, tap: QuizTap) -> None:
    """Attributes that there are: a question may fill one of them."""
    quiz_id = tap.quiz_id
    chips = [
        button(short(one.name), QuizTap(act=QuizAct.FILL, quiz_id=quiz_id, value=one.id))
        for one in (await custom_attributes.offered(desk.ctx))[:BUTTONS]
    ]
    text = desk.say("owner-quiz-known-which", some=bool(chips))
    await desk.show(text, keyboard(*in_rows(chips, 2), way_back(desk.say, quiz_id)))


async def take_known(desk: Desk, tap: QuizTap) -> None:
    quiz_id = tap.quiz_id
    await desk.state.set_state(QuizForm.question)
    await desk.state.set_data({"quiz": quiz_id, "attribute": tap.value})
    await desk.show(desk.say("owner-quiz-ask-known"), keyboard(way_back(desk.say, quiz_id)))


async def type_question(desk: Desk) -> None:
    data = await desk.state.get_data()
    text, choices = quizzes.split(desk.message.text or "")
    text = one_line(text, most=QUESTION_LENGTH)
    if "attribute" in data:
        question = NewQuestion(text, attribute_id=data["attribute"])
        await _store(desk, data["quiz"], question)
        return
    await desk.state.update_data(text=text)
    if choices:
        await _ask_kind(desk, choices)
        return
    await desk.state.set_state(QuizForm.choices)
    number = QuizTap(
        act=QuizAct.KIND, quiz_id=data["quiz"], value=KINDS.index(AttributeKind.NUMBER)
    )
    rows: list[Row] = [
        [button(desk.say.label("owner-kind-number"), number)],
        way_back(desk.say, data["quiz"]),
    ]
    await desk.show(desk.say("owner-ask-choices"), keyboard(*rows))


async def type_choices(desk: Desk) -> None:
    first, others = quizzes.split(desk.message.text or "")
    await _ask_kind(desk, (first, *others))


async def _ask_kind(desk: Desk, choices: tuple[str, ...]) -> None:
    data = await desk.state.update_data(choices=list(choices))
    await desk.state.set_state(QuizForm.kind)
    kinds = [
        button(
            desk.say.label(f"owner-kind-{kind}"),
            QuizTap(act=QuizAct.KIND, quiz_id=data["quiz"], value=KINDS.index(kind)),
        )
        for kind in (AttributeKind.CHOICE, AttributeKind.SEVERAL)
    ]
    await desk.show(desk.say("owner-ask-kind"), keyboard(kinds, way_back(desk.say, data["quiz"])))


async def take_kind(desk: Desk, tap: QuizTap) -> None:
    data = await _drafted(desk.state, tap)
    if not 0 <= tap.value < len(KINDS):
        raise Gone
    await desk.state.update_data(kind=KINDS[tap.value])
    await desk.state.set_state(QuizForm.name)
    name = _suggested(data["text"])
    keep = button(
        desk.say.label("owner-quiz-keep-name", name=name),
        QuizTap(act=QuizAct.KEEP, quiz_id=data["quiz"]),
    )
    await desk.show(
        desk.say("owner-quiz-ask-name"), keyboard([keep], way_back(desk.say, data["quiz"]))
    )


def _suggested(question: str) -> str:
    return short(question.rstrip("?!. "), NAME_LENGTH)


async def _drafted(state: FSMContext, tapped: QuizTap) -> dict[str, Any]:
    """The question typed so far. Raises Gone for a button of another quiz or question."""
    data = await state.get_data()
    if data.get("quiz") != tapped.quiz_id or "text" not in data:
        raise Gone
    return data


async def keep_name(desk: Desk, tap: QuizTap) -> None:
    data = await _drafted(desk.state, tap)
    await _named(desk, data, _suggested(data["text"]))


async def type_name(desk: Desk) -> None:
    data = await desk.state.get_data()
    await _named(desk, data, desk.message.text or "")


async def _named(desk: Desk, data: dict[str, Any], name: str) -> None:
    if "kind" not in data:
        raise Gone
    question = NewQuestion(
        data["text"],
        name=name,
        kind=AttributeKind(data["kind"]),
        choices=tuple(data.get("choices", ())),
    )
    await _store(desk, data["quiz"], question)


async def _store(desk: Desk, quiz_id: int, question: NewQuestion) -> None:
    await quizzes.ask(desk.ctx, desk.actor_id, quiz_id, question)
    await desk.state.clear()
    await screens.draw(desk, quiz_id)
