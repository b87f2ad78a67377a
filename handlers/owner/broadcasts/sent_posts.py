"""Broadcasts that were started: watched, stopped, resumed, and the past ones."""

from datetime import datetime

from aiogram import F, Router
from aiogram.types import CallbackQuery

from handlers.owner.audience.audience_words import wording
from handlers.owner.broadcasts.live_progress import Watching, progress_screen
from handlers.owner.broadcasts.post_taps import PostTap, ReportTap, to
from handlers.owner.shared.navigation import Place, back, short
from handlers.screens import button, keyboard, show
from messengers.words import Say
from services.campaigns import campaigns
from services.campaigns.campaign_progress import Progress
from services.context import Context
from services.staff.identities import Visitor


def add_to(router: Router) -> None:
    tap = router.callback_query.register
    tap(stop, PostTap.filter(F.act == "stop"))
    tap(resume, PostTap.filter(F.act == "resume"))
    tap(progress, PostTap.filter(F.act == "progress"))
    tap(progress, ReportTap.filter())
    tap(past, PostTap.filter(F.act == "past"))


async def stop(
    query: CallbackQuery,
    callback_data: PostTap,
    ctx: Context,
    say: Say,
    visitor: Visitor,
    watching: Watching,
) -> None:
    found = await campaigns.stop(ctx, visitor.identity_id, callback_data.campaign_id)
    await show_progress(query, ctx, say, visitor, watching, found)


async def resume(
    query: CallbackQuery,
    callback_data: PostTap,
    ctx: Context,
    say: Say,
    visitor: Visitor,
    watching: Watching,
) -> None:
    found = await campaigns.resume(ctx, visitor.identity_id, callback_data.campaign_id)
    await show_progress(query, ctx, say, visitor, watching, found)


async def progress(
    query: CallbackQuery,
    callback_data: PostTap | ReportTap,
    ctx: Context,
    say: Say,
    visitor: Visitor,
    watching: Watching,
) -> None:
    found = await campaigns.progress(ctx, visitor.identity_id, callback_data.campaign_id)
    await show_progress(query, ctx, say, visitor, watching, found)


async def show_progress(
    query: CallbackQuery,
    ctx: Context,
    say: Say,
    visitor: Visitor,
    watching: Watching,
    found: Progress,
) -> None:
    """Draw how far it has come, and keep that true from now on."""
    screen = await show(query, *await progress_screen(ctx, say, found))
    watching.watch(screen, found, visitor.identity_id, say)


async def past(query: CallbackQuery, ctx: Context, say: Say, visitor: Visitor) -> None:
    found = await campaigns.latest(ctx, visitor.identity_id)
    words = await wording(ctx, say)
    rows = [
        [
            button(
                short(
                    say.label(
                        "owner-post-line",
                        day=f"{_moment(one, say):%d.%m %H:%M}",
                        whom=words.of(one.audience),
                        status=one.status,
                    ),
                    40,
                ),
                to("progress", one.campaign_id),
            )
        ]
        for one in found
    ]
    text = say("owner-post-list" if found else "owner-post-list-none")
    await show(query, text, keyboard(*rows, back(say, Place.BROADCAST)))


def _moment(one: Progress, say: Say) -> datetime:
    return (one.started_at or one.start_at or one.created_at).astimezone(say.timezone)
