"""Children's birthdays: told by choice, one by one, and taken back one by one."""

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers import screens
from handlers.member import fields
from handlers.member.access import STEP, Tapped, Typed
from handlers.member.states import Fields
from messengers.words import Say, Words
from services.context import Context
from services.parsing.birthdays import parse_birthday
from services.parsing.errors import BadBirthday
from services.profiles import children
from services.profiles.children import OLDEST
from services.profiles.errors import BadChildBirthday

OPEN = "my_children"


class Remove(CallbackData, prefix="my_child"):
    child_id: int


def add_to(router: Router) -> None:
    router.callback_query.register(show, Tapped(OPEN), flags=STEP)
    router.callback_query.register(remove, Remove.filter(), flags=STEP)


def add_steps(router: Router) -> None:
    router.message.register(add, StateFilter(Fields.child), Typed(), flags=STEP)


async def line(ctx: Context, member_id: int, say: Say) -> str:
    """What the profile says of them."""
    days = [say.day(child.on) for child in await children.of(ctx, member_id)]
    return fields.field_line(say, say.label("field-children"), "; ".join(days) or None)


async def show(
    event: Message | CallbackQuery,
    ctx: Context,
    member_id: int,
    say: Say,
    state: FSMContext,
    *,
    saved: bool = False,
) -> None:
    """Those that are known, each with a way to remove it; the next message is one more."""
    await state.set_state(Fields.child)
    rows = [
        [screens.button(say.label("button-child-remove", born=child.on), Remove(child_id=child.id))]
        for child in await children.of(ctx, member_id)
    ]
    parts = [say("profile-saved")] if saved else [say("why-field-children")]
    text = "\n\n".join([*parts, say("ask-child")])
    back = [screens.button(say.label("button-back"), fields.PROFILE)]
    await screens.show(event, text, screens.keyboard(*rows, back))


async def add(
    message: Message, ctx: Context, member_id: int, say: Say, words: Words, state: FSMContext
) -> None:
    try:
        birthday = parse_birthday(message.text or "", words.languages)
    except BadBirthday as error:
        raise BadChildBirthday(OLDEST) from error
    await children.add(ctx, member_id, birthday)
    await show(message, ctx, member_id, say, state, saved=True)


async def remove(
    query: CallbackQuery,
    callback_data: Remove,
    ctx: Context,
    member_id: int,
    say: Say,
    state: FSMContext,
) -> None:
    await children.remove(ctx, member_id, callback_data.child_id)
    await show(query, ctx, member_id, say, state)
