"""Choosing whom to speak to: the same buttons and words for a broadcast and for an offer."""

from collections.abc import Awaitable, Callable
from enum import StrEnum
from typing import Any

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from handlers.owner.steps import BUTTON_LENGTH, STEP, Place, Typed, back, short
from handlers.owner.understood import explain
from handlers.screens import Row, button, in_rows, keyboard, show
from messengers import questions
from messengers.words import Say
from services import errors, programme
from services.context import Context
from services.kinds import Gender
from services.numbers import parse_money
from services.people import Visitor
from services.segments import lists, names, saved
from services.segments.asking import Reach
from services.segments.cities import cities
from services.segments.ready import READY
from services.segments.tree import (
    EVERYONE,
    Before,
    Condition,
    Last,
    Next,
    Node,
    from_json,
    to_json,
)
from services.segments.understanding import understand

BANDS = ("-17", "18-24", "25-34", "35-44", "45-54", "55-")
"""Whole years, both ends included."""

CITIES = 12
SAVED = 6
UNKNOWN_SHOWN = 20
ASK = "ask"
"""The value of a tap that opens more buttons or asks for a text."""

LONGEST = 3650  # days
MOST_LETTERS = 48
"""On a button that holds a sentence."""


class Chip(StrEnum):
    """What a button of the choice is about."""

    EVERYONE = "everyone"
    LEVEL = "level"
    CITY = "city"
    GENDER = "gender"
    AGE = "age"
    BIRTHDAY = "birthday"
    NEW = "new"
    SLEEPING = "sleeping"
    SPENT = "spent"
    LIST = "list"
    SEGMENT = "segment"
    READY = "ready"
    INSTEAD = "instead"
    WITHOUT = "without"


TYPED = {Chip.SPENT, Chip.LIST}
"""Those that are typed after their button."""

Then = Callable[[Message | CallbackQuery, Context, Say, FSMContext, Visitor, Node], Awaitable[None]]


class AudienceTap(CallbackData, prefix="oa"):
    kind: Chip
    value: str = ""


class Picker:
    """The choice as a step, `state`, of a flow that goes on with `then`."""

    def __init__(self, state: State, home: Place, then: Then) -> None:
        self._state = state
        self._home = home
        self._then = then

    def add_to(self, router: Router) -> None:
        ask = AudienceTap.filter(F.value == ASK)
        router.callback_query.register(self.more, ask, self._state, flags=STEP)
        router.callback_query.register(self.choose, AudienceTap.filter(), self._state, flags=STEP)
        router.message.register(self.type, Typed(), self._state, flags=STEP)

    async def more(
        self,
        query: CallbackQuery,
        callback_data: AudienceTap,
        ctx: Context,
        say: Say,
        state: FSMContext,
        visitor: Visitor,
    ) -> None:
        """Buttons of one kind, or the question for what must be typed."""
        kind = callback_data.kind
        chips = []
        match kind:
            case Chip.LEVEL:
                levels = (await programme.current(ctx)).levels
                chips = [_chip(kind, level.name, level.id) for level in levels]
            case Chip.CITY:
                found = (await cities(ctx, visitor.identity_id))[:CITIES]
                # A city's name can be longer than a button's data, so the button holds its place.
                await state.update_data(cities=[city.name for city in found])
                chips = [
                    _chip(kind, f"{city.name} · {city.members}", place)
                    for place, city in enumerate(found)
                ]
            case Chip.AGE:
                chips = [_chip(kind, _band(*_years(band)), band) for band in BANDS]
            case Chip.READY:
                chips = [_chip(kind, say.label(f"segment-ready-{one}"), one) for one in READY]
            case Chip.SEGMENT:
                every = await saved.every(ctx, visitor.identity_id)
                chips = [_chip(kind, one.name, one.id) for one in every]
        await state.update_data(asked=kind)
        await show(
            query,
            say(f"owner-audience-ask-{kind}"),
            keyboard(*in_rows(chips, 2), back(say, self._home)),
        )

    async def choose(
        self,
        query: CallbackQuery,
        callback_data: AudienceTap,
        ctx: Context,
        say: Say,
        state: FSMContext,
        visitor: Visitor,
    ) -> None:
        if callback_data.kind is Chip.INSTEAD:
            sentence = _instead(callback_data.value, await state.get_data())
            await self._read_words(query, ctx, say, state, visitor, sentence)
            return
        if callback_data.kind is Chip.SEGMENT and callback_data.value.isdecimal():
            found = await saved.show(ctx, visitor.identity_id, int(callback_data.value))
            node: Node = saved.of(found.id)
        else:
            node = _read(callback_data, await state.get_data())
        await self._then(query, ctx, say, state, visitor, node)

    async def type(
        self,
        message: Message,
        ctx: Context,
        say: Say,
        state: FSMContext,
        visitor: Visitor,
    ) -> None:
        """A sum or a list, when that is what was asked; else the question in words."""
        text = message.text or ""
        asked = (await state.get_data()).get("asked")
        node: Node
        if asked == Chip.SPENT:
            terms = await programme.current(ctx)
            node = Condition("spent", least=parse_money(text, terms.currency).minor)
        elif asked == Chip.LIST:
            found = await lists.match_list(ctx, visitor.identity_id, text)
            unknown = ", ".join(found.unknown[:UNKNOWN_SHOWN])
            rest = max(0, len(found.unknown) - UNKNOWN_SHOWN)
            await message.answer(
                say("owner-list-found", found=found.matched, unknown=unknown or 0, rest=rest)
            )
            if not found.matched:
                return
            node = found.audience
        else:
            await self._read_words(message, ctx, say, state, visitor, text)
            return
        await self._then(message, ctx, say, state, visitor, node)

    async def _read_words(
        self,
        event: Message | CallbackQuery,
        ctx: Context,
        say: Say,
        state: FSMContext,
        visitor: Visitor,
        text: str,
    ) -> None:
        """The question goes on, or says what of it is unclear and how it can go on after all."""
        read = await understand(ctx, visitor.identity_id, text, say.language)
        if read.tree is not None and not read.unknown:
            await self._then(event, ctx, say, state, visitor, read.tree)
            return
        rows: list[Row] = [
            [_chip(Chip.INSTEAD, sentence, place, MOST_LETTERS)]
            for place, sentence in enumerate(read.instead)
        ]
        await state.update_data(instead=read.instead)
        if read.tree is not None:
            await state.update_data(without=to_json(read.tree))
            rows.append([_chip(Chip.WITHOUT, say.label("question-without"), "it")])
        await show(event, explain(say, text, read), keyboard(*rows, back(say, self._home)))


