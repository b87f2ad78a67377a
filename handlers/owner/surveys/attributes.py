"""What the shop wants to know of its members: attributes with their answers."""

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from handlers.owner.shared.navigation import STEP, Go, Place, Typed, back, go, page_of, pages, short
from handlers.screens import BUTTONS, Row, button, in_rows, keyboard, show
from messengers.words import Say
from services.context import Context
from services.enums import AttributeKind
from services.errors import Gone
from services.parsing.texts import one_line
from services.staff.identities import Visitor
from services.surveys import custom_attributes, quizzes
from services.surveys.custom_attributes import NAME_LENGTH, Attribute

CHOICES_LENGTH = 1_000
"""Of all answers on one line."""

ASKED = ("name", "more", "choice")
"""Acts after which something is typed: a new name, more answers, another name of an answer."""


class Attributing(StatesGroup):
    new = State()  # a name is typed, and answers under it
    choices = State()  # the answers of a new one are typed
    kind = State()  # a new one is complete but for its kind
    field = State()  # something about one that exists is typed


class AttributeTap(CallbackData, prefix="oat"):
    act: str
    id: int = 0  # of an attribute, or of an answer
    kind: AttributeKind | None = None


def add_to(router: Router) -> None:
    tap = router.callback_query.register
    tap(every, Go.filter(F.to == Place.ATTRIBUTES))
    tap(new, AttributeTap.filter(F.act == "new"))
    tap(make, AttributeTap.filter(F.act == "make"), flags=STEP)
    tap(open_one, AttributeTap.filter(F.act == "open"))
    tap(retire, AttributeTap.filter(F.act.in_({"retire", "restore"})))
    tap(open_choice, AttributeTap.filter(F.act == "answer"))
    tap(retire_choice, AttributeTap.filter(F.act.in_({"hide", "show"})))
    tap(ask, AttributeTap.filter(F.act.in_(ASKED)))
    router.message.register(type_new, Typed(), Attributing.new, flags=STEP)
    router.message.register(type_choices, Typed(), Attributing.choices, flags=STEP)
    router.message.register(type_field, Typed(), Attributing.field, flags=STEP)


async def every(
    query: CallbackQuery, callback_data: Go, ctx: Context, say: Say, visitor: Visitor
) -> None:
    found = await custom_attributes.everything(ctx, visitor.identity_id)
    rows = [
        [
            button(
                say.label(
                    "owner-attribute-line",
                    name=short(one.name),
                    known=one.known,
                    retired=one.retired,
                ),
                AttributeTap(act="open", id=one.id),
            )
        ]
        for one in page_of(found, callback_data.page)
    ]
    add = button(say.label("owner-attribute-new"), AttributeTap(act="new"), style="primary")
    turn = pages(Place.ATTRIBUTES, callback_data.page, len(found))
    text = say("owner-attributes", some=bool(found))
    await show(query, text, keyboard([add], *rows, turn, back(say, Place.GUESTS)))


async def new(query: CallbackQuery, say: Say, state: FSMContext) -> None:
    await state.set_state(Attributing.new)
    await show(query, say("owner-attribute-ask-new"), keyboard(_cancel(say)))


def _cancel(say: Say) -> Row:
    return [go(say, "button-cancel", Place.ATTRIBUTES)]


async def type_new(message: Message, say: Say, state: FSMContext) -> None:
    name, choices = quizzes.split(message.text or "")
    await state.set_data({"name": one_line(name, most=NAME_LENGTH)})
    if choices:
        await ask_kind(message, say, state, choices)
        return
    await state.set_state(Attributing.choices)
    number = AttributeTap(act="make", kind=AttributeKind.NUMBER)
    rows = [[button(say.label("owner-kind-number"), number)], _cancel(say)]
    await show(message, say("owner-ask-choices"), keyboard(*rows))


async def type_choices(message: Message, say: Say, state: FSMContext) -> None:
    first, others = quizzes.split(message.text or "")
    await ask_kind(message, say, state, (first, *others))


async def ask_kind(message: Message, say: Say, state: FSMContext, choices: tuple[str, ...]) -> None:
    await state.set_state(Attributing.kind)
    await state.update_data(choices=list(choices))
    kinds = [
        button(say.label(f"owner-kind-{kind}"), AttributeTap(act="make", kind=kind))
        for kind in (AttributeKind.CHOICE, AttributeKind.SEVERAL)
    ]
    await show(message, say("owner-ask-kind"), keyboard(kinds, _cancel(say)))


