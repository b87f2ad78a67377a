"""What an offer that is being made asks for, and how often it may be used."""

from collections.abc import Mapping
from typing import Any

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from handlers.owner.conditions.condition_editor import Asker
from handlers.owner.conditions.condition_questions import Part, ways
from handlers.owner.offers.offer_draft import (
    DRAFTED,
    DraftTap,
    Offering,
    card,
    conditions_of,
    offer_of,
    to_card,
)
from handlers.owner.shared.navigation import STEP, Typed
from handlers.screens import Row, button, in_rows, keyboard, show
from messengers.words import Say
from services import goods, programme
from services.context import Context
from services.enums import OfferKind
from services.errors import Gone
from services.offers.offer_editing import USES
from services.parsing.numbers import parse_whole
from services.pricing.codec import dump
from services.pricing.model import Conditions
from services.staff.identities import Visitor

ANY = 0
OFTEN = (1, 2, 3, 5, ANY)

SWITCHES = ("alone", "returns")
"""What an offer either is or is not, as fields of NewOffer."""


def add_to(router: Router) -> None:
    tap = router.callback_query.register
    for handler in (ask_conditions, switch, ask_uses, choose_uses):
        tap(handler, DraftTap.filter(F.act == handler.__name__), DRAFTED, flags=STEP)
    router.message.register(type_uses, Typed(), Offering.uses, flags=STEP)
    asker.add_to(router)


async def ask_conditions(
    event: Message | CallbackQuery, ctx: Context, say: Say, state: FSMContext
) -> None:
    """All conditions in words, each of them one tap away."""
    await state.set_state(Offering.conditions)
    new = offer_of(await state.get_data())
    said = await conditions_of(ctx, say, new)
    text = say(
        "owner-draft-ask-conditions",
        asked=said or "none",
        delivery=new.kind is OfferKind.DELIVERY,
    )
    terms, stock = await programme.current(ctx), await goods.assortment(ctx)
    await show(
        event,
        text,
        keyboard(
            *ways(say, terms, stock, new.conditions),
            # What is given with its message knows neither other offers nor a purchase to go back.
            *([_switch(say, name, on=getattr(new, name))] for name in SWITCHES if new.waits),
            to_card(say),
        ),
    )


def _switch(say: Say, name: str, *, on: bool) -> InlineKeyboardButton:
    label = say.label(f"owner-draft-{name}", on=on)
    return button(label, DraftTap(act="switch", value=name, more=not on))


async def switch(
    query: CallbackQuery, callback_data: DraftTap, ctx: Context, say: Say, state: FSMContext
) -> None:
    """The button says what it turns to, so that a double tap is one."""
    if callback_data.value not in SWITCHES:
        raise Gone
    await state.update_data({callback_data.value: bool(callback_data.more)})
    await ask_conditions(query, ctx, say, state)


def _onwards(say: Say, _data: Mapping[str, Any]) -> Row:
    """To the other conditions, or to the whole offer."""
    others = button(say.label("owner-draft-conditions-more"), DraftTap(act="ask_conditions"))
    return [others, button(say.label("owner-draft-done"), DraftTap(act="card"), style="primary")]


async def _write(state: FSMContext, asked: Conditions) -> None:
    await state.update_data(conditions=dump(asked))


async def _then(
    event: Message | CallbackQuery, ctx: Context, say: Say, state: FSMContext, _visitor: Visitor
) -> None:
    await ask_conditions(event, ctx, say, state)


asker = Asker(
    {Part.LINES: Offering.lines, Part.WHEN: Offering.when, Part.LEAST: Offering.least},
    DRAFTED,
    read=lambda data: offer_of(data).conditions,
    write=_write,
    onwards=_onwards,
    then=_then,
)


async def ask_uses(query: CallbackQuery, say: Say, state: FSMContext) -> None:
    await state.set_state(Offering.uses)
    chips = [
        button(
            say.label("owner-uses", uses=often or "any"), DraftTap(act="choose_uses", more=often)
        )
        for often in OFTEN
    ]
    await show(query, say("owner-draft-ask-uses"), keyboard(*in_rows(chips, 2), to_card(say)))


async def choose_uses(
    query: CallbackQuery,
    callback_data: DraftTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
) -> None:
    await state.update_data(uses=USES.check(callback_data.more or None))
    await card(query, ctx, say, state, visitor)


async def type_uses(
    message: Message, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    often = parse_whole(message.text or "", least=USES.least, most=USES.most)
    await state.update_data(uses=often)
    await card(message, ctx, say, state, visitor)
