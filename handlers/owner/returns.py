"""What the shop does about goods that come back: two choices, each told in a plain sentence."""

from dataclasses import replace

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery

from handlers.owner.steps import Go, Place, back
from handlers.screens import button, in_rows, keyboard, show
from handlers.taps import Tap
from messengers.words import Say
from services import programme, returns
from services.context import Context
from services.people import Visitor
from services.programme import Terms

DAYS = (0, 3, 7, 14, 30, 90)
"""Choices that shops usually make."""


class DebtsTap(CallbackData, prefix="ortd"):
    debts: bool


class DaysTap(CallbackData, prefix="ort"):
    days: int


def add_to(router: Router) -> None:
    router.callback_query.register(returns_now, Go.filter(F.to == Place.RETURNS))
    router.callback_query.register(set_debts, DebtsTap.filter())
    router.callback_query.register(set_days, DaysTap.filter())


async def returns_now(query: CallbackQuery, ctx: Context, say: Say) -> None:
    await _draw(query, say, await programme.current(ctx))


async def set_debts(
    query: CallbackQuery,
    callback_data: DebtsTap,
    ctx: Context,
    say: Say,
    visitor: Visitor,
    tap: Tap,
) -> None:
    before = (await programme.current(ctx)).returns
    after = replace(before, debts=callback_data.debts)
    await _draw(query, say, await returns.change(ctx, visitor.identity_id, after))
    tap.toast(say.label("owner-saved"))


async def set_days(
    query: CallbackQuery, callback_data: DaysTap, ctx: Context, say: Say, visitor: Visitor, tap: Tap
) -> None:
    before = (await programme.current(ctx)).returns
    after = replace(before, days=callback_data.days)
    await _draw(query, say, await returns.change(ctx, visitor.identity_id, after))
    tap.toast(say.label("owner-saved"))


async def _draw(query: CallbackQuery, say: Say, terms: Terms) -> None:
    own = terms.returns
    debts = [
        button(
            say.label("owner-returns-choose", debts=debts),
            DebtsTap(debts=debts),
            style="primary" if debts == own.debts else None,
        )
        for debts in (False, True)
    ]
    days = [
        button(
            say.label("owner-returns-day", days=days),
            DaysTap(days=days),
            style="primary" if days == own.days else None,
        )
        for days in DAYS
    ]
    text = say("owner-returns", days=own.days, debts=own.debts)
    await show(query, text, keyboard(debts, *in_rows(days, 3), back(say, Place.RULES)))
