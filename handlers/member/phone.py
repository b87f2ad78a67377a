"""The phone: only one's own, and only as Telegram vouches for it."""

from aiogram import Router
from aiogram.filters import Filter, StateFilter
from aiogram.types import KeyboardButton, Message, ReplyKeyboardMarkup

from handlers.desk import Desk
from handlers.member.access import STEP, Tapped
from handlers.member.states import Fields
from handlers.menu import Pressed, main_menu
from services.profiles import profiles

ASK = "my_phone"


class Shared(Filter):
    """The message is a contact."""

    async def __call__(self, message: Message) -> bool:
        return message.contact is not None


def add_to(router: Router) -> None:
    router.callback_query.register(ask, Tapped(ASK))


def add_steps(router: Router) -> None:
    here = StateFilter(Fields.phone)
    router.message.register(take, here, Shared(), flags=STEP)
    router.message.register(leave, here, Pressed("button-cancel"), flags=STEP)


async def ask(desk: Desk) -> None:
    """Put a button under the chat that sends the member's own number."""
    await desk.state.set_state(Fields.phone)
    keyboard = ReplyKeyboardMarkup(
        keyboard=[
            [KeyboardButton(text=desk.say.label("button-share-phone"), request_contact=True)],
            [KeyboardButton(text=desk.say.label("button-cancel"))],
        ],
        resize_keyboard=True,
    )
    text = "\n\n".join([desk.say("why-field-phone"), desk.say("phone-share")])
    if desk.bot is not None:
        await desk.bot.send_message(desk.chat_id, text, reply_markup=keyboard)


async def take(desk: Desk) -> None:
    contact = desk.message.contact
    if contact is None:
        return
    await profiles.set_phone(
        desk.ctx,
        desk.member_id,
        contact.phone_number,
        contact_owner=contact.user_id,
        sender=desk.chat_id,
    )
    await desk.state.clear()
    await desk.tell(desk.say("phone-saved"), main_menu(desk.say, desk.visitor))


async def leave(desk: Desk) -> None:
    await desk.state.clear()
    await desk.tell(desk.say("cancelled-phone"), main_menu(desk.say, desk.visitor))
