"""Choosing for a condition: its values, and the goods that a figure is of."""

from typing import Any

from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from handlers.owner.asked import AskTap
from handlers.owner.building_parts import GOODS, Option, named
from handlers.owner.steps import short
from handlers.screens import Row, button, in_rows, keyboard, show
from messengers import questions
from messengers.words import Say
from services import errors
from services.segments.attribute import ANY_OF, Attribute, Named
from services.segments.names import Names

PAGE = 12


class BuildTap(CallbackData, prefix="oqb"):
    act: str
    value: str = ""


def part_of(known: Names, data: dict[str, Any]) -> Attribute:
    """What the condition in the making is about. Raises Gone when there is none."""
    if "part" not in data:
        raise errors.Gone
    return known.catalogue.find(data["part"]["if"])


async def ask_values(
    event: Message | CallbackQuery,
    say: Say,
    known: Names,
    attribute: Attribute,
    data: dict[str, Any],
) -> None:
    chosen = data["part"].get("values", [])
    options = named(say, known, attribute)
    rows = in_rows(_chips(options, chosen, data["page"]), 2)
    turning = _turning(data["page"], len(options))
    done = attribute.named in ANY_OF or chosen
    end = [button(say.label("question-any" if not chosen else "question-done"), tap_of("done"))]
    name = questions.attribute_name(say, known, attribute.key)
    key = "question-ask-values" if options else "question-ask-none"
    text = say(key, name=name)
    await show(event, text, keyboard(*rows, turning, end if done else [], to_topics(say)))


def _chips(options: list[Option], chosen: list[Any], page: int) -> list[InlineKeyboardButton]:
    return [
        button(
            short(f"✓ {option.label}" if option.value in chosen else option.label),
            tap_of("pick", str(place)),
        )
        for place, option in enumerate(options)
        if page * PAGE <= place < (page + 1) * PAGE
    ]


def _turning(page: int, count: int) -> Row:
    row = []
    if page > 0:
        row.append(button("‹", tap_of("page", str(page - 1))))
    if (page + 1) * PAGE < count:
        row.append(button("›", tap_of("page", str(page + 1))))
    return row


async def ask_goods_kind(
    event: Message | CallbackQuery, say: Say, known: Names, part: dict[str, Any]
) -> None:
    """Anything at all, or of some categories, products, places."""
    chosen = {len(ids) for ids in part.get("goods", {}).values()} - {0}
    rows = [
        [button(say.label(f"question-goods-{kind}"), tap_of("goods", kind))]
        for kind in GOODS
        if known.of.get(kind)
    ]
    end = button(say.label("question-done" if chosen else "question-goods-all"), tap_of("all"))
    await show(event, say("question-ask-goods"), keyboard([end], *rows, to_topics(say)))


async def draw_goods(query: CallbackQuery, say: Say, known: Names, data: dict[str, Any]) -> None:
    kind = Named(data["kind"])
    options = _goods(known, kind)
    chosen = data["part"].get("goods", {}).get(GOODS[kind], [])
    rows = in_rows(_chips(options, chosen, data["page"]), 2)
    end = [button(say.label("question-done"), tap_of("done"))]
    text = say(f"question-ask-{kind}")
    await show(query, text, keyboard(*rows, _turning(data["page"], len(options)), end))


def _goods(known: Names, kind: Named) -> list[Option]:
    return [Option(key, name) for key, name in known.of.get(kind, {}).items()]


def options_of(say: Say, known: Names, data: dict[str, Any]) -> list[Option]:
    if data.get("asked") == "goods":
        return _goods(known, Named(data["kind"]))
    return named(say, known, part_of(known, data))


def to_topics(say: Say) -> Row:
    return [button(say.label("question-other"), AskTap(act="topics"))]


def tap_of(act: str, value: str = "") -> BuildTap:
    return BuildTap(act=act, value=value)
