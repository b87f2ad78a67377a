"""The screen of a broadcast under way, which keeps itself true while somebody looks at it.

Redrawing says nothing new to anybody, so it is no delivery: the report at the end is one. What
stands on a screen is kept in memory only: after a restart the screen's button draws it again.
"""

from asyncio import Lock
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiogram import BaseMiddleware
from aiogram.exceptions import ClientDecodeError, TelegramAPIError
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message, TelegramObject

from handlers.owner.audience.audience_words import wording
from handlers.owner.broadcasts.post_taps import PostAct, post_tap
from handlers.owner.shared.navigation import Place, back
from handlers.screens import button, keyboard, redraw
from messengers.failures import Busy, NotSent, Unsure, understand
from messengers.words import Say
from services.campaigns import campaigns
from services.campaigns.campaign_progress import Progress
from services.context import Context
from services.enums import CampaignStatus
from services.errors import DomainError

EVERY = 5
"""Seconds between two redraws: a chat takes about one message a second, and its owner may tap."""

MOVES = (CampaignStatus.SCHEDULED, CampaignStatus.RUNNING)


@dataclass(frozen=True, slots=True)
class Watched:
    screen: Message
    campaign_id: int
    identity_id: int  # who looks at it
    say: Say


class Watching:
    """The screens that somebody looks at: in each chat the newest, until it is tapped or over."""

    def __init__(self) -> None:
        self._screens: dict[int, Watched] = {}
        self._redrawing = Lock()

    def watch(self, screen: Message, found: Progress, identity_id: int, say: Say) -> None:
        """Keep a screen true from now on, if it can still change by itself.

        A stopped broadcast's is redrawn once more: what was on its way then has arrived.
        """
        if found.status is not CampaignStatus.DONE:
            watched = Watched(screen, found.campaign_id, identity_id, say)
            self._screens[screen.chat.id] = watched

    async def leave(self, message: Message) -> None:
        """The screen is about to become another one; a redraw under way ends first."""
        async with self._redrawing:
            watched = self._screens.get(message.chat.id)
            if watched is not None and watched.screen.message_id == message.message_id:
                del self._screens[message.chat.id]

    async def refresh(self, ctx: Context) -> int:
        """Redraw every screen; how many of them need it no more. A tick calls this."""
        over = 0
        for chat_id in tuple(self._screens):
            async with self._redrawing:
                watched = self._screens.get(chat_id)
                if watched is not None and not await _redraw(ctx, watched):
                    del self._screens[chat_id]
                    over += 1
        return over


async def _redraw(ctx: Context, watched: Watched) -> bool:
    """Whether it is to be redrawn again."""
    try:
        found = await campaigns.progress(ctx, watched.identity_id, watched.campaign_id)
        text, markup = await progress_screen(ctx, watched.say, found)
        return await redraw(watched.screen, text, markup) and found.status in MOVES
    except DomainError:
        return False  # no owner any more
    except (TelegramAPIError, ClientDecodeError) as error:
        return isinstance(understand(error), Busy | NotSent | Unsure)  # then the next time


class TapsLeave(BaseMiddleware):
    """Whatever a tap makes of a watched screen stays, until a handler watches it anew."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        if isinstance(event, CallbackQuery) and isinstance(event.message, Message):
            watching: Watching = data["watching"]
            await watching.leave(event.message)
        return await handler(event, data)


async def progress_screen(
    ctx: Context, say: Say, found: Progress
) -> tuple[str, InlineKeyboardMarkup]:
    """How far a broadcast has come, and what can be done about it; at its end the report."""
    lines = [
        say(
            "owner-post-status",
            status=found.status,
            whom=(await wording(ctx, say)).of(found.audience),
            at=found.started_at or found.start_at or found.created_at,
        )
    ]
    moving = found.status in MOVES
    if found.started_at is not None:
        lines.append(
            say(
                "owner-post-counts",
                total=found.total,
                sent=found.sent,
                blocked=found.blocked,
                failed=found.failed,
                cancelled=found.cancelled,
                left=found.left,
                minutes=-(-(found.seconds_left or 0) // 60) if moving else 0,
            )
        )
    refresh = button(say.label("owner-post-refresh"), post_tap(PostAct.PROGRESS, found.campaign_id))
    halt = button(
        say.label("owner-post-stop"), post_tap(PostAct.STOP, found.campaign_id), style="danger"
    )
    more = button(say.label("owner-post-resume"), post_tap(PostAct.RESUME, found.campaign_id))
    acts = {
        CampaignStatus.SCHEDULED: [refresh, halt],
        CampaignStatus.RUNNING: [refresh, halt],
        CampaignStatus.STOPPED: [more],
    }
    again = [button(say.label("owner-post-me"), post_tap(PostAct.ME, found.campaign_id))]
    rows = (acts.get(found.status, []), again, back(say, Place.BROADCAST))
    return "\n\n".join(lines), keyboard(*rows)
