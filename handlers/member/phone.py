"""The phone: only one's own, and only as Telegram vouches for it."""

from aiogram import Router
from aiogram.filters import Filter, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, KeyboardButton, Message, ReplyKeyboardMarkup

from handlers.member.access import STEP, Tapped
from handlers.member.states import Fields
from handlers.menu import Pressed, main_menu
from messengers.words import Say
from services.context import Context
from services.profiles import profiles
from services.staff.identities import Visitor

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


async def ask(query: CallbackQuery, say: Say, state: FSMContext) -> None:
    """Put a button under the chat that sends the member's own number."""
    await state.set_state(Fields.phone)
    keyboard = ReplyKeyboardMarkup(
        keyboard=[
            [KeyboardButton(text=say.label("button-share-phone"), request_contact=True)],
            [KeyboardButton(text=say.label("button-cancel"))],
        ],
        resize_keyboard=True,
    )
    text = "\n\n".join([say("why-field-phone"), say("phone-share")])
    if query.bot is not None:
        await query.bot.send_message(query.from_user.id, text, reply_markup=keyboard)


async def take(
    message: Message,
    ctx: Context,
    member_id: int,
    say: Say,
    visitor: Visitor,
    state: FSMContext,
) -> None:
    contact = message.contact
    if contact is None:
        return
    await profiles.set_phone(
        ctx,
        member_id,
        contact.phone_number,
        contact_owner=contact.user_id,
        sender=visitor.external_id,
    )
    await state.clear()
    await message.answer(say("phone-saved"), reply_markup=main_menu(say, visitor))


async def leave(message: Message, say: Say, visitor: Visitor, state: FSMContext) -> None:
    await state.clear()
    await message.answer(say("cancelled-phone"), reply_markup=main_menu(say, visitor))
