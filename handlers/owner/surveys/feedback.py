"""How satisfied guests are: the figures, what they said, writing back, and when they are asked."""

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from handlers.menu import main_menu
from handlers.owner.shared.navigation import STEP, Go, Place, Typed, back, go, short
from handlers.screens import button, in_rows, keyboard, show
from messengers.words import Say
from services.context import Context
from services.enums import FeedbackKind
from services.feedback import feedback_answers, feedback_figures, feedback_settings
from services.feedback.errors import RepliedAlready
from services.feedback.feedback_figures import Figures, Remark
from services.feedback.feedback_settings import DAYS
from services.parsing.numbers import parse_whole
from services.staff.identities import Visitor

CHIPS = (7, 14, 30, 60, 90, 180)
REMARK_LENGTH = 300


class Satisfying(StatesGroup):
    days = State()  # a question's settings are on the screen, its days may be typed
    reply = State()  # what to write back is typed


class FeedbackTap(CallbackData, prefix="ofb"):
    """`value`: days; without them, 1 switches on and 0 off."""

    act: str
    kind: FeedbackKind
    value: int = 0


class ReplyTap(CallbackData, prefix="fbr"):
    """Under the notice of a low score, and beside each remark."""

    id: int


def add_to(router: Router) -> None:
    tap = router.callback_query.register
    tap(figures, Go.filter(F.to == Place.FEEDBACK))
    tap(open_kind, FeedbackTap.filter(F.act == "open"))
    tap(turn, FeedbackTap.filter(F.act == "turn"))
    tap(choose_days, FeedbackTap.filter(F.act == "days"))
    tap(ask_reply, ReplyTap.filter())
    router.message.register(type_days, Typed(), Satisfying.days, flags=STEP)
    router.message.register(type_reply, Typed(), Satisfying.reply, flags=STEP)


async def figures(query: CallbackQuery, ctx: Context, say: Say, visitor: Visitor) -> None:
    found = await feedback_figures.figures(ctx, visitor.identity_id)
    settings = await feedback_settings.show(ctx, visitor.identity_id)
    parts = [say("owner-feedback"), *_figures(say, found)]
    parts += [_remark(say, remark) for remark in found.remarks]
    replies = [
        button(
            say.label("owner-feedback-reply-to", name=short(remark.name, 20)),
            ReplyTap(id=remark.id),
        )
        for remark in found.remarks
        if not remark.replied
    ]
    kinds = [
        button(
            say.label(
                "owner-feedback-kind",
                kind=kind,
                on=settings.of(kind).on,
                days=settings.of(kind).days,
            ),
            FeedbackTap(act="open", kind=kind),
        )
        for kind in FeedbackKind
    ]
    rows = [*in_rows(replies, 2), *in_rows(kinds, 1)]
    await show(query, "\n\n".join(parts), keyboard(*rows, back(say, Place.GUESTS)))


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


async def open_kind(
    query: CallbackQuery,
    callback_data: FeedbackTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
) -> None:
    await _kind(query, ctx, say, state, visitor, callback_data.kind)


async def _kind(
    event: Message | CallbackQuery,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
    kind: FeedbackKind,
) -> None:
    settings = await feedback_settings.show(ctx, visitor.identity_id)
    asking = settings.of(kind)
    await state.set_state(Satisfying.days)
    await state.set_data({"kind": kind})
    text = say(
        "owner-feedback-about", kind=kind, on=asking.on, days=asking.days, gap=settings.gap.days
    )
    switch = button(
        say.label("owner-feedback-turn", on=asking.on),
        FeedbackTap(act="turn", kind=kind, value=int(not asking.on)),
        style=None if asking.on else "success",
    )
    chips = [
        button(say.label("owner-life", days=days), FeedbackTap(act="days", kind=kind, value=days))
        for days in CHIPS
    ]
    await show(event, text, keyboard([switch], *in_rows(chips, 3), back(say, Place.FEEDBACK)))


async def turn(
    query: CallbackQuery,
    callback_data: FeedbackTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
) -> None:
    kind, on = callback_data.kind, bool(callback_data.value)
    await feedback_settings.change(ctx, visitor.identity_id, kind, on=on)
    await _kind(query, ctx, say, state, visitor, kind)


async def choose_days(
    query: CallbackQuery,
    callback_data: FeedbackTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
) -> None:
    kind = callback_data.kind
    await feedback_settings.change(ctx, visitor.identity_id, kind, days=callback_data.value)
    await _kind(query, ctx, say, state, visitor, kind)


async def type_days(
    message: Message, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    kind = FeedbackKind((await state.get_data())["kind"])
    days = parse_whole(message.text or "", least=DAYS.least, most=DAYS.most)
    await feedback_settings.change(ctx, visitor.identity_id, kind, days=days)
    await _kind(message, ctx, say, state, visitor, kind)


async def ask_reply(
    query: CallbackQuery,
    callback_data: ReplyTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
) -> None:
    """What was said, and room for the answer, as a message of its own: the notice stays."""
    remark = await feedback_figures.one(ctx, visitor.identity_id, callback_data.id)
    if remark.replied:
        raise RepliedAlready
    await state.set_state(Satisfying.reply)
    await state.set_data({"feedback": remark.id})
    text = "\n\n".join([_remark(say, remark), say("owner-feedback-ask-reply")])
    cancel = keyboard([go(say, "button-cancel", Place.FEEDBACK)])
    if query.bot is not None:
        await query.bot.send_message(query.from_user.id, text, reply_markup=cancel)


async def type_reply(
    message: Message, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    """It goes out once; whatever is wrong with it, the owner may still type another."""
    feedback_id = (await state.get_data())["feedback"]
    name = await feedback_answers.reply(ctx, visitor.identity_id, feedback_id, message.text or "")
    await state.clear()
    menu = main_menu(say, visitor)
    await message.answer(say("owner-feedback-replied", name=name), reply_markup=menu)
