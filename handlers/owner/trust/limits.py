"""Checks: what is still usual at the till, and each limit by itself."""

from collections.abc import Mapping

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from handlers.callback_middleware import Tap
from handlers.owner.shared.navigation import SENTENCE_LENGTH, STEP, Go, Place, Typed, back, short
from handlers.owner.trust import limit_words
from handlers.owner.trust.flags import FlagsTap
from handlers.screens import button, in_rows, keyboard, show
from messengers.words import Say
from services import programme
from services.back_office import flags
from services.context import Context
from services.enums import Suspicion
from services.fraud import fraud_limits
from services.fraud.fraud_limits import RANGES
from services.parsing.numbers import parse_money, parse_whole
from services.staff.identities import Visitor

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


class LimitTap(CallbackData, prefix="otl"):
    """None: only show the limit."""

    about: Suspicion
    value: int | None = None


def add_to(router: Router) -> None:
    router.callback_query.register(checks, Go.filter(F.to == Place.TRUST))
    router.callback_query.register(ask, LimitTap.filter(F.value.is_(None)), flags=STEP)
    router.callback_query.register(choose, LimitTap.filter())
    router.message.register(type_value, Typed(), Limiting.value, flags=STEP)


async def checks(event: CallbackQuery | Message, ctx: Context, say: Say, visitor: Visitor) -> None:
    watched = await fraud_limits.show(ctx, visitor.identity_id)
    waiting = await flags.count_open(ctx, visitor.identity_id)
    terms = await programme.current(ctx)
    rows = []
    for about in CHIPS:
        now = limit_words.value(say, terms, about, watched.limits.of(about))
        label = f"{limit_words.name(say, about)}: {now}"
        rows.append([button(short(label, SENTENCE_LENGTH), LimitTap(about=about))])
    lists = [
        button(say.label("trust-waiting", count=waiting), FlagsTap(opened=True)),
        button(say.label("trust-answered"), FlagsTap(opened=False)),
    ]
    await show(event, say("trust-checks"), keyboard(lists, *rows, back(say)))


async def ask(
    query: CallbackQuery,
    callback_data: LimitTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
) -> None:
    about = callback_data.about
    watched = await fraud_limits.show(ctx, visitor.identity_id)
    terms = await programme.current(ctx)
    await state.set_state(Limiting.value)
    await state.set_data({"about": about})
    chips = [
        button(limit_words.chip(say, about, number), LimitTap(about=about, value=number))
        for number in CHIPS[about]
    ]
    off = button(say.label("trust-switch-off"), LimitTap(about=about, value=OFF))
    text = say(
        "trust-ask",
        limit=limit_words.name(say, about),
        value=limit_words.value(say, terms, about, watched.limits.of(about)),
        hint=say.label(f"trust-hint-{about.replace('_', '-')}"),
    )
    if about is Suspicion.SIZE and watched.usual is not None:
        text += "\n\n" + say("trust-usual", amount=terms.money(watched.usual))
    await show(query, text, keyboard(*in_rows(chips, 3), [off], back(say, Place.TRUST)))


async def choose(
    query: CallbackQuery,
    callback_data: LimitTap,
    ctx: Context,
    say: Say,
    visitor: Visitor,
    tap: Tap,
) -> None:
    value = callback_data.value
    await fraud_limits.change(
        ctx, visitor.identity_id, callback_data.about, None if value == OFF else value
    )
    tap.toast(say.label("owner-saved"))
    await checks(query, ctx, say, visitor)


async def type_value(
    message: Message, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    """A number; about a receipt's size, an amount of money."""
    about = Suspicion((await state.get_data())["about"])
    typed = message.text or ""
    if about is Suspicion.SIZE:
        currency = (await programme.current(ctx)).currency
        amount = parse_money(typed, currency).minor
        await fraud_limits.change(ctx, visitor.identity_id, "size_amount", amount)
    else:
        allowed = RANGES[about]
        number = parse_whole(typed, least=allowed.least, most=allowed.most)
        await fraud_limits.change(ctx, visitor.identity_id, about, number)
    await state.clear()
    await checks(message, ctx, say, visitor)
