"""Things of the owner's that have fields: a new one is asked for them in turn, any can be changed.

A room names the fields of its thing and what to do with them; the questions are its words:
`owner-<thing>-<field>`, `owner-<thing>-ask-<field>`, `owner-<thing>-without-<field>`.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aiogram import F, Router
from aiogram.fsm.state import State
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.desk import Desk
from handlers.owner.shared.navigation import STEP, Answer, Place, back, go, page_of, pages, short
from handlers.routing import Tap
from handlers.screens import button, in_rows, keyboard
from messengers.words import Say
from services.context import Context
from services.errors import Gone
from services.parsing.numbers import parse_whole
from services.parsing.ranges import Range

Value = str | int | None

NEW = 0
"""Stands for the thing that is being added."""


class ThingTap(Tap, prefix="thing"):
    """A button about one thing; each room has a prefix of its own."""

    act: str
    thing_id: int = NEW
    field: str = ""
    value: int | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """`read` understands what was typed; without it the field is a picture.

    `chips` are values in one tap; None: without this field. `unit` is the key of their words.
    """

    read: Callable[[str], Value] | None
    chips: tuple[int | None, ...] = ()
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Doing:
    """What can be done with a thing, with the owner's identity."""

    add: Callable[[Context, int, Mapping[str, Any]], Awaitable[int]]
    change: Callable[..., Awaitable[None]]  # (ctx, actor_id, thing_id, **{field: value})
    hide: Callable[..., Awaitable[None]]  # (ctx, actor_id, thing_id, hidden=)
    show: Callable[[Desk, int], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Editor:
    """`asked` are the fields of a new thing, in this order; `state` is a field being answered."""

    thing: str
    place: Place
    tap: type[ThingTap]
    state: State
    fields: Mapping[str, Field]
    asked: Sequence[str]
    doing: Doing

    def add_to(self, router: Router) -> None:
        taps, tap = router.callback_query, self.tap
        taps.register(self.open, tap.filter(F.act == "open"))
        taps.register(self.hide, tap.filter(F.act.in_({"hide", "show"})))
        taps.register(self.start, tap.filter(F.act == "new"))
        taps.register(self.edit, tap.filter(F.act == "edit"))
        taps.register(self.choose, tap.filter(F.act == "set"), self.state, flags=STEP)
        router.message.register(self.answer, Answer(), self.state, flags=STEP)

    def choices(self, say: Say, lines: Mapping[int, str], page: int) -> InlineKeyboardMarkup:
        """All things by id, a page of them at a time, under a button for a new one."""
        rows = [
            [button(short(line), self.tap(act="open", thing_id=thing_id))]
            for thing_id, line in page_of(list(lines.items()), page)
        ]
        new = button(say.label(f"owner-{self.thing}-new"), self.tap(act="new"), style="primary")
        turn = pages(self.place, page, len(lines))
        return keyboard([new], *rows, turn, back(say))

    def edits(self, say: Say, thing_id: int) -> list[InlineKeyboardButton]:
        """A button for each field of a thing."""
        return [
            button(
                say.label(f"owner-{self.thing}-{_dashed(field)}"),
                self.tap(act="edit", thing_id=thing_id, field=field),
            )
            for field in self.fields
        ]

    def turn(self, say: Say, thing_id: int, *, hidden: bool) -> InlineKeyboardButton:
        """The button that hides a thing, or shows it again."""
        act = "show" if hidden else "hide"
        return button(say.label(f"owner-{act}"), self.tap(act=act, thing_id=thing_id))

    async def open(self, desk: Desk, tap: ThingTap) -> None:
        await self.doing.show(desk, tap.thing_id)

    async def hide(self, desk: Desk, tap: ThingTap) -> None:
        thing_id, hidden = tap.thing_id, tap.act == "hide"
        await self.doing.hide(desk.ctx, desk.actor_id, thing_id, hidden=hidden)
        await self.doing.show(desk, thing_id)

    async def start(self, desk: Desk) -> None:
        await desk.state.set_data({"new": {}})
        await self._ask(desk, self.asked[0], NEW)

    async def edit(self, desk: Desk, tap: ThingTap) -> None:
        if tap.field not in self.fields:
            raise Gone
        await self._ask(desk, tap.field, tap.thing_id)

    async def choose(self, desk: Desk, tap: ThingTap) -> None:
        data = await desk.state.get_data()
        if (data["field"], data["thing_id"]) != (tap.field, tap.thing_id):
            desk.alert("owner-stale")
            return
        await self._take(desk, tap.value)

    async def answer(self, desk: Desk) -> None:
        field = self.fields[(await desk.state.get_data())["field"]]
        if field.read is None and desk.message.photo:
            value: Value = desk.message.photo[-1].file_id
        elif field.read is None:
            await desk.tell(desk.say("owner-need-photo"))
            return
        elif desk.message.text is None:
            await desk.tell(desk.say("owner-need-text"))
            return
        else:
            value = field.read(desk.message.text)
        await self._take(desk, value)

    async def _ask(self, desk: Desk, field: str, thing_id: int) -> None:
        await desk.state.set_state(self.state)
        await desk.state.update_data(field=field, thing_id=thing_id)
        chips = [self._chip(desk.say, thing_id, field, value) for value in self.fields[field].chips]
        way_back = go(desk.say, "button-cancel", self.place)
        if thing_id != NEW:
            way_back = button(
                desk.say.label("button-back"), self.tap(act="open", thing_id=thing_id)
            )
        text = desk.say(f"owner-{self.thing}-ask-{_dashed(field)}")
        columns = 2 if self.fields[field].unit else 3
        await desk.show(text, keyboard(*in_rows(chips, columns), [way_back]))

    def _chip(self, say: Say, thing_id: int, field: str, value: int | None) -> InlineKeyboardButton:
        unit = self.fields[field].unit
        if value is None:
            label = say.label(f"owner-{self.thing}-without-{_dashed(field)}")
        else:
            label = say.label(unit, **{unit: value}) if unit else str(value)
        return button(label, self.tap(act="set", thing_id=thing_id, field=field, value=value))

    async def _take(self, desk: Desk, value: Value) -> None:
        """A field is known: change it, or ask the new thing's next one."""
        data = await desk.state.get_data()
        field, thing_id = data["field"], data["thing_id"]
        if thing_id == NEW:
            known = {**data["new"], field: value}
            following = self.asked[self.asked.index(field) + 1 :]
            if following:
                await desk.state.update_data(new=known)
                await self._ask(desk, following[0], NEW)
                return
            thing_id = await self.doing.add(desk.ctx, desk.actor_id, known)
        else:
            await self.doing.change(desk.ctx, desk.actor_id, thing_id, **{field: value})
        await desk.state.clear()
        await self.doing.show(desk, thing_id)


def number(allowed: Range) -> Callable[[str], int]:
    """How a number within a range is read."""
    return lambda text: parse_whole(text, least=allowed.least, most=allowed.most)


def _dashed(name: str) -> str:
    return name.replace("_", "-")
