"""Charity: the funds, what each is owed, and paying it out with a document for the donors."""

from collections.abc import Mapping
from typing import Any

from aiogram import F, Router
from aiogram.fsm.state import State, StatesGroup

from handlers.desk import Desk
from handlers.owner.shared.field_editor import Doing, Editor, Field, ThingTap, number
from handlers.owner.shared.navigation import Go, Place, back, short
from handlers.screens import button, keyboard
from services.charity import charity, payouts
from services.charity.charity import DESCRIPTION_LENGTH, GOAL, TITLE_LENGTH
from services.context import Context
from services.parsing.texts import one_line, paragraph

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


async def funds(desk: Desk, tap: Go) -> None:
    lines = {
        fund.id: desk.say.label(
            "owner-fund-line", title=short(fund.title, 18), owed=fund.owed, hidden=fund.hidden
        )
        for fund in await charity.funds(desk.ctx, with_hidden=True)
    }
    text = desk.say("owner-funds" if lines else "owner-funds-none")
    await desk.show(text, editor.choices(desk.say, lines, tap.page))


async def _fund(desk: Desk, fund_id: int) -> None:
    fund = await charity.fund(desk.ctx, fund_id)
    text = desk.say(
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
        label = desk.say.label("owner-fund-pay", money=fund.owed_money)
        rows.append([button(label, FundTap(act="pay", thing_id=fund_id), style="primary")])
    more = [
        button(desk.say.label("owner-fund-history"), FundTap(act="history", thing_id=fund_id)),
        editor.turn(desk.say, fund_id, hidden=fund.hidden),
    ]
    edits = editor.edits(desk.say, fund_id)
    await desk.show(text, keyboard(*rows, edits, more, back(desk.say, Place.FUNDS)))


async def _add(ctx: Context, actor_id: int, known: Mapping[str, Any]) -> int:
    return await charity.add_fund(ctx, actor_id, **known)


editor = Editor(
    thing="fund",
    place=Place.FUNDS,
    tap=FundTap,
    state=Funding.field,
    fields=FIELDS,
    asked=tuple(FIELDS),
    doing=Doing(add=_add, change=charity.change_fund, hide=charity.hide_fund, show=_fund),
)


async def history(desk: Desk, tap: FundTap) -> None:
    fund = await charity.fund(desk.ctx, tap.thing_id)
    paid = await payouts.made(desk.ctx, fund.id)
    lines = [
        desk.say("owner-payout-line", on=at.astimezone(desk.say.timezone).date(), money=money)
        for at, money in paid[:HISTORY]
    ]
    text = "\n".join([desk.say("owner-payouts", title=fund.title), "", *lines])
    if not paid:
        text = desk.say("owner-payouts-none", title=fund.title)
    to_fund = [button(desk.say.label("button-back"), FundTap(act="open", thing_id=fund.id))]
    await desk.show(text, keyboard(to_fund))
