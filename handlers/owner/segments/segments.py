"""Segments: ask in words or by buttons, keep what is worth keeping, speak to whom it finds."""

from typing import Any

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from handlers.owner.audience.audience_words import wording
from handlers.owner.audience.unclear_sentence import explain
from handlers.owner.segments.question_screen import (
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
from handlers.screens import Row, button, in_rows, keyboard, show
from messengers.words import Say
from services.context import Context
from services.errors import Gone
from services.segments import frequency_limit, saved_segments
from services.segments.questions.combine import without
from services.segments.questions.ready_made import READY
from services.segments.questions.tree import conditions, to_json
from services.segments.sentences import LONGEST, Understood, understand
from services.staff.identities import Visitor

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


async def home(
    query: CallbackQuery,
    callback_data: Go,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
) -> None:
    """Where a question is typed; the saved ones and the ready-made ones are one tap away."""
    every = await saved_segments.every(ctx, visitor.identity_id)
    limit = await frequency_limit.offers_a_week(ctx)
    await state.set_state(Asking.words)
    await state.set_data({})
    rows: list[Row] = [
        [
            button(
                short(
                    say.label("question-line", name=one.name, frozen=one.frozen_at is not None),
                    SENTENCE_LENGTH,
                ),
                AskTap(act="open", value=str(one.id)),
            )
        ]
        for one in page_of(every, callback_data.page)
    ]
    await show(
        query,
        say("question-home"),
        keyboard(
            [ask_button(say, "ready"), ask_button(say, "build", style="primary")],
            [go(say, "question-groups", Place.GROUPS), ask_button(say, "list")],
            *rows,
            pages(Place.SEGMENTS, callback_data.page, len(every)),
            [button(say.label("question-limit", count=limit or 0), AskTap(act="limit"))],
            back(say),
        ),
    )


async def read(
    message: Message, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    """A question in words. What was not understood is never dropped without a word."""
    await _read(message, ctx, say, state, visitor, message.text or "")


async def _read(
    event: Message | CallbackQuery,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
    text: str,
) -> None:
    found = await understand(ctx, visitor.identity_id, text, say.language)
    if found.tree is not None and not found.unknown:
        await ask(event, ctx, say, state, visitor, found.tree)
        return
    data: dict[str, Any] = {"instead": found.instead}
    if found.tree is not None:
        data["tree"] = to_json(found.tree)
    await state.set_state(Asking.words)
    await state.set_data(data)
    await show(event, explain(say, text, found), keyboard(*_ways_on(say, found)))


def _ways_on(say: Say, found: Understood) -> list[Row]:
    rows: list[Row] = [
        [button(short(one, SENTENCE_LENGTH), AskTap(act="instead", value=str(place)))]
        for place, one in enumerate(found.instead)
    ]
    if found.tree is not None:
        rows.append([ask_button(say, "without")])
    return [*rows, [ask_button(say, "build")], back(say, Place.SEGMENTS)]


async def take_instead(
    query: CallbackQuery,
    callback_data: AskTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
) -> None:
    instead = (await state.get_data()).get("instead", [])
    try:
        text = instead[int(callback_data.value)]
    except (ValueError, IndexError) as error:
        raise Gone from error
    await _read(query, ctx, say, state, visitor, text)


async def take_without(
    query: CallbackQuery, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    """Ask without what was not understood: the owner has seen what that is."""
    await ask(query, ctx, say, state, visitor, node_of(await state.get_data()))


async def back_to_it(
    query: CallbackQuery, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    data = await state.get_data()
    if "segment" in data:
        await draw_saved(query, ctx, say, state, visitor, data["segment"])
        return
    if "tree" not in data:
        await home(query, Go(to=Place.SEGMENTS), ctx, say, state, visitor)
        return
    await state.set_state(Asking.words)
    await draw(query, ctx, say, state, visitor)


async def ready(query: CallbackQuery, say: Say) -> None:
    chips = [_ready_button(say, name) for name in READY]
    await show(
        query, say("question-ready-title"), keyboard(*in_rows(chips, 2), back(say, Place.SEGMENTS))
    )


def _ready_button(say: Say, name: str) -> InlineKeyboardButton:
    return button(say.label(f"segment-ready-{name}"), AskTap(act="take", value=name))


async def take_ready(
    query: CallbackQuery,
    callback_data: AskTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
) -> None:
    if callback_data.value not in READY:
        raise Gone
    await ask(query, ctx, say, state, visitor, READY[callback_data.value])


async def open_saved(
    query: CallbackQuery,
    callback_data: AskTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
) -> None:
    await draw_saved(query, ctx, say, state, visitor, number_of(callback_data.value))


async def edit(
    query: CallbackQuery, callback_data: AskTap, ctx: Context, say: Say, state: FSMContext
) -> None:
    """The question as text to be copied, corrected and sent."""
    node = still(await state.get_data(), callback_data.value)
    await state.set_state(Asking.words)
    words, every = await wording(ctx, say), list(conditions(node))
    rows: list[Row] = [
        [_without(say, place, callback_data.value, words.of(one))]
        for place, one in enumerate(every[:DROPPED])
        if len(every) > 1
    ]
    whole = words.whole(node)
    text = (
        say("question-edit-how", question=whole)
        if len(whole) <= LONGEST
        else say("question-edit-long", question=words.of(node))
    )
    await show(query, text, keyboard(*rows, to_it(say)))


def _without(say: Say, place: int, mark: str, words: str) -> InlineKeyboardButton:
    label = say.label("question-drop", question=words)
    return button(short(label, SENTENCE_LENGTH), DropTap(place=place, of=mark))


async def drop(
    query: CallbackQuery,
    callback_data: DropTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
) -> None:
    """The question without one of its conditions."""
    node = still(await state.get_data(), callback_data.of)
    await ask(query, ctx, say, state, visitor, without(node, callback_data.place))
