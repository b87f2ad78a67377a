"""A question on the screen: in words, whom it finds, in figures, and what can be done with it."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from zlib import crc32

from aiogram import Router

from handlers.desk import Desk
from handlers.owner.audience import purpose
from handlers.owner.audience.audience_words import Wording, reach_text, wording
from handlers.owner.audience.question_taps import AskAct, AskTap, ask_button
from handlers.owner.shared.navigation import STEP, GuestTap, percent, short
from handlers.screens import Row, button, keyboard
from messengers import segment_words
from messengers.words import Say
from services.errors import Gone
from services.segments import sample_members, saved_segments, segment_figures
from services.segments.questions.attribute import Kind
from services.segments.questions.tree import Node, from_json, to_json
from services.segments.sample_members import Sample, SampleFact
from services.segments.segment_figures import Figures

FACT_LENGTH = 100
"""Letters of one thing about a sample: there are five of them with four things each."""


def add_to(router: Router) -> None:
    speaking = AskTap.on(AskAct.USE, AskAct.BROADCAST, AskAct.OFFER)
    router.callback_query.register(use, speaking, flags=STEP)


def node_of(data: Mapping[str, Any]) -> Node:
    """The question that a conversation is about. Raises Gone when it is about none (any more)."""
    if "tree" not in data:
        raise Gone
    return from_json(data["tree"])


def mark_of(data: Mapping[str, Any]) -> str:
    """A short mark, for buttons, that tells the conversation's question from others."""
    return f"{crc32(json.dumps(data.get('tree'), sort_keys=True).encode()):x}"


def question_of_screen(data: Mapping[str, Any], mark: str) -> Node:
    """The question that the tapped screen shows. Raises Gone when the conversation has left it:
    else a screen left open would save, or write to, whom another question finds.
    """
    if mark != mark_of(data):
        raise Gone
    return node_of(data)


async def go_on(desk: Desk, node: Node) -> None:
    """Go on with a question that was chosen or said: to its purpose; without one, on the screen."""
    asked_for = purpose.purpose_of(await desk.state.get_data())
    await (asked_for.then if asked_for else ask)(desk, node)


async def ask(desk: Desk, node: Node) -> None:
    """Put a question on the screen, the conversation being about it from now on."""
    await purpose.begin(desk, tree=to_json(node))
    await draw(desk)


async def use(desk: Desk, tap: AskTap) -> None:
    """Speak to whom the question finds."""
    data = await desk.state.get_data()
    node = question_of_screen(data, tap.value)
    await purpose.named(tap.act, data).then(desk, node)


async def draw(desk: Desk) -> None:
    """The question of the conversation, or the saved segment that it is about, as it stands."""
    data = await desk.state.get_data()
    words = await wording(desk.ctx, desk.say)
    title = desk.say("question-title", question=words.of(node_of(data)))
    mark = mark_of(data)
    ways: list[Row] = [
        [ask_button(desk.say, AskAct.ADD, mark), ask_button(desk.say, AskAct.EDIT, mark)],
        [ask_button(desk.say, AskAct.SAVE, mark), ask_button(desk.say, AskAct.FREEZE, mark)],
    ]
    await _draw(desk, words, data, [title], ways)


async def draw_saved(desk: Desk, segment_id: int) -> None:
    """A saved segment. Changing its question makes a new one: what names it keeps its meaning."""
    one, words = (
        await saved_segments.show(desk.ctx, desk.actor_id, segment_id),
        await wording(desk.ctx, desk.say),
    )
    data = await purpose.begin(desk, tree=to_json(one.node), segment=one.id)
    lines = [
        desk.say(
            "question-saved",
            name=one.name,
            question=words.of(one.asked),
            frozen=one.frozen_at or "no",
        )
    ]
    mark = mark_of(data)
    ways: list[Row] = [[ask_button(desk.say, AskAct.ADD, mark)]]
    if one.frozen_at is None:
        ways = [
            [ask_button(desk.say, AskAct.ADD, mark), ask_button(desk.say, AskAct.EDIT, mark)],
            [ask_button(desk.say, AskAct.FREEZE, mark)],
        ]
    ways.append(
        [
            ask_button(desk.say, AskAct.RENAME, str(one.id)),
            ask_button(desk.say, AskAct.DELETE, str(one.id)),
        ]
    )
    await _draw(desk, words, data, lines, ways)


async def _draw(
    desk: Desk, words: Wording, data: Mapping[str, Any], lines: list[str], ways: Sequence[Row]
) -> None:
    say, node, mark = words.say, node_of(data), mark_of(data)
    found = await segment_figures.work_out(desk.ctx, desk.actor_id, node)
    lines.append("\n".join(_figures(say, found)))
    members = await sample_members.of(desk.ctx, desk.actor_id, node)
    if members:
        shown = [_sample(words, node, number, one) for number, one in enumerate(members, 1)]
        lines.append("\n".join([say("question-samples"), *shown]))
    if purpose.purpose_of(data) is not None:
        speak = [ask_button(say, AskAct.USE, mark, style="primary")]
    elif found.reach.reachable:
        speak = [ask_button(say, AskAct.BROADCAST, mark, style="primary")]
        speak.append(ask_button(say, AskAct.OFFER, mark))
    else:
        speak = []
    compare = [ask_button(say, AskAct.COMPARE, mark)] if found.reach.matched else []
    them = [
        button(say.label("question-guest", number=number), GuestTap(member_id=one.member_id))
        for number, one in enumerate(members, 1)
    ]
    await desk.show(
        "\n\n".join(lines),
        keyboard(them, speak, *ways, compare, purpose.way_out(say, data)),
    )


def _figures(say: Say, found: Figures) -> list[str]:
    matched = found.reach.matched
    lines = [reach_text(say, found.reach)]
    if found.members:
        share = percent(say, matched * 10_000 // found.members)
        lines.append(say("question-share", share=share, members=found.members))
    if found.average_receipt is not None:
        sales = percent(say, found.sales_share)
        lines.append(say("question-sales", receipt=found.average_receipt, share=sales))
    if found.before is not None:
        change = matched - found.before
        lines.append(
            say(
                "question-growth",
                before=found.before,
                sign="same" if not change else "more" if change > 0 else "fewer",
                change=abs(change),
            )
        )
    return lines


def _fact(words: Wording, fact: SampleFact) -> str:
    if fact.value is None:
        return words.of(fact.condition, FACT_LENGTH)
    say, known, key, value = words.say, words.names, fact.condition.attribute, fact.value
    if known.catalogue.find(key).kind is Kind.CHOICE and isinstance(value, int | str):
        value = segment_words.value_name(say, known, key, value)
    elif isinstance(value, datetime):
        value = value.astimezone(words.terms.timezone).date()
    name = segment_words.attribute_name(say, known, key)
    return short(say.label("question-fact", name=name, value=value), FACT_LENGTH)


def _sample(words: Wording, node: Node, number: int, one: Sample) -> str:
    """A member and why; where only the whole question says it, its words above suffice."""
    said = [fact for fact in one.facts if fact.value is not None or fact.condition != node]
    facts = "; ".join(dict.fromkeys(_fact(words, fact) for fact in said))
    return words.say("question-sample", number=number, name=one.name, facts=facts or 0)
