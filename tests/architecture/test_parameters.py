"""Every parameter of every handler is handed in by somebody."""

from typing import Any

from aiogram import BaseMiddleware, Dispatcher, F, Router
from aiogram.filters import Command, CommandStart

from handlers.routing import Tap
from tests.architecture.parameters import unresolvable
from tests.cast import Shop


async def test_the_bots_handlers_get_what_they_ask_for(sqlite_shop: Shop) -> None:
    rooms = sqlite_shop.dispatcher.sub_routers
    assert all(any(each.message.handlers for each in room.chain_tail) for room in rooms)
    assert list(unresolvable(sqlite_shop.dispatcher)) == []


class NumberTap(Tap, prefix="number"):
    number: int


class Greeter(BaseMiddleware):
    async def __call__(self, handler: Any, event: Any, data: dict[str, Any]) -> Any:
        data["guest"] = event
        return await handler(event, data)


async def with_bot(_message: Any, bot: Any, event_chat: Any) -> None: ...
async def with_command(_message: Any, command: Any) -> None: ...
async def with_data(_query: Any, tap: Any) -> None: ...
async def with_result(_message: Any, amount: Any) -> None: ...
async def with_setting(_message: Any, shop: Any, *, note: str = "") -> None: ...
async def with_guest(_message: Any, guest: Any) -> None: ...


def test_what_is_handed_in_is_known() -> None:
    router, dispatcher = Router(), Dispatcher(shop="Kopilka")
    dispatcher.include_router(router)
    dispatcher.message.outer_middleware(Greeter())
    router.message.register(with_bot)
    router.message.register(with_command, Command("balance"))
    router.message.register(with_command, CommandStart(deep_link=True))
    router.callback_query.register(with_data, NumberTap.filter())
    router.message.register(with_result, F.text.as_("amount"))
    router.message.register(with_setting)
    router.message.register(with_guest)
    assert list(unresolvable(dispatcher)) == []


def test_what_nobody_hands_in_is_seen() -> None:
    router, dispatcher = Router(), Dispatcher()
    dispatcher.include_router(router)
    dispatcher.message.outer_middleware(Greeter())
    router.message.register(with_command, F.text)
    router.callback_query.register(with_data)
    router.message.register(with_result, F.text)
    dispatcher.message.register(with_setting)
    dispatcher.callback_query.register(with_guest)
    assert {name.rpartition(".")[2] for name in unresolvable(dispatcher)} == {
        "with_command(command)",
        "with_data(tap)",
        "with_result(amount)",
        "with_setting(shop)",
        "with_guest(guest)",
    }
