"""What the shop wants to know of its members: attributes with their answers."""

from enum import StrEnum

from aiogram import F, Router
from aiogram.fsm.state import State, StatesGroup

from handlers.desk import Desk
from handlers.owner.shared.navigation import STEP, Go, Place, Typed, back, go, page_of, pages, short
from handlers.routing import Tap
from handlers.screens import BUTTONS, Row, button, in_rows, keyboard
from messengers.words import Say
from services.enums import AttributeKind
from services.errors import Gone
from services.parsing.texts import one_line
from services.surveys import custom_attributes, quizzes
from services.surveys.custom_attributes import NAME_LENGTH, Attribute

CHOICES_LENGTH = 1_000
"""Of all answers on one line."""


class Attributing(StatesGroup):
    new = State()  # a name is typed, and answers under it
    choices = State()  # the answers of a new one are typed
    kind = State()  # a new one is complete but for its kind
    field = State()  # something about one that exists is typed


class AttributeAct(StrEnum):
    MAKE = "make"
    RETIRE = "retire"
    NEW = "new"
    OPEN = "open"
    RESTORE = "restore"
    ANSWER = "answer"
    HIDE = "hide"
    SHOW = "show"
    NAME = "name"
    MORE = "more"
    CHOICE = "choice"


class AttributeTap(Tap, prefix="oat"):
    act: AttributeAct
    id: int = 0  # of an attribute, or of an answer
    kind: AttributeKind | None = None


ASKED = (AttributeAct.NAME, AttributeAct.MORE, AttributeAct.CHOICE)
"""Acts after which something is typed: a new name, more answers, another name of an answer."""


def add_to(router: Router) -> None:
    tap = router.callback_query.register
    tap(every, Go.filter(F.to == Place.ATTRIBUTES))
    tap(new, AttributeTap.on(AttributeAct.NEW))
    tap(make, AttributeTap.on(AttributeAct.MAKE), flags=STEP)
    tap(open_one, AttributeTap.on(AttributeAct.OPEN))
    tap(retire, AttributeTap.on(AttributeAct.RETIRE, AttributeAct.RESTORE))
    tap(open_choice, AttributeTap.on(AttributeAct.ANSWER))
    tap(retire_choice, AttributeTap.on(AttributeAct.HIDE, AttributeAct.SHOW))
    tap(ask, AttributeTap.on(*ASKED))
    router.message.register(type_new, Typed(), Attributing.new, flags=STEP)
    router.message.register(type_choices, Typed(), Attributing.choices, flags=STEP)
    router.message.register(type_field, Typed(), Attributing.field, flags=STEP)


async def every(desk: Desk, tap: Go) -> None:
    found = await custom_attributes.everything(desk.ctx, desk.actor_id)
    rows = [
        [
            button(
                desk.say.label(
                    "owner-attribute-line",
                    name=short(one.name),
                    known=one.known,
                    retired=one.retired,
                ),
                AttributeTap(act=AttributeAct.OPEN, id=one.id),
            )
        ]
        for one in page_of(found, tap.page)
    ]
    add = button(
        desk.say.label("owner-attribute-new"), AttributeTap(act=AttributeAct.NEW), style="primary"
    )
    turn = pages(Place.ATTRIBUTES, tap.page, len(found))
    text = desk.say("owner-attributes", some=bool(found))
    await desk.show(text, keyboard([add], *rows, turn, back(desk.say, Place.GUESTS)))


async def new(desk: Desk) -> None:
    await desk.state.set_state(Attributing.new)
    await desk.show(desk.say("owner-attribute-ask-new"), keyboard(_cancel(desk.say)))


def _cancel(say: Say) -> Row:
    return [go(say, "button-cancel", Place.ATTRIBUTES)]


async def type_new(desk: Desk) -> None:
    name, choices = quizzes.split(desk.message.text or "")
    await desk.state.set_data({"name": one_line(name, most=NAME_LENGTH)})
    if choices:
        await ask_kind(desk, choices)
        return
    await desk.state.set_state(Attributing.choices)
    number = AttributeTap(act=AttributeAct.MAKE, kind=AttributeKind.NUMBER)
    rows = [[button(desk.say.label("owner-kind-number"), number)], _cancel(desk.say)]
    await desk.show(desk.say("owner-ask-choices"), keyboard(*rows))


async def type_choices(desk: Desk) -> None:
    first, others = quizzes.split(desk.message.text or "")
    await ask_kind(desk, (first, *others))


async def ask_kind(desk: Desk, choices: tuple[str, ...]) -> None:
    await desk.state.set_state(Attributing.kind)
    await desk.state.update_data(choices=list(choices))
    kinds = [
        button(desk.say.label(f"owner-kind-{kind}"), AttributeTap(act=AttributeAct.MAKE, kind=kind))
        for kind in (AttributeKind.CHOICE, AttributeKind.SEVERAL)
    ]
    await desk.show(desk.say("owner-ask-kind"), keyboard(kinds, _cancel(desk.say)))


