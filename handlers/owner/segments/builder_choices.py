"""Choosing for a condition: its values, and the goods that a figure is of."""

from dataclasses import dataclass
from typing import Any

from aiogram.types import InlineKeyboardButton

from handlers.desk import Desk
from handlers.owner.audience.question_taps import AskAct, AskTap
from handlers.owner.segments.builder_chips import GOODS, BuildAct, Option, build_tap, named
from handlers.owner.shared.navigation import short
from handlers.screens import Row, button, in_rows, keyboard
from messengers import segment_words
from messengers.words import Say
from services.errors import Gone
from services.segments import shop_names
from services.segments.questions.attribute import ANY_OF, Attribute, Named
from services.segments.shop_names import Names

PAGE = 12


@dataclass(frozen=True, slots=True)
class Making:
    """The condition that a conversation makes: `part` is what it says so far, as JSON."""

    known: Names
    attribute: Attribute
    data: dict[str, Any]

    @property
    def part(self) -> dict[str, Any]:
        part: dict[str, Any] = self.data["part"]
        return part

    @property
    def asked(self) -> str:
        asked: str = self.data["asked"]
        return asked

    def name(self, say: Say) -> str:
        return segment_words.attribute_name(say, self.known, self.attribute.key)

    def options(self, say: Say) -> list[Option]:
        """The values that can be chosen now."""
        if self.asked != "goods":
            return named(say, self.known, self.attribute)
        if "kind" not in self.data:
            raise Gone
        return [Option(key, name) for key, name in self.known.of.get(self._kind, {}).items()]

    def chosen(self) -> list[Any]:
        """The chosen values; changing the list changes the part."""
        if self.asked != "goods":
            values: list[Any] = self.part.setdefault("values", [])
            return values
        ids: list[Any] = self.part.setdefault("goods", {}).setdefault(GOODS[self._kind], [])
        return ids

    @property
    def _kind(self) -> Named:
        return Named(self.data["kind"])


async def making(desk: Desk) -> Making:
    """Raises Gone when the conversation makes no condition (any more)."""
    data = await desk.state.get_data()
    if not {"part", "join"} <= data.keys():
        raise Gone
    known = await shop_names.known(desk.ctx)
    return Making(known, known.catalogue.find(data["part"]["if"]), data)


async def draw_options(desk: Desk, made: Making) -> None:
    """A page of what can be chosen: of values, or of one kind of goods."""
    options, chosen, page = made.options(desk.say), made.chosen(), made.data["page"]
    rows = in_rows(_chips(options, chosen, page), 2)
    turning = _turning(page, len(options))
    if made.asked == "goods":
        done = [button(desk.say.label("question-done"), build_tap(BuildAct.DONE))]
        text = desk.say(f"question-ask-{made.data['kind']}")
        await desk.show(text, keyboard(*rows, turning, done))
        return
    end = [
        button(
            desk.say.label("question-done" if chosen else "question-any"), build_tap(BuildAct.DONE)
        )
    ]
    done = end if chosen or made.attribute.named in ANY_OF else []
    key = "question-ask-values" if options else "question-ask-none"
    text = desk.say(key, name=made.name(desk.say))
    await desk.show(text, keyboard(*rows, turning, done, to_topics(desk.say)))


def _chips(options: list[Option], chosen: list[Any], page: int) -> list[InlineKeyboardButton]:
    return [
        button(
            short(f"✓ {option.label}" if option.value in chosen else option.label),
            build_tap(BuildAct.PICK, str(place)),
        )
        for place, option in enumerate(options)
        if page * PAGE <= place < (page + 1) * PAGE
    ]


def _turning(page: int, count: int) -> Row:
    row = []
    if page > 0:
        row.append(button("‹", build_tap(BuildAct.PAGE, str(page - 1))))
    if (page + 1) * PAGE < count:
        row.append(button("›", build_tap(BuildAct.PAGE, str(page + 1))))
    return row


async def draw_kinds(desk: Desk, made: Making) -> None:
    """Anything at all, or of some categories, products, places."""
    chosen = any(made.part.get("goods", {}).values())
    rows = [
        [button(desk.say.label(f"question-goods-{kind}"), build_tap(BuildAct.GOODS, kind))]
        for kind in GOODS
        if made.known.of.get(kind)
    ]
    end = button(
        desk.say.label("question-done" if chosen else "question-goods-all"), build_tap(BuildAct.ALL)
    )
    await desk.show(desk.say("question-ask-goods"), keyboard([end], *rows, to_topics(desk.say)))


def to_topics(say: Say) -> Row:
    return [button(say.label("question-other"), AskTap(act=AskAct.TOPICS))]
