"""The first screen: today in a few lines, and the way to every section."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Message

from handlers.menu import Pressed
from handlers.owner.programme import launch
from handlers.owner.shared.navigation import Go, Place, back, go
from handlers.screens import button, keyboard, show
from messengers.words import Say
from services import programme
from services.back_office import flags, shop_numbers
from services.context import Context
from services.members import members
from services.staff.identities import Visitor

PERIODS = (1, 7, 30)  # days

SECTIONS = (
    (("owner-go-broadcast", Place.BROADCAST), ("owner-go-offers", Place.OFFERS)),
    (("owner-go-segments", Place.SEGMENTS), ("owner-go-guests", Place.GUESTS)),
    (("owner-go-rewards", Place.REWARDS), ("owner-go-funds", Place.FUNDS)),
    (("owner-go-stamps", Place.STAMPS), ("owner-go-goods", Place.GOODS)),
    (("owner-go-rules", Place.RULES), ("owner-go-staff", Place.STAFF)),
    (("owner-go-numbers", Place.NUMBERS), ("owner-go-journal", Place.JOURNAL)),
    (("owner-go-poster", Place.POSTER), ("owner-go-trust", Place.TRUST)),
    (("owner-go-import", Place.IMPORT),),
)


class PeriodTap(CallbackData, prefix="on"):
    days: int


class Unfreeze(CallbackData, prefix="unfreeze"):
    """The button of the notice that a member said "not me"."""

    member_id: int


def add_to(router: Router) -> None:
    router.message.register(open_room, Command("owner"))
    router.message.register(open_room, Pressed("menu-owner"))
    router.callback_query.register(home, Go.filter(F.to == Place.HOME))
    router.callback_query.register(numbers, Go.filter(F.to == Place.NUMBERS))
    router.callback_query.register(period, PeriodTap.filter())
    router.callback_query.register(unfreeze, Unfreeze.filter())


async def open_room(message: Message, ctx: Context, say: Say, visitor: Visitor) -> None:
    terms = await programme.current(ctx)
    if terms.launched_at is None:
        await launch.ask_preset(message, ctx, say)
    else:
        await home(message, ctx, say, visitor)


async def home(event: Message | CallbackQuery, ctx: Context, say: Say, visitor: Visitor) -> None:
    terms = await programme.current(ctx)
    now = await shop_numbers.numbers(ctx, visitor.identity_id)
    lines = [say("owner-home-title", shop=terms.shop_name)]
    if terms.launched_at is None:
        lines.append(say("owner-home-defaults"))
    lines.append(
        say(
            "owner-home-today",
            members=now.new_members,
            purchases=now.purchases,
            turnover=now.turnover,
            given=now.points_given,
            spent=now.points_spent,
        )
    )
    if waiting := await flags.count_open(ctx, visitor.identity_id):
        lines.append(say("owner-home-flags", count=waiting))
    rows = [[go(say, key, place) for key, place in row] for row in SECTIONS]
    if terms.launched_at is None:
        rows.insert(0, [go(say, "owner-go-launch", Place.LAUNCH)])
    await show(event, "\n\n".join(lines), keyboard(*rows))


async def numbers(query: CallbackQuery, ctx: Context, say: Say, visitor: Visitor) -> None:
    await _numbers(query, ctx, say, visitor, days=7)


async def period(
    query: CallbackQuery, callback_data: PeriodTap, ctx: Context, say: Say, visitor: Visitor
) -> None:
    days = callback_data.days if callback_data.days in PERIODS else PERIODS[0]
    await _numbers(query, ctx, say, visitor, days=days)


async def _numbers(
    query: CallbackQuery, ctx: Context, say: Say, visitor: Visitor, *, days: int
) -> None:
    found = await shop_numbers.numbers(ctx, visitor.identity_id, days)
    text = say(
        "owner-numbers",
        days=days,
        members=found.new_members,
        all=found.members,
        purchases=found.purchases,
        turnover=found.turnover,
        paid=found.paid,
        buyers=found.buyers,
        returning=found.returning_percent,
        given=found.points_given,
        spent=found.points_spent,
        redemptions=found.redemptions,
        expired=found.points_expired,
        donations=found.donations,
        donated=found.points_donated,
        outstanding=found.points_outstanding,
        worth=found.worth,
    )
    periods = [
        button(
            say.label("owner-period", days=number),
            PeriodTap(days=number),
            style="primary" if number == days else None,
        )
        for number in PERIODS
    ]
    await show(query, text, keyboard(periods, back(say)))


async def unfreeze(
    query: CallbackQuery, callback_data: Unfreeze, ctx: Context, say: Say, visitor: Visitor
) -> None:
    name = await members.unfreeze(ctx, visitor.identity_id, callback_data.member_id)
    home_again = keyboard([go(say, "owner-go-home", Place.HOME)])
    await show(query, say("owner-unfrozen", name=name), home_again)
