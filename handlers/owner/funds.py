"""Charity: the funds, what each is owed, and paying it out with a document for the donors."""

from typing import Any

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from handlers.owner.steps import STEP, Answer, Go, Place, back, go, page_of, pages, short
from handlers.screens import button, in_rows, keyboard, show
from handlers.taps import Tap
from messengers.words import Say
from services import charity, errors, payouts
from services.charity import DESCRIPTION_LENGTH, GOAL, TITLE_LENGTH
from services.context import Context
from services.numbers import parse_whole
from services.people import Visitor
from services.texts import one_line, paragraph

STEPS = ("title", "description", "goal")
GOALS = (None, 10_000, 50_000, 100_000)
HISTORY = 10
NEW = 0
"""Stands for the fund that is being added."""


class Funding(StatesGroup):
    field = State()  # a field is being typed or chosen
    proof = State()  # the document of a payout is awaited
    sure = State()  # the payout is on the screen, to be confirmed


class FundTap(CallbackData, prefix="of"):
    act: str
    fund_id: int = NEW
    field: str = ""
    value: int | None = None


def add_to(router: Router) -> None:
    router.callback_query.register(funds, Go.filter(F.to == Place.FUNDS))
    router.callback_query.register(open_fund, FundTap.filter(F.act == "open"))
    router.callback_query.register(hide, FundTap.filter(F.act.in_({"hide", "show"})))
    router.callback_query.register(history, FundTap.filter(F.act == "history"))
    router.callback_query.register(start_new, FundTap.filter(F.act == "new"))
    router.callback_query.register(edit, FundTap.filter(F.act == "edit"))
    router.callback_query.register(
        choose_goal, FundTap.filter(F.act == "goal"), Funding.field, flags=STEP
    )
    router.message.register(answer, Answer(), Funding.field, flags=STEP)


async def funds(query: CallbackQuery, callback_data: Go, ctx: Context, say: Say) -> None:
    every = await charity.funds(ctx, with_hidden=True)
    rows = [
        [
            button(
                short(
                    say.label(
                        "owner-fund-line",
                        title=short(fund.title, 18),
                        owed=fund.owed,
                        hidden=fund.hidden,
                    )
                ),
                FundTap(act="open", fund_id=fund.id),
            )
        ]
        for fund in page_of(every, callback_data.page)
    ]
    new = [button(say.label("owner-fund-new"), FundTap(act="new"), style="primary")]
    turn = pages(Place.FUNDS, callback_data.page, len(every))
    text = say("owner-funds" if every else "owner-funds-none")
    await show(query, text, keyboard(new, *rows, turn, back(say)))


async def open_fund(query: CallbackQuery, callback_data: FundTap, ctx: Context, say: Say) -> None:
    await _fund(query, ctx, say, callback_data.fund_id)


async def _fund(event: Message | CallbackQuery, ctx: Context, say: Say, fund_id: int) -> None:
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
        rows.append([button(label, FundTap(act="pay", fund_id=fund_id), style="primary")])
    edits = [
        button(say.label(f"owner-fund-{field}"), FundTap(act="edit", fund_id=fund_id, field=field))
        for field in STEPS
    ]
    turn = "show" if fund.hidden else "hide"
    more = [
        button(say.label("owner-fund-history"), FundTap(act="history", fund_id=fund_id)),
        button(say.label(f"owner-{turn}"), FundTap(act=turn, fund_id=fund_id)),
    ]
    await show(event, text, keyboard(*rows, edits, more, back(say, Place.FUNDS)))


async def hide(
    query: CallbackQuery, callback_data: FundTap, ctx: Context, say: Say, visitor: Visitor
) -> None:
    hidden = callback_data.act == "hide"
    await charity.hide_fund(ctx, visitor.identity_id, callback_data.fund_id, hidden=hidden)
    await _fund(query, ctx, say, callback_data.fund_id)


async def history(query: CallbackQuery, callback_data: FundTap, ctx: Context, say: Say) -> None:
    fund = await charity.fund(ctx, callback_data.fund_id)
    paid = await payouts.made(ctx, fund.id)
    lines = [
        say("owner-payout-line", on=at.astimezone(say.timezone).date(), money=money)
        for at, money in paid[:HISTORY]
    ]
    text = "\n".join([say("owner-payouts", title=fund.title), "", *lines])
    if not paid:
        text = say("owner-payouts-none", title=fund.title)
    to_fund = [button(say.label("button-back"), FundTap(act="open", fund_id=fund.id))]
    await show(query, text, keyboard(to_fund))


async def start_new(query: CallbackQuery, say: Say, state: FSMContext) -> None:
    await state.set_data({"new": {}})
    await _ask(query, say, state, STEPS[0], NEW)


async def edit(query: CallbackQuery, callback_data: FundTap, say: Say, state: FSMContext) -> None:
    if callback_data.field not in STEPS:
        raise errors.Gone
    await _ask(query, say, state, callback_data.field, callback_data.fund_id)


async def _ask(
    event: Message | CallbackQuery, say: Say, state: FSMContext, field: str, fund_id: int
) -> None:
    await state.set_state(Funding.field)
    await state.update_data(field=field, fund_id=fund_id)
    chips = [
        button(
            say.label("owner-fund-without-goal")
            if goal is None
            else say.label("points", points=goal),
            FundTap(act="goal", fund_id=fund_id, value=goal),
        )
        for goal in (GOALS if field == "goal" else ())
    ]
    way_back = [go(say, "button-cancel", Place.FUNDS)]
    if fund_id != NEW:
        way_back = [button(say.label("button-back"), FundTap(act="open", fund_id=fund_id))]
    await show(event, say(f"owner-fund-ask-{field}"), keyboard(*in_rows(chips, 2), way_back))


async def choose_goal(
    query: CallbackQuery,
    callback_data: FundTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
    tap: Tap,
) -> None:
    data = await state.get_data()
    if (data["field"], data["fund_id"]) != ("goal", callback_data.fund_id):
        tap.alert(say.label("owner-stale"))
        return
    await _take(query, ctx, say, state, visitor, data, callback_data.value)


async def answer(
    message: Message, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    if message.text is None:
        await message.answer(say("owner-need-text"))
        return
    data = await state.get_data()
    value: str | int
    match data["field"]:
        case "title":
            value = one_line(message.text, most=TITLE_LENGTH)
        case "description":
            value = paragraph(message.text, most=DESCRIPTION_LENGTH)
        case _:
            value = parse_whole(message.text, least=GOAL.least, most=GOAL.most)
    await _take(message, ctx, say, state, visitor, data, value)


async def _take(
    event: Message | CallbackQuery,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
    data: dict[str, Any],
    value: str | int | None,
) -> None:
    """A field is known: change it, or ask the new fund's next one."""
    field, fund_id = data["field"], data["fund_id"]
    if fund_id != NEW:
        await charity.change_fund(ctx, visitor.identity_id, fund_id, **{field: value})
        await state.clear()
        await _fund(event, ctx, say, fund_id)
        return
    known = {**data["new"], field: value}
    following = STEPS[STEPS.index(field) + 1 :]
    if following:
        await state.update_data(new=known)
        await _ask(event, say, state, following[0], NEW)
        return
    fund_id = await charity.add_fund(ctx, visitor.identity_id, **known)
    await state.clear()
    await _fund(event, ctx, say, fund_id)
