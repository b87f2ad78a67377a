"""After the receipt or the request: undo it, withdraw it, serve the same guest again."""

from handlers.cashier.buttons import Serve, ToTill, Undo, Withdraw
from handlers.cashier.guest import receive
from handlers.cashier.sale_screens import short
from handlers.desk import Desk
from handlers.screens import button, keyboard
from messengers.words import Say
from services.checkout import customers, redemptions
from services.checkout.errors import AlreadyResolved
from services.refunds import undoing
from services.refunds.errors import TooLateToUndo


async def withdraw(desk: Desk, tap: Withdraw) -> None:
    """Take back a request that waits; the guest may have answered in this very moment."""
    try:
        request = await redemptions.cancel(desk.ctx, desk.actor_id, tap.redemption)
    except AlreadyResolved:
        await desk.without_buttons()
        raise
    again = desk.say.label("till-serve", name=short(request.member_name))
    await desk.show(
        desk.say("spend-withdrawn", name=request.member_name, points=request.points),
        keyboard([button(again, Serve(member=request.member_id))]),
    )


async def undo(desk: Desk, tap: Undo) -> None:
    """Undo at once; when it is too late for that, ask the owners to."""
    try:
        undone = await undoing.undo(desk.ctx, desk.actor_id, tap.purchase)
    except TooLateToUndo:
        await undoing.ask(desk.ctx, desk.actor_id, tap.purchase)
        await desk.without_buttons()
        desk.alert("undo-asked")
        return
    back = keyboard([button(desk.say.label("till-back"), ToTill())])
    await desk.show(_what_was_undone(desk.say, undone), back)


def _what_was_undone(say: Say, undone: undoing.Undone) -> str:
    lines = [say("undone-done", name=undone.member_name, amount=undone.amount)]
    if undone.points_taken:
        lines.append(say("undone-taken", points=undone.points_taken))
    if undone.points_returned:
        lines.append(say("undone-returned", points=undone.points_returned))
    if undone.points_owed:
        lines.append(say("refund-owed", points=undone.points_owed))
    if undone.points_not_taken:
        lines.append(say("undone-not-taken", points=undone.points_not_taken))
    lines.append(say("undone-balance", balance=undone.balance))
    lines += [
        say("undone-stamps", title=taken.title, count=taken.count, used=taken.used)
        for taken in undone.stamps
    ]
    return "\n".join(lines)


async def serve(desk: Desk, tap: Serve) -> None:
    """Open a guest again, below: what the tapped message said stays there to be read."""
    customer = await customers.by_member(desk.ctx, desk.actor_id, tap.member)
    await desk.without_buttons()
    await receive(desk, customer)
