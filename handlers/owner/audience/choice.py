"""Choosing whom to speak to: the same buttons and words for a broadcast and for an offer."""

from collections.abc import Awaitable, Callable

from aiogram import F, Router
from aiogram.fsm.state import State
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.desk import Desk
from handlers.owner.audience.audience_chips import (
    BANDS,
    AudienceTap,
    Chip,
    band_text,
    chip,
    instead,
    read_tap,
    years,
)
from handlers.owner.audience.audience_words import SEGMENTS_SHOWN, list_text
from handlers.owner.audience.sentences import explain
from handlers.owner.shared.navigation import SENTENCE_LENGTH, STEP, Place, Typed, back
from handlers.screens import Row, in_rows, keyboard
from services.enums import Gender
from services.parsing.numbers import parse_money
from services.segments import member_lists, saved_segments
from services.segments.attributes.cities import cities
from services.segments.questions.ready_made import READY
from services.segments.questions.tree import Condition, Node, to_json
from services.segments.sentences import understand

CITIES = 12
SAVED = 6
ASK = "ask"
"""The value of a tap that opens more buttons or asks for a text."""


Then = Callable[[Desk, Node], Awaitable[None]]


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

    async def more(self, desk: Desk, tap: AudienceTap) -> None:
        """Buttons of one kind, or the question for what must be typed."""
        kind = tap.kind
        chips = []
        match kind:
            case Chip.LEVEL:
                levels = (await desk.terms()).levels
                chips = [chip(kind, level.name, level.id) for level in levels]
            case Chip.CITY:
                found = (await cities(desk.ctx, desk.actor_id))[:CITIES]
                # A city's name can be longer than a button's data, so the button holds its place.
                await desk.state.update_data(cities=[city.name for city in found])
                chips = [
                    chip(kind, f"{city.name} · {city.members}", place)
                    for place, city in enumerate(found)
                ]
            case Chip.AGE:
                chips = [chip(kind, band_text(*years(band)), band) for band in BANDS]
            case Chip.READY:
                chips = [chip(kind, desk.say.label(f"segment-ready-{one}"), one) for one in READY]
            case Chip.SEGMENT:
                every = await saved_segments.every(desk.ctx, desk.actor_id)
                chips = [chip(kind, one.name, one.id) for one in every[:SEGMENTS_SHOWN]]
        await desk.state.update_data(asked=kind)
        await desk.show(
            desk.say(f"owner-audience-ask-{kind}"),
            keyboard(*in_rows(chips, 2), back(desk.say, self._home)),
        )

    async def choose(self, desk: Desk, tap: AudienceTap) -> None:
        if tap.kind is Chip.INSTEAD:
            sentence = instead(tap.value, await desk.state.get_data())
            await self._read_words(desk, sentence)
            return
        if tap.kind is Chip.SEGMENT and tap.value.isdecimal():
            found = await saved_segments.show(desk.ctx, desk.actor_id, int(tap.value))
            node: Node = saved_segments.of(found.id)
        else:
            node = read_tap(tap, await desk.state.get_data())
        await self._then(desk, node)

    async def type(self, desk: Desk) -> None:
        """A sum or a list, when that is what was asked; else the question in words."""
        text = desk.message.text or ""
        asked = (await desk.state.get_data()).get("asked")
        node: Node
        if asked == Chip.SPENT:
            terms = await desk.terms()
            node = Condition("spent", least=parse_money(text, terms.currency).minor)
        elif asked == Chip.LIST:
            found = await member_lists.match_list(desk.ctx, desk.actor_id, text)
            await desk.tell(list_text(desk.say, found))
            if not found.matched:
                return
            node = found.audience
        else:
            await self._read_words(desk, text)
            return
        await self._then(desk, node)

    async def _read_words(self, desk: Desk, text: str) -> None:
        """The question goes on, or says what of it is unclear and how it can go on after all."""
        read = await understand(desk.ctx, desk.actor_id, text, desk.say.language)
        if read.tree is not None and not read.unknown:
            await self._then(desk, read.tree)
            return
        rows: list[Row] = [
            [chip(Chip.INSTEAD, sentence, place, SENTENCE_LENGTH)]
            for place, sentence in enumerate(read.instead)
        ]
        await desk.state.update_data(instead=read.instead)
        if read.tree is not None:
            await desk.state.update_data(without=to_json(read.tree))
            rows.append([chip(Chip.WITHOUT, desk.say.label("question-without"), "it")])
        await desk.show(explain(desk.say, text, read), keyboard(*rows, back(desk.say, self._home)))


async def choices(desk: Desk, *more: Row) -> InlineKeyboardMarkup:
    """Whom one may choose, the usual ones in one tap."""

    def days(kind: Chip, *numbers: int) -> list[InlineKeyboardButton]:
        label = f"owner-audience-{kind}"
        return [chip(kind, desk.say.label(label, days=number), number) for number in numbers]

    def asking(*those: Chip) -> list[InlineKeyboardButton]:
        return [chip(kind, desk.say.label(f"owner-audience-{kind}"), ASK) for kind in those]

    own = await saved_segments.every(desk.ctx, desk.actor_id)
    chips = [chip(Chip.SEGMENT, one.name, one.id) for one in own[:SAVED]]
    rest = [Chip.READY, Chip.SEGMENT] if len(own) > SAVED else [Chip.READY]
    return keyboard(
        [chip(Chip.EVERYONE, desk.say.label("owner-audience-everyone"), "all")],
        *in_rows(chips, 2),
        asking(*rest),
        days(Chip.SLEEPING, 30, 60, 90),
        days(Chip.NEW, 7, 30),
        days(Chip.BIRTHDAY, 7, 30),
        [chip(Chip.GENDER, desk.say.label(f"owner-audience-{sex}"), sex) for sex in Gender],
        asking(Chip.LEVEL, Chip.CITY, Chip.AGE),
        asking(Chip.SPENT, Chip.LIST),
        *more,
        back(desk.say),
    )
