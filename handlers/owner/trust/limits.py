"""Checks: what is still usual at the till, and each limit by itself."""

from collections.abc import Mapping

from aiogram import F, Router
from aiogram.fsm.state import State, StatesGroup

from handlers.desk import Desk
from handlers.owner.shared.fields import Asked, Chip, Field, Values, money, number_in
from handlers.owner.shared.form import Act, Form, FormTap
from handlers.owner.shared.navigation import SENTENCE_LENGTH, Go, Place, back, short
from handlers.owner.trust import limit_words
from handlers.owner.trust.flags import FlagsTap
from handlers.screens import button, keyboard
from services.back_office import flags
from services.enums import Suspicion
from services.fraud import fraud_limits
from services.fraud.fraud_limits import RANGES

CHIPS: Mapping[Suspicion, tuple[int, ...]] = {
    Suspicion.CARD_A_DAY: (2, 3, 5, 10, 20),
    Suspicion.CASHIER_AN_HOUR: (20, 40, 60, 100, 200),
    Suspicion.FAMILY: (1,),
    Suspicion.SIZE: (3, 5, 10, 20, 50),
    Suspicion.REDEMPTIONS: (1, 2, 3, 5, 10),
    Suspicion.CODES: (3, 5, 10),
}
"""Values that shops usually choose, in the order of the screen."""


class LimitForm(StatesGroup):
    value = State()  # a limit is on the screen, its value may be typed


class LimitTap(FormTap, prefix="otl"):
    pass


def add_to(router: Router) -> None:
    router.callback_query.register(checks, Go.filter(F.to == Place.TRUST))
    form.add_to(router)


async def checks(desk: Desk) -> None:
    watched = await fraud_limits.show(desk.ctx, desk.actor_id)
    waiting = await flags.count_open(desk.ctx, desk.actor_id)
    terms = await desk.terms()
    rows = []
    for about in CHIPS:
        now = limit_words.value(desk.say, terms, about, watched.limits.of(about))
        label = f"{limit_words.name(desk.say, about)}: {now}"
        rows.append([button(short(label, SENTENCE_LENGTH), form.to(Act.EDIT, field=about))])
    lists = [
        button(desk.say.label("trust-waiting", count=waiting), FlagsTap(opened=True)),
        button(desk.say.label("trust-answered"), FlagsTap(opened=False)),
    ]
    await desk.show(desk.say("trust-checks"), keyboard(lists, *rows, back(desk.say, Place.SETUP)))


def _limit(about: Suspicion) -> Field:
    """The row of one limit. A typed amount of money is another limit on a receipt's size."""

    async def question(asked: Asked) -> str:
        desk, terms = asked.desk, asked.terms
        watched = await fraud_limits.show(desk.ctx, desk.actor_id)
        text = desk.say(
            "trust-ask",
            limit=limit_words.name(desk.say, about),
            value=limit_words.value(desk.say, terms, about, watched.limits.of(about)),
            hint=desk.say.label(f"trust-hint-{about.replace('_', '-')}"),
        )
        if about is Suspicion.SIZE and watched.usual is not None:
            text += "\n\n" + desk.say("trust-usual", amount=terms.money(watched.usual))
        return text

    async def chips(asked: Asked) -> list[Chip]:
        say = asked.say
        off = Chip(say.label("trust-switch-off"), "off", {about: None}, alone=True)
        return [
            *(
                Chip(limit_words.chip(say, about, one), str(one), {about: one})
                for one in CHIPS[about]
            ),
            off,
        ]

    def size(asked: Asked, text: str) -> Values:
        return {"size_amount": money(asked, text)}

    read = size if about is Suspicion.SIZE else number_in(RANGES[about])
    return Field(about, read, chips, question=question)


async def _change(desk: Desk, _: int, values: Values) -> None:
    for name, value in values.items():
        await fraud_limits.change(desk.ctx, desk.actor_id, name, value)


form = Form(
    name="limit",
    tap=LimitTap,
    asking=LimitForm.value,
    fields=tuple(map(_limit, CHIPS)),
    change=_change,
    show=lambda desk, _: checks(desk),
    out=lambda say, _: back(say, Place.TRUST),
    toast=True,
)
