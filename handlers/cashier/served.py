"""The guest being served at the till, kept in the conversation."""

from dataclasses import asdict, dataclass
from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup

from handlers.cashier.buttons import Sale, is_fresh
from handlers.desk import Desk
from services.pricing.model import Line


class Till(StatesGroup):
    """Somebody is being served; without a state, the till waits for the next guest."""

    amount = State()
    points = State()
    refund = State()
    move = State()


@dataclass(frozen=True, slots=True)
class Guest:
    """The guest who is served."""

    member: int
    at: int  # unix seconds of the last thing done for them
    screen: int | None = None  # the message whose buttons are live
    sale: str | None = None  # whose points are typed next
    most: int = 0  # of those points
    receipt: dict[str, Any] | None = None  # lines, and the message that held them


async def serve(desk: Desk, guest: Guest, awaited: State = Till.amount) -> None:
    """Serve this guest: the next typed message is meant for them."""
    await desk.state.set_data(asdict(guest))
    await desk.state.set_state(awaited)


async def guest_at(desk: Desk) -> Guest | None:
    """The guest who is served; None, and the serving ends, when their screen lay too long."""
    data = await desk.state.get_data()
    if "member" in data and is_fresh(data["at"], desk.now):
        return Guest(**data)
    await desk.state.clear()
    return None


async def close(desk: Desk, member_id: int) -> None:
    """End the serving of this guest; another one who is served meanwhile stays.

    Lines stay until the next guest, for the second of two quick taps.
    """
    data = await desk.state.get_data()
    if data.get("member") == member_id:
        await desk.state.clear()
        if data.get("receipt"):
            await desk.state.set_data({"receipt": data["receipt"]})


async def lines_of(desk: Desk, sale: Sale) -> tuple[Line, ...]:
    """The lines that were typed for a sale; none when only its sum was."""
    receipt = await receipt_of(desk.state, sale)
    return tuple(Line(**line) for line in receipt["lines"]) if receipt else ()


async def receipt_of(state: FSMContext, sale: Sale) -> dict[str, Any] | None:
    """The lines of a sale as the conversation keeps them; None when they are not there."""
    if not sale.lined:
        return None
    receipt: dict[str, Any] | None = (await state.get_data()).get("receipt")
    return receipt if receipt and receipt["typed"] == sale.typed else None
