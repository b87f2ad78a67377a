"""The rows of a form: fields, how each is asked for, and how an answer is read."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from dataclasses import field as default
from typing import Any

from aiogram.types import Message

from handlers.desk import Desk
from messengers.words import Say
from services.errors import Gone
from services.parsing.numbers import parse_money, parse_whole
from services.parsing.ranges import Range
from services.programme import Terms

Values = dict[str, Any]
"""Fields of a thing by name. They wait as JSON in the conversation: an enum comes back as text."""

NEW = 0
"""The id of a thing that is being made, and of the only thing of its kind."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything that the conversation about a form keeps.

    `form` is the prefix of the form's taps. `field` is the field that is asked for now, `steps`
    are those that follow. `whole`: all of it was shown, on a card or as a new thing's preview, so
    that one field can be asked for again and the others stay.
    """

    form: str
    thing_id: int = NEW
    field: str = ""
    values: Values = default(default_factory=dict)
    steps: tuple[str, ...] = ()
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it stands: its text, its chips and its reader may depend on all of it."""

    desk: Desk
    terms: Terms
    draft: Draft

    @property
    def say(self) -> Say:
        return self.desk.say


@dataclass(frozen=True, slots=True)
class Chip:
    """An answer in one tap.

    `code` tells it from the field's other chips, in at most 20 bytes or so. `given` are the
    values that it stands for, usually one. `alone`: it has a row of its own.
    """

    label: str
    code: str
    given: Values
    chosen: bool = False
    alone: bool = False


Read = Callable[[Asked, str], Any]
"""Makes a value from a typed text, or Values when one text answers several fields.

Raises a DomainError, which tells the person what is wrong; the question stays.
"""

Chips = Callable[[Asked], Awaitable[Sequence[Chip]]]


def _always(_asked: Asked) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form.

    `read` reads a typed answer; without it only chips answer, or with `picture` a photo.
    `chips` are usual values, or a function that makes chips which depend on the programme.
    `label` names a value; where it gives None, or without it, None is called by the message
    `owner-<form>-without-<field>` and anything else by itself. `question` is the text above
    them, else the message `owner-<form>-ask-<field>`. `width` is the number of chips in a row.

    `when` says whether a new thing is asked for the field. `screen` draws a question of its own
    kind instead; its handlers end in `Form.take`.
    """

    name: str
    read: Read | None = None
    chips: tuple[Any, ...] | Chips = ()
    label: Callable[[Asked, Any], str | None] | None = None
    question: Callable[[Asked], Awaitable[str]] | None = None
    width: int = 3
    picture: bool = False
    when: Callable[[Asked], bool] = _always
    screen: Callable[[Desk, Draft], Awaitable[None]] | None = None

    async def text(self, asked: Asked, form: str) -> str:
        """The question, in a form of this name."""
        if self.question is not None:
            return await self.question(asked)
        return asked.say(f"owner-{form}-ask-{dashed(self.name)}")

    async def choices(self, asked: Asked, form: str) -> Sequence[Chip]:
        """The chips as they are now."""
        if callable(self.chips):
            return await self.chips(asked)
        return [
            Chip(self._label(asked, form, value), code_of(value), {self.name: value})
            for value in self.chips
        ]

    def _label(self, asked: Asked, form: str, value: Any) -> str:
        label = None if self.label is None else self.label(asked, value)
        if label is not None:
            return label
        if value is None:
            return asked.say.label(f"owner-{form}-without-{dashed(self.name)}")
        return str(value)

    def missing(self, message: Message) -> str | None:
        """The key of a refusal: the message holds nothing that this field could take."""
        if self.picture:
            return None if message.photo else "owner-need-photo"
        if message.text is None:
            return "owner-need-text"
        return None if self.read is not None else "owner-need-tap"

    def taken(self, asked: Asked, message: Message) -> Values:
        """The value that a message gives, once nothing is `missing`. Raises what `read` raises."""
        if self.picture and message.photo:
            return {self.name: message.photo[-1].file_id}
        if self.read is None or message.text is None:
            raise Gone
        value = self.read(asked, message.text)
        return value if isinstance(value, dict) else {self.name: value}


def number_in(allowed: Range) -> Read:
    """Reads a whole number. Raises BadNumber."""
    return lambda _, text: parse_whole(text, least=allowed.least, most=allowed.most)


def money(asked: Asked, text: str) -> int:
    """Reads an amount in the programme's currency, as minor units. Raises BadAmount."""
    return parse_money(text, asked.terms.currency).minor


def text_by(parse: Callable[[str], Any]) -> Read:
    """Reads with a parser that needs nothing but the text."""
    return lambda _, text: parse(text)


def said_as(key: str, fact: str) -> Callable[[Asked, Any], str | None]:
    """Labels chips with a message that has the value as its fact; None as usual."""
    return lambda asked, value: None if value is None else asked.say.label(key, **{fact: value})


def code_of(value: Any) -> str:
    """A static chip's code in its tap."""
    return "" if value is None else str(value)


def dashed(name: str) -> str:
    return name.replace("_", "-")
