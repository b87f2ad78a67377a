"""Checks: what is still usual at the till, and each limit by itself."""

from collections.abc import Mapping

from aiogram import F, Router
from aiogram.fsm.state import State, StatesGroup

from handlers.desk import Desk
from handlers.owner.shared.navigation import SENTENCE_LENGTH, STEP, Go, Place, Typed, back, short
from handlers.owner.trust import limit_words
from handlers.owner.trust.flags import FlagsTap
from handlers.routing import Tap
from handlers.screens import button, in_rows, keyboard
from services.back_office import flags
from services.enums import Suspicion
from services.fraud import fraud_limits
from services.fraud.fraud_limits import RANGES
from services.parsing.numbers import parse_money, parse_whole

OFF = 0
"""Of a tap: the check is off. No limit is as small."""

CHIPS: Mapping[Suspicion, tuple[int, ...]] = {
    Suspicion.CARD_A_DAY: (2, 3, 5, 10, 20),
    Suspicion.CASHIER_AN_HOUR: (20, 40, 60, 100, 200),
    Suspicion.FAMILY: (1,),
    Suspicion.SIZE: (3, 5, 10, 20, 50),
    Suspicion.REDEMPTIONS: (1, 2, 3, 5, 10),
    Suspicion.CODES: (3, 5, 10),
}
"""Values that shops usually choose, in the order of the screen."""


class Limiting(StatesGroup):
    value = State()  # a limit is on the screen, its value may be typed


class LimitTap(Tap, prefix="otl"):
    """None: only show the limit."""

    about: Suspicion
    value: int | None = None


def add_to(router: Router) -> None:
    router.callback_query.register(checks, Go.filter(F.to == Place.TRUST))
    router.callback_query.register(ask, LimitTap.filter(F.value.is_(None)), flags=STEP)
    router.callback_query.register(choose, LimitTap.filter())
    router.message.register(type_value, Typed(), Limiting.value, flags=STEP)


async def checks(desk: Desk) -> None:
    watched = await fraud_limits.show(desk.ctx, desk.actor_id)
    waiting = await flags.count_open(desk.ctx, desk.actor_id)
    terms = await desk.terms()
    rows = []
    for about in CHIPS:
        now = limit_words.value(desk.say, terms, about, watched.limits.of(about))
        label = f"{limit_words.name(desk.say, about)}: {now}"
        rows.append([button(short(label, SENTENCE_LENGTH), LimitTap(about=about))])
    lists = [
        button(desk.say.label("trust-waiting", count=waiting), FlagsTap(opened=True)),
        button(desk.say.label("trust-answered"), FlagsTap(opened=False)),
    ]
    await desk.show(desk.say("trust-checks"), keyboard(lists, *rows, back(desk.say)))


async def ask(desk: Desk, tap: LimitTap) -> None:
    about = tap.about
    watched = await fraud_limits.show(desk.ctx, desk.actor_id)
    terms = await desk.terms()
    await desk.state.set_state(Limiting.value)
    await desk.state.set_data({"about": about})
    chips = [
        button(limit_words.chip(desk.say, about, number), LimitTap(about=about, value=number))
        for number in CHIPS[about]
    ]
    off = button(desk.say.label("trust-switch-off"), LimitTap(about=about, value=OFF))
    text = desk.say(
        "trust-ask",
        limit=limit_words.name(desk.say, about),
        value=limit_words.value(desk.say, terms, about, watched.limits.of(about)),
        hint=desk.say.label(f"trust-hint-{about.replace('_', '-')}"),
    )
    if about is Suspicion.SIZE and watched.usual is not None:
        text += "\n\n" + desk.say("trust-usual", amount=terms.money(watched.usual))
    await desk.show(text, keyboard(*in_rows(chips, 3), [off], back(desk.say, Place.TRUST)))


async def choose(desk: Desk, tap: LimitTap) -> None:
    value = tap.value
    await fraud_limits.change(desk.ctx, desk.actor_id, tap.about, None if value == OFF else value)
    desk.toast("owner-saved")
    await checks(desk)


async def type_value(desk: Desk) -> None:
    """A number; about a receipt's size, an amount of money."""
    about = Suspicion((await desk.state.get_data())["about"])
    typed = desk.message.text or ""
    if about is Suspicion.SIZE:
        currency = (await desk.terms()).currency
        amount = parse_money(typed, currency).minor
        await fraud_limits.change(desk.ctx, desk.actor_id, "size_amount", amount)
    else:
        allowed = RANGES[about]
        number = parse_whole(typed, least=allowed.least, most=allowed.most)
        await fraud_limits.change(desk.ctx, desk.actor_id, about, number)
    await desk.state.clear()
    await checks(desk)
