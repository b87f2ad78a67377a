"""How satisfied guests are: the figures, what they said, writing back, and when they are asked."""

from enum import StrEnum

from aiogram import F, Router
from aiogram.fsm.state import State, StatesGroup

from handlers.desk import Desk
from handlers.menu import main_menu
from handlers.owner.shared.navigation import STEP, Go, Place, Typed, back, go, short
from handlers.routing import Tap
from handlers.screens import button, in_rows, keyboard
from messengers.words import Say
from services.enums import FeedbackKind
from services.feedback import feedback_answers, feedback_figures, feedback_settings
from services.feedback.errors import RepliedAlready
from services.feedback.feedback_figures import Figures, Remark
from services.feedback.feedback_settings import DAYS
from services.messaging.deliveries import NoticeAct
from services.parsing.numbers import parse_whole

CHIPS = (7, 14, 30, 60, 90, 180)
REMARK_LENGTH = 300


class FeedbackForm(StatesGroup):
    days = State()  # a question's settings are on the screen, its days may be typed
    reply = State()  # what to write back is typed


class FeedbackAct(StrEnum):
    OPEN = "open"
    TURN = "turn"
    DAYS = "days"


class FeedbackTap(Tap, prefix="ofb"):
    """`value`: days; without them, 1 switches on and 0 off."""

    act: FeedbackAct
    kind: FeedbackKind
    value: int = 0


class ReplyTap(Tap, prefix=NoticeAct.REPLY):
    """Under the notice of a low score, and beside each remark."""

    id: int


def add_to(router: Router) -> None:
    tap = router.callback_query.register
    tap(figures, Go.filter(F.to == Place.FEEDBACK))
    tap(open_kind, FeedbackTap.on(FeedbackAct.OPEN))
    tap(turn, FeedbackTap.on(FeedbackAct.TURN))
    tap(choose_days, FeedbackTap.on(FeedbackAct.DAYS))
    tap(ask_reply, ReplyTap.filter())
    router.message.register(type_days, Typed(), FeedbackForm.days, flags=STEP)
    router.message.register(type_reply, Typed(), FeedbackForm.reply, flags=STEP)


async def figures(desk: Desk) -> None:
    found = await feedback_figures.figures(desk.ctx, desk.actor_id)
    settings = await feedback_settings.show(desk.ctx, desk.actor_id)
    parts = [desk.say("owner-feedback"), *_figures(desk.say, found)]
    parts += [_remark(desk.say, remark) for remark in found.remarks]
    replies = [
        button(
            desk.say.label("owner-feedback-reply-to", name=short(remark.name, 20)),
            ReplyTap(id=remark.id),
        )
        for remark in found.remarks
        if not remark.replied
    ]
    kinds = [
        button(
            desk.say.label(
                "owner-feedback-kind",
                kind=kind,
                on=settings.of(kind).on,
                days=settings.of(kind).days,
            ),
            FeedbackTap(act=FeedbackAct.OPEN, kind=kind),
        )
        for kind in FeedbackKind
    ]
    rows = [*in_rows(replies, 2), *in_rows(kinds, 1)]
    await desk.show("\n\n".join(parts), keyboard(*rows, back(desk.say, Place.GUESTS)))


def _figures(say: Say, found: Figures) -> list[str]:
    nps, satisfaction = found.nps, found.satisfaction
    parts = []
    if nps.counts.asked:
        answered = nps.counts.answered
        parts.append(
            say(
                "owner-feedback-nps",
                figure=f"{nps.figure:+d}" if nps.figure else "0",
                promoters=nps.promoters,
                passives=answered - nps.promoters - nps.detractors,
                detractors=nps.detractors,
                answered=answered,
                asked=nps.counts.asked,
            )
        )
    if satisfaction.asked:
        parts.append(
            say(
                "owner-feedback-satisfaction",
                percent=satisfaction.percent(found.content),
                content=found.content,
                answered=satisfaction.answered,
                asked=satisfaction.asked,
            )
        )
    return parts or [say("owner-feedback-none")]


def _remark(say: Say, remark: Remark) -> str:
    return say(
        "owner-feedback-remark",
        name=remark.name,
        kind=remark.kind,
        score=remark.score,
        at=remark.at,
        said=bool(remark.comment),
        comment=short(remark.comment, REMARK_LENGTH),
        replied=remark.replied,
    )


async def open_kind(desk: Desk, tap: FeedbackTap) -> None:
    await _kind(desk, tap.kind)


async def _kind(desk: Desk, kind: FeedbackKind) -> None:
    settings = await feedback_settings.show(desk.ctx, desk.actor_id)
    asking = settings.of(kind)
    await desk.state.set_state(FeedbackForm.days)
    await desk.state.set_data({"kind": kind})
    text = desk.say(
        "owner-feedback-about", kind=kind, on=asking.on, days=asking.days, gap=settings.gap.days
    )
    switch = button(
        desk.say.label("owner-feedback-turn", on=asking.on),
        FeedbackTap(act=FeedbackAct.TURN, kind=kind, value=int(not asking.on)),
        style=None if asking.on else "success",
    )
    chips = [
        button(
            desk.say.label("owner-life", days=days),
            FeedbackTap(act=FeedbackAct.DAYS, kind=kind, value=days),
        )
        for days in CHIPS
    ]
    await desk.show(text, keyboard([switch], *in_rows(chips, 3), back(desk.say, Place.FEEDBACK)))


async def turn(desk: Desk, tap: FeedbackTap) -> None:
    kind, on = tap.kind, bool(tap.value)
    await feedback_settings.change(desk.ctx, desk.actor_id, kind, on=on)
    await _kind(desk, kind)


async def choose_days(desk: Desk, tap: FeedbackTap) -> None:
    kind = tap.kind
    await feedback_settings.change(desk.ctx, desk.actor_id, kind, days=tap.value)
    await _kind(desk, kind)


async def type_days(desk: Desk) -> None:
    kind = FeedbackKind((await desk.state.get_data())["kind"])
    days = parse_whole(desk.message.text or "", least=DAYS.least, most=DAYS.most)
    await feedback_settings.change(desk.ctx, desk.actor_id, kind, days=days)
    await _kind(desk, kind)


async def ask_reply(desk: Desk, tap: ReplyTap) -> None:
    """The member's words and a place to reply, in a message of its own: the notice stays."""
    remark = await feedback_figures.one(desk.ctx, desk.actor_id, tap.id)
    if remark.replied:
        raise RepliedAlready
    await desk.state.set_state(FeedbackForm.reply)
    await desk.state.set_data({"feedback": remark.id})
    text = "\n\n".join([_remark(desk.say, remark), desk.say("owner-feedback-ask-reply")])
    cancel = keyboard([go(desk.say, "button-cancel", Place.FEEDBACK)])
    if desk.bot is not None:
        await desk.bot.send_message(desk.chat_id, text, reply_markup=cancel)


async def type_reply(desk: Desk) -> None:
    """It goes out once; whatever is wrong with it, the owner may still type another."""
    feedback_id = (await desk.state.get_data())["feedback"]
    name = await feedback_answers.reply(
        desk.ctx, desk.actor_id, feedback_id, desk.message.text or ""
    )
    await desk.state.clear()
    menu = main_menu(desk.say, desk.visitor)
    await desk.tell(desk.say("owner-feedback-replied", name=name), menu)
