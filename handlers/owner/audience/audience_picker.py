"""Choosing whom to speak to: the same buttons and words for a broadcast and for an offer."""

from collections.abc import Awaitable, Callable

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

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
from handlers.owner.audience.unclear_sentence import explain
from handlers.owner.shared.navigation import SENTENCE_LENGTH, STEP, Place, Typed, back
from handlers.screens import Row, in_rows, keyboard, show
from messengers.words import Say
from services import programme
from services.context import Context
from services.enums import Gender
from services.parsing.numbers import parse_money
from services.segments import member_lists, saved_segments
from services.segments.attributes.cities import cities
from services.segments.questions.ready_made import READY
from services.segments.questions.tree import Condition, Node, to_json
from services.segments.sentences import understand
from services.staff.identities import Visitor

CITIES = 12
SAVED = 6
ASK = "ask"
"""The value of a tap that opens more buttons or asks for a text."""


Then = Callable[[Message | CallbackQuery, Context, Say, FSMContext, Visitor, Node], Awaitable[None]]


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
                chips = [chip(kind, level.name, level.id) for level in levels]
            case Chip.CITY:
                found = (await cities(ctx, visitor.identity_id))[:CITIES]
                # A city's name can be longer than a button's data, so the button holds its place.
                await state.update_data(cities=[city.name for city in found])
                chips = [
                    chip(kind, f"{city.name} · {city.members}", place)
                    for place, city in enumerate(found)
                ]
            case Chip.AGE:
                chips = [chip(kind, band_text(*years(band)), band) for band in BANDS]
            case Chip.READY:
                chips = [chip(kind, say.label(f"segment-ready-{one}"), one) for one in READY]
            case Chip.SEGMENT:
                every = await saved_segments.every(ctx, visitor.identity_id)
                chips = [chip(kind, one.name, one.id) for one in every[:SEGMENTS_SHOWN]]
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
            sentence = instead(callback_data.value, await state.get_data())
            await self._read_words(query, ctx, say, state, visitor, sentence)
            return
        if callback_data.kind is Chip.SEGMENT and callback_data.value.isdecimal():
            found = await saved_segments.show(ctx, visitor.identity_id, int(callback_data.value))
            node: Node = saved_segments.of(found.id)
        else:
            node = read_tap(callback_data, await state.get_data())
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
            found = await member_lists.match_list(ctx, visitor.identity_id, text)
            await message.answer(list_text(say, found))
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
            [chip(Chip.INSTEAD, sentence, place, SENTENCE_LENGTH)]
            for place, sentence in enumerate(read.instead)
        ]
        await state.update_data(instead=read.instead)
        if read.tree is not None:
            await state.update_data(without=to_json(read.tree))
            rows.append([chip(Chip.WITHOUT, say.label("question-without"), "it")])
        await show(event, explain(say, text, read), keyboard(*rows, back(say, self._home)))


async def choices(ctx: Context, say: Say, visitor: Visitor, *more: Row) -> InlineKeyboardMarkup:
    """Whom one may choose, the usual ones in one tap."""

    def days(kind: Chip, *numbers: int) -> list[InlineKeyboardButton]:
        label = f"owner-audience-{kind}"
        return [chip(kind, say.label(label, days=number), number) for number in numbers]

    def asking(*those: Chip) -> list[InlineKeyboardButton]:
        return [chip(kind, say.label(f"owner-audience-{kind}"), ASK) for kind in those]

    own = await saved_segments.every(ctx, visitor.identity_id)
    chips = [chip(Chip.SEGMENT, one.name, one.id) for one in own[:SAVED]]
    rest = [Chip.READY, Chip.SEGMENT] if len(own) > SAVED else [Chip.READY]
    return keyboard(
        [chip(Chip.EVERYONE, say.label("owner-audience-everyone"), "all")],
        *in_rows(chips, 2),
        asking(*rest),
        days(Chip.SLEEPING, 30, 60, 90),
        days(Chip.NEW, 7, 30),
        days(Chip.BIRTHDAY, 7, 30),
        [chip(Chip.GENDER, say.label(f"owner-audience-{sex}"), sex) for sex in Gender],
        asking(Chip.LEVEL, Chip.CITY, Chip.AGE),
        asking(Chip.SPENT, Chip.LIST),
        *more,
        back(say),
    )
