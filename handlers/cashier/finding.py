"""Finding a guest: by the camera's link, a photo of the QR, six digits, a phone or a voucher."""

from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import CommandObject
from aiogram.types import Message

from handlers.cashier import vouchers
from handlers.cashier.desk import Desk
from handlers.cashier.guest import receive
from handlers.cashier.typed import Sought, Typed, read_typed
from messengers import scanning
from messengers.links import Link, LinkKind, Links, read_payload
from services import cards, errors

OURS = (LinkKind.CARD, LinkKind.VOUCHER)
"""The links that lead to somebody's screen at the till."""


async def by_link(_message: Message, command: CommandObject, desk: Desk) -> None:
    """The phone's camera opened the link in a QR code."""
    await desk.state.clear()
    link = read_payload(command.args or "")
    if link is None:
        raise errors.LinkUnknown
    await _follow(link, desk)


async def by_picture(message: Message, desk: Desk, links: Links) -> None:
    """A photo of a screen, or an image file; of several codes in it, the first of ours counts."""
    await desk.state.clear()
    try:
        texts = await scanning.scan(desk.bot, message)
    except scanning.PictureTooLarge:
        await message.answer(desk.say("scan-too-large"))
        return
    found = (links.read(text) for text in texts)
    link = next((link for link in found if link and link.kind in OURS), None)
    if link is None:
        await message.answer(desk.say("scan-foreign" if texts else "scan-nothing"))
        return
    await _follow(link, desk)


async def _follow(link: Link, desk: Desk) -> None:
    if link.kind is LinkKind.VOUCHER:
        await vouchers.present(desk, link.value)
    else:
        await receive(desk, await cards.by_token(desk.ctx, desk.by, link.value))


async def by_typing(message: Message, desk: Desk) -> None:
    """A card's six digits, a phone or a voucher's code; anything else is for other rooms."""
    sought = read_typed(message.text or "")
    if sought is None:
        raise SkipHandler
    if sought.kind is Typed.DIGITS:
        await message.answer(desk.say("till-whose"))
        return
    await _seek(sought, desk)


async def by_typing_another(message: Message, desk: Desk) -> None:
    """While a guest is open, only what can't be an amount leads to another."""
    sought = read_typed(message.text or "")
    if sought is None or not sought.sure:
        raise SkipHandler
    await desk.state.clear()
    await _seek(sought, desk)


async def _seek(sought: Sought, desk: Desk) -> None:
    if sought.kind is Typed.VOUCHER:
        await vouchers.present(desk, sought.text)
    elif sought.kind is Typed.CODE:
        await receive(desk, await cards.by_code(desk.ctx, desk.by, sought.text))
    else:
        await receive(desk, await cards.by_phone(desk.ctx, desk.by, sought.text))
