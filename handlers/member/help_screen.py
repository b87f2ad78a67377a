"""Help, privacy, cancelling, and an answer to whatever nobody else understands."""

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers import screens
from handlers.callback_middleware import Tap
from handlers.member import joining, leaving
from handlers.member.access import STEP, add_section
from handlers.member.states import Fields, Giving, Judging, Quizzing, Telling
from handlers.menu import Pressed, main_menu
from messengers.words import Say, Words
from services import programme
from services.context import Context
from services.staff.identities import Visitor

PRIVACY = "my_privacy"
FLOWS = (Fields, Giving, Telling, Quizzing, Judging)


def add_for_all(router: Router) -> None:
    router.message.register(help_, Command("help"))
    router.message.register(help_, Pressed("menu-help"))


def add_for_guests(router: Router) -> None:
    router.message.register(privacy_for_guests, Command("privacy"))
    router.message.register(nothing_to_cancel, Command("cancel"))


def add_for_members(router: Router) -> None:
    add_section(router, privacy, "privacy", data=PRIVACY)
    router.message.register(cancel, Command("cancel"), flags=STEP)


def add_last_for_members(router: Router) -> None:
    router.message.register(text_please, StateFilter(*FLOWS), flags=STEP)
    router.message.register(not_understood)
    router.callback_query.register(stale)


def add_last_for_guests(router: Router) -> None:
    router.message.register(come_in)
    router.callback_query.register(come_in)


async def help_(message: Message, say: Say, visitor: Visitor) -> None:
    await message.answer(say("help"), reply_markup=main_menu(say, visitor))


async def privacy(event: Message | CallbackQuery, ctx: Context, say: Say) -> None:
    """What is kept, why and for how long, and the way to take it away or have it forgotten."""
    buttons = screens.keyboard(
        [screens.button(say.label("button-export"), leaving.EXPORT)],
        [screens.button(say.label("button-leave"), leaving.LEAVE)],
    )
    await screens.show(event, await _privacy(ctx, say), buttons)


async def privacy_for_guests(message: Message, ctx: Context, say: Say) -> None:
    await message.answer(await _privacy(ctx, say))


async def _privacy(ctx: Context, say: Say) -> str:
    terms = await programme.current(ctx)
    text = say("privacy", shop=terms.shop_name)
    if terms.privacy_contact is None:
        return text
    return "\n\n".join([text, say("privacy-contact", contact=terms.privacy_contact)])


async def cancel(
    message: Message, say: Say, visitor: Visitor, state: FSMContext, raw_state: str | None
) -> None:
    """`/cancel`: says what was left, if anything was."""
    await state.clear()
    group, _, step = (raw_state or "").partition(":")
    known = {flow.__full_group_name__ for flow in FLOWS}
    key = f"cancelled-{step}" if group in known else "cancelled-nothing"
    await message.answer(say(key), reply_markup=main_menu(say, visitor))


async def nothing_to_cancel(message: Message, say: Say, visitor: Visitor) -> None:
    await message.answer(say("cancelled-nothing"), reply_markup=main_menu(say, visitor))


async def text_please(message: Message, say: Say, raw_state: str) -> None:
    """A sticker, a voice or a picture where an answer is awaited: it still is."""
    phone = raw_state == Fields.phone.state
    await message.answer(say("step-button-please" if phone else "step-text-please"))


async def not_understood(message: Message, say: Say, visitor: Visitor) -> None:
    await message.answer(say("not-understood"), reply_markup=main_menu(say, visitor))


async def stale(_: CallbackQuery, tap: Tap, say: Say) -> None:
    """A button that no screen draws any more."""
    tap.alert(say.label("stale-button"))


async def come_in(
    event: Message | CallbackQuery, ctx: Context, say: Say, words: Words, visitor: Visitor
) -> None:
    """Whatever somebody does who has not joined, this is the way in; staff are at work."""
    wants_card = isinstance(event, Message) and event.text in words.labels("menu-join")
    if isinstance(event, Message) and visitor.role is not None and not wants_card:
        await joining.greet_staff(event, say, visitor)
        return
    await joining.invite(event, ctx, say, words, visitor)
