"""Asking about conditions: the same questions in the making of a rule and of an offer."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State

from handlers.desk import Desk
from handlers.owner.conditions import condition_questions
from handlers.owner.conditions.condition_questions import (
    KINDS,
    ConditionAct,
    ConditionTap,
    Part,
    chip,
)
from handlers.owner.shared.navigation import STEP, Typed, short
from handlers.screens import Row, keyboard
from messengers.words import Say
from services import goods
from services.checkout import typed_lines
from services.earning import earning_rules
from services.errors import Gone
from services.goods import ItemKind
from services.parsing.texts import one_line
from services.pricing.condition_facts import WEEKEND, WORKDAYS
from services.pricing.model import Conditions

DAYS = {"always": frozenset[int](), "workdays": WORKDAYS, "weekend": WEEKEND}

Data = Mapping[str, Any]
Then = Callable[[Desk], Awaitable[None]]


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
        taps: Mapping[ConditionAct, Callable[..., Awaitable[None]]] = {
            ConditionAct.ASK: self.ask_by_tap,
            ConditionAct.KIND: self.turn_to,
            ConditionAct.PICK: self.pick,
            ConditionAct.ALL: self.pick_all,
            ConditionAct.CREATE: self.create,
            ConditionAct.DAY: self.choose_day,
            ConditionAct.DAYS: self.choose_days,
            ConditionAct.LEAST: self.choose_least,
        }
        for act, handler in taps.items():
            router.callback_query.register(
                handler, ConditionTap.on(act), self._drafting, flags=STEP
            )
        message = router.message.register
        message(self.type_lines, Typed(), self._states[Part.LINES], flags=STEP)
        message(self.type_when, Typed(), self._states[Part.WHEN], flags=STEP)
        message(self.type_least, Typed(), self._states[Part.LEAST], flags=STEP)

    async def ask(self, desk: Desk, part: Part, kind: str = KINDS[0]) -> None:
        """Ask about one part; `kind` is which of the lists is open."""
        data = await desk.state.get_data()
        asked, onwards = self._read(data), self._onwards(desk.say, data)
        await desk.state.set_state(self._states[part])
        match part:
            case Part.LINES:
                stock = await goods.assortment(desk.ctx)
                screen = condition_questions.ask_lines(desk.say, stock, asked, kind, onwards)
            case Part.WHEN:
                screen = condition_questions.ask_when(desk.say, asked, onwards)
            case Part.LEAST:
                terms = await desk.terms()
                screen = condition_questions.ask_least(desk.say, terms, asked, onwards)
        await desk.show(*screen)

    async def ask_by_tap(self, desk: Desk, tap: ConditionTap) -> None:
        if tap.value not in set(Part):
            raise Gone
        await self.ask(desk, Part(tap.value))

    async def turn_to(self, desk: Desk, tap: ConditionTap) -> None:
        await self.ask(desk, Part.LINES, _kind(tap.value))

    async def pick(self, desk: Desk, tap: ConditionTap) -> None:
        kind = _kind(tap.value)
        await self._toggle(desk, kind, tap.number)
        await self.ask(desk, Part.LINES, kind)

    async def pick_all(self, desk: Desk) -> None:
        await self._ask_for(desk.state, **dict.fromkeys(KINDS, frozenset[int]()))
        await self.ask(desk, Part.LINES)

    async def type_lines(self, desk: Desk) -> None:
        """A name that is there is chosen; another one may become a category."""
        name = one_line(desk.message.text or "", most=goods.NAME_LENGTH)
        found = typed_lines.find(name, await goods.assortment(desk.ctx))
        if found is None:
            await desk.state.update_data(name=name)
            create = short(desk.say.label("conditions-lines-create", name=name), 60)
            back = chip(desk.say.label("button-back"), ConditionAct.ASK, Part.LINES)
            markup = keyboard([chip(create, ConditionAct.CREATE)], [back])
            await desk.show(desk.say("conditions-lines-create-ask", name=name), markup)
            return
        category_id, product_id = found
        kind = "categories" if product_id is None else "products"
        await self._toggle(desk, kind, product_id or category_id or 0)
        await self.ask(desk, Part.LINES, kind)

    async def create(self, desk: Desk) -> None:
        """Tapped twice, it makes one category: a name that is there stays one."""
        data = await desk.state.get_data()
        if "name" not in data:
            raise Gone
        category_id = await goods.add(desk.ctx, desk.actor_id, ItemKind.CATEGORY, data["name"])
        await self._ask_for(desk.state, categories=self._read(data).categories | {category_id})
        await self.ask(desk, Part.LINES)

    async def choose_day(self, desk: Desk, tap: ConditionTap) -> None:
        if tap.number not in earning_rules.WEEK:
            raise Gone
        weekdays = self._read(await desk.state.get_data()).weekdays
        await self._ask_for(desk.state, weekdays=weekdays ^ {tap.number})
        await self.ask(desk, Part.WHEN)

    async def choose_days(self, desk: Desk, tap: ConditionTap) -> None:
        if tap.value not in DAYS:
            raise Gone
        chosen: dict[str, Any] = {"weekdays": DAYS[tap.value]}
        if tap.value == "always":
            chosen |= dict.fromkeys(("since", "until", "first_day", "last_day"))
        await self._ask_for(desk.state, **chosen)
        await self.ask(desk, Part.WHEN)

    async def type_when(self, desk: Desk) -> None:
        zone = (await desk.terms()).timezone
        today = desk.ctx.clock.now().astimezone(zone).date()
        await self._ask_for(
            desk.state, **condition_questions.read_when(desk.message.text or "", today)
        )
        await self.ask(desk, Part.WHEN)

    async def choose_least(self, desk: Desk, tap: ConditionTap) -> None:
        await self._ask_for(desk.state, least=tap.number)
        await self._then(desk)

    async def type_least(self, desk: Desk) -> None:
        terms = await desk.terms()
        await self._ask_for(
            desk.state, least=condition_questions.read_least(desk.message.text or "", terms)
        )
        await self._then(desk)

    async def _toggle(self, desk: Desk, kind: str, item_id: int) -> None:
        stock = await goods.assortment(desk.ctx)
        if item_id not in {item.id for item in getattr(stock, kind)}:
            raise Gone
        asked = self._read(await desk.state.get_data())
        await self._ask_for(desk.state, **{kind: getattr(asked, kind) ^ {item_id}})

    async def _ask_for(self, state: FSMContext, **changes: Any) -> None:
        asked = self._read(await state.get_data())
        await self._write(state, replace(asked, **changes))


def _kind(value: str) -> str:
    if value not in KINDS:
        raise Gone
    return value
