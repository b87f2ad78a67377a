"""Good deeds: a fund, a number of points, a yes, and thanks."""

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers import screens
from handlers.callback_middleware import Tap
from handlers.member.access import STEP, Typed, add_section
from handlers.member.states import Giving
from messengers.words import Say
from services import programme
from services.charity import charity
from services.charity.charity import FundView
from services.context import Context
from services.errors import Gone
from services.parsing.numbers import parse_whole
from services.points import balances

OPEN = "my_funds"
CHIPS = (10, 50, 100)


class Look(CallbackData, prefix="my_fund"):
    fund_id: int


class Ask(CallbackData, prefix="my_give"):
    """Ask whether to give so many points."""

    fund_id: int
    points: int


class Other(CallbackData, prefix="my_number"):
    """Let the member type how many."""

    fund_id: int


class Confirm(CallbackData, prefix="my_given"):
    """Give them. `intent` is made when the question is drawn: two taps on it are one."""

    fund_id: int
    points: int
    intent: str


def add_to(router: Router) -> None:
    add_section(router, show, "donate", menu="menu-charity", data=OPEN)
    router.callback_query.register(look, Look.filter())
    router.callback_query.register(ask, Ask.filter())
    router.callback_query.register(other, Other.filter())
    router.callback_query.register(give, Confirm.filter())


def add_steps(router: Router) -> None:
    router.message.register(typed, StateFilter(Giving.points), Typed(), flags=STEP)


async def show(event: Message | CallbackQuery, ctx: Context, say: Say) -> None:
    funds = await charity.funds(ctx)
    rows = [
        [screens.button(say.label("fund-line", title=fund.title), Look(fund_id=fund.id))]
        for fund in funds
    ]
    text = "\n\n".join([say("funds"), *(_progress(say, fund) for fund in funds)])
    await screens.show(event, text if funds else say("funds-empty"), screens.keyboard(*rows))


def _progress(say: Say, fund: FundView) -> str:
    if fund.goal is None:
        return say("fund-given", title=fund.title, given=fund.given, donors=fund.donors)
    share = min(100, fund.given * 100 // fund.goal)
    return say("fund-progress", title=fund.title, given=fund.given, goal=fund.goal, percent=share)


async def look(
    query: CallbackQuery, callback_data: Look, ctx: Context, member_id: int, say: Say
) -> None:
    fund = await _open_fund(ctx, callback_data.fund_id)
    have = (await balances.balance(ctx, member_id)).points
    amounts = sorted({chip for chip in CHIPS if chip < have} | ({have} if have else set()))
    chips = [
        screens.button(
            say.label("button-give-all" if points == have else "button-give-some", points=points),
            Ask(fund_id=fund.id, points=points),
        )
        for points in amounts
    ]
    own = [screens.button(say.label("button-give-other"), Other(fund_id=fund.id))] if have else []
    back = [screens.button(say.label("button-back"), OPEN)]
    parts = [_progress(say, fund), say("fund-about", text=fund.description)]
    parts.append(say("fund-how-many", points=have) if have else say("fund-nothing-to-give"))
    buttons = screens.keyboard(*screens.in_rows(chips, 2), own, back)
    await screens.show(query, "\n\n".join(parts), buttons)


async def _open_fund(ctx: Context, fund_id: int) -> FundView:
    fund = await charity.fund(ctx, fund_id)
    if fund.hidden:
        raise Gone
    return fund


async def other(
    query: CallbackQuery,
    callback_data: Other,
    ctx: Context,
    member_id: int,
    say: Say,
    state: FSMContext,
) -> None:
    fund = await _open_fund(ctx, callback_data.fund_id)
    have = (await balances.balance(ctx, member_id)).points
    await state.set_state(Giving.points)
    await state.set_data({"fund": fund.id})
    back = screens.keyboard([screens.button(say.label("button-back"), Look(fund_id=fund.id))])
    await screens.show(query, say("fund-type", title=fund.title, points=have), back)


async def typed(
    message: Message, ctx: Context, member_id: int, say: Say, state: FSMContext
) -> None:
    have = (await balances.balance(ctx, member_id)).points
    points = parse_whole(message.text or "", least=1, most=have)
    fund_id = (await state.get_data())["fund"]
    await state.clear()
    await _ask(message, ctx, member_id, say, fund_id, points)


async def ask(
    query: CallbackQuery, callback_data: Ask, ctx: Context, member_id: int, say: Say
) -> None:
    await _ask(query, ctx, member_id, say, callback_data.fund_id, callback_data.points)


async def _ask(
    event: Message | CallbackQuery,
    ctx: Context,
    member_id: int,
    say: Say,
    fund_id: int,
    points: int,
) -> None:
    fund = await _open_fund(ctx, fund_id)
    have = (await balances.balance(ctx, member_id)).points
    worth = (await programme.current(ctx)).worth(points)
    yes = Confirm(fund_id=fund.id, points=points, intent=ctx.secrets.token())
    buttons = screens.keyboard(
        [screens.button(say.label("button-give-yes", points=points), yes, style="success")],
        [screens.button(say.label("button-back"), Look(fund_id=fund.id))],
    )
    text = say("fund-ask", title=fund.title, points=points, worth=worth, left=have - points)
    await screens.show(event, text, buttons)


async def give(
    query: CallbackQuery, callback_data: Confirm, ctx: Context, member_id: int, say: Say, tap: Tap
) -> None:
    key = f"{member_id}:{callback_data.intent}"
    thanks = await charity.give(
        ctx, member_id, callback_data.fund_id, callback_data.points, key=key
    )
    if not thanks.new:
        tap.toast(say.label("fund-given-before"))
        return
    text = say(
        "fund-thanks",
        title=thanks.fund_title,
        points=thanks.points,
        mine=thanks.mine,
        total=thanks.total,
        goal=thanks.goal or 0,
        balance=thanks.balance,
    )
    buttons = screens.keyboard([screens.button(say.label("button-funds"), OPEN)])
    await screens.show(query, text, buttons)