async def choices(ctx: Context, say: Say, visitor: Visitor, *more: Row) -> InlineKeyboardMarkup:
    """Whom one may choose, the usual ones in one tap."""

    def days(kind: Chip, *numbers: int) -> list[InlineKeyboardButton]:
        label = f"owner-audience-{kind}"
        return [_chip(kind, say.label(label, days=number), number) for number in numbers]

    def asking(*those: Chip) -> list[InlineKeyboardButton]:
        return [_chip(kind, say.label(f"owner-audience-{kind}"), ASK) for kind in those]

    own = await saved.every(ctx, visitor.identity_id)
    chips = [_chip(Chip.SEGMENT, one.name, one.id) for one in own[:SAVED]]
    rest = [Chip.READY, Chip.SEGMENT] if len(own) > SAVED else [Chip.READY]
    return keyboard(
        [_chip(Chip.EVERYONE, say.label("owner-audience-everyone"), "all")],
        *in_rows(chips, 2),
        asking(*rest),
        days(Chip.SLEEPING, 30, 60, 90),
        days(Chip.NEW, 7, 30),
        days(Chip.BIRTHDAY, 7, 30),
        [_chip(Chip.GENDER, say.label(f"owner-audience-{sex}"), sex) for sex in Gender],
        asking(Chip.LEVEL, Chip.CITY, Chip.AGE),
        asking(Chip.SPENT, Chip.LIST),
        *more,
        back(say),
    )


async def described(ctx: Context, say: Say, node: Node) -> str:
    """A question in words, as plain text."""
    terms = await programme.current(ctx)
    return questions.said(say, await names.known(ctx), terms, node)


def reach_text(say: Say, reach: Reach) -> str:
    """How many match, how many can be reached, and why not all."""
    return say(
        "owner-reach",
        matched=reach.matched,
        reachable=reach.reachable,
        refused=reach.no_consent,
        often=reach.too_often,
        blocked=reach.blocked,
    )


def _chip(
    kind: Chip, label: str, value: str | int, most: int = BUTTON_LENGTH
) -> InlineKeyboardButton:
    return button(short(label, most), AudienceTap(kind=kind, value=str(value)))


def _instead(place: str, data: dict[str, Any]) -> str:
    """The sentence that a button stands for. Raises Gone for one that no screen draws."""
    try:
        sentence: str = data["instead"][int(place)]
    except (ValueError, LookupError) as error:
        raise errors.Gone from error
    return sentence


def _read(tap: AudienceTap, data: dict[str, Any]) -> Node:
    """The question that a button stands for. Raises Gone for one that no screen draws."""
    try:
        if tap.kind is Chip.WITHOUT:
            return from_json(data["without"])
        return _question(tap.kind, tap.value, data)
    except (ValueError, LookupError) as error:
        raise errors.Gone from error


def _question(kind: Chip, value: str, data: dict[str, Any]) -> Node:
    match kind:
        case Chip.LEVEL:
            node: Node = Condition("level", values=(int(value),))
        case Chip.CITY:
            node = Condition("city", values=(data["cities"][int(value)],))
        case Chip.GENDER:
            node = Condition("gender", values=(Gender(value).value,))
        case Chip.AGE:
            least, most = _years(value)
            node = Condition("age", least=least, most=most)
        case Chip.BIRTHDAY:
            node = Condition("birthday", when=Next(_days(value)))
        case Chip.NEW:
            node = Condition("joined", when=Last(_days(value)))
        case Chip.SLEEPING:
            node = Condition("last_visit", when=Before(_days(value)))
        case Chip.READY:
            node = READY[value]
        case Chip.EVERYONE:
            node = EVERYONE
        case _:
            raise ValueError(f"{kind} is typed")
    return node


def _days(value: str) -> int:
    return min(max(int(value), 1), LONGEST)


def _years(band: str) -> tuple[int | None, int | None]:
    least, _, most = band.partition("-")
    return int(least) if least else None, int(most) if most else None


def _band(least: int | None, most: int | None) -> str:
    """`18–24`, `55+`, `≤ 17`."""
    if least is None:
        return f"≤ {most}"
    return f"{least}+" if most is None else f"{least}–{most}"
