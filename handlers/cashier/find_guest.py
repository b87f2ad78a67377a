"""Finding a guest: by the camera's link, a photo of the QR, six digits, a phone, a voucher or a
coupon.
"""

from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import CommandObject

from handlers.cashier import vouchers
from handlers.cashier.guest import receive
from handlers.cashier.typed_lookup import Sought, Typed, read_typed
from handlers.desk import Desk
from messengers import scanning
from messengers.links import Link, LinkKind, read_payload
from services.checkout import customers, shown_coupons, typed_codes
from services.checkout.customers import Customer
from services.checkout.shown_coupons import Presented
from services.staff.errors import LinkUnknown

OURS = (LinkKind.CARD, LinkKind.VOUCHER, LinkKind.COUPON)
"""The links that lead to somebody's screen at the till."""


async def by_link(desk: Desk, command: CommandObject) -> None:
    """The phone's camera opened the link in a QR code."""
    await desk.state.clear()
    link = read_payload(command.args or "")
    if link is None:
        raise LinkUnknown
    await _follow(link, desk)


async def by_picture(desk: Desk) -> None:
    await desk.state.clear()
    link = await link_in(desk)
    if link is not None:
        await _follow(link, desk)


async def link_in(desk: Desk) -> Link | None:
    """The link in a photo of a screen or an image file; of several, the first of ours counts.

    Without one, says so.
    """
    try:
        texts = await scanning.scan(desk.bot, desk.message)
    except scanning.PictureTooLarge:
        await desk.tell(desk.say("scan-too-large"))
        return None
    found = (desk.links.read(text) for text in texts)
    link = next((link for link in found if link and link.kind in OURS), None)
    if link is None:
        await desk.tell(desk.say("scan-foreign" if texts else "scan-nothing"))
    return link


async def _follow(link: Link, desk: Desk) -> None:
    match link.kind:
        case LinkKind.VOUCHER:
            await vouchers.scanned(desk, link.value)
        case LinkKind.COUPON:
            await _receive_with(desk, await shown_coupons.look(desk.ctx, desk.actor_id, link.value))
        case _:
            await receive(desk, await customers.by_token(desk.ctx, desk.actor_id, link.value))


async def _receive_with(desk: Desk, presented: Presented) -> None:
    await receive(desk, presented.customer, presented.coupon)


async def by_typing(desk: Desk) -> None:
    """Six digits, a phone, a voucher's or a coupon's code; anything else is for other rooms."""
    sought = read_typed(desk.message.text or "")
    if sought is None:
        raise SkipHandler
    if sought.kind is Typed.DIGITS:
        await desk.tell(desk.say("till-whose"))
        return
    await _seek(sought, desk)


async def by_typing_another(desk: Desk) -> None:
    """While a guest is open, only what can't be an amount leads to another."""
    sought = read_typed(desk.message.text or "")
    if sought is None or not sought.sure:
        raise SkipHandler
    await desk.state.clear()
    await _seek(sought, desk)


async def _seek(sought: Sought, desk: Desk) -> None:
    if sought.kind is Typed.TICKET:
        found = await typed_codes.find(desk.ctx, desk.actor_id, sought.text)
        if isinstance(found, Presented):
            await _receive_with(desk, found)
        else:
            await vouchers.present(desk, found)
    elif (customer := await whose(sought, desk)) is not None:
        await receive(desk, customer)


async def whose(sought: Sought, desk: Desk) -> Customer | None:
    """The member with this code or phone; None if the text is neither."""
    if sought.kind is Typed.CODE:
        return await customers.by_code(desk.ctx, desk.actor_id, sought.text)
    if sought.kind is Typed.PHONE:
        return await customers.by_phone(desk.ctx, desk.actor_id, sought.text)
    return None
