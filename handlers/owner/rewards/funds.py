"""Charity: the funds, what each is owed, and paying it out with a document for the donors."""

from collections.abc import Mapping
from typing import Any

from aiogram import F, Router
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from handlers.owner.shared.field_editor import Doing, Editor, Field, ThingTap, number
from handlers.owner.shared.navigation import Go, Place, back, short
from handlers.screens import button, keyboard, show
from messengers.words import Say
from services.charity import charity, payouts
from services.charity.charity import DESCRIPTION_LENGTH, GOAL, TITLE_LENGTH
from services.context import Context
from services.parsing.texts import one_line, paragraph
from services.staff.identities import Visitor

HISTORY = 10

FIELDS = {
    "title": Field(lambda text: one_line(text, most=TITLE_LENGTH)),
    "description": Field(lambda text: paragraph(text, most=DESCRIPTION_LENGTH)),
    "goal": Field(number(GOAL), (None, 10_000, 50_000, 100_000), unit="points"),
}
"""What a fund has, in the order in which a new one is asked for it."""


class Funding(StatesGroup):
    field = State()  # a field is being typed or chosen
    proof = State()  # the document of a payout is awaited
    sure = State()  # the payout is on the screen, to be confirmed


class FundTap(ThingTap, prefix="of"):
    pass


def add_to(router: Router) -> None:
    router.callback_query.register(funds, Go.filter(F.to == Place.FUNDS))
    router.callback_query.register(history, FundTap.filter(F.act == "history"))
    editor.add_to(router)


async def funds(query: CallbackQuery, callback_data: Go, ctx: Context, say: Say) -> None:
    lines = {
        fund.id: say.label(
            "owner-fund-line", title=short(fund.title, 18), owed=fund.owed, hidden=fund.hidden
        )
        for fund in await charity.funds(ctx, with_hidden=True)
    }
    text = say("owner-funds" if lines else "owner-funds-none")
    await show(query, text, editor.choices(say, lines, callback_data.page))


async def _fund(
    event: Message | CallbackQuery, ctx: Context, say: Say, _visitor: Visitor, fund_id: int
) -> None:
    fund = await charity.fund(ctx, fund_id)
    text = say(
        "owner-fund",
        title=fund.title,
        description=fund.description,
        goal="none" if fund.goal is None else fund.goal,
        given=fund.given,
        donors=fund.donors,
        owed=fund.owed,
        money=fund.owed_money,
        hidden=fund.hidden,
    )
    rows = []
    if fund.owed:
        label = say.label("owner-fund-pay", money=fund.owed_money)
        rows.append([button(label, FundTap(act="pay", thing_id=fund_id), style="primary")])
    more = [
        button(say.label("owner-fund-history"), FundTap(act="history", thing_id=fund_id)),
        editor.turn(say, fund_id, hidden=fund.hidden),
    ]
    edits = editor.edits(say, fund_id)
    await show(event, text, keyboard(*rows, edits, more, back(say, Place.FUNDS)))


async def _add(ctx: Context, by: int, known: Mapping[str, Any]) -> int:
    return await charity.add_fund(ctx, by, **known)


editor = Editor(
    thing="fund",
    place=Place.FUNDS,
    tap=FundTap,
    state=Funding.field,
    fields=FIELDS,
    asked=tuple(FIELDS),
    doing=Doing(add=_add, change=charity.change_fund, hide=charity.hide_fund, show=_fund),
)


async def history(query: CallbackQuery, callback_data: FundTap, ctx: Context, say: Say) -> None:
    fund = await charity.fund(ctx, callback_data.thing_id)
    paid = await payouts.made(ctx, fund.id)
    lines = [
        say("owner-payout-line", on=at.astimezone(say.timezone).date(), money=money)
        for at, money in paid[:HISTORY]
    ]
    text = "\n".join([say("owner-payouts", title=fund.title), "", *lines])
    if not paid:
        text = say("owner-payouts-none", title=fund.title)
    to_fund = [button(say.label("button-back"), FundTap(act="open", thing_id=fund.id))]
    await show(query, text, keyboard(to_fund))
