"""Custom attributes in the profile, like pets or sizes: shown, changed and removed."""

from collections.abc import Sequence

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.types import InlineKeyboardButton

from handlers import quiz_words, screens
from handlers.desk import Desk
from handlers.member import fields
from handlers.member.access import STEP, Typed
from handlers.member.states import Telling
from handlers.routing import Tap
from messengers.words import Say
from services.enums import AttributeKind
from services.errors import Gone
from services.parsing.numbers import parse_whole
from services.surveys import attribute_answers, custom_attributes
from services.surveys.attribute_answers import Known, Told
from services.surveys.custom_attributes import NUMBERS

MOST = 40
"""Attributes in the profile, which is one message; by hand no more than 30 are asked at a time."""

VALUE_LENGTH = 60
VALUES_LENGTH = 1_000
"""Of one answer in the profile, and of all of them: the more there are, the shorter each."""


class Open(Tap, prefix="my_known"):
    attribute_id: int


class Choose(Tap, prefix="my_known_set"):
    attribute_id: int
    choice_id: int


class Forget(Tap, prefix="my_known_blank"):
    attribute_id: int


def add_to(router: Router) -> None:
    router.callback_query.register(show, Open.filter())
    router.callback_query.register(choose, Choose.filter())
    router.callback_query.register(forget, Forget.filter())


def add_steps(router: Router) -> None:
    router.message.register(type_number, StateFilter(Telling.number), Typed(), flags=STEP)


async def every(desk: Desk) -> list[Known]:
    """Attributes that can be answered, then given answers to retired ones."""
    told = {
        one.attribute.id: one for one in await attribute_answers.values_of(desk.ctx, desk.member_id)
    }
    asked = [one for one in await custom_attributes.offered(desk.ctx) if one.id not in told]
    both = [*told.values(), *(Known(attribute, Told()) for attribute in asked)]
    return sorted(both, key=lambda one: (one.attribute.retired, one.attribute.id))


def buttons(told: Sequence[Known]) -> list[InlineKeyboardButton]:
    return [
        screens.button(screens.short(one.attribute.name), Open(attribute_id=one.attribute.id))
        for one in told
    ]


def lines(say: Say, told: Sequence[Known]) -> list[str]:
    most = min(VALUE_LENGTH, VALUES_LENGTH // max(len(told), 1))
    return [_line(say, one, most) for one in told]


def _line(say: Say, one: Known, most: int = VALUES_LENGTH) -> str:
    value = _value(one)
    name = screens.short(one.attribute.name)
    return fields.field_line(say, name, value and screens.short(value, most))


def _value(one: Known) -> str | None:
    if one.told.number is not None:
        return str(one.told.number)
    return ", ".join(choice.name for choice in one.chosen) or None


async def show(desk: Desk, tap: Open) -> None:
    await _show(desk, tap.attribute_id)


async def _show(desk: Desk, attribute_id: int) -> None:
    one = next((one for one in await every(desk) if one.attribute.id == attribute_id), None)
    if one is None:
        raise Gone
    attribute = one.attribute
    parts = [desk.say("why-known"), _line(desk.say, one)]
    rows: list[screens.Row] = []
    if not attribute.askable:
        parts.append(desk.say("known-retired"))
    elif attribute.kind is AttributeKind.NUMBER:
        await desk.state.set_state(Telling.number)
        await desk.state.set_data({"attribute": attribute.id})
        parts.append(desk.say("ask-number"))
    else:
        parts.append(desk.say("ask-choice", several=attribute.kind is AttributeKind.SEVERAL))
        rows = quiz_words.chips(
            desk.say,
            attribute,
            lambda choice_id: Choose(attribute_id=attribute.id, choice_id=choice_id),
            one.told.choices,
        )
    if one.told:
        forget_it = Forget(attribute_id=attribute.id)
        rows.append([screens.button(desk.say.label("button-remove"), forget_it)])
    rows.append([screens.button(desk.say.label("button-back"), fields.PROFILE)])
    await desk.show("\n\n".join(parts), screens.keyboard(*rows))


async def choose(desk: Desk, tap: Choose) -> None:
    """One of several is ticked or not; the only one is set, however often it is tapped."""
    attribute_id, choice_id = tap.attribute_id, tap.choice_id
    await attribute_answers.choose(desk.ctx, desk.member_id, attribute_id, choice_id)
    await _show(desk, attribute_id)


async def forget(desk: Desk, tap: Forget) -> None:
    await attribute_answers.forget(desk.ctx, desk.member_id, tap.attribute_id)
    if tap.attribute_id in {one.id for one in await custom_attributes.offered(desk.ctx)}:
        await _show(desk, tap.attribute_id)
        return
    back = screens.keyboard([screens.button(desk.say.label("button-back"), fields.PROFILE)])
    await desk.show(desk.say("profile-saved"), back)


async def type_number(desk: Desk) -> None:
    number = parse_whole(desk.message.text or "", least=NUMBERS.least, most=NUMBERS.most)
    attribute_id = (await desk.state.get_data())["attribute"]
    await attribute_answers.answer(desk.ctx, desk.member_id, attribute_id, Told(number=number))
    await desk.state.clear()
    back = screens.keyboard([screens.button(desk.say.label("button-back"), fields.PROFILE)])
    await desk.tell(desk.say("profile-saved"), back)
