"""Good deeds: a fund, a number of points, a yes, and thanks."""

from aiogram import Router
from aiogram.filters import StateFilter

from handlers import screens
from handlers.desk import Desk
from handlers.member.access import STEP, Typed, add_section
from handlers.member.states import Giving
from handlers.routing import Tap
from messengers.words import Say
from services.charity import charity
from services.charity.charity import FundView
from services.context import Context
from services.errors import Gone
from services.parsing.numbers import parse_whole
from services.points import balances

OPEN = "my_funds"
CHIPS = (10, 50, 100)


class Look(Tap, prefix="my_fund"):
    fund_id: int


class Ask(Tap, prefix="my_give"):
    """Ask whether to give so many points."""

    fund_id: int
    points: int


class Other(Tap, prefix="my_number"):
    """Let the member type how many."""

    fund_id: int


class Confirm(Tap, prefix="my_given"):
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


async def show(desk: Desk) -> None:
    funds = await charity.funds(desk.ctx)
    rows = [
        [screens.button(desk.say.label("fund-line", title=fund.title), Look(fund_id=fund.id))]
        for fund in funds
    ]
    text = "\n\n".join([desk.say("funds"), *(_progress(desk.say, fund) for fund in funds)])
    await desk.show(text if funds else desk.say("funds-empty"), screens.keyboard(*rows))


def _progress(say: Say, fund: FundView) -> str:
    if fund.goal is None:
        return say("fund-given", title=fund.title, given=fund.given, donors=fund.donors)
    share = min(100, fund.given * 100 // fund.goal)
    return say("fund-progress", title=fund.title, given=fund.given, goal=fund.goal, percent=share)


async def look(desk: Desk, tap: Look) -> None:
    fund = await _open_fund(desk.ctx, tap.fund_id)
    have = (await balances.balance(desk.ctx, desk.member_id)).points
    amounts = sorted({chip for chip in CHIPS if chip < have} | ({have} if have else set()))
    chips = [
        screens.button(
            desk.say.label(
                "button-give-all" if points == have else "button-give-some", points=points
            ),
            Ask(fund_id=fund.id, points=points),
        )
        for points in amounts
    ]
    own = (
        [screens.button(desk.say.label("button-give-other"), Other(fund_id=fund.id))]
        if have
        else []
    )
    back = [screens.button(desk.say.label("button-back"), OPEN)]
    parts = [_progress(desk.say, fund), desk.say("fund-about", text=fund.description)]
    parts.append(
        desk.say("fund-how-many", points=have) if have else desk.say("fund-nothing-to-give")
    )
    buttons = screens.keyboard(*screens.in_rows(chips, 2), own, back)
    await desk.show("\n\n".join(parts), buttons)


async def _open_fund(ctx: Context, fund_id: int) -> FundView:
    fund = await charity.fund(ctx, fund_id)
    if fund.hidden:
        raise Gone
    return fund


async def other(desk: Desk, tap: Other) -> None:
    fund = await _open_fund(desk.ctx, tap.fund_id)
    have = (await balances.balance(desk.ctx, desk.member_id)).points
    await desk.state.set_state(Giving.points)
    await desk.state.set_data({"fund": fund.id})
    back = screens.keyboard([screens.button(desk.say.label("button-back"), Look(fund_id=fund.id))])
    await desk.show(desk.say("fund-type", title=fund.title, points=have), back)


async def typed(desk: Desk) -> None:
    have = (await balances.balance(desk.ctx, desk.member_id)).points
    points = parse_whole(desk.message.text or "", least=1, most=have)
    fund_id = (await desk.state.get_data())["fund"]
    await desk.state.clear()
    await _ask(desk, fund_id, points)


async def ask(desk: Desk, tap: Ask) -> None:
    await _ask(desk, tap.fund_id, tap.points)


async def _ask(desk: Desk, fund_id: int, points: int) -> None:
    fund = await _open_fund(desk.ctx, fund_id)
    have = (await balances.balance(desk.ctx, desk.member_id)).points
    worth = (await desk.terms()).worth(points)
    yes = Confirm(fund_id=fund.id, points=points, intent=desk.ctx.secrets.token())
    buttons = screens.keyboard(
        [screens.button(desk.say.label("button-give-yes", points=points), yes, style="success")],
        [screens.button(desk.say.label("button-back"), Look(fund_id=fund.id))],
    )
    text = desk.say("fund-ask", title=fund.title, points=points, worth=worth, left=have - points)
    await desk.show(text, buttons)


async def give(desk: Desk, tap: Confirm) -> None:
    key = f"{desk.member_id}:{tap.intent}"
    thanks = await charity.give(desk.ctx, desk.member_id, tap.fund_id, tap.points, key=key)
    if not thanks.new:
        desk.toast("fund-given-before")
        return
    text = desk.say(
        "fund-thanks",
        title=thanks.fund_title,
        points=thanks.points,
        mine=thanks.mine,
        total=thanks.total,
        goal=thanks.goal or 0,
        balance=thanks.balance,
    )
    buttons = screens.keyboard([screens.button(desk.say.label("button-funds"), OPEN)])
    await desk.show(text, buttons)
