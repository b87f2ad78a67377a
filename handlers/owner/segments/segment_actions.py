"""How many a question and another have in common, and how often one may speak to a member."""

from aiogram import Router

from handlers.desk import Desk
from handlers.owner.audience.audience_words import SEGMENTS_SHOWN
from handlers.owner.audience.question_screen import mark_of, node_of, question_of_screen
from handlers.owner.audience.question_taps import (
    AskAct,
    AskTap,
    ask_button,
    back_to_question,
    number_of,
)
from handlers.owner.segments.segments import home
from handlers.owner.shared.navigation import Go, Place, back, on_acts, percent, short
from handlers.screens import button, in_rows, keyboard
from services.segments import frequency_limit, saved_segments, segment_figures
from services.segments.questions.ready_made import READY

A_WEEK = (1, 2, 3, 5, 7)


def add_to(router: Router) -> None:
    on_acts(
        router,
        AskTap,
        {
            AskAct.COMPARE: compare,
            AskAct.WITH: compare_with,
            AskAct.LIMIT: ask_limit,
            AskAct.LIMITED: set_limit,
        },
    )


async def compare(desk: Desk, tap: AskTap) -> None:
    """With which of the others: how many are in both?"""
    question_of_screen(await desk.state.get_data(), tap.value)
    own = [
        button(short(one.name), AskTap(act=AskAct.WITH, value=str(one.id)))
        for one in (await saved_segments.every(desk.ctx, desk.actor_id))[:SEGMENTS_SHOWN]
    ]
    made = [
        button(desk.say.label(f"segment-ready-{name}"), AskTap(act=AskAct.WITH, value=name))
        for name in READY
    ]
    await desk.show(
        desk.say("question-compare-with"),
        keyboard(*in_rows([*own, *made], 2), back_to_question(desk.say)),
    )


async def compare_with(desk: Desk, tap: AskTap) -> None:
    if tap.value in READY:
        other, name = READY[tap.value], desk.say.label(f"segment-ready-{tap.value}")
    else:
        one = await saved_segments.show(desk.ctx, desk.actor_id, number_of(tap.value))
        other, name = saved_segments.of(one.id), one.name
    data = await desk.state.get_data()
    node = node_of(data)
    found = await segment_figures.overlap(desk.ctx, desk.actor_id, node, other)
    text = desk.say(
        "question-overlap",
        name=name,
        both=found.both,
        first=found.first,
        second=found.second,
        of_first=percent(desk.say, found.both * 10_000 // found.first) if found.first else 0,
        of_second=percent(desk.say, found.both * 10_000 // found.second) if found.second else 0,
    )
    await desk.show(
        text,
        keyboard([ask_button(desk.say, AskAct.COMPARE, mark_of(data))], back_to_question(desk.say)),
    )


async def ask_limit(desk: Desk) -> None:
    """How many broadcasts and offers one member may have in a week."""
    limit = await frequency_limit.offers_a_week(desk.ctx)
    chips = [
        button(
            str(number),
            AskTap(act=AskAct.LIMITED, value=str(number)),
            style="primary" if number == limit else None,
        )
        for number in A_WEEK
    ]
    none = button(desk.say.label("question-no-limit"), AskTap(act=AskAct.LIMITED, value="0"))
    text = desk.say("question-limit-ask", count=limit or 0)
    await desk.show(text, keyboard(chips, [none], back(desk.say, Place.SEGMENTS)))


async def set_limit(desk: Desk, tap: AskTap) -> None:
    number = number_of(tap.value)
    await frequency_limit.set_offers_a_week(desk.ctx, desk.actor_id, number or None)
    await home(desk, Go(to=Place.SEGMENTS))
