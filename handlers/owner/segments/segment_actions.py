"""What can be done with a question: compare it, speak to whom it finds, and how often one may."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from handlers.owner.audience.audience_words import SEGMENTS_SHOWN
from handlers.owner.broadcasts import new_broadcast
from handlers.owner.offers import new_offer
from handlers.owner.offers.offer_draft import DEFAULTS
from handlers.owner.segments.question_screen import (
    AskTap,
    ask_button,
    mark_of,
    node_of,
    number_of,
    still,
    to_it,
)
from handlers.owner.segments.segments import home
from handlers.owner.shared.navigation import Go, Place, back, on_acts, percent, short
from handlers.screens import button, in_rows, keyboard, show
from messengers.words import Say
from services.context import Context
from services.segments import frequency_limit, saved_segments, segment_figures
from services.segments.questions.ready_made import READY
from services.staff.identities import Visitor

A_WEEK = (1, 2, 3, 5, 7)


def add_to(router: Router) -> None:
    on_acts(
        router,
        AskTap,
        {
            "compare": compare,
            "with": compare_with,
            "broadcast": to_broadcast,
            "offer": to_offer,
            "limit": ask_limit,
            "limited": set_limit,
        },
    )


async def compare(
    query: CallbackQuery,
    callback_data: AskTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
) -> None:
    """With which of the others: how many are in both?"""
    still(await state.get_data(), callback_data.value)
    own = [
        button(short(one.name), AskTap(act="with", value=str(one.id)))
        for one in (await saved_segments.every(ctx, visitor.identity_id))[:SEGMENTS_SHOWN]
    ]
    made = [
        button(say.label(f"segment-ready-{name}"), AskTap(act="with", value=name)) for name in READY
    ]
    await show(
        query, say("question-compare-with"), keyboard(*in_rows([*own, *made], 2), to_it(say))
    )


async def compare_with(
    query: CallbackQuery,
    callback_data: AskTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
) -> None:
    if callback_data.value in READY:
        other, name = READY[callback_data.value], say.label(f"segment-ready-{callback_data.value}")
    else:
        one = await saved_segments.show(ctx, visitor.identity_id, number_of(callback_data.value))
        other, name = saved_segments.of(one.id), one.name
    data = await state.get_data()
    node = node_of(data)
    found = await segment_figures.overlap(ctx, visitor.identity_id, node, other)
    text = say(
        "question-overlap",
        name=name,
        both=found.both,
        first=found.first,
        second=found.second,
        of_first=percent(say, found.both * 10_000 // found.first) if found.first else 0,
        of_second=percent(say, found.both * 10_000 // found.second) if found.second else 0,
    )
    await show(query, text, keyboard([ask_button(say, "compare", mark_of(data))], to_it(say)))


async def to_broadcast(
    query: CallbackQuery,
    callback_data: AskTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
) -> None:
    node = still(await state.get_data(), callback_data.value)
    await new_broadcast.ask_post(query, ctx, say, state, visitor, node)


async def to_offer(
    query: CallbackQuery,
    callback_data: AskTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
) -> None:
    node = still(await state.get_data(), callback_data.value)
    await state.set_data(dict(DEFAULTS))
    await new_offer.take_audience(query, ctx, say, state, visitor, node)


async def ask_limit(query: CallbackQuery, ctx: Context, say: Say) -> None:
    """How many broadcasts and offers one member may have in a week."""
    limit = await frequency_limit.offers_a_week(ctx)
    chips = [
        button(
            str(number),
            AskTap(act="limited", value=str(number)),
            style="primary" if number == limit else None,
        )
        for number in A_WEEK
    ]
    none = button(say.label("question-no-limit"), AskTap(act="limited", value="0"))
    text = say("question-limit-ask", count=limit or 0)
    await show(query, text, keyboard(chips, [none], back(say, Place.SEGMENTS)))


async def set_limit(
    query: CallbackQuery,
    callback_data: AskTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
) -> None:
    number = number_of(callback_data.value)
    await frequency_limit.set_offers_a_week(ctx, visitor.identity_id, number or None)
    await home(query, Go(to=Place.SEGMENTS), ctx, say, state, visitor)
