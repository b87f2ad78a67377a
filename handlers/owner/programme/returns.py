"""What the shop does about goods that come back: two choices, each told in a plain sentence."""

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery

from handlers.callback_middleware import Tap
from handlers.owner.shared.navigation import Go, Place, back
from handlers.screens import button, in_rows, keyboard, show
from messengers.words import Say
from services import programme
from services.context import Context
from services.programme import refund_terms
from services.programme.model import Returns
from services.staff.identities import Visitor

DAYS = (0, 3, 7, 14, 30, 90)
"""Choices that shops usually make."""


class ReturnsTap(CallbackData, prefix="ort"):
    """All of it as it is to be."""

    debts: bool
    days: int


def add_to(router: Router) -> None:
    router.callback_query.register(returns_now, Go.filter(F.to == Place.RETURNS))
    router.callback_query.register(choose, ReturnsTap.filter())


async def returns_now(query: CallbackQuery, ctx: Context, say: Say) -> None:
    await _draw(query, say, (await programme.current(ctx)).returns)


async def choose(
    query: CallbackQuery,
    callback_data: ReturnsTap,
    ctx: Context,
    say: Say,
    visitor: Visitor,
    tap: Tap,
) -> None:
    after = Returns(debts=callback_data.debts, days=callback_data.days)
    await refund_terms.change(ctx, visitor.identity_id, after)
    tap.toast(say.label("owner-saved"))
    await _draw(query, say, after)


async def _draw(query: CallbackQuery, say: Say, own: Returns) -> None:
    debts = [
        button(
            say.label("owner-returns-choose", debts=debts),
            ReturnsTap(debts=debts, days=own.days),
            style="primary" if debts == own.debts else None,
        )
        for debts in (False, True)
    ]
    days = [
        button(
            say.label("owner-returns-day", days=days),
            ReturnsTap(debts=own.debts, days=days),
            style="primary" if days == own.days else None,
        )
        for days in DAYS
    ]
    text = say("owner-returns", days=own.days, debts=own.debts)
    await show(query, text, keyboard(debts, *in_rows(days, 3), back(say, Place.RULES)))
