"""Help, privacy, cancelling, and an answer to whatever nobody else understands."""

from aiogram import Router
from aiogram.filters import Command, StateFilter
from aiogram.types import Message

from handlers import screens
from handlers.desk import Desk
from handlers.member import joining, leaving
from handlers.member.access import STEP, add_section
from handlers.member.states import FLOWS, Fields
from handlers.menu import Pressed, main_menu

PRIVACY = "my_privacy"


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


async def help_(desk: Desk) -> None:
    await desk.tell(desk.say("help"), main_menu(desk.say, desk.visitor))


async def privacy(desk: Desk) -> None:
    """The stored data, its purpose and its term, with ways to export it or to leave."""
    buttons = screens.keyboard(
        [screens.button(desk.say.label("button-export"), leaving.EXPORT)],
        [screens.button(desk.say.label("button-leave"), leaving.LEAVE)],
    )
    await desk.show(await _privacy(desk), buttons)


async def privacy_for_guests(desk: Desk) -> None:
    await desk.tell(await _privacy(desk))


async def _privacy(desk: Desk) -> str:
    terms = await desk.terms()
    text = desk.say("privacy", shop=terms.shop_name)
    if terms.privacy_contact is None:
        return text
    return "\n\n".join([text, desk.say("privacy-contact", contact=terms.privacy_contact)])


async def cancel(desk: Desk, raw_state: str | None) -> None:
    """`/cancel`: says what was left, if anything was."""
    await desk.state.clear()
    group, _, step = (raw_state or "").partition(":")
    known = {flow.__full_group_name__ for flow in FLOWS}
    key = f"cancelled-{step}" if group in known else "cancelled-nothing"
    await desk.tell(desk.say(key), main_menu(desk.say, desk.visitor))


async def nothing_to_cancel(desk: Desk) -> None:
    await desk.tell(desk.say("cancelled-nothing"), main_menu(desk.say, desk.visitor))


async def text_please(desk: Desk, raw_state: str) -> None:
    """A sticker, a voice or a picture where an answer is awaited: it still is."""
    phone = raw_state == Fields.phone.state
    await desk.tell(desk.say("step-button-please" if phone else "step-text-please"))


async def not_understood(desk: Desk) -> None:
    await desk.tell(desk.say("not-understood"), main_menu(desk.say, desk.visitor))


async def stale(desk: Desk) -> None:
    """A button that no screen draws any more."""
    desk.alert("stale-button")


async def come_in(desk: Desk) -> None:
    """Whatever somebody does who has not joined, this is the way in; staff are at work."""
    wants_card = isinstance(desk.event, Message) and desk.event.text in desk.words.labels(
        "menu-join"
    )
    if isinstance(desk.event, Message) and desk.visitor.role is not None and not wants_card:
        await joining.greet_staff(desk)
        return
    await joining.invite(desk)
