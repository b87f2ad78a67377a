"""Where a member stands when the next message is an answer."""

from aiogram.fsm.state import State, StatesGroup


class Fields(StatesGroup):
    """A field of the profile is being typed or shared."""

    name = State()
    phone = State()
    birthday = State()
    city = State()


class Giving(StatesGroup):
    """A number of points to give is being typed."""

    points = State()
