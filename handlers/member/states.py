"""States of a member's conversation in which the next message is an answer."""

from aiogram.fsm.state import State, StatesGroup


class Fields(StatesGroup):
    """A field of the profile is being typed or shared."""

    name = State()
    phone = State()
    birthday = State()
    city = State()
    child = State()


class Giving(StatesGroup):
    """A number of points to give is being typed."""

    points = State()


class Telling(StatesGroup):
    """A number that the shop asks for is being typed."""

    number = State()


class Quizzing(StatesGroup):
    """A number that a quiz asks for is being typed."""

    answer = State()


class Judging(StatesGroup):
    """Why a visit was so good or so bad is being typed."""

    comment = State()


FLOWS = (Fields, Giving, Telling, Quizzing, Judging)
