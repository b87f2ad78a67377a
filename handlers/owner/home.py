"""The first screen: today in a few lines, what waits for an answer, the way to every section."""

from collections.abc import Mapping, Sequence

from aiogram import F, Router
from aiogram.filters import Command

from handlers.desk import Desk
from handlers.menu import Pressed
from handlers.owner.broadcasts.post_taps import PostAct, PostTap
from handlers.owner.earning.earning_rules import EarnAct, EarnTap
from handlers.owner.earning.policies import PolicyTap
from handlers.owner.guests.find_guest import FindTap
from handlers.owner.offers.offers import OfferTap
from handlers.owner.programme import launch
from handlers.owner.programme.versions import VersionTap
from handlers.owner.shared.form import Act
from handlers.owner.shared.navigation import Go, Place, back, go
from handlers.owner.trust.flags import FlagsTap
from handlers.routing import Tap
from handlers.screens import Row, button, keyboard
from messengers.words import Say
from services.back_office import flags, shop_numbers

PERIODS = (1, 7, 30)  # days

Ways = Sequence[Sequence[tuple[str, Tap]]]
"""Rows of buttons: the key of a label, and where it leads."""

FIRST: Ways = (
    (("guests-find", FindTap()), ("owner-go-broadcast", Go(to=Place.BROADCAST))),
    (("owner-go-numbers", Go(to=Place.NUMBERS)), ("owner-go-journal", Go(to=Place.JOURNAL))),
    (("owner-go-guests", Go(to=Place.GUESTS)), ("owner-go-speak", Go(to=Place.SPEAK))),
    (("owner-go-give", Go(to=Place.GIVE)), ("owner-go-setup", Go(to=Place.SETUP))),
)
"""What owners tap most, then the groups."""

GROUPS: Mapping[Place, Ways] = {
    Place.GUESTS: (
        (("guests-find", FindTap()), ("owner-go-segments", Go(to=Place.SEGMENTS))),
        (("question-groups", Go(to=Place.GROUPS)),),
        (
            ("owner-go-attributes", Go(to=Place.ATTRIBUTES)),
            ("owner-go-quizzes", Go(to=Place.QUIZZES)),
        ),
        (("owner-go-feedback", Go(to=Place.FEEDBACK)),),
    ),
    Place.SPEAK: (
        (("owner-go-broadcast", Go(to=Place.BROADCAST)),),
        (("owner-post-past", PostTap(act=PostAct.PAST)),),
        (("owner-go-offers", Go(to=Place.OFFERS)),),
        (("owner-offer-new", OfferTap(act="new")),),
        (("owner-offer-ready", OfferTap(act="ready")),),
    ),
    Place.GIVE: (
        (("owner-go-rewards", Go(to=Place.REWARDS)),),
        (("owner-go-stamps", Go(to=Place.STAMPS)),),
        (("owner-go-funds", Go(to=Place.FUNDS)),),
    ),
    Place.SETUP: (
        (("owner-go-rules", Go(to=Place.RULES)), ("owner-go-levels", Go(to=Place.LEVELS))),
        (("owner-go-earning", EarnTap(act=EarnAct.LIST)),),
        (("owner-go-policies", PolicyTap(act=Act.OPEN)),),
        (("owner-go-versions", VersionTap(act="list")),),
        (("owner-go-returns", Go(to=Place.RETURNS)), ("owner-go-trust", Go(to=Place.TRUST))),
        (("owner-go-goods", Go(to=Place.GOODS)), ("owner-go-staff", Go(to=Place.STAFF))),
        (("owner-go-poster", Go(to=Place.POSTER)), ("owner-go-import", Go(to=Place.IMPORT))),
    ),
}
"""Every section but the numbers and the journal is in one group; "back" leads from it to there."""


class PeriodTap(Tap, prefix="on"):
    days: int


def add_to(router: Router) -> None:
    router.message.register(open_room, Command("owner"))
    router.message.register(open_room, Pressed("menu-owner"))
    router.callback_query.register(home, Go.filter(F.to == Place.HOME))
    router.callback_query.register(group, Go.filter(F.to.in_(GROUPS)))
    router.callback_query.register(numbers, Go.filter(F.to == Place.NUMBERS))
    router.callback_query.register(period, PeriodTap.filter())


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
    rows = [await _waiting(desk), *_buttons(desk.say, FIRST)]
    if terms.launched_at is None:
        rows.insert(0, [go(desk.say, "owner-go-launch", Place.LAUNCH)])
    await desk.show("\n\n".join(lines), keyboard(*rows))


async def _waiting(desk: Desk) -> Row:
    """Of flags that nobody has answered; empty without."""
    count = await flags.count_open(desk.ctx, desk.actor_id)
    label = desk.say.label("owner-home-flags", count=count)
    return [button(label, FlagsTap(opened=True), style="primary")] if count else []


def _buttons(say: Say, ways: Ways) -> list[Row]:
    return [[button(say.label(key), tap) for key, tap in row] for row in ways]


async def group(desk: Desk, tap: Go) -> None:
    rows = _buttons(desk.say, GROUPS[tap.to])
    await desk.show(desk.say(f"owner-group-{tap.to}"), keyboard(*rows, back(desk.say)))


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
