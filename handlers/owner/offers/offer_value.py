"""What an offer that is being made gives, and for how long."""

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.owner.offers import offer_words
from handlers.owner.offers.offer_draft import DRAFTED, DraftTap, Offering, card, to_card
from handlers.owner.shared.navigation import STEP, Typed
from handlers.screens import button, in_rows, keyboard, show
from messengers.words import Say
from services import programme
from services.context import Context
from services.enums import OfferKind
from services.errors import Gone
from services.offers.offer_editing import LONGEST, PERCENTS, VALUES
from services.parsing.numbers import parse_money, parse_whole
from services.programme.settings import parse_percent
from services.staff.identities import Visitor

VALID = (3, 7, 14, 30)  # days


def add_to(router: Router) -> None:
    tap, message = router.callback_query.register, router.message.register
    for handler in (ask_gift, choose_gift, ask_days, choose_days):
        tap(handler, DraftTap.filter(F.act == handler.__name__), DRAFTED, flags=STEP)
    message(type_gift, Typed(), Offering.gift, flags=STEP)
    message(type_days, Typed(), Offering.days, flags=STEP)


async def ask_gift(query: CallbackQuery, ctx: Context, say: Say, state: FSMContext) -> None:
    await state.set_state(Offering.gift)
    terms = await programme.current(ctx)
    chips = [
        button(
            offer_words.what(say, terms, kind, value),
            DraftTap(act="choose_gift", value=kind, more=value),
        )
        for kind, value in offer_words.usual(terms)
    ]
    await show(query, say("owner-draft-ask-gift"), keyboard(*in_rows(chips, 2), to_card(say)))


async def choose_gift(
    query: CallbackQuery,
    callback_data: DraftTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
) -> None:
    if callback_data.value not in set(OfferKind):
        raise Gone
    await state.update_data(kind=callback_data.value, value=callback_data.more)
    await card(query, ctx, say, state, visitor)


async def type_gift(
    message: Message, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    """A number of what is chosen now; of points when that has none."""
    text = message.text or ""
    kind = OfferKind((await state.get_data())["kind"])
    if kind is OfferKind.PERCENT or text.strip().endswith("%"):
        kind, value = OfferKind.PERCENT, parse_percent(text, most=PERCENTS.most)
    elif kind is OfferKind.AMOUNT:
        value = parse_money(text, (await programme.current(ctx)).currency).minor
    else:
        kind = kind if kind in VALUES else OfferKind.POINTS
        value = parse_whole(text, least=VALUES[kind].least, most=VALUES[kind].most)
    await state.update_data(kind=kind, value=value)
    await card(message, ctx, say, state, visitor)


async def ask_days(query: CallbackQuery, say: Say, state: FSMContext) -> None:
    await state.set_state(Offering.days)
    chips = [
        button(say.label("owner-life", days=days), DraftTap(act="choose_days", more=days))
        for days in VALID
    ]
    await show(query, say("owner-draft-ask-days"), keyboard(*in_rows(chips, 2), to_card(say)))


async def choose_days(
    query: CallbackQuery,
    callback_data: DraftTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
) -> None:
    await state.update_data(valid_days=callback_data.more)
    await card(query, ctx, say, state, visitor)


async def type_days(
    message: Message, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    await state.update_data(valid_days=parse_whole(message.text or "", least=1, most=LONGEST))
    await card(message, ctx, say, state, visitor)
