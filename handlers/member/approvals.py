"""A cashier asks to spend points; the member says yes, no, or "not me"."""

from aiogram import Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery

from handlers import screens
from handlers.member.access import STEP
from messengers.words import Say
from services.checkout import redemptions
from services.checkout.errors import AlreadyResolved
from services.context import Context


class Approve(CallbackData, prefix="approve"):
    id: int


class Refuse(CallbackData, prefix="refuse"):
    id: int


class NotMe(CallbackData, prefix="notme"):
    id: int


def add_to(router: Router) -> None:
    router.callback_query.register(approve, Approve.filter(), flags=STEP)
    router.callback_query.register(refuse, Refuse.filter(), flags=STEP)
    router.callback_query.register(not_me, NotMe.filter(), flags=STEP)


async def approve(
    query: CallbackQuery, callback_data: Approve, ctx: Context, member_id: int, say: Say
) -> None:
    """One tap; the question turns into the receipt. A second tap shows the same."""
    try:
        receipt = await redemptions.approve(ctx, member_id, callback_data.id)
    except AlreadyResolved:
        await screens.without_buttons(query)
        raise
    text = say(
        "redemption-approved",
        amount=receipt.amount,
        paid=receipt.paid,
        spent=receipt.points_spent,
        earned=receipt.points_earned,
        balance=receipt.balance,
    )
    if receipt.discount.minor:
        text += "\n" + say("receipt-you-saved", discount=receipt.discount)
    if receipt.held:
        text += "\n\n" + say("purchase-held")
    await screens.show(query, text)


async def refuse(
    query: CallbackQuery, callback_data: Refuse, ctx: Context, member_id: int, say: Say
) -> None:
    """Whoever has only changed their mind keeps the points, and may spend them another time."""
    try:
        await redemptions.refuse(ctx, member_id, callback_data.id)
    except AlreadyResolved:
        await screens.without_buttons(query)
        raise
    await screens.show(query, say("redemption-refused"))


async def not_me(
    query: CallbackQuery, callback_data: NotMe, ctx: Context, member_id: int, say: Say
) -> None:
    """One tap freezes spending: whoever tries to pay is not to get a second try."""
    try:
        await redemptions.decline(ctx, member_id, callback_data.id)
    except AlreadyResolved:
        await screens.without_buttons(query)
        raise
    await screens.show(query, say("redemption-declined"))
