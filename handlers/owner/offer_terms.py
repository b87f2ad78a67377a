"""What an offer that is being made asks for: goods, a receipt, and how often it may be used."""

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from handlers.owner.offer_draft import DRAFTED, DraftTap, Offering, ask, card, to_card
from handlers.owner.steps import STEP, Typed, short
from handlers.screens import button, in_rows, keyboard, show
from messengers.words import Say
from services import goods, programme
from services.context import Context
from services.goods import Shelf
from services.numbers import parse_money, parse_whole
from services.offer_making import USES
from services.people import Visitor

MOST_CATEGORIES = 90
"""Buttons to choose from; Telegram takes a hundred."""

ANY = 0
LEAST = (1_000, 2_000, 3_000, 5_000)
"""Of a receipt, in points' worth: round sums in every currency."""

OFTEN = (1, 2, 3, 5, ANY)


def add_to(router: Router) -> None:
    tap, message = router.callback_query.register, router.message.register
    for handler in (ask_goods, choose_goods, ask_least, choose_least, ask_uses, choose_uses):
        act = DraftTap.filter(F.act == handler.__name__)
        tap(handler, act, DRAFTED, flags=STEP)
    message(type_goods, Typed(), Offering.goods, flags=STEP)
    message(type_least, Typed(), Offering.least, flags=STEP)
    message(type_uses, Typed(), Offering.uses, flags=STEP)


async def ask_goods(query: CallbackQuery, ctx: Context, say: Say, state: FSMContext) -> None:
    await state.set_state(Offering.goods)
    categories = (await goods.wares(ctx, Shelf.CATEGORY))[:MOST_CATEGORIES]
    chips = [_chip("choose_goods", short(one.name), one.id) for one in categories]
    everything = [_chip("choose_goods", say.label("owner-draft-everything"), ANY)]
    text = say("owner-draft-ask-goods")
    await show(query, text, keyboard(everything, *in_rows(chips, 2), to_card(say)))


async def choose_goods(
    query: CallbackQuery,
    callback_data: DraftTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
) -> None:
    chosen = callback_data.more
    if chosen != ANY:
        await goods.ware(ctx, Shelf.CATEGORY, chosen)
    await ask(state, categories=None if chosen == ANY else [chosen])
    await card(query, ctx, say, state, visitor)


async def type_goods(
    message: Message, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    """A category by name, also a new one."""
    category = await goods.add(ctx, visitor.identity_id, Shelf.CATEGORY, message.text or "")
    await ask(state, categories=[category])
    await card(message, ctx, say, state, visitor)


async def ask_least(query: CallbackQuery, ctx: Context, say: Say, state: FSMContext) -> None:
    await state.set_state(Offering.least)
    terms = await programme.current(ctx)
    chips = [
        _chip("choose_least", say.money(terms.worth(points)), terms.worth(points).minor)
        for points in LEAST
    ]
    any_receipt = [_chip("choose_least", say.label("owner-draft-any-receipt"), ANY)]
    text = say("owner-draft-ask-least")
    await show(query, text, keyboard(any_receipt, *in_rows(chips, 2), to_card(say)))


async def choose_least(
    query: CallbackQuery,
    callback_data: DraftTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
) -> None:
    await ask(state, least=max(0, callback_data.more))
    await card(query, ctx, say, state, visitor)


async def type_least(
    message: Message, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    currency = (await programme.current(ctx)).currency
    await ask(state, least=parse_money(message.text or "", currency).minor)
    await card(message, ctx, say, state, visitor)


async def ask_uses(query: CallbackQuery, say: Say, state: FSMContext) -> None:
    await state.set_state(Offering.uses)
    chips = [
        _chip("choose_uses", say.label("owner-uses", uses=often or "any"), often) for often in OFTEN
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


def _chip(act: str, label: str, more: int) -> InlineKeyboardButton:
    return button(label, DraftTap(act=act, more=more))
