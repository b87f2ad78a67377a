"""Asking about conditions: the same questions in the making of a rule and of an offer."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message

from handlers.owner.conditions import condition_questions
from handlers.owner.conditions.condition_questions import KINDS, ConditionTap, Part, chip
from handlers.owner.shared.navigation import STEP, Typed, short
from handlers.screens import Row, keyboard, show
from messengers.words import Say
from services import goods, programme
from services.checkout import typed_lines
from services.context import Context
from services.earning import earning_rules
from services.errors import Gone
from services.goods import ItemKind
from services.parsing.texts import one_line
from services.pricing.condition_facts import WEEKEND, WORKDAYS
from services.pricing.model import Conditions
from services.staff.identities import Visitor

DAYS = {"always": frozenset[int](), "workdays": WORKDAYS, "weekend": WEEKEND}

Data = Mapping[str, Any]
Event = Message | CallbackQuery
Then = Callable[[Event, Context, Say, FSMContext, Visitor], Awaitable[None]]


class Asker:
    """The questions as steps of a flow whose data holds conditions.

    `states` are those in which an answer is typed, `drafting` those in which a button works.
    `onwards` is the row that leads out of a question, `then` where an answer that is whole goes on.
    """

    def __init__(
        self,
        states: Mapping[Part, State],
        drafting: StateFilter,
        read: Callable[[Data], Conditions],
        write: Callable[[FSMContext, Conditions], Awaitable[None]],
        onwards: Callable[[Say, Data], Row],
        then: Then,
    ) -> None:
        self._states = states
        self._drafting = drafting
        self._read = read
        self._write = write
        self._onwards = onwards
        self._then = then

    def add_to(self, router: Router) -> None:
        taps: Mapping[str, Callable[..., Awaitable[None]]] = {
            "ask": self.ask_by_tap,
            "kind": self.turn_to,
            "pick": self.pick,
            "all": self.pick_all,
            "create": self.create,
            "day": self.choose_day,
            "days": self.choose_days,
            "least": self.choose_least,
        }
        for act, handler in taps.items():
            router.callback_query.register(
                handler, ConditionTap.filter(F.act == act), self._drafting, flags=STEP
            )
        message = router.message.register
        message(self.type_lines, Typed(), self._states[Part.LINES], flags=STEP)
        message(self.type_when, Typed(), self._states[Part.WHEN], flags=STEP)
        message(self.type_least, Typed(), self._states[Part.LEAST], flags=STEP)

    async def ask(
        self,
        event: Event,
        ctx: Context,
        say: Say,
        state: FSMContext,
        part: Part,
        kind: str = KINDS[0],
    ) -> None:
        """Ask about one part; `kind` is which of the lists is open."""
        data = await state.get_data()
        asked, onwards = self._read(data), self._onwards(say, data)
        await state.set_state(self._states[part])
        match part:
            case Part.LINES:
                stock = await goods.assortment(ctx)
                screen = condition_questions.ask_lines(say, stock, asked, kind, onwards)
            case Part.WHEN:
                screen = condition_questions.ask_when(say, asked, onwards)
            case Part.LEAST:
                terms = await programme.current(ctx)
                screen = condition_questions.ask_least(say, terms, asked, onwards)
        await show(event, *screen)

    async def ask_by_tap(
        self,
        query: CallbackQuery,
        callback_data: ConditionTap,
        ctx: Context,
        say: Say,
        state: FSMContext,
    ) -> None:
        if callback_data.value not in set(Part):
            raise Gone
        await self.ask(query, ctx, say, state, Part(callback_data.value))

    async def turn_to(
        self,
        query: CallbackQuery,
        callback_data: ConditionTap,
        ctx: Context,
        say: Say,
        state: FSMContext,
    ) -> None:
        await self.ask(query, ctx, say, state, Part.LINES, _kind(callback_data.value))

    async def pick(
        self,
        query: CallbackQuery,
        callback_data: ConditionTap,
        ctx: Context,
        say: Say,
        state: FSMContext,
    ) -> None:
        kind = _kind(callback_data.value)
        await self._toggle(ctx, state, kind, callback_data.number)
        await self.ask(query, ctx, say, state, Part.LINES, kind)

    async def pick_all(
        self, query: CallbackQuery, ctx: Context, say: Say, state: FSMContext
    ) -> None:
        await self._ask_for(state, **dict.fromkeys(KINDS, frozenset[int]()))
        await self.ask(query, ctx, say, state, Part.LINES)

    async def type_lines(self, message: Message, ctx: Context, say: Say, state: FSMContext) -> None:
        """A name that is there is chosen; another one may become a category."""
        name = one_line(message.text or "", most=goods.NAME_LENGTH)
        found = typed_lines.find(name, await goods.assortment(ctx))
        if found is None:
            await state.update_data(name=name)
            create = short(say.label("conditions-lines-create", name=name), 60)
            back = chip(say.label("button-back"), "ask", Part.LINES)
            markup = keyboard([chip(create, "create")], [back])
            await show(message, say("conditions-lines-create-ask", name=name), markup)
            return
        category_id, product_id = found
        kind = "categories" if product_id is None else "products"
        await self._toggle(ctx, state, kind, product_id or category_id or 0)
        await self.ask(message, ctx, say, state, Part.LINES, kind)

    async def create(
        self, query: CallbackQuery, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
    ) -> None:
        """Tapped twice, it makes one category: a name that is there stays one."""
        data = await state.get_data()
        if "name" not in data:
            raise Gone
        category_id = await goods.add(ctx, visitor.identity_id, ItemKind.CATEGORY, data["name"])
        await self._ask_for(state, categories=self._read(data).categories | {category_id})
        await self.ask(query, ctx, say, state, Part.LINES)

    async def choose_day(
        self,
        query: CallbackQuery,
        callback_data: ConditionTap,
        ctx: Context,
        say: Say,
        state: FSMContext,
    ) -> None:
        if callback_data.number not in earning_rules.WEEK:
            raise Gone
        weekdays = self._read(await state.get_data()).weekdays
        await self._ask_for(state, weekdays=weekdays ^ {callback_data.number})
        await self.ask(query, ctx, say, state, Part.WHEN)

    async def choose_days(
        self,
        query: CallbackQuery,
        callback_data: ConditionTap,
        ctx: Context,
        say: Say,
        state: FSMContext,
    ) -> None:
        if callback_data.value not in DAYS:
            raise Gone
        chosen: dict[str, Any] = {"weekdays": DAYS[callback_data.value]}
        if callback_data.value == "always":
            chosen |= dict.fromkeys(("since", "until", "first_day", "last_day"))
        await self._ask_for(state, **chosen)
        await self.ask(query, ctx, say, state, Part.WHEN)

    async def type_when(self, message: Message, ctx: Context, say: Say, state: FSMContext) -> None:
        zone = (await programme.current(ctx)).timezone
        today = ctx.clock.now().astimezone(zone).date()
        await self._ask_for(state, **condition_questions.read_when(message.text or "", today))
        await self.ask(message, ctx, say, state, Part.WHEN)

    async def choose_least(
        self,
        query: CallbackQuery,
        callback_data: ConditionTap,
        ctx: Context,
        say: Say,
        state: FSMContext,
        visitor: Visitor,
    ) -> None:
        await self._ask_for(state, least=callback_data.number)
        await self._then(query, ctx, say, state, visitor)

    async def type_least(
        self, message: Message, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
    ) -> None:
        terms = await programme.current(ctx)
        await self._ask_for(state, least=condition_questions.read_least(message.text or "", terms))
        await self._then(message, ctx, say, state, visitor)

    async def _toggle(self, ctx: Context, state: FSMContext, kind: str, item_id: int) -> None:
        stock = await goods.assortment(ctx)
        if item_id not in {item.id for item in getattr(stock, kind)}:
            raise Gone
        asked = self._read(await state.get_data())
        await self._ask_for(state, **{kind: getattr(asked, kind) ^ {item_id}})

    async def _ask_for(self, state: FSMContext, **changes: Any) -> None:
        asked = self._read(await state.get_data())
        await self._write(state, replace(asked, **changes))


def _kind(value: str) -> str:
    if value not in KINDS:
        raise Gone
    return value
