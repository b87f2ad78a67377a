"""Segments: ask in words or by buttons, keep what is worth keeping, speak to whom it finds."""

from aiogram import F, Router
from aiogram.types import InlineKeyboardButton

from handlers.desk import Desk
from handlers.owner.audience.audience_words import wording
from handlers.owner.audience.purpose import way_out, words_of
from handlers.owner.audience.question_screen import ask, draw, draw_saved, question_of_screen
from handlers.owner.audience.question_taps import (
    AskAct,
    AskTap,
    QuestionForm,
    ask_button,
    back_to_question,
    number_of,
)
from handlers.owner.shared.navigation import (
    SENTENCE_LENGTH,
    STEP,
    Go,
    Place,
    back,
    on_acts,
    page_of,
    pages,
    short,
)
from handlers.routing import Tap
from handlers.screens import Row, button, in_rows, keyboard
from messengers.words import Say
from services.errors import Gone
from services.segments import frequency_limit, saved_segments
from services.segments.questions.combine import without
from services.segments.questions.ready_made import READY
from services.segments.questions.tree import conditions
from services.segments.sentences import LONGEST

DROPPED = 40
"""Conditions that have a button to leave them out: a keyboard has 10 KB."""


class DropTap(Tap, prefix="oqd"):
    """Ask a question, known by its mark, without the condition at a place."""

    place: int
    of: str


def add_to(router: Router) -> None:
    on = router.callback_query.register
    on(home, Go.filter(F.to == Place.SEGMENTS), flags=STEP)
    on(drop, DropTap.filter(), flags=STEP)
    on_acts(
        router,
        AskTap,
        {
            AskAct.OPEN: open_saved,
            AskAct.READY: ready,
            AskAct.TAKE: take_ready,
            AskAct.SHOW: return_to_question,
            AskAct.EDIT: edit,
        },
    )


async def home(desk: Desk, tap: Go) -> None:
    """The screen for typing a question; saved and ready-made ones are one tap away."""
    every = await saved_segments.every(desk.ctx, desk.actor_id)
    limit = await frequency_limit.offers_a_week(desk.ctx)
    await desk.state.set_state(QuestionForm.words)
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
                AskTap(act=AskAct.OPEN, value=str(one.id)),
            )
        ]
        for one in page_of(every, tap.page)
    ]
    await desk.show(
        desk.say("question-home"),
        keyboard(
            [
                ask_button(desk.say, AskAct.READY),
                ask_button(desk.say, AskAct.BUILD, style="primary"),
            ],
            [ask_button(desk.say, AskAct.LIST)],
            *rows,
            pages(Place.SEGMENTS, tap.page, len(every)),
            [button(desk.say.label("question-limit", count=limit or 0), AskTap(act=AskAct.LIMIT))],
            back(desk.say, Place.GUESTS),
        ),
    )


async def return_to_question(desk: Desk) -> None:
    data = await desk.state.get_data()
    if "segment" in data:
        await draw_saved(desk, data["segment"])
        return
    if "tree" not in data:
        await home(desk, Go(to=Place.SEGMENTS))
        return
    await desk.state.set_state(words_of(data))
    await draw(desk)


async def ready(desk: Desk) -> None:
    chips = [_ready_button(desk.say, name) for name in READY]
    out = way_out(desk.say, await desk.state.get_data())
    await desk.show(desk.say("question-ready-title"), keyboard(*in_rows(chips, 2), out))


def _ready_button(say: Say, name: str) -> InlineKeyboardButton:
    return button(say.label(f"segment-ready-{name}"), AskTap(act=AskAct.TAKE, value=name))


async def take_ready(desk: Desk, tap: AskTap) -> None:
    if tap.value not in READY:
        raise Gone
    await ask(desk, READY[tap.value])


async def open_saved(desk: Desk, tap: AskTap) -> None:
    await draw_saved(desk, number_of(tap.value))


async def edit(desk: Desk, tap: AskTap) -> None:
    """The question as text to be copied, corrected and sent."""
    data = await desk.state.get_data()
    node = question_of_screen(data, tap.value)
    await desk.state.set_state(words_of(data))
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
    await desk.show(text, keyboard(*rows, back_to_question(desk.say)))


def _without(say: Say, place: int, mark: str, words: str) -> InlineKeyboardButton:
    label = say.label("question-drop", question=words)
    return button(short(label, SENTENCE_LENGTH), DropTap(place=place, of=mark))


async def drop(desk: Desk, tap: DropTap) -> None:
    """The question without one of its conditions."""
    node = question_of_screen(await desk.state.get_data(), tap.of)
    await ask(desk, without(node, tap.place))
