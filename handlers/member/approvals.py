"""A cashier asks to spend points; the member says yes, no, or "not me"."""

from aiogram import Router

from handlers.desk import Desk
from handlers.member.access import STEP
from handlers.routing import Tap
from services.checkout import redemptions
from services.checkout.errors import AlreadyResolved
from services.messaging.deliveries import NoticeAct


class Approve(Tap, prefix=NoticeAct.APPROVE):
    id: int


class Refuse(Tap, prefix=NoticeAct.REFUSE):
    id: int


class NotMe(Tap, prefix=NoticeAct.NOT_ME):
    id: int


def add_to(router: Router) -> None:
    router.callback_query.register(approve, Approve.filter(), flags=STEP)
    router.callback_query.register(refuse, Refuse.filter(), flags=STEP)
    router.callback_query.register(not_me, NotMe.filter(), flags=STEP)


async def approve(desk: Desk, tap: Approve) -> None:
    """One tap; the question turns into the receipt. A second tap shows the same."""
    try:
        receipt = await redemptions.approve(desk.ctx, desk.member_id, tap.id)
    except AlreadyResolved:
        await desk.without_buttons()
        raise
    text = desk.say(
        "redemption-approved",
        amount=receipt.amount,
        paid=receipt.paid,
        spent=receipt.points_spent,
        earned=receipt.points_earned,
        balance=receipt.balance,
    )
    if receipt.discount.minor:
        text += "\n" + desk.say("receipt-you-saved", discount=receipt.discount)
    if receipt.held:
        text += "\n\n" + desk.say("purchase-held")
    await desk.show(text)


async def refuse(desk: Desk, tap: Refuse) -> None:
    """Whoever has only changed their mind keeps the points, and may spend them another time."""
    try:
        await redemptions.refuse(desk.ctx, desk.member_id, tap.id)
    except AlreadyResolved:
        await desk.without_buttons()
        raise
    await desk.show(desk.say("redemption-refused"))


async def not_me(desk: Desk, tap: NotMe) -> None:
    """One tap freezes spending: whoever tries to pay is not to get a second try."""
    try:
        await redemptions.decline(desk.ctx, desk.member_id, tap.id)
    except AlreadyResolved:
        await desk.without_buttons()
        raise
    await desk.show(desk.say("redemption-declined"))
