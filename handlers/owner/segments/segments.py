"""Segments: ask in words or by buttons, keep what is worth keeping, speak to whom it finds."""

from typing import Any

from aiogram import F, Router
from aiogram.types import InlineKeyboardButton

from handlers.desk import Desk
from handlers.owner.audience.audience_words import wording
from handlers.owner.audience.question_screen import (
    Asking,
    AskTap,
    DropTap,
    ask,
    ask_button,
    draw,
    draw_saved,
    node_of,
    number_of,
    still,
    to_it,
)
from handlers.owner.audience.sentences import explain
from handlers.owner.shared.navigation import (
    SENTENCE_LENGTH,
    STEP,
    Go,
    Place,
    Typed,
    back,
    go,
    on_acts,
    page_of,
    pages,
    short,
)
from handlers.screens import Row, button, in_rows, keyboard
from messengers.words import Say
from services.errors import Gone
from services.segments import frequency_limit, saved_segments
from services.segments.questions.combine import without
from services.segments.questions.ready_made import READY
from services.segments.questions.tree import conditions, to_json
from services.segments.sentences import LONGEST, Understood, understand

DROPPED = 40
"""Conditions that have a button to leave them out: a keyboard has 10 KB."""


def add_to(router: Router) -> None:
    on, message = router.callback_query.register, router.message.register
    on(home, Go.filter(F.to == Place.SEGMENTS), flags=STEP)
    message(read, Typed(), Asking.words, flags=STEP)
    on(drop, DropTap.filter(), flags=STEP)
    on_acts(
        router,
        AskTap,
        {
            "open": open_saved,
            "ready": ready,
            "take": take_ready,
            "instead": take_instead,
            "without": take_without,
            "show": back_to_it,
            "edit": edit,
        },
    )


async def home(desk: Desk, tap: Go) -> None:
    """Where a question is typed; the saved ones and the ready-made ones are one tap away."""
    every = await saved_segments.every(desk.ctx, desk.actor_id)
    limit = await frequency_limit.offers_a_week(desk.ctx)
    await desk.state.set_state(Asking.words)
    await desk.state.set_data({})
    rows: list[Row] = [
        [
            button(
                short(
                    desk.say.label(
                        "question-line", name=one.name, frozen=one.frozen_at is not None
                    ),
                    SENTENCE_LENGTH,
                ),
                AskTap(act="open", value=str(one.id)),
            )
        ]
        for one in page_of(every, tap.page)
    ]
    await desk.show(
        desk.say("question-home"),
        keyboard(
            [ask_button(desk.say, "ready"), ask_button(desk.say, "build", style="primary")],
            [go(desk.say, "question-groups", Place.GROUPS), ask_button(desk.say, "list")],
            *rows,
            pages(Place.SEGMENTS, tap.page, len(every)),
            [button(desk.say.label("question-limit", count=limit or 0), AskTap(act="limit"))],
            back(desk.say),
        ),
    )


async def read(desk: Desk) -> None:
    """A question in words. What was not understood is never dropped without a word."""
    await _read(desk, desk.message.text or "")


async def _read(desk: Desk, text: str) -> None:
    found = await understand(desk.ctx, desk.actor_id, text, desk.say.language)
    if found.tree is not None and not found.unknown:
        await ask(desk, found.tree)
        return
    data: dict[str, Any] = {"instead": found.instead}
    if found.tree is not None:
        data["tree"] = to_json(found.tree)
    await desk.state.set_state(Asking.words)
    await desk.state.set_data(data)
    await desk.show(explain(desk.say, text, found), keyboard(*_ways_on(desk.say, found)))


def _ways_on(say: Say, found: Understood) -> list[Row]:
    rows: list[Row] = [
        [button(short(one, SENTENCE_LENGTH), AskTap(act="instead", value=str(place)))]
        for place, one in enumerate(found.instead)
    ]
    if found.tree is not None:
        rows.append([ask_button(say, "without")])
    return [*rows, [ask_button(say, "build")], back(say, Place.SEGMENTS)]


async def take_instead(desk: Desk, tap: AskTap) -> None:
    instead = (await desk.state.get_data()).get("instead", [])
    try:
        text = instead[int(tap.value)]
    except (ValueError, IndexError) as error:
        raise Gone from error
    await _read(desk, text)


async def take_without(desk: Desk) -> None:
    """Ask without what was not understood: the owner has seen what that is."""
    await ask(desk, node_of(await desk.state.get_data()))


async def back_to_it(desk: Desk) -> None:
    data = await desk.state.get_data()
    if "segment" in data:
        await draw_saved(desk, data["segment"])
        return
    if "tree" not in data:
        await home(desk, Go(to=Place.SEGMENTS))
        return
    await desk.state.set_state(Asking.words)
    await draw(desk)


async def ready(desk: Desk) -> None:
    chips = [_ready_button(desk.say, name) for name in READY]
    await desk.show(
        desk.say("question-ready-title"),
        keyboard(*in_rows(chips, 2), back(desk.say, Place.SEGMENTS)),
    )


def _ready_button(say: Say, name: str) -> InlineKeyboardButton:
    return button(say.label(f"segment-ready-{name}"), AskTap(act="take", value=name))


async def take_ready(desk: Desk, tap: AskTap) -> None:
    if tap.value not in READY:
        raise Gone
    await ask(desk, READY[tap.value])


async def open_saved(desk: Desk, tap: AskTap) -> None:
    await draw_saved(desk, number_of(tap.value))


async def edit(desk: Desk, tap: AskTap) -> None:
    """The question as text to be copied, corrected and sent."""
    node = still(await desk.state.get_data(), tap.value)
    await desk.state.set_state(Asking.words)
    words, every = await wording(desk.ctx, desk.say), list(conditions(node))
    rows: list[Row] = [
        [_without(desk.say, place, tap.value, words.of(one))]
        for place, one in enumerate(every[:DROPPED])
        if len(every) > 1
    ]
    whole = words.whole(node)
    text = (
        desk.say("question-edit-how", question=whole)
        if len(whole) <= LONGEST
        else desk.say("question-edit-long", question=words.of(node))
    )
    await desk.show(text, keyboard(*rows, to_it(desk.say)))


def _without(say: Say, place: int, mark: str, words: str) -> InlineKeyboardButton:
    label = say.label("question-drop", question=words)
    return button(short(label, SENTENCE_LENGTH), DropTap(place=place, of=mark))


async def drop(desk: Desk, tap: DropTap) -> None:
    """The question without one of its conditions."""
    node = still(await desk.state.get_data(), tap.of)
    await ask(desk, without(node, tap.place))
