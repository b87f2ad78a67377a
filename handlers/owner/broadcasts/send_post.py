"""A broadcast that is ready: seen, sent now or at a time."""

from collections.abc import Sequence
from datetime import UTC, datetime

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.callback_middleware import Tap
from handlers.owner.audience.audience_words import described, reach_text
from handlers.owner.broadcasts.live_progress import Watching
from handlers.owner.broadcasts.post_taps import Posting, PostTap, to
from handlers.owner.broadcasts.sent_posts import show_progress
from handlers.owner.programme.programme_words import term_value
from handlers.owner.shared.navigation import STEP, Place, Typed, go
from handlers.screens import button, keyboard, show
from messengers.words import Say, Words
from services import programme
from services.campaigns import campaigns
from services.context import Context
from services.errors import Gone
from services.parsing.times import parse_moment
from services.staff.identities import Visitor


def add_to(router: Router) -> None:
    tap = router.callback_query.register
    tap(look, PostTap.filter(F.act == "look"))
    tap(send_to_me, PostTap.filter(F.act == "me"))
    tap(ask_now, PostTap.filter(F.act == "now"))
    tap(ask_time, PostTap.filter(F.act == "time"))
    router.message.register(take_time, Typed(), Posting.time, flags=STEP)
    tap(send, PostTap.filter(F.act == "send"))


async def look(
    query: CallbackQuery,
    callback_data: PostTap,
    ctx: Context,
    say: Say,
    words: Words,
    visitor: Visitor,
) -> None:
    await control(query, ctx, say, words, visitor, callback_data.campaign_id)


async def control(
    event: Message | CallbackQuery,
    ctx: Context,
    say: Say,
    words: Words,
    visitor: Visitor,
    campaign_id: int,
) -> None:
    """Everything one can do with a post that has not gone out."""
    draft = await campaigns.preview(ctx, visitor.identity_id, campaign_id)
    text = "\n\n".join(
        (
            say("owner-post-ready"),
            spoken(say, draft.languages),
            say("owner-post-whom", whom=await described(ctx, say, draft.audience)),
            reach_text(say, draft.reach),
        )
    )
    people = draft.reach.reachable
    now = button(say.label("owner-post-now", people=people), to("now", campaign_id))
    versions = [
        button(say.label("owner-post-version", language=one), to("version", campaign_id, one))
        if one in draft.languages
        else button(say.label("owner-post-also", language=one), to("also", campaign_id, one))
        for one in words.languages
    ]
    me = button(say.label("owner-post-me"), to("me", campaign_id))
    later = button(say.label("owner-post-time"), to("time", campaign_id))
    cancel = go(say, "button-cancel", Place.HOME)
    await show(event, text, keyboard([now] if people else [], [me, later], versions, [cancel]))


def spoken(say: Say, languages: Sequence[str]) -> str:
    """In which languages there is a post, and so who gets which."""
    those = ", ".join(say.label("owner-post-language", language=one) for one in languages)
    return say("owner-post-languages", languages=those, count=len(languages))


async def send_to_me(
    _query: CallbackQuery,
    callback_data: PostTap,
    ctx: Context,
    say: Say,
    visitor: Visitor,
    tap: Tap,
) -> None:
    await campaigns.send_to_self(ctx, visitor.identity_id, callback_data.campaign_id)
    tap.toast(say.label("owner-post-on-its-way"))


async def ask_now(
    query: CallbackQuery, callback_data: PostTap, ctx: Context, say: Say, visitor: Visitor
) -> None:
    await _ask(query, ctx, say, visitor, callback_data.campaign_id)


async def ask_time(
    query: CallbackQuery, callback_data: PostTap, ctx: Context, say: Say, state: FSMContext
) -> None:
    terms = await programme.current(ctx)
    await state.set_state(Posting.time)
    await state.set_data({"campaign_id": callback_data.campaign_id})
    way_back = button(say.label("button-back"), to("look", callback_data.campaign_id))
    await show(
        query,
        say("owner-post-ask-time", zone=term_value(say, terms, "timezone")),
        keyboard([way_back]),
    )


async def take_time(
    message: Message, ctx: Context, say: Say, words: Words, state: FSMContext, visitor: Visitor
) -> None:
    terms = await programme.current(ctx)
    moment = parse_moment(
        message.text or "",
        ctx.clock.now(),
        terms.timezone,
        today=words.labels("owner-word-today"),
        tomorrow=words.labels("owner-word-tomorrow"),
    )
    campaign_id = (await state.get_data())["campaign_id"]
    await state.clear()
    here = words.say(say.language, terms.timezone.key)  # the time as it was typed
    await _ask(message, ctx, here, visitor, campaign_id, moment)


async def _ask(
    event: Message | CallbackQuery,
    ctx: Context,
    say: Say,
    visitor: Visitor,
    campaign_id: int,
    at: datetime | None = None,
) -> None:
    """The last look before it goes: how many people, and when."""
    draft = await campaigns.preview(ctx, visitor.identity_id, campaign_id)
    people = draft.reach.reachable
    whom = await described(ctx, say, draft.audience)
    if at is None:
        text = say("owner-post-sure-now", people=people, whom=whom)
        yes = button(
            say.label("owner-post-yes", people=people), to("send", campaign_id), style="success"
        )
    else:
        text = say("owner-post-sure-at", people=people, whom=whom, at=at)
        planned = to("send", campaign_id, str(int(at.timestamp())))
        yes = button(say.label("owner-post-plan"), planned, style="success")
    way_back = button(say.label("button-back"), to("look", campaign_id))
    await show(event, text, keyboard([yes], [way_back]))


async def send(
    query: CallbackQuery,
    callback_data: PostTap,
    ctx: Context,
    say: Say,
    visitor: Visitor,
    watching: Watching,
) -> None:
    """Let it go; tapped twice, it goes once."""
    try:
        at = datetime.fromtimestamp(int(callback_data.value), UTC) if callback_data.value else None
    except ValueError:
        raise Gone from None
    found = await campaigns.start(ctx, visitor.identity_id, callback_data.campaign_id, at=at)
    await show_progress(query, ctx, say, visitor, watching, found)
