"""The terms of refunds: two choices, each shown as a plain sentence."""

from aiogram import F, Router

from handlers.desk import Desk
from handlers.owner.shared.navigation import Go, Place, back
from handlers.routing import Tap
from handlers.screens import button, in_rows, keyboard
from services.programme import refund_terms
from services.programme.model import Returns

DAYS = (0, 3, 7, 14, 30, 90)
"""Choices that shops usually make."""


class ReturnsTap(Tap, prefix="ort"):
    """All of it as it is to be."""

    debts: bool
    days: int


def add_to(router: Router) -> None:
    router.callback_query.register(returns_now, Go.filter(F.to == Place.RETURNS))
    router.callback_query.register(choose, ReturnsTap.filter())


async def returns_now(desk: Desk) -> None:
    await _draw(desk, (await desk.terms()).returns)


async def choose(desk: Desk, tap: ReturnsTap) -> None:
    after = Returns(debts=tap.debts, days=tap.days)
    await refund_terms.change(desk.ctx, desk.actor_id, after)
    desk.toast("owner-saved")
    await _draw(desk, after)


async def _draw(desk: Desk, own: Returns) -> None:
    debts = [
        button(
            desk.say.label("owner-returns-choose", debts=debts),
            ReturnsTap(debts=debts, days=own.days),
            style="primary" if debts == own.debts else None,
        )
        for debts in (False, True)
    ]
    days = [
        button(
            desk.say.label("owner-returns-day", days=days),
            ReturnsTap(debts=own.debts, days=days),
            style="primary" if days == own.days else None,
        )
        for days in DAYS
    ]
    text = desk.say("owner-returns", days=own.days, debts=own.debts)
    await desk.show(text, keyboard(debts, *in_rows(days, 3), back(desk.say, Place.SETUP)))
