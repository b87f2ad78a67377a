"""A question by taps: how a condition joins the rest, what it is about, and which property."""

from typing import Any

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from handlers.owner.segments.builder_choices import BuildTap, tap_of
from handlers.owner.segments.builder_steps import go_on
from handlers.owner.segments.question_screen import Asking, AskTap, still, to_it
from handlers.owner.shared.navigation import Place, back, on_acts, short
from handlers.screens import Row, button, in_rows, keyboard, show
from messengers import segment_words
from messengers.words import Say
from services.context import Context
from services.errors import Gone
from services.segments import shop_names
from services.segments.questions.attribute import Topic
from services.segments.questions.combine import Join
from services.segments.questions.tree import EVERYONE, conditions
from services.staff.identities import Visitor

UNTAPPED = {"member", "segment"}
"""A pasted list has its own way; saved segments are chosen where one speaks to them."""


def add_to(router: Router) -> None:
    on_acts(router, AskTap, {"build": begin, "add": ask_join, "topics": again})
    on_acts(router, BuildTap, {"join": ask_topic, "topic": ask_attribute, "if": take_attribute})


async def begin(query: CallbackQuery, say: Say, state: FSMContext) -> None:
    await state.set_state(Asking.value)
    await state.set_data({"join": Join.AND})
    await _topics(query, say, back(say, Place.SEGMENTS))


async def again(query: CallbackQuery, say: Say, state: FSMContext) -> None:
    """Another thing to ask about, whatever the condition was to join being kept."""
    data = await state.get_data()
    if "join" not in data:
        raise Gone
    data.pop("part", None)
    await state.set_data(data)
    await _topics(query, say, _out(say, data))


def _out(say: Say, data: dict[str, Any]) -> Row:
    """Back to the question that a condition is added to; with none, to the segments."""
    return to_it(say) if "tree" in data else back(say, Place.SEGMENTS)


async def ask_join(
    query: CallbackQuery, callback_data: AskTap, say: Say, state: FSMContext
) -> None:
    """How the next condition joins what is there."""
    node = still(await state.get_data(), callback_data.value)
    if node == EVERYONE:
        await begin(query, say, state)
        return
    ways = [Join.AND, Join.NOT, Join.OR]
    if len(list(conditions(node))) > 1:
        ways.append(Join.LAST)
    rows = [[button(say.label(f"question-join-{way}"), tap_of("join", way))] for way in ways]
    await show(query, say("question-join"), keyboard(*rows, to_it(say)))


async def ask_topic(
    query: CallbackQuery, callback_data: BuildTap, say: Say, state: FSMContext
) -> None:
    if callback_data.value not in set(Join):
        raise Gone
    await state.set_state(Asking.value)
    data = await state.update_data(join=callback_data.value)
    await _topics(query, say, _out(say, data))


async def _topics(query: CallbackQuery, say: Say, out: Row) -> None:
    chips = [button(say.label(f"topic-{topic}"), tap_of("topic", topic)) for topic in Topic]
    await show(query, say("question-topic"), keyboard(*in_rows(chips, 2), out))


async def ask_attribute(
    query: CallbackQuery, callback_data: BuildTap, ctx: Context, say: Say
) -> None:
    known = await shop_names.known(ctx)
    chips = [
        button(
            short(segment_words.attribute_name(say, known, one.key)), tap_of("if", _packed(one.key))
        )
        for one in known.catalogue.all()
        if one.topic == callback_data.value and one.key not in UNTAPPED
    ]
    others = [button(say.label("button-back"), AskTap(act="topics"))]
    await show(query, say("question-attribute"), keyboard(*in_rows(chips, 2), others))


async def take_attribute(
    query: CallbackQuery,
    callback_data: BuildTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
) -> None:
    known = await shop_names.known(ctx)
    attribute = known.catalogue.find(callback_data.value.replace("-", ":"))
    await state.set_state(Asking.value)
    await state.update_data(part={"if": attribute.key}, page=0, asked="values")
    await go_on(query, ctx, say, state, visitor)


def _packed(key: str) -> str:
    """A colon would end the field."""
    return key.replace(":", "-")
