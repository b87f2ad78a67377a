"""A broadcast that is ready: seen, sent now or at a time."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from aiogram import Router

from handlers.desk import Desk
from handlers.owner.audience.audience_words import described, reach_text
from handlers.owner.broadcasts.live_progress import Watching
from handlers.owner.broadcasts.post_taps import BroadcastForm, PostAct, PostTap, post_tap
from handlers.owner.broadcasts.sent_posts import show_progress
from handlers.owner.programme.programme_words import term_value
from handlers.owner.shared.navigation import STEP, Place, Typed, go
from handlers.screens import button, keyboard
from messengers.words import Say
from services.campaigns import campaigns
from services.errors import Gone
from services.parsing.times import parse_moment


def add_to(router: Router) -> None:
    tap = router.callback_query.register
    tap(look, PostTap.on(PostAct.LOOK))
    tap(send_to_me, PostTap.on(PostAct.ME))
    tap(ask_now, PostTap.on(PostAct.NOW))
    tap(ask_time, PostTap.on(PostAct.TIME))
    router.message.register(take_time, Typed(), BroadcastForm.time, flags=STEP)
    tap(send, PostTap.on(PostAct.SEND))


async def look(desk: Desk, tap: PostTap) -> None:
    await control(desk, tap.campaign_id)


async def control(desk: Desk, campaign_id: int) -> None:
    """Everything one can do with a post that has not gone out."""
    draft = await campaigns.preview(desk.ctx, desk.actor_id, campaign_id)
    text = "\n\n".join(
        (
            desk.say("owner-post-ready"),
            spoken(desk.say, draft.languages),
            desk.say("owner-post-whom", whom=await described(desk, draft.audience)),
            reach_text(desk.say, draft.reach),
        )
    )
    people = draft.reach.reachable
    now = button(
        desk.say.label("owner-post-now", people=people), post_tap(PostAct.NOW, campaign_id)
    )
    versions = [
        button(
            desk.say.label("owner-post-version", language=one),
            post_tap(PostAct.VERSION, campaign_id, one),
        )
        if one in draft.languages
        else button(
            desk.say.label("owner-post-also", language=one),
            post_tap(PostAct.ALSO, campaign_id, one),
        )
        for one in desk.words.languages
    ]
    me = button(desk.say.label("owner-post-me"), post_tap(PostAct.ME, campaign_id))
    later = button(desk.say.label("owner-post-time"), post_tap(PostAct.TIME, campaign_id))
    cancel = go(desk.say, "button-cancel", Place.HOME)
    await desk.show(text, keyboard([now] if people else [], [me, later], versions, [cancel]))


def spoken(say: Say, languages: Sequence[str]) -> str:
    """In which languages there is a post, and so who gets which."""
    those = ", ".join(say.label("owner-post-language", language=one) for one in languages)
    return say("owner-post-languages", languages=those, count=len(languages))


async def send_to_me(desk: Desk, tap: PostTap) -> None:
    await campaigns.send_to_self(desk.ctx, desk.actor_id, tap.campaign_id)
    desk.toast("owner-post-on-its-way")


async def ask_now(desk: Desk, tap: PostTap) -> None:
    await _ask(desk, tap.campaign_id)


async def ask_time(desk: Desk, tap: PostTap) -> None:
    terms = await desk.terms()
    await desk.state.set_state(BroadcastForm.time)
    await desk.state.set_data({"campaign_id": tap.campaign_id})
    way_back = button(desk.say.label("button-back"), post_tap(PostAct.LOOK, tap.campaign_id))
    await desk.show(
        desk.say("owner-post-ask-time", zone=term_value(desk.say, terms, "timezone")),
        keyboard([way_back]),
    )


async def take_time(desk: Desk) -> None:
    terms = await desk.terms()
    moment = parse_moment(
        desk.message.text or "",
        desk.ctx.clock.now(),
        terms.timezone,
        today=desk.words.labels("owner-word-today"),
        tomorrow=desk.words.labels("owner-word-tomorrow"),
    )
    campaign_id = (await desk.state.get_data())["campaign_id"]
    await desk.state.clear()
    here = desk.words.say(desk.say.language, terms.timezone.key)  # the time as it was typed
    await _ask(replace(desk, say=here), campaign_id, moment)


async def _ask(desk: Desk, campaign_id: int, at: datetime | None = None) -> None:
    """The last look before it goes: how many people, and when."""
    draft = await campaigns.preview(desk.ctx, desk.actor_id, campaign_id)
    people = draft.reach.reachable
    whom = await described(desk, draft.audience)
    if at is None:
        text = desk.say("owner-post-sure-now", people=people, whom=whom)
        yes = button(
            desk.say.label("owner-post-yes", people=people),
            post_tap(PostAct.SEND, campaign_id),
            style="success",
        )
    else:
        text = desk.say("owner-post-sure-at", people=people, whom=whom, at=at)
        planned = post_tap(PostAct.SEND, campaign_id, str(int(at.timestamp())))
        yes = button(desk.say.label("owner-post-plan"), planned, style="success")
    way_back = button(desk.say.label("button-back"), post_tap(PostAct.LOOK, campaign_id))
    await desk.show(text, keyboard([yes], [way_back]))


async def send(desk: Desk, tap: PostTap, watching: Watching) -> None:
    """Let it go; tapped twice, it goes once."""
    try:
        at = datetime.fromtimestamp(int(tap.value), UTC) if tap.value else None
    except ValueError:
        raise Gone from None
    found = await campaigns.start(desk.ctx, desk.actor_id, tap.campaign_id, at=at)
    await show_progress(desk, watching, found)
