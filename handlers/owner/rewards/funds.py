"""Charity: the funds, what each is owed, and paying it out with a document for the donors."""

from enum import StrEnum
from functools import partial

from aiogram import F, Router
from aiogram.fsm.state import State, StatesGroup

from handlers.desk import Desk
from handlers.owner.shared.fields import Field, number_in, said_as, text_by
from handlers.owner.shared.form import Act, Form, FormTap, to_thing_or
from handlers.owner.shared.listing import Listing
from handlers.owner.shared.navigation import Go, Place, back, short
from handlers.routing import Tap
from handlers.screens import button, keyboard
from services.charity import charity, payouts
from services.charity.charity import DESCRIPTION_LENGTH, GOAL, TITLE_LENGTH, FundView
from services.parsing.texts import one_line, paragraph

HISTORY = 10


class FundForm(StatesGroup):
    field = State()  # a field is being typed or chosen
    proof = State()  # the document of a payout is awaited
    sure = State()  # the payout is on the screen, to be confirmed


class FundTap(FormTap, prefix="of"):
    pass


class PayoutAct(StrEnum):
    HISTORY = "history"
    PAY = "pay"
    PAID = "paid"


class PayoutTap(Tap, prefix="ofp"):
    act: PayoutAct
    fund_id: int


def add_to(router: Router) -> None:
    router.callback_query.register(funds, Go.filter(F.to == Place.FUNDS))
    router.callback_query.register(history, PayoutTap.on(PayoutAct.HISTORY))
    form.add_to(router)


async def funds(desk: Desk, tap: Go) -> None:
    await listing.draw(desk, tap.page)


def _line(desk: Desk, fund: FundView) -> str:
    return desk.say.label(
        "owner-fund-line", title=short(fund.title, 18), owed=fund.owed, hidden=fund.hidden
    )


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
        pay = PayoutTap(act=PayoutAct.PAY, fund_id=fund_id)
        rows.append([button(label, pay, style="primary")])
    past = PayoutTap(act=PayoutAct.HISTORY, fund_id=fund_id)
    more = [
        button(desk.say.label("owner-fund-history"), past),
        form.hiding(desk.say, fund_id, hidden=fund.hidden),
    ]
    edits = form.edits(desk.say, fund_id)
    await desk.show(text, keyboard(*rows, edits, more, back(desk.say, Place.FUNDS)))


form = Form(
    name="fund",
    tap=FundTap,
    asking=FundForm.field,
    fields=(
        Field("title", text_by(partial(one_line, most=TITLE_LENGTH))),
        Field("description", text_by(partial(paragraph, most=DESCRIPTION_LENGTH))),
        Field(
            "goal",
            number_in(GOAL),
            (None, 10_000, 50_000, 100_000),
            label=said_as("points", "points"),
            width=2,
        ),
    ),
    steps=("title", "description", "goal"),
    add=lambda desk, values: charity.add_fund(desk.ctx, desk.actor_id, **values),
    change=lambda desk, one, values: charity.change_fund(desk.ctx, desk.actor_id, one, **values),
    hide=lambda desk, one, hidden: charity.hide_fund(desk.ctx, desk.actor_id, one, hidden=hidden),
    show=_fund,
    out=to_thing_or(Place.FUNDS, FundTap),
    strict=True,
)

listing: Listing[FundView] = Listing(
    items=lambda desk: charity.funds(desk.ctx, with_hidden=True),
    text=lambda desk, every: desk.say("owner-funds" if every else "owner-funds-none"),
    above=lambda desk: [form.new(desk.say)],
    label=_line,
    tap=lambda fund: form.to(Act.OPEN, fund.id),
    page=lambda page: Go(to=Place.FUNDS, page=page),
    back=lambda desk: back(desk.say, Place.GIVE),
)


async def history(desk: Desk, tap: PayoutTap) -> None:
    fund = await charity.fund(desk.ctx, tap.fund_id)
    paid = await payouts.made(desk.ctx, fund.id)
    lines = [
        desk.say("owner-payout-line", on=at.astimezone(desk.say.timezone).date(), money=money)
        for at, money in paid[:HISTORY]
    ]
    text = "\n".join([desk.say("owner-payouts", title=fund.title), "", *lines])
    if not paid:
        text = desk.say("owner-payouts-none", title=fund.title)
    to_fund = [button(desk.say.label("button-back"), form.to(Act.OPEN, fund.id))]
    await desk.show(text, keyboard(to_fund))
