"""Finding a guest: by the camera's link, a photo of the QR, six digits, a phone or a voucher."""

from aiogram import Bot
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import CommandObject
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.cashier.buttons import Accept, Serve, ToTill
from handlers.cashier.choices import short
from handlers.cashier.guest import receive
from handlers.cashier.typed import Sought, Typed, read_typed
from handlers.screens import button, keyboard, show
from messengers import scanning
from messengers.links import Link, LinkKind, Links, read_payload
from messengers.words import Say
from services import cards, errors, vouchers
from services.context import Context
from services.people import Visitor


async def by_link(
    _message: Message,
    command: CommandObject,
    bot: Bot,
    ctx: Context,
    say: Say,
    visitor: Visitor,
    state: FSMContext,
) -> None:
    """The phone's camera opened the link in a QR code."""
    await state.clear()
    link = read_payload(command.args or "")
    if link is None:
        raise errors.LinkUnknown
    await _follow(link, bot, ctx, say, visitor, state)


async def by_picture(
    message: Message,
    bot: Bot,
    ctx: Context,
    say: Say,
    links: Links,
    visitor: Visitor,
    state: FSMContext,
) -> None:
    """A photo of a screen, or an image file; of several codes in it, the first of ours counts."""
    await state.clear()
    try:
        texts = await scanning.scan(bot, message)
    except scanning.PictureTooLarge:
        await message.answer(say("scan-too-large"))
        return
    found = (links.read(text) for text in texts)
    link = next((link for link in found if link and link.kind in FOUND), None)
    if link is None:
        await message.answer(say("scan-foreign") if texts else say("scan-nothing"))
        return
    await _follow(link, bot, ctx, say, visitor, state)


async def by_typing(
    message: Message,
    bot: Bot,
    ctx: Context,
    say: Say,
    region: str,
    visitor: Visitor,
    state: FSMContext,
) -> None:
    """A card's six digits, a phone or a voucher's code; anything else is for other rooms."""
    sought = read_typed(message.text or "")
    if sought is None:
        raise SkipHandler
    if sought.kind is Typed.DIGITS:
        await message.answer(say("till-whose"))
        return
    await _seek(sought, bot, ctx, say, region, visitor, state)


async def by_typing_another(
    message: Message,
    bot: Bot,
    ctx: Context,
    say: Say,
    region: str,
    visitor: Visitor,
    state: FSMContext,
) -> None:
    """While a guest is open, only what can't be an amount leads to another."""
    sought = read_typed(message.text or "")
    if sought is None or not sought.sure:
        raise SkipHandler
    await state.clear()
    await _seek(sought, bot, ctx, say, region, visitor, state)


async def _seek(
    sought: Sought,
    bot: Bot,
    ctx: Context,
    say: Say,
    region: str,
    visitor: Visitor,
    state: FSMContext,
) -> None:
    by = visitor.identity_id
    if sought.kind is Typed.VOUCHER:
        await _show_voucher(bot, ctx, say, visitor, sought.text)
    elif sought.kind is Typed.CODE:
        customer = await cards.by_code(ctx, by, sought.text)
        await receive(bot, ctx, say, visitor, state, customer)
    else:
        customer = await cards.by_phone(ctx, by, sought.text, region)
        await receive(bot, ctx, say, visitor, state, customer)


FOUND = (LinkKind.CARD, LinkKind.VOUCHER)
"""The links that lead to somebody's screen at the till."""


async def _follow(
    link: Link, bot: Bot, ctx: Context, say: Say, visitor: Visitor, state: FSMContext
) -> None:
    if link.kind is LinkKind.VOUCHER:
        await _show_voucher(bot, ctx, say, visitor, link.value)
        return
    customer = await cards.by_token(ctx, visitor.identity_id, link.value)
    await receive(bot, ctx, say, visitor, state, customer)


async def _show_voucher(
    bot: Bot, ctx: Context, say: Say, visitor: Visitor, token_or_code: str
) -> None:
    ticket = await vouchers.look(ctx, visitor.identity_id, token_or_code)
    if ticket.member_id == visitor.member_id:
        raise errors.OwnCard
    text = say(
        "voucher-screen",
        title=ticket.title,
        name=ticket.member_name,
        code=ticket.code,
        until=ticket.expires_at,
    )
    buttons = keyboard(
        [button(say.label("voucher-accept"), Accept(voucher=ticket.id), style="success")],
        [button(say.label("till-not-this-guest"), ToTill())],
    )
    await bot.send_message(visitor.external_id, text, reply_markup=buttons)


async def accept(
    query: CallbackQuery, callback_data: Accept, ctx: Context, say: Say, visitor: Visitor
) -> None:
    ticket = await vouchers.accept(ctx, visitor.identity_id, callback_data.voucher)
    again = say.label("till-serve", name=short(ticket.member_name))
    await show(
        query,
        say("voucher-done", title=ticket.title, name=ticket.member_name),
        keyboard([button(again, Serve(member=ticket.member_id))]),
    )
