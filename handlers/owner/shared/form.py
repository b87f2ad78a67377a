"""A form: the fields of a thing, asked for in turn or one by one, and then saved.

How a flow of screens becomes a form: docs/decisions/0018-a-form-is-a-table.md.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from typing import Any

from aiogram import Router
from aiogram.fsm.state import State
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.desk import Desk
from handlers.owner.shared.fields import NEW, Asked, Chip, Draft, Field, Values, dashed
from handlers.owner.shared.navigation import STEP, Answer, Place, go
from handlers.routing import Tap
from handlers.screens import Row, button, in_rows, keyboard
from messengers.words import Say
from services.errors import Gone
from services.programme import Terms

Screen = tuple[str, InlineKeyboardMarkup]


class Act(StrEnum):
    """The actions of a form's buttons."""

    OPEN = "open"  # show the thing
    NEW = "new"  # ask for a new thing's fields in turn
    EDIT = "edit"  # ask for one field
    SET = "set"  # answer with a chip
    CARD = "card"  # back to the card
    NEXT = "next"  # leave this question as it is
    SAVE = "save"
    HIDE = "hide"
    SHOW = "show"


class FormTap(Tap, prefix="form"):
    """A button of a form. Each form has a subclass with a prefix. `value` is a chip's code."""

    act: Act
    thing_id: int = NEW
    field: str = ""
    value: str = ""


async def _in_force(desk: Desk, _: Draft) -> Terms:
    return await desk.terms()


