"""A question by taps: how a condition joins the rest, what it is about, and which property."""

from typing import Any

from aiogram import Router

from handlers.desk import Desk
from handlers.owner.audience.purpose import begin, way_out
from handlers.owner.audience.question_screen import question_of_screen
from handlers.owner.audience.question_taps import AskAct, AskTap, QuestionForm, back_to_question
from handlers.owner.segments.builder_chips import BuildAct, BuildTap, build_tap
from handlers.owner.segments.builder_steps import go_on
from handlers.owner.shared.navigation import on_acts, short
from handlers.screens import Row, button, in_rows, keyboard
from messengers import segment_words
from messengers.words import Say
from services.errors import Gone
from services.segments import shop_names
from services.segments.questions.attribute import Topic
from services.segments.questions.combine import Join
from services.segments.questions.tree import EVERYONE, conditions

UNTAPPED = {"member", "segment"}
"""A pasted list has its own way; saved segments are chosen where one speaks to them."""


def add_to(router: Router) -> None:
    on_acts(router, AskTap, {AskAct.BUILD: build, AskAct.ADD: ask_join, AskAct.TOPICS: again})
    on_acts(
        router,
        BuildTap,
        {BuildAct.JOIN: ask_topic, BuildAct.TOPIC: ask_attribute, BuildAct.IF: take_attribute},
    )


async def build(desk: Desk) -> None:
    data = await begin(desk, QuestionForm.value, join=Join.AND)
    await _topics(desk, way_out(desk.say, data))


async def again(desk: Desk) -> None:
    """Another thing to ask about, whatever the condition was to join being kept."""
    data = await desk.state.get_data()
    if "join" not in data:
        raise Gone
    data.pop("part", None)
    await desk.state.set_data(data)
    await _topics(desk, _out(desk.say, data))


def _out(say: Say, data: dict[str, Any]) -> Row:
    """Back to the question that a condition is added to; with none, out."""
    return back_to_question(say) if "tree" in data else way_out(say, data)


async def ask_join(desk: Desk, tap: AskTap) -> None:
    """How the next condition joins what is there."""
    node = question_of_screen(await desk.state.get_data(), tap.value)
    if node == EVERYONE:
        await build(desk)
        return
    ways = [Join.AND, Join.NOT, Join.OR]
    if len(list(conditions(node))) > 1:
        ways.append(Join.LAST)
    rows = [
        [button(desk.say.label(f"question-join-{way}"), build_tap(BuildAct.JOIN, way))]
        for way in ways
    ]
    await desk.show(desk.say("question-join"), keyboard(*rows, back_to_question(desk.say)))


async def ask_topic(desk: Desk, tap: BuildTap) -> None:
    if tap.value not in set(Join):
        raise Gone
    await desk.state.set_state(QuestionForm.value)
    data = await desk.state.update_data(join=tap.value)
    await _topics(desk, _out(desk.say, data))


async def _topics(desk: Desk, out: Row) -> None:
    chips = [
        button(desk.say.label(f"topic-{topic}"), build_tap(BuildAct.TOPIC, topic))
        for topic in Topic
    ]
    await desk.show(desk.say("question-topic"), keyboard(*in_rows(chips, 2), out))


async def ask_attribute(desk: Desk, tap: BuildTap) -> None:
    known = await shop_names.known(desk.ctx)
    chips = [
        button(
            short(segment_words.attribute_name(desk.say, known, one.key)),
            build_tap(BuildAct.IF, _packed(one.key)),
        )
        for one in known.catalogue.all()
        if one.topic == tap.value and one.key not in UNTAPPED
    ]
    others = [button(desk.say.label("button-back"), AskTap(act=AskAct.TOPICS))]
    await desk.show(desk.say("question-attribute"), keyboard(*in_rows(chips, 2), others))


async def take_attribute(desk: Desk, tap: BuildTap) -> None:
    known = await shop_names.known(desk.ctx)
    attribute = known.catalogue.find(tap.value.replace("-", ":"))
    await desk.state.set_state(QuestionForm.value)
    await desk.state.update_data(part={"if": attribute.key}, page=0, asked="values")
    await go_on(desk)


def _packed(key: str) -> str:
    """A colon would end the field."""
    return key.replace(":", "-")
