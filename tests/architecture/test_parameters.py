"""Every parameter of every handler is handed in by somebody."""

from typing import Any

from aiogram import F, Router
from aiogram.filters import Command, CommandStart
from aiogram.filters.callback_data import CallbackData

from tests.architecture.parameters import unresolvable


class Tap(CallbackData, prefix="tap"):
    number: int


async def with_bot(_message: Any, bot: Any, state: Any) -> None: ...
async def with_command(_message: Any, command: Any) -> None: ...
async def with_data(_query: Any, callback_data: Any) -> None: ...
async def with_result(_message: Any, amount: Any) -> None: ...
async def with_ours(_message: Any, member: Any, *, note: str = "") -> None: ...


def test_what_filters_and_middlewares_hand_in_is_known() -> None:
    router = Router()
    router.message.register(with_bot)
    router.message.register(with_command, Command("balance"))
    router.message.register(with_command, CommandStart(deep_link=True))
    router.callback_query.register(with_data, Tap.filter())
    router.message.register(with_result, F.text.as_("amount"))
    router.message.register(with_ours)
    assert list(unresolvable(router, known={"member"})) == []


def test_what_nobody_hands_in_is_seen() -> None:
    inner, outer = Router(), Router()
    outer.include_router(inner)
    inner.message.register(with_command, F.text)
    inner.callback_query.register(with_data)
    outer.message.register(with_result, F.text)
    outer.message.register(with_ours)
    found = {name.rpartition(".")[2] for name in unresolvable(outer, known=set())}
    assert found == {
        "with_command(command)",
        "with_data(callback_data)",
        "with_result(amount)",
        "with_ours(member)",
    }
