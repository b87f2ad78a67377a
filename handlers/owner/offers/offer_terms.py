"""The conditions and the number of uses of an offer that is being made."""

from collections.abc import Mapping
from typing import Any

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import InlineKeyboardButton

from handlers.desk import Desk
from handlers.owner.conditions.condition_editor import Asker
from handlers.owner.conditions.condition_questions import Part, ways
from handlers.owner.offers.offer_draft import (
    DRAFTED,
    DraftTap,
    OfferForm,
    card,
    conditions_of,
    offer_of,
    to_card,
)
from handlers.owner.shared.navigation import STEP, Typed
from handlers.screens import Row, button, in_rows, keyboard
from messengers.words import Say
from services import goods
from services.enums import OfferKind
from services.errors import Gone
from services.offers.offer_editing import USES
from services.parsing.numbers import parse_whole
from services.pricing.codec import dump
from services.pricing.model import Conditions

ANY = 0
OFTEN = (1, 2, 3, 5, ANY)

SWITCHES = ("alone", "returns")
"""Yes-or-no settings of an offer, as fields of NewOffer."""


def add_to(router: Router) -> None:
    tap = router.callback_query.register
    for handler in (ask_conditions, switch, ask_uses, choose_uses):
        tap(handler, DraftTap.filter(F.act == handler.__name__), DRAFTED, flags=STEP)
    router.message.register(type_uses, Typed(), OfferForm.uses, flags=STEP)
    asker.add_to(router)


async def ask_conditions(desk: Desk) -> None:
    """All conditions in words, each of them one tap away."""
    await desk.state.set_state(OfferForm.conditions)
    new = offer_of(await desk.state.get_data())
    said = await conditions_of(desk, new)
    text = desk.say(
        "owner-draft-ask-conditions",
        asked=said or "none",
        delivery=new.kind is OfferKind.DELIVERY,
    )
    terms, stock = await desk.terms(), await goods.assortment(desk.ctx)
    await desk.show(
        text,
        keyboard(
            *ways(desk.say, terms, stock, new.conditions),
            # What is given with its message knows neither other offers nor a purchase to go back.
            *([_switch(desk.say, name, on=getattr(new, name))] for name in SWITCHES if new.waits),
            to_card(desk.say),
        ),
    )


def _switch(say: Say, name: str, *, on: bool) -> InlineKeyboardButton:
    label = say.label(f"owner-draft-{name}", on=on)
    return button(label, DraftTap(act="switch", value=name, more=not on))


async def switch(desk: Desk, tap: DraftTap) -> None:
    """The button says what it turns to, so that a double tap is one."""
    if tap.value not in SWITCHES:
        raise Gone
    await desk.state.update_data({tap.value: bool(tap.more)})
    await ask_conditions(desk)


def _onwards(say: Say, _data: Mapping[str, Any]) -> Row:
    """To the other conditions, or to the whole offer."""
    others = button(say.label("owner-draft-conditions-more"), DraftTap(act="ask_conditions"))
    return [others, button(say.label("owner-draft-done"), DraftTap(act="card"), style="primary")]


async def _write(state: FSMContext, asked: Conditions) -> None:
    await state.update_data(conditions=dump(asked))


async def _then(desk: Desk) -> None:
    await ask_conditions(desk)


asker = Asker(
    {Part.LINES: OfferForm.lines, Part.WHEN: OfferForm.when, Part.LEAST: OfferForm.least},
    DRAFTED,
    read=lambda data: offer_of(data).conditions,
    write=_write,
    onwards=_onwards,
    then=_then,
)


async def ask_uses(desk: Desk) -> None:
    await desk.state.set_state(OfferForm.uses)
    chips = [
        button(
            desk.say.label("owner-uses", uses=often or "any"),
            DraftTap(act="choose_uses", more=often),
        )
        for often in OFTEN
    ]
    await desk.show(
        desk.say("owner-draft-ask-uses"), keyboard(*in_rows(chips, 2), to_card(desk.say))
    )


async def choose_uses(desk: Desk, tap: DraftTap) -> None:
    await desk.state.update_data(uses=USES.check(tap.more or None))
    await card(desk)


async def type_uses(desk: Desk) -> None:
    often = parse_whole(desk.message.text or "", least=USES.least, most=USES.most)
    await desk.state.update_data(uses=often)
    await card(desk)