async def make(desk: Desk, tap: AttributeTap) -> None:
    data = await desk.state.get_data()
    if "name" not in data or tap.kind is None:  # a second tap on the same button
        raise Gone
    attribute_id = await custom_attributes.create(
        desk.ctx, desk.actor_id, data["name"], tap.kind, data.get("choices", ())
    )
    await desk.state.clear()
    await _show(desk, attribute_id)


async def open_one(desk: Desk, tap: AttributeTap) -> None:
    await _show(desk, tap.id)


async def _show(desk: Desk, attribute_id: int) -> None:
    one = await _find(desk, attribute_id)
    text = desk.say(
        "owner-attribute",
        name=one.name,
        kind=one.kind,
        known=one.known,
        choices=short(", ".join(choice.name for choice in one.offered), CHOICES_LENGTH),
        retired=one.retired,
    )
    edits = [
        button(
            desk.say.label("owner-attribute-rename"), AttributeTap(act=AttributeAct.NAME, id=one.id)
        )
    ]
    rows: list[Row] = []
    if one.kind is not AttributeKind.NUMBER:
        edits.append(
            button(
                desk.say.label("owner-attribute-more"),
                AttributeTap(act=AttributeAct.MORE, id=one.id),
            )
        )
        answers = [
            button(
                desk.say.label("owner-goods-line", name=short(choice.name), hidden=choice.retired),
                AttributeTap(act=AttributeAct.ANSWER, id=choice.id),
            )
            for choice in sorted(one.choices, key=lambda choice: choice.retired)[:BUTTONS]
        ]
        rows = in_rows(answers, 2)
    turn = AttributeAct.RESTORE if one.retired else AttributeAct.RETIRE
    last = [button(desk.say.label(f"owner-attribute-{turn}"), AttributeTap(act=turn, id=one.id))]
    await desk.show(text, keyboard(*rows, edits, last, back(desk.say, Place.ATTRIBUTES)))


async def _find(desk: Desk, attribute_id: int) -> Attribute:
    found = await custom_attributes.everything(desk.ctx, desk.actor_id)
    one = next((one for one in found if one.id == attribute_id), None)
    if one is None:
        raise Gone
    return one


async def retire(desk: Desk, tap: AttributeTap) -> None:
    retired = tap.act == AttributeAct.RETIRE
    await custom_attributes.retire(desk.ctx, desk.actor_id, tap.id, retired=retired)
    await _show(desk, tap.id)


async def open_choice(desk: Desk, tap: AttributeTap) -> None:
    for one in await custom_attributes.everything(desk.ctx, desk.actor_id):
        for choice in one.choices:
            if choice.id == tap.id:
                turn = AttributeAct.SHOW if choice.retired else AttributeAct.HIDE
                acts = [
                    button(
                        desk.say.label("owner-attribute-rename"),
                        AttributeTap(act=AttributeAct.CHOICE, id=choice.id),
                    ),
                    button(desk.say.label(f"owner-{turn}"), AttributeTap(act=turn, id=choice.id)),
                ]
                to_one = button(
                    desk.say.label("button-back"), AttributeTap(act=AttributeAct.OPEN, id=one.id)
                )
                text = desk.say("owner-choice", name=one.name, choice=choice.name)
                await desk.show(text, keyboard(acts, [to_one]))
                return
    raise Gone


async def retire_choice(desk: Desk, tap: AttributeTap) -> None:
    attribute_id = await custom_attributes.change_choice(
        desk.ctx, desk.actor_id, tap.id, retired=tap.act == AttributeAct.HIDE
    )
    await _show(desk, attribute_id)


async def ask(desk: Desk, tap: AttributeTap) -> None:
    await desk.state.set_state(Attributing.field)
    await desk.state.set_data({"act": tap.act, "id": tap.id})
    await desk.show(desk.say(f"owner-attribute-ask-{tap.act}"), keyboard(_cancel(desk.say)))


async def type_field(desk: Desk) -> None:
    data, text, by = await desk.state.get_data(), desk.message.text or "", desk.actor_id
    attribute_id: int = data["id"]
    match data["act"]:
        case AttributeAct.NAME:
            await custom_attributes.rename(desk.ctx, by, attribute_id, text)
        case AttributeAct.MORE:
            await custom_attributes.add_choices(desk.ctx, by, attribute_id, text.splitlines())
        case _:
            attribute_id = await custom_attributes.change_choice(
                desk.ctx, by, data["id"], name=text
            )
    await desk.state.clear()
    await _show(desk, attribute_id)
