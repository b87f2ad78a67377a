"""Making a quiz: a title, then a question with its answers under it, as often as one likes."""

from typing import Any

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from handlers.owner.shared.navigation import STEP, Typed, go, short
from handlers.owner.shared.navigation import Place as To
from handlers.owner.surveys import quizzes as screens
from handlers.owner.surveys.quizzes import QuizTap
from handlers.screens import BUTTONS, Row, button, in_rows, keyboard, show
from messengers.links import Links
from messengers.words import Say
from services.context import Context
from services.enums import AttributeKind
from services.errors import Gone
from services.parsing.texts import one_line
from services.staff.identities import Visitor
from services.surveys import custom_attributes, quizzes
from services.surveys.custom_attributes import NAME_LENGTH
from services.surveys.quizzes import QUESTION_LENGTH, NewQuestion

KINDS = (AttributeKind.CHOICE, AttributeKind.SEVERAL, AttributeKind.NUMBER)
"""By their place here in a tap."""


class Quizmaking(StatesGroup):
    title = State()
    question = State()  # a question is typed, and its answers under it
    choices = State()  # its answers are typed
    kind = State()  # how it is answered is tapped
    name = State()  # what its attribute is called is typed
    points = State()
    text = State()  # what is said before the first question


def add_to(router: Router) -> None:
    tap, typed = router.callback_query.register, router.message.register
    tap(new, QuizTap.filter(F.act == "new"))
    tap(ask_question, QuizTap.filter(F.act == "ask"))
    tap(known, QuizTap.filter(F.act == "known"), flags=STEP)
    tap(take_known, QuizTap.filter(F.act == "fill"), flags=STEP)
    tap(take_kind, QuizTap.filter(F.act == "kind"), flags=STEP)
    tap(keep_name, QuizTap.filter(F.act == "keep"), flags=STEP)
    typed(type_title, Typed(), Quizmaking.title, flags=STEP)
    typed(type_question, Typed(), Quizmaking.question, flags=STEP)
    typed(type_choices, Typed(), Quizmaking.choices, flags=STEP)
    typed(type_name, Typed(), Quizmaking.name, flags=STEP)


async def new(query: CallbackQuery, say: Say, state: FSMContext) -> None:
    await state.set_state(Quizmaking.title)
    cancel = [go(say, "button-cancel", To.QUIZZES)]
    await show(query, say("owner-quiz-ask-title"), keyboard(cancel))