@dataclass(frozen=True, slots=True)
class Form:
    """A flow of questions as a table.

    `name` is the part of its message keys: `owner-<name>-ask-<field>`, `owner-<name>-<field>` on
    the button that asks, `owner-<name>-without-<field>`. `tap` is its class of buttons, `asking`
    the state in which a field is asked for; the group of that state names the flow for /cancel.

    A form ends in one of four ways. `change` alone: an answer changes the thing at once. With
    `preview`: the text that it gives is shown with a button to save. With `card`: a new thing is
    drawn whole, and each answer leads back to the drawing. With `steps` and `add`: a new thing is
    asked for these fields in turn, and then added. `sure` is the state of preview and card.

    `more` are further fields that depend on the programme, such as the rate of each level.
    `show` draws a thing, or the list behind the form, when all is done. `out` is the last row
    of a question, often `to_thing_or(place)`. `below` are the rows under the preview's Save, else
    one to another value and `out`.
    """

    name: str
    tap: type[FormTap]
    asking: State
    fields: Sequence[Field]
    show: Callable[[Desk, int], Awaitable[None]]
    change: Callable[[Desk, int, Values], Awaitable[None]]
    out: Callable[[Say, Draft], Row]
    more: Callable[[Terms], Sequence[Field]] = lambda _: ()
    steps: Sequence[str] = ()
    add: Callable[[Desk, Values], Awaitable[int]] | None = None
    hide: Callable[[Desk, int, bool], Awaitable[None]] | None = None
    sure: State | None = None
    preview: Callable[[Desk, Draft], Awaitable[str]] | None = None
    card: Callable[[Desk, Draft], Awaitable[Screen]] | None = None
    terms: Callable[[Desk, Draft], Awaitable[Terms]] = _in_force  # that questions speak of
    toast: bool = False  # say "saved"
    strict: bool = False  # chips of a question that was left are stale
    below: Callable[[Say, Draft], Sequence[Row]] | None = None

    def add_to(self, router: Router) -> None:
        tap, on = router.callback_query.register, self.tap.on
        tap(self._open, on(Act.OPEN))
        tap(self._edit, on(Act.EDIT), flags=STEP)
        tap(self._choose, on(Act.SET), flags=STEP)
        if self.steps:
            tap(self._start, on(Act.NEW))
        if self.hide is not None:
            tap(self._hide, on(Act.HIDE, Act.SHOW))
        if self.sure is not None:
            tap(self._save, on(Act.SAVE), self.sure, flags=STEP)
            tap(self._next, on(Act.NEXT), flags=STEP)
            tap(self._back_to_card, on(Act.CARD), flags=STEP)
        if self.preview is not None:
            tap(self._open, on(Act.SAVE))  # saving twice is saving once
        router.message.register(self._answer, Answer(), self.asking, flags=STEP)

    # Buttons for the screens of the form's folder.

    def to(self, act: Act, thing_id: int = NEW, field: str = "", value: str = "") -> FormTap:
        return self.tap(act=act, thing_id=thing_id, field=field, value=value)

    def edits(self, say: Say, thing_id: int, *names: str) -> list[InlineKeyboardButton]:
        """A button for each of these fields, for all of them if none is named."""
        return [
            button(say.label(f"owner-{self.name}-{dashed(one)}"), self.to(Act.EDIT, thing_id, one))
            for one in names or [field.name for field in self.fields]
        ]

    def new(self, say: Say) -> Row:
        """The row with the button that makes a new thing."""
        return [button(say.label(f"owner-{self.name}-new"), self.to(Act.NEW), style="primary")]

    def hiding(self, say: Say, thing_id: int, *, hidden: bool) -> InlineKeyboardButton:
        """The button that hides a thing, or shows it again."""
        act = Act.SHOW if hidden else Act.HIDE
        return button(say.label(f"owner-{act}"), self.to(act, thing_id))

    # Ways into the form for other handlers.

    async def begin(self, desk: Desk, values: Values, *steps: str) -> None:
        """Make a new thing: `values` are known already, `steps` are asked for."""
        await self.go_on(desk, Draft(self.tap.__prefix__, values=values, steps=steps))

    async def ask(self, desk: Desk, draft: Draft) -> None:
        """Ask for the draft's field."""
        asked = await self._asked(desk, draft)
        field = self._field(asked)
        if field.screen is not None:
            await desk.wait(self.asking, draft)
            await field.screen(desk, draft)
            return
        text, every = await field.text(asked, self.name), await field.choices(asked, self.name)
        await desk.wait(self.asking, draft)
        rows: list[Row] = []
        for alone, chips in groupby(every, key=lambda chip: chip.alone):
            buttons = [self._button(draft, chip) for chip in chips]
            rows += in_rows(buttons, 1 if alone else field.width)
        await desk.show(text, keyboard(*rows, self.out(desk.say, draft)))

    async def take(self, desk: Desk, draft: Draft, given: Values) -> None:
        """Some fields are answered: go on with the others."""
        steps = tuple(name for name in draft.steps if name not in given)
        await self.go_on(desk, replace(draft, values={**draft.values, **given}, steps=steps))

    async def go_on(self, desk: Desk, draft: Draft) -> None:
        """To the next question; after the last one to the card, the preview or the end."""
        asked = await self._asked(desk, draft)
        steps = [name for name in draft.steps if self._field(asked, name).when(asked)]
        if steps:
            await self.ask(desk, replace(draft, field=steps[0], steps=tuple(steps[1:])))
        elif self.card is not None and (draft.whole or draft.thing_id == NEW):
            await self.draw_card(desk, draft)
        elif self.preview is not None:
            await self._draw_preview(desk, draft)
        else:
            await self.end(desk, draft)

    async def draw_card(self, desk: Desk, draft: Draft) -> None:
        """Show the draft whole."""
        if self.card is None:
            raise Gone
        draft = replace(draft, field="", steps=(), whole=True)
        text, markup = await self.card(desk, draft)  # a wrong value is refused, and not kept
        await desk.wait(self.sure, draft)
        await desk.show(text, markup)

    async def end(self, desk: Desk, draft: Draft) -> None:
        """Add or change the thing, and show it."""
        thing_id = draft.thing_id
        if self.add is not None and thing_id == NEW:
            thing_id = await self.add(desk, draft.values)
        else:
            await self.change(desk, thing_id, draft.values)
        await desk.state.clear()
        if self.toast:
            desk.toast("owner-saved")
        await self.show(desk, thing_id)

    async def known(self, desk: Desk) -> Draft:
        """The draft of this form that the conversation is about. Raises Gone."""
        draft = await self.known_or_none(desk)
        if draft is None:
            raise Gone
        return draft

    async def known_or_none(self, desk: Desk) -> Draft | None:
        draft = await desk.draft_or_none(Draft)
        return draft if draft is not None and draft.form == self.tap.__prefix__ else None

    def draft(self, **values: Any) -> Draft:
        """A draft of a new thing with these values."""
        return Draft(self.tap.__prefix__, values=values)

    # Handlers.

    async def _open(self, desk: Desk, tap: FormTap) -> None:
        await self.show(desk, tap.thing_id)

    async def _start(self, desk: Desk) -> None:
        await self.begin(desk, {}, *self.steps)

    async def _hide(self, desk: Desk, tap: FormTap) -> None:
        if self.hide is None:
            raise Gone
        await self.hide(desk, tap.thing_id, tap.act is Act.HIDE)
        await self.show(desk, tap.thing_id)

    async def _edit(self, desk: Desk, tap: FormTap) -> None:
        draft = await self.known_or_none(desk)
        if draft is not None and draft.whole and draft.thing_id == tap.thing_id:
            await self.ask(desk, replace(draft, field=tap.field))
        elif self._makes(tap.thing_id):
            desk.alert("owner-stale")
        else:
            await self.ask(desk, Draft(self.tap.__prefix__, tap.thing_id, tap.field))

    async def _choose(self, desk: Desk, tap: FormTap) -> None:
        draft = await self.known_or_none(desk)
        if draft is None or (draft.thing_id, draft.field) != (tap.thing_id, tap.field):
            if self.strict or self._makes(tap.thing_id):
                desk.alert("owner-stale")
                return
            draft = Draft(self.tap.__prefix__, tap.thing_id, tap.field)
        asked = await self._asked(desk, draft)
        chips = await self._field(asked).choices(asked, self.name)
        chip = next((one for one in chips if one.code == tap.value), None)
        if chip is None:
            raise Gone
        await self.take(desk, draft, chip.given)

    async def _answer(self, desk: Desk) -> None:
        draft = await self.known(desk)
        asked = await self._asked(desk, draft)
        field = self._field(asked)
        missing = field.missing(desk.message)
        if missing is not None:
            await desk.refuse(missing)
            return
        await self.take(desk, draft, field.taken(asked, desk.message))

    async def _save(self, desk: Desk) -> None:
        await self.end(desk, await self.known(desk))

    async def _next(self, desk: Desk) -> None:
        await self.go_on(desk, await self.known(desk))

    async def _back_to_card(self, desk: Desk) -> None:
        await self.draw_card(desk, await self.known(desk))

    # Parts.

    async def _draw_preview(self, desk: Desk, draft: Draft) -> None:
        if self.preview is None:
            raise Gone
        text = await self.preview(desk, draft)
        draft = replace(draft, whole=self._makes(draft.thing_id))
        await desk.wait(self.sure, draft)
        save = button(desk.say.label("owner-save"), self.to(Act.SAVE), style="success")
        below = self._below if self.below is None else self.below
        await desk.show(text, keyboard([save], *below(desk.say, draft)))

    def _below(self, say: Say, draft: Draft) -> Sequence[Row]:
        again = self.to(Act.EDIT, draft.thing_id, draft.field)
        return [button(say.label("owner-other-value"), again)], self.out(say, draft)

    def _makes(self, thing_id: int) -> bool:
        """Whether this is a new thing, which only the conversation knows."""
        return self.add is not None and thing_id == NEW

    async def _asked(self, desk: Desk, draft: Draft) -> Asked:
        return Asked(desk, await self.terms(desk, draft), draft)

    def _button(self, draft: Draft, chip: Chip) -> InlineKeyboardButton:
        tap = self.to(Act.SET, draft.thing_id, draft.field, chip.code)
        return button(chip.label, tap, style="primary" if chip.chosen else None)

    def _field(self, asked: Asked, name: str | None = None) -> Field:
        """The field of this name, or the one that is asked for."""
        name = asked.draft.field if name is None else name
        every = (*self.fields, *self.more(asked.terms))
        found = next((field for field in every if field.name == name), None)
        if found is None:
            raise Gone
        return found


def to_thing_or(place: Place, tap: type[FormTap]) -> Callable[[Say, Draft], Row]:
    """The way out of a form: back to the thing, or cancel to the list for a new one."""

    def out(say: Say, draft: Draft) -> Row:
        if draft.thing_id == NEW:
            return [go(say, "button-cancel", place)]
        return [button(say.label("button-back"), tap(act=Act.OPEN, thing_id=draft.thing_id))]

    return out