async def make(
    query: CallbackQuery,
    callback_data: AttributeTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
) -> None:
    data = await state.get_data()
    if "name" not in data or callback_data.kind is None:  # a second tap on the same button
        raise Gone
    attribute_id = await custom_attributes.create(
        ctx, visitor.identity_id, data["name"], callback_data.kind, data.get("choices", ())
    )
    await state.clear()
    await _show(query, ctx, say, visitor, attribute_id)


async def open_one(
    query: CallbackQuery, callback_data: AttributeTap, ctx: Context, say: Say, visitor: Visitor
) -> None:
    await _show(query, ctx, say, visitor, callback_data.id)


async def _show(
    event: Message | CallbackQuery, ctx: Context, say: Say, visitor: Visitor, attribute_id: int
) -> None:
    one = await _find(ctx, visitor, attribute_id)
    text = say(
        "owner-attribute",
        name=one.name,
        kind=one.kind,
        known=one.known,
        choices=short(", ".join(choice.name for choice in one.offered), CHOICES_LENGTH),
        retired=one.retired,
    )
    edits = [button(say.label("owner-attribute-rename"), AttributeTap(act="name", id=one.id))]
    rows: list[Row] = []
    if one.kind is not AttributeKind.NUMBER:
        edits.append(button(say.label("owner-attribute-more"), AttributeTap(act="more", id=one.id)))
        answers = [
            button(
                say.label("owner-goods-line", name=short(choice.name), hidden=choice.retired),
                AttributeTap(act="answer", id=choice.id),
            )
            for choice in sorted(one.choices, key=lambda choice: choice.retired)[:BUTTONS]
        ]
        rows = in_rows(answers, 2)
    turn = "restore" if one.retired else "retire"
    last = [button(say.label(f"owner-attribute-{turn}"), AttributeTap(act=turn, id=one.id))]
    await show(event, text, keyboard(*rows, edits, last, back(say, Place.ATTRIBUTES)))


async def _find(ctx: Context, visitor: Visitor, attribute_id: int) -> Attribute:
    found = await custom_attributes.everything(ctx, visitor.identity_id)
    one = next((one for one in found if one.id == attribute_id), None)
    if one is None:
        raise Gone
    return one


async def retire(
    query: CallbackQuery, callback_data: AttributeTap, ctx: Context, say: Say, visitor: Visitor
) -> None:
    retired = callback_data.act == "retire"
    await custom_attributes.retire(ctx, visitor.identity_id, callback_data.id, retired=retired)
    await _show(query, ctx, say, visitor, callback_data.id)


async def open_choice(
    query: CallbackQuery, callback_data: AttributeTap, ctx: Context, say: Say, visitor: Visitor
) -> None:
    for one in await custom_attributes.everything(ctx, visitor.identity_id):
        for choice in one.choices:
            if choice.id == callback_data.id:
                turn = "show" if choice.retired else "hide"
                acts = [
                    button(
                        say.label("owner-attribute-rename"),
                        AttributeTap(act="choice", id=choice.id),
                    ),
                    button(say.label(f"owner-{turn}"), AttributeTap(act=turn, id=choice.id)),
                ]
                to_one = button(say.label("button-back"), AttributeTap(act="open", id=one.id))
                text = say("owner-choice", name=one.name, choice=choice.name)
                await show(query, text, keyboard(acts, [to_one]))
                return
    raise Gone


async def retire_choice(
    query: CallbackQuery, callback_data: AttributeTap, ctx: Context, say: Say, visitor: Visitor
) -> None:
    attribute_id = await custom_attributes.change_choice(
        ctx, visitor.identity_id, callback_data.id, retired=callback_data.act == "hide"
    )
    await _show(query, ctx, say, visitor, attribute_id)


async def ask(
    query: CallbackQuery, callback_data: AttributeTap, say: Say, state: FSMContext
) -> None:
    await state.set_state(Attributing.field)
    await state.set_data({"act": callback_data.act, "id": callback_data.id})
    await show(query, say(f"owner-attribute-ask-{callback_data.act}"), keyboard(_cancel(say)))


async def type_field(
    message: Message, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    data, text, by = await state.get_data(), message.text or "", visitor.identity_id
    attribute_id: int = data["id"]
    match data["act"]:
        case "name":
            await custom_attributes.rename(ctx, by, attribute_id, text)
        case "more":
            await custom_attributes.add_choices(ctx, by, attribute_id, text.splitlines())
        case _:
            attribute_id = await custom_attributes.change_choice(ctx, by, data["id"], name=text)
    await state.clear()
    await _show(message, ctx, say, visitor, attribute_id)