async def type_title(
    message: Message, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    quiz_id = await quizzes.make(ctx, visitor.identity_id, message.text or "")
    await _ask_question(message, say, state, quiz_id)


async def ask_question(
    query: CallbackQuery, callback_data: QuizTap, say: Say, state: FSMContext
) -> None:
    await _ask_question(query, say, state, callback_data.quiz_id)


async def _ask_question(
    event: Message | CallbackQuery, say: Say, state: FSMContext, quiz_id: int
) -> None:
    await state.set_state(Quizmaking.question)
    await state.set_data({"quiz": quiz_id})
    exists = button(say.label("owner-quiz-known"), QuizTap(act="known", quiz_id=quiz_id))
    await show(event, say("owner-quiz-ask-question"), keyboard([exists], way_back(say, quiz_id)))


def way_back(say: Say, quiz_id: int) -> Row:
    return [button(say.label("button-back"), QuizTap(act="open", quiz_id=quiz_id))]


async def known(query: CallbackQuery, callback_data: QuizTap, ctx: Context, say: Say) -> None:
    """Attributes that there are: a question may fill one of them."""
    quiz_id = callback_data.quiz_id
    chips = [
        button(short(one.name), QuizTap(act="fill", quiz_id=quiz_id, value=one.id))
        for one in (await custom_attributes.offered(ctx))[:BUTTONS]
    ]
    text = say("owner-quiz-known-which", some=bool(chips))
    await show(query, text, keyboard(*in_rows(chips, 2), way_back(say, quiz_id)))


async def take_known(
    query: CallbackQuery, callback_data: QuizTap, say: Say, state: FSMContext
) -> None:
    quiz_id = callback_data.quiz_id
    await state.set_state(Quizmaking.question)
    await state.set_data({"quiz": quiz_id, "attribute": callback_data.value})
    await show(query, say("owner-quiz-ask-known"), keyboard(way_back(say, quiz_id)))


async def type_question(
    message: Message,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
    links: Links,
) -> None:
    data = await state.get_data()
    text, choices = quizzes.split(message.text or "")
    text = one_line(text, most=QUESTION_LENGTH)
    if "attribute" in data:
        question = NewQuestion(text, attribute_id=data["attribute"])
        await _store(message, ctx, say, state, visitor, links, data["quiz"], question)
        return
    await state.update_data(text=text)
    if choices:
        await _ask_kind(message, say, state, choices)
        return
    await state.set_state(Quizmaking.choices)
    number = QuizTap(act="kind", quiz_id=data["quiz"], value=KINDS.index(AttributeKind.NUMBER))
    rows: list[Row] = [
        [button(say.label("owner-kind-number"), number)],
        way_back(say, data["quiz"]),
    ]
    await show(message, say("owner-ask-choices"), keyboard(*rows))


async def type_choices(message: Message, say: Say, state: FSMContext) -> None:
    first, others = quizzes.split(message.text or "")
    await _ask_kind(message, say, state, (first, *others))


async def _ask_kind(
    message: Message, say: Say, state: FSMContext, choices: tuple[str, ...]
) -> None:
    data = await state.update_data(choices=list(choices))
    await state.set_state(Quizmaking.kind)
    kinds = [
        button(
            say.label(f"owner-kind-{kind}"),
            QuizTap(act="kind", quiz_id=data["quiz"], value=KINDS.index(kind)),
        )
        for kind in (AttributeKind.CHOICE, AttributeKind.SEVERAL)
    ]
    await show(message, say("owner-ask-kind"), keyboard(kinds, way_back(say, data["quiz"])))


async def take_kind(
    query: CallbackQuery, callback_data: QuizTap, say: Say, state: FSMContext
) -> None:
    data = await _drafted(state, callback_data)
    if not 0 <= callback_data.value < len(KINDS):
        raise Gone
    await state.update_data(kind=KINDS[callback_data.value])
    await state.set_state(Quizmaking.name)
    name = _suggested(data["text"])
    keep = button(
        say.label("owner-quiz-keep-name", name=name), QuizTap(act="keep", quiz_id=data["quiz"])
    )
    await show(query, say("owner-quiz-ask-name"), keyboard([keep], way_back(say, data["quiz"])))


def _suggested(question: str) -> str:
    return short(question.rstrip("?!. "), NAME_LENGTH)


async def _drafted(state: FSMContext, tapped: QuizTap) -> dict[str, Any]:
    """What was typed so far. Raises Gone for a button of another quiz or question."""
    data = await state.get_data()
    if data.get("quiz") != tapped.quiz_id or "text" not in data:
        raise Gone
    return data


async def keep_name(
    query: CallbackQuery,
    callback_data: QuizTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
    links: Links,
) -> None:
    data = await _drafted(state, callback_data)
    await _named(query, ctx, say, state, visitor, links, data, _suggested(data["text"]))


async def type_name(
    message: Message,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
    links: Links,
) -> None:
    data = await state.get_data()
    await _named(message, ctx, say, state, visitor, links, data, message.text or "")


async def _named(
    event: Message | CallbackQuery,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
    links: Links,
    data: dict[str, Any],
    name: str,
) -> None:
    if "kind" not in data:
        raise Gone
    question = NewQuestion(
        data["text"],
        name=name,
        kind=AttributeKind(data["kind"]),
        choices=tuple(data.get("choices", ())),
    )
    await _store(event, ctx, say, state, visitor, links, data["quiz"], question)


async def _store(
    event: Message | CallbackQuery,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
    links: Links,
    quiz_id: int,
    question: NewQuestion,
) -> None:
    await quizzes.ask(ctx, visitor.identity_id, quiz_id, question)
    await state.clear()
    await screens.draw(event, ctx, say, visitor, links, quiz_id)
