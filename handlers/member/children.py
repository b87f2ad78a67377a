"""Children's birthdays: told by choice, one by one, and taken back one by one."""

from aiogram import Router
from aiogram.filters import StateFilter

from handlers import screens
from handlers.desk import Desk
from handlers.member import fields
from handlers.member.access import STEP, Tapped, Typed
from handlers.member.states import Fields
from handlers.routing import Tap
from services.parsing.birthdays import parse_birthday
from services.parsing.errors import BadBirthday
from services.profiles import children
from services.profiles.children import OLDEST
from services.profiles.errors import BadChildBirthday

OPEN = "my_children"


class Remove(Tap, prefix="my_child"):
    child_id: int


def add_to(router: Router) -> None:
    router.callback_query.register(show, Tapped(OPEN), flags=STEP)
    router.callback_query.register(remove, Remove.filter(), flags=STEP)


def add_steps(router: Router) -> None:
    router.message.register(add, StateFilter(Fields.child), Typed(), flags=STEP)


async def line(desk: Desk) -> str:
    """The children's line of the profile."""
    days = [desk.say.day(child.on) for child in await children.of(desk.ctx, desk.member_id)]
    return fields.field_line(desk.say, desk.say.label("field-children"), "; ".join(days) or None)


async def show(desk: Desk, *, saved: bool = False) -> None:
    """Those that are known, each with a way to remove it; the next message is one more."""
    await desk.state.set_state(Fields.child)
    rows = [
        [
            screens.button(
                desk.say.label("button-child-remove", born=child.on), Remove(child_id=child.id)
            )
        ]
        for child in await children.of(desk.ctx, desk.member_id)
    ]
    parts = [desk.say("profile-saved")] if saved else [desk.say("why-field-children")]
    text = "\n\n".join([*parts, desk.say("ask-child")])
    back = [screens.button(desk.say.label("button-back"), fields.PROFILE)]
    await desk.show(text, screens.keyboard(*rows, back))


async def add(desk: Desk) -> None:
    try:
        birthday = parse_birthday(desk.message.text or "", desk.words.languages)
    except BadBirthday as error:
        raise BadChildBirthday(OLDEST) from error
    await children.add(desk.ctx, desk.member_id, birthday)
    await show(desk, saved=True)


async def remove(desk: Desk, tap: Remove) -> None:
    await children.remove(desk.ctx, desk.member_id, tap.child_id)
    await show(desk)
