"""Custom attributes and their choices."""

from functools import partial

from aiogram import F, Router
from aiogram.fsm.state import State, StatesGroup

from handlers.desk import Desk
from handlers.owner.shared.fields import Asked, Chip, Draft, Field, Values, text_by
from handlers.owner.shared.form import Act, Form, FormTap
from handlers.owner.shared.listing import Listing
from handlers.owner.shared.navigation import SENTENCE_LENGTH, Go, Place, back, go, short
from handlers.screens import BUTTONS, Row, button, in_rows, keyboard
from messengers.words import Say
from services.enums import AttributeKind
from services.errors import Gone
from services.parsing.texts import one_line
from services.surveys import custom_attributes, quizzes
from services.surveys.custom_attributes import NAME_LENGTH, Attribute, Choice

CHOICES_LENGTH = 1_000
"""Of all answers on one line."""


class AttributeForm(StatesGroup):
    field = State()  # something about an attribute is typed or chosen
    choice = State()  # an answer's name is typed


class AttributeTap(FormTap, prefix="oat"):
    pass


class ChoiceTap(FormTap, prefix="oac"):
    pass


def add_to(router: Router) -> None:
    router.callback_query.register(every, Go.filter(F.to == Place.ATTRIBUTES))
    router.callback_query.register(open_choice, ChoiceTap.on(Act.OPEN))
    form.add_to(router)
    choice_form.add_to(router)


async def every(desk: Desk, tap: Go) -> None:
    await listing.draw(desk, tap.page)


def _line(desk: Desk, one: Attribute) -> str:
    return desk.say.label(
        "owner-attribute-line", name=short(one.name), known=one.known, retired=one.retired
    )


async def _attribute(desk: Desk, attribute_id: int) -> None:
    found = await custom_attributes.everything(desk.ctx, desk.actor_id)
    one = next((one for one in found if one.id == attribute_id), None)
    if one is None:
        raise Gone
    await _draw(desk, one)


async def _draw(desk: Desk, one: Attribute) -> None:
    text = desk.say(
        "owner-attribute",
        name=one.name,
        kind=one.kind,
        known=one.known,
        choices=short(", ".join(choice.name for choice in one.offered), CHOICES_LENGTH),
        retired=one.retired,
    )
    answers = [
        button(
            desk.say.label("owner-goods-line", name=short(choice.name), hidden=choice.retired),
            choice_form.to(Act.OPEN, choice.id),
        )
        for choice in sorted(one.choices, key=lambda choice: choice.retired)[:BUTTONS]
    ]
    names = ("name",) if one.kind is AttributeKind.NUMBER else ("name", "more")
    edits = form.edits(desk.say, one.id, *names)
    turn, act = ("restore", Act.SHOW) if one.retired else ("retire", Act.HIDE)
    last = [button(desk.say.label(f"owner-attribute-{turn}"), form.to(act, one.id))]
    rows = (*in_rows(answers, 2), edits, last, back(desk.say, Place.ATTRIBUTES))
    await desk.show(text, keyboard(*rows))


async def open_choice(desk: Desk, tap: ChoiceTap) -> None:
    one, choice = await _with_choice(desk, tap.thing_id)
    rename = choice_form.to(Act.EDIT, choice.id, "name")
    acts = [
        button(desk.say.label("owner-attribute-name"), rename),
        choice_form.hiding(desk.say, choice.id, hidden=choice.retired),
    ]
    to_one = [button(desk.say.label("button-back"), form.to(Act.OPEN, one.id))]
    text = desk.say("owner-choice", name=one.name, choice=choice.name)
    await desk.show(text, keyboard(acts, to_one))


async def _with_choice(desk: Desk, choice_id: int) -> tuple[Attribute, Choice]:
    for one in await custom_attributes.everything(desk.ctx, desk.actor_id):
        for choice in one.choices:
            if choice.id == choice_id:
                return one, choice
    raise Gone


async def _of_choice(desk: Desk, choice_id: int) -> None:
    """Once an answer is changed, its attribute with all answers is shown."""
    one, _ = await _with_choice(desk, choice_id)
    await _draw(desk, one)


def _name_and_choices(_: Asked, text: str) -> Values:
    name, choices = quizzes.split(text)
    values: Values = {"name": one_line(name, most=NAME_LENGTH)}
    return {**values, "choices": choices} if choices else values


def _choices(_: Asked, text: str) -> list[str]:
    first, others = quizzes.split(text)
    return [first, *others]


async def _ask_choices(asked: Asked) -> str:
    return asked.say("owner-ask-choices")


async def _number(asked: Asked) -> list[Chip]:
    kind = AttributeKind.NUMBER
    label = asked.say.label("owner-kind-number")
    return [Chip(label, kind, {"choices": (), "kind": kind})]


async def _ask_kind(asked: Asked) -> str:
    return asked.say("owner-ask-kind")


async def _add(desk: Desk, values: Values) -> int:
    return await custom_attributes.create(
        desk.ctx, desk.actor_id, values["name"], AttributeKind(values["kind"]), values["choices"]
    )


async def _change(desk: Desk, attribute_id: int, values: Values) -> None:
    match values:
        case {"name": name}:
            await custom_attributes.rename(desk.ctx, desk.actor_id, attribute_id, name)
        case {"more": names}:
            await custom_attributes.add_choices(desk.ctx, desk.actor_id, attribute_id, names)
        case _:  # a new one only is asked for the rest
            raise Gone


async def _change_choice(desk: Desk, choice_id: int, values: Values) -> None:
    await custom_attributes.change_choice(desk.ctx, desk.actor_id, choice_id, **values)


async def _hide_choice(desk: Desk, choice_id: int, hidden: bool) -> None:
    await custom_attributes.change_choice(desk.ctx, desk.actor_id, choice_id, retired=hidden)


def _cancel(say: Say, _: Draft) -> Row:
    return [go(say, "button-cancel", Place.ATTRIBUTES)]


_name = Field("name", text_by(partial(one_line, most=NAME_LENGTH)))

form = Form(
    name="attribute",
    tap=AttributeTap,
    asking=AttributeForm.field,
    fields=(
        Field("new", _name_and_choices),
        Field("choices", _choices, _number, question=_ask_choices),
        Field(
            "kind",
            chips=(AttributeKind.CHOICE, AttributeKind.SEVERAL),
            label=lambda asked, kind: asked.say.label(f"owner-kind-{kind}"),
            question=_ask_kind,
        ),
        _name,
        Field("more", text_by(str.splitlines)),
    ),
    steps=("new", "choices", "kind"),
    add=_add,
    change=_change,
    hide=lambda desk, one, hidden: custom_attributes.retire(
        desk.ctx, desk.actor_id, one, retired=hidden
    ),
    show=_attribute,
    out=_cancel,
)

choice_form = Form(
    name="choice",
    tap=ChoiceTap,
    asking=AttributeForm.choice,
    fields=(_name,),
    change=_change_choice,
    hide=_hide_choice,
    show=_of_choice,
    out=_cancel,
)

listing: Listing[Attribute] = Listing(
    items=lambda desk: custom_attributes.everything(desk.ctx, desk.actor_id),
    text=lambda desk, found: desk.say("owner-attributes", some=bool(found)),
    above=lambda desk: [form.new(desk.say)],
    label=_line,
    most=SENTENCE_LENGTH,
    tap=lambda one: form.to(Act.OPEN, one.id),
    page=lambda page: Go(to=Place.ATTRIBUTES, page=page),
    back=lambda desk: back(desk.say, Place.GUESTS),
)
