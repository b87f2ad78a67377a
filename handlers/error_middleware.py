"""Turns errors into sentences, in one place for all handlers."""

import logging
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.exceptions import TelegramAPIError, TelegramForbiddenError
from aiogram.types import CallbackQuery, Message, TelegramObject

from handlers.desk import Desk
from messengers.words import Say
from services.context import Context
from services.errors import DomainError
from services.staff import identities
from services.staff.identities import Visitor

log = logging.getLogger(__name__)


class MishapMiddleware(BaseMiddleware):
    """Tells the person what went wrong and how to go on. Inside TapMiddleware for taps."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        try:
            return await handler(event, data)
        except DomainError as error:
            await _tell(event, data, error.message_key(), error.facts())
        except TelegramForbiddenError:
            # They blocked the bot between their tap and our answer.
            ctx: Context = data["ctx"]
            visitor: Visitor = data["visitor"]
            await identities.reachable(ctx, visitor.external_id, yes=False)
        except Exception:
            log.exception("an update failed")
            await _apologise(event, data)
        return None


async def _tell(
    event: TelegramObject, data: dict[str, Any], key: str, facts: dict[str, Any]
) -> None:
    if isinstance(event, CallbackQuery):
        desk: Desk = data["desk"]
        desk.alert(key, **facts)
    elif isinstance(event, Message):
        say: Say = data["say"]
        await event.answer(say(key, **facts))


async def _apologise(event: TelegramObject, data: dict[str, Any]) -> None:
    try:
        await _tell(event, data, "error-unexpected", {})
    except TelegramAPIError as refusal:
        log.warning("and the apology was not delivered: %s", refusal)
