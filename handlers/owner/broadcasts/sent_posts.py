"""Broadcasts that were started: watched, stopped, resumed, and the past ones."""

from datetime import datetime

from aiogram import Router

from handlers.desk import Desk
from handlers.owner.audience.audience_words import wording
from handlers.owner.broadcasts.live_progress import Watching, progress_screen
from handlers.owner.broadcasts.post_taps import PostAct, PostTap, ReportTap, post_tap
from handlers.owner.shared.navigation import Place, back, short
from handlers.screens import button, keyboard
from messengers.words import Say
from services.campaigns import campaigns
from services.campaigns.campaign_progress import Progress


def add_to(router: Router) -> None:
    tap = router.callback_query.register
    tap(stop, PostTap.on(PostAct.STOP))
    tap(resume, PostTap.on(PostAct.RESUME))
    tap(progress, PostTap.on(PostAct.PROGRESS))
    tap(progress, ReportTap.filter())
    tap(past, PostTap.on(PostAct.PAST))


async def stop(desk: Desk, tap: PostTap, watching: Watching) -> None:
    found = await campaigns.stop(desk.ctx, desk.actor_id, tap.campaign_id)
    await show_progress(desk, watching, found)


async def resume(desk: Desk, tap: PostTap, watching: Watching) -> None:
    found = await campaigns.resume(desk.ctx, desk.actor_id, tap.campaign_id)
    await show_progress(desk, watching, found)


async def progress(desk: Desk, tap: PostTap | ReportTap, watching: Watching) -> None:
    found = await campaigns.progress(desk.ctx, desk.actor_id, tap.campaign_id)
    await show_progress(desk, watching, found)


async def show_progress(desk: Desk, watching: Watching, found: Progress) -> None:
    """Draw how far it has come, and keep that true from now on."""
    screen = await desk.show(*await progress_screen(desk.ctx, desk.say, found))
    watching.watch(screen, found, desk.actor_id, desk.say)


async def past(desk: Desk) -> None:
    found = await campaigns.latest(desk.ctx, desk.actor_id)
    words = await wording(desk.ctx, desk.say)
    rows = [
        [
            button(
                short(
                    desk.say.label(
                        "owner-post-line",
                        day=f"{_moment(one, desk.say):%d.%m %H:%M}",
                        whom=words.of(one.audience),
                        status=one.status,
                    ),
                    40,
                ),
                post_tap(PostAct.PROGRESS, one.campaign_id),
            )
        ]
        for one in found
    ]
    text = desk.say("owner-post-list" if found else "owner-post-list-none")
    await desk.show(text, keyboard(*rows, back(desk.say, Place.BROADCAST)))


def _moment(one: Progress, say: Say) -> datetime:
    return (one.started_at or one.start_at or one.created_at).astimezone(say.timezone)
