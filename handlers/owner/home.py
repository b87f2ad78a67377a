"""The first screen: today in a few lines, and the way to every section."""

from aiogram import F, Router
from aiogram.filters import Command

from handlers.desk import Desk
from handlers.menu import Pressed
from handlers.owner.programme import launch
from handlers.owner.shared.navigation import Go, Place, back, go
from handlers.routing import Tap
from handlers.screens import button, keyboard
from services.back_office import flags, shop_numbers
from services.members import members
from services.messaging.deliveries import NoticeAct

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


class PeriodTap(Tap, prefix="on"):
    days: int


class Unfreeze(Tap, prefix=NoticeAct.UNFREEZE):
    """The button of the notice that a member said "not me"."""

    member_id: int


def add_to(router: Router) -> None:
    router.message.register(open_room, Command("owner"))
    router.message.register(open_room, Pressed("menu-owner"))
    router.callback_query.register(home, Go.filter(F.to == Place.HOME))
    router.callback_query.register(numbers, Go.filter(F.to == Place.NUMBERS))
    router.callback_query.register(period, PeriodTap.filter())
    router.callback_query.register(unfreeze, Unfreeze.filter())


async def open_room(desk: Desk) -> None:
    terms = await desk.terms()
    if terms.launched_at is None:
        await launch.ask_preset(desk)
    else:
        await home(desk)


async def home(desk: Desk) -> None:
    terms = await desk.terms()
    now = await shop_numbers.numbers(desk.ctx, desk.actor_id)
    lines = [desk.say("owner-home-title", shop=terms.shop_name)]
    if terms.launched_at is None:
        lines.append(desk.say("owner-home-defaults"))
    lines.append(
        desk.say(
            "owner-home-today",
            members=now.new_members,
            purchases=now.purchases,
            turnover=now.turnover,
            given=now.points_given,
            spent=now.points_spent,
        )
    )
    if waiting := await flags.count_open(desk.ctx, desk.actor_id):
        lines.append(desk.say("owner-home-flags", count=waiting))
    rows = [[go(desk.say, key, place) for key, place in row] for row in SECTIONS]
    if terms.launched_at is None:
        rows.insert(0, [go(desk.say, "owner-go-launch", Place.LAUNCH)])
    await desk.show("\n\n".join(lines), keyboard(*rows))


async def numbers(desk: Desk) -> None:
    await _numbers(desk, days=7)


async def period(desk: Desk, tap: PeriodTap) -> None:
    days = tap.days if tap.days in PERIODS else PERIODS[0]
    await _numbers(desk, days=days)


async def _numbers(desk: Desk, *, days: int) -> None:
    found = await shop_numbers.numbers(desk.ctx, desk.actor_id, days)
    text = desk.say(
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
            desk.say.label("owner-period", days=number),
            PeriodTap(days=number),
            style="primary" if number == days else None,
        )
        for number in PERIODS
    ]
    await desk.show(text, keyboard(periods, back(desk.say)))


async def unfreeze(desk: Desk, tap: Unfreeze) -> None:
    name = await members.unfreeze(desk.ctx, desk.actor_id, tap.member_id)
    home_again = keyboard([go(desk.say, "owner-go-home", Place.HOME)])
    await desk.show(desk.say("owner-unfrozen", name=name), home_again)
