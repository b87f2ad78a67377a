"""Lists of things, a page of buttons at a time."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from aiogram.types import InlineKeyboardButton

from handlers.desk import Desk
from handlers.owner.shared.navigation import BUTTON_LENGTH, page_of, short, turning
from handlers.routing import Tap
from handlers.screens import Row, button, in_rows, keyboard

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Listing(Generic[T]):
    """A list screen as a table. Annotate the name: `listing: Listing[Fund] = Listing(...)`.

    `items` fetches all things. `text` stands above the buttons, and `above` gives rows between,
    such as the button for a new thing. A thing's button has `label`, cut at `most` characters,
    and `tap`; `width` of them stand in a row. `page` is the tap to a page by its number, `back`
    the last row.
    """

    items: Callable[[Desk], Awaitable[Sequence[T]]]
    text: Callable[[Desk, Sequence[T]], str]
    label: Callable[[Desk, T], str]
    tap: Callable[[T], Tap]
    page: Callable[[int], Tap]
    back: Callable[[Desk], Row]
    above: Callable[[Desk], Sequence[Row]] = lambda _: ()
    width: int = 1
    most: int = BUTTON_LENGTH

    async def draw(self, desk: Desk, page: int = 0) -> None:
        """Show one page, from 0 on."""
        every = await self.items(desk)
        buttons = [self._button(desk, one) for one in page_of(every, page)]
        turn = turning(self.page, page, len(every))
        rows = (*self.above(desk), *in_rows(buttons, self.width), turn, self.back(desk))
        await desk.show(self.text(desk, every), keyboard(*rows))

    def _button(self, desk: Desk, one: T) -> InlineKeyboardButton:
        return button(short(self.label(desk, one), self.most), self.tap(one))
