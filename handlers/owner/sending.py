"""A broadcast that is ready: sent now or at a time, watched, stopped, and its report."""

from datetime import UTC, datetime

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from handlers.owner.audience import described, reach_text
from handlers.owner.steps import STEP, Place, Typed, back, go, short
from handlers.screens import button, keyboard, show
from handlers.taps import Tap
from messengers.words import Say, Words
from services import campaigns, programme
from services.campaign_progress import Progress
from services.context import Context
from services.kinds import CampaignStatus
from services.moments import parse_moment
from services.people import Visitor

NONE = 0


class Posting(StatesGroup):
    audience = State()  # is being chosen
    post = State()  # is awaited
    translation = State()  # the post in another language is awaited
    time = State()  # is being typed


class PostTap(CallbackData, prefix="ob"):
    act: str
    campaign_id: int = NONE
    value: str = ""


class ReportTap(CallbackData, prefix="campaign"):
    """The button of the notice that a broadcast is done."""

    campaign_id: int


def add_to(router: Router) -> None:
    tap = router.callback_query.register
    tap(look, PostTap.filter(F.act == "look"))
    tap(send_to_me, PostTap.filter(F.act == "me"))
    tap(ask_now, PostTap.filter(F.act == "now"))
    tap(ask_time, PostTap.filter(F.act == "time"))
    router.message.register(take_time, Typed(), Posting.time, flags=STEP)
    tap(send, PostTap.filter(F.act == "send"))
    tap(stop, PostTap.filter(F.act == "stop"))
    tap(resume, PostTap.filter(F.act == "resume"))
    tap(progress, PostTap.filter(F.act == "progress"))
    tap(progress, ReportTap.filter())
    tap(past, PostTap.filter(F.act == "past"))


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
    terms = await programme.current(ctx)
    text = "\n\n".join(
        (
            say("owner-post-ready"),
            say("owner-post-whom", whom=described(say, terms, draft.audience)),
            reach_text(say, draft.reach),
        )
    )
    people = draft.reach.reachable
    now = button(say.label("owner-post-now", people=people), _to("now", campaign_id))
    also = [
        button(say.label("owner-post-also", language=one), _to("also", campaign_id, one))
        for one in words.languages
        if one not in draft.languages
    ]
    me = button(say.label("owner-post-me"), _to("me", campaign_id))
    later = button(say.label("owner-post-time"), _to("time", campaign_id))
    cancel = go(say, "button-cancel", Place.HOME)
    await show(event, text, keyboard([now] if people else [], [me, later], also, [cancel]))


def _to(act: str, campaign_id: int, value: str = "") -> PostTap:
    return PostTap(act=act, campaign_id=campaign_id, value=value)


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
    way_back = button(say.label("button-back"), _to("look", callback_data.campaign_id))
    await show(query, say("owner-post-ask-time", zone=terms.timezone.key), keyboard([way_back]))


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
    terms = await programme.current(ctx)
    people = draft.reach.reachable
    whom = described(say, terms, draft.audience)
    if at is None:
        text = say("owner-post-sure-now", people=people, whom=whom)
        yes = button(
            say.label("owner-post-yes", people=people), _to("send", campaign_id), style="success"
        )
    else:
        text = say("owner-post-sure-at", people=people, whom=whom, at=at)
        planned = _to("send", campaign_id, str(int(at.timestamp())))
        yes = button(say.label("owner-post-plan"), planned, style="success")
    way_back = button(say.label("button-back"), _to("look", campaign_id))
    await show(event, text, keyboard([yes], [way_back]))


async def send(
    query: CallbackQuery, callback_data: PostTap, ctx: Context, say: Say, visitor: Visitor
) -> None:
    """Let it go; tapped twice, it goes once."""
    typed = callback_data.value
    at = datetime.fromtimestamp(int(typed), UTC) if typed.isdecimal() else None
    found = await campaigns.start(ctx, visitor.identity_id, callback_data.campaign_id, at=at)
    await _progress(query, ctx, say, found)


async def stop(
    query: CallbackQuery, callback_data: PostTap, ctx: Context, say: Say, visitor: Visitor
) -> None:
    found = await campaigns.stop(ctx, visitor.identity_id, callback_data.campaign_id)
    await _progress(query, ctx, say, found)


async def resume(
    query: CallbackQuery, callback_data: PostTap, ctx: Context, say: Say, visitor: Visitor
) -> None:
    found = await campaigns.resume(ctx, visitor.identity_id, callback_data.campaign_id)
    await _progress(query, ctx, say, found)


async def progress(
    query: CallbackQuery,
    callback_data: PostTap | ReportTap,
    ctx: Context,
    say: Say,
    visitor: Visitor,
) -> None:
    found = await campaigns.progress(ctx, visitor.identity_id, callback_data.campaign_id)
    await _progress(query, ctx, say, found)


async def _progress(query: CallbackQuery, ctx: Context, say: Say, found: Progress) -> None:
    terms = await programme.current(ctx)
    lines = [
        say(
            "owner-post-status",
            status=found.status,
            whom=described(say, terms, found.audience),
            at=found.started_at or found.start_at or found.created_at,
        )
    ]
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
                minutes=-(-(found.seconds_left or 0) // 60),
            )
        )
    refresh = button(say.label("owner-post-refresh"), _to("progress", found.campaign_id))
    halt = button(say.label("owner-post-stop"), _to("stop", found.campaign_id), style="danger")
    more = button(say.label("owner-post-resume"), _to("resume", found.campaign_id))
    acts = {
        CampaignStatus.SCHEDULED: [refresh, halt],
        CampaignStatus.RUNNING: [refresh, halt],
        CampaignStatus.STOPPED: [more],
    }
    markup = keyboard(acts.get(found.status, []), back(say, Place.BROADCAST))
    await show(query, "\n\n".join(lines), markup)


async def past(query: CallbackQuery, ctx: Context, say: Say, visitor: Visitor) -> None:
    found = await campaigns.latest(ctx, visitor.identity_id)
    terms = await programme.current(ctx)
    rows = [
        [
            button(
                short(
                    say.label(
                        "owner-post-line",
                        day=f"{_day(one, say):%d.%m}",
                        whom=described(say, terms, one.audience),
                        status=one.status,
                    ),
                    40,
                ),
                _to("progress", one.campaign_id),
            )
        ]
        for one in found
    ]
    text = say("owner-post-list" if found else "owner-post-list-none")
    await show(query, text, keyboard(*rows, back(say, Place.BROADCAST)))


def _day(one: Progress, say: Say) -> datetime:
    return (one.started_at or one.start_at or one.created_at).astimezone(say.timezone)
