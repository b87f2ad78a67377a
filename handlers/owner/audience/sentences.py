"""A question in words: it is read here only. What was not understood is shown, never dropped
without a word.
"""

import html
from collections.abc import Sequence
from typing import Any

from aiogram import Router

from handlers.desk import Desk
from handlers.owner.audience.purpose import begin, way_out
from handlers.owner.audience.question_screen import go_on, node_of
from handlers.owner.audience.question_taps import (
    AskAct,
    AskTap,
    QuestionForm,
    ask_button,
    number_of,
)
from handlers.owner.shared.navigation import SENTENCE_LENGTH, STEP, Typed, short
from handlers.screens import Row, button, keyboard
from messengers.words import Say
from services.errors import Gone
from services.segments.questions.tree import to_json
from services.segments.sentences import Understood, Unknown, understand

NEAREST_SHOWN = 3
UNCLEAR_SHOWN = 5
"""The most unknown words, each with similar ones, that a message shows."""


def add_to(router: Router) -> None:
    on, message = router.callback_query.register, router.message.register
    message(take_sentence, Typed(), QuestionForm.words, flags=STEP)
    message(take_sentence, Typed(), QuestionForm.audience, flags=STEP)
    on(take_instead, AskTap.on(AskAct.INSTEAD), flags=STEP)
    on(take_without, AskTap.on(AskAct.WITHOUT), flags=STEP)


async def take_sentence(desk: Desk) -> None:
    await _read(desk, desk.message.text or "")


async def take_instead(desk: Desk, tap: AskTap) -> None:
    instead = (await desk.state.get_data()).get("instead", [])
    place = number_of(tap.value)
    if place >= len(instead):
        raise Gone
    await _read(desk, instead[place])


async def take_without(desk: Desk) -> None:
    """Go on without what was not understood: the owner has seen what that is."""
    await go_on(desk, node_of(await desk.state.get_data()))


async def _read(desk: Desk, text: str) -> None:
    found = await understand(desk.ctx, desk.actor_id, text, desk.say.language)
    if found.tree is not None and not found.unknown:
        await go_on(desk, found.tree)
        return
    data: dict[str, Any] = {"instead": found.instead}
    if found.tree is not None:
        data["tree"] = to_json(found.tree)
    data = await begin(desk, **data)
    await desk.show(explain(desk.say, text, found), keyboard(*_ways_on(desk.say, found, data)))


def _ways_on(say: Say, found: Understood, data: dict[str, Any]) -> list[Row]:
    rows: list[Row] = [
        [button(short(one, SENTENCE_LENGTH), AskTap(act=AskAct.INSTEAD, value=str(place)))]
        for place, one in enumerate(found.instead)
    ]
    if found.tree is not None:
        rows.append([ask_button(say, AskAct.WITHOUT)])
    return [*rows, [ask_button(say, AskAct.BUILD)], way_out(say, data)]


def explain(say: Say, text: str, read: Understood) -> str:
    """The text with underlined what was not understood, and the nearest that exists, as HTML."""
    lines = [say("question-unclear"), underlined(text, read.unknown)]
    lines += [
        say("question-nearest", text=one.text, nearest=", ".join(one.nearest[:NEAREST_SHOWN]))
        for one in [one for one in read.unknown if one.nearest][:UNCLEAR_SHOWN]
    ]
    lines.append(say("question-instead", ways=len(read.instead)))
    return "\n\n".join(lines)


def underlined(text: str, unknown: Sequence[Unknown]) -> str:
    shown, end = "", 0
    for one in unknown:
        shown += html.escape(text[end : one.start], quote=False)
        shown += f"<u>{html.escape(text[one.start : one.end], quote=False)}</u>"
        end = one.end
    return shown + html.escape(text[end:], quote=False)
