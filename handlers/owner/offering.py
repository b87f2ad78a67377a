"""A new offer: whom, what it says, and then everything else on one screen, ready to start."""

from datetime import datetime, time
from typing import Any

from aiogram import Bot, F, Router
from aiogram.filters import StateFilter
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from handlers.owner import gifts
from handlers.owner.audience import Picker, choices, described, reach_text
from handlers.owner.offers import OfferTap, one_offer
from handlers.owner.posting import sample_stop
from handlers.owner.steps import STEP, Place, Typed, go, short
from handlers.screens import Row, button, in_rows, keyboard, show
from messengers.words import Say, Words
from services import audiences, errors, offer_making, offer_runs, programme
from services.audiences import Audience
from services.context import Context
from services.kinds import OfferKind, Schedule
from services.moments import parse_moment, parse_time
from services.numbers import parse_whole
from services.offer_making import LONGEST, TEXT_LENGTH, TITLE_LENGTH, VALUES, NewOffer
from services.people import Visitor
from services.plans import Plan
from services.texts import one_line, paragraph

VALID = (3, 7, 14, 30)  # days
REPEAT = (7, 30, 90, 365)  # days
TIMES = (time(10), time(12), time(18))

DEFAULTS: dict[str, Any] = {
    "kind": OfferKind.POINTS,
    "value": 100,
    "valid_days": 14,
    "repeat_days": 30,
    "schedule": Schedule.ONCE,
    "at": None,
    "time": None,
    "weekday": None,
}


class Offering(StatesGroup):
    audience = State()  # is being chosen
    text = State()  # is being typed
    card = State()  # the whole offer is on the screen
    gift = State()  # what it gives is being chosen or typed
    days = State()  # how long it holds
    plan = State()  # when it goes out


class DraftTap(CallbackData, prefix="od"):
    act: str
    value: str = ""
    more: int = 0


def add_to(router: Router) -> None:
    tap, message = router.callback_query.register, router.message.register
    tap(start, OfferTap.filter(F.act == "new"))
    picker.add_to(router)
    message(take_text, Typed(), Offering.text, flags=STEP)
    ready = StateFilter(Offering.card, Offering.gift, Offering.days, Offering.plan)
    for handler in (card, ask_gift, choose_gift, ask_days, choose_days, ask_plan, choose_plan):
        tap(handler, DraftTap.filter(F.act == handler.__name__), ready, flags=STEP)
    tap(preview, DraftTap.filter(F.act == "preview"), ready, flags=STEP)
    tap(ask_audience, DraftTap.filter(F.act == "ask_audience"), ready, flags=STEP)
    tap(make, DraftTap.filter(F.act == "make"), ready, flags=STEP)
    message(type_gift, Typed(), Offering.gift, flags=STEP)
    message(type_days, Typed(), Offering.days, flags=STEP)
    message(type_plan, Typed(), Offering.plan, flags=STEP)


async def start(query: CallbackQuery, say: Say, state: FSMContext) -> None:
    await state.set_data(dict(DEFAULTS))
    await ask_audience(query, say, state)


async def ask_audience(query: CallbackQuery, say: Say, state: FSMContext) -> None:
    await state.set_state(Offering.audience)
    await show(query, say("owner-offer-whom"), choices(say))


async def take_audience(
    event: Message | CallbackQuery,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
    audience: Audience,
) -> None:
    data = await state.update_data(audience=audience.to_json())
    if "title" in data:
        await card(event, ctx, say, state, visitor)
        return
    await state.set_state(Offering.text)
    await show(event, say("owner-offer-ask"), keyboard([go(say, "button-cancel", Place.OFFERS)]))


picker = Picker(Offering.audience, Place.OFFERS, take_audience)


async def take_text(
    message: Message, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    """The first line is the title, the rest is the text, which may come in a message of its own."""
    typed = (message.text or "").strip()
    title = (await state.get_data()).get("heading")
    if title is None:
        first, _, typed = typed.partition("\n")
        title = one_line(first, most=TITLE_LENGTH)
        if not typed.strip():
            await state.update_data(heading=title)
            await message.answer(say("owner-offer-ask-text", title=title))
            return
    text = paragraph(typed, most=TEXT_LENGTH)
    await state.update_data(title=title, text=text)
    await card(message, ctx, say, state, visitor)


async def card(
    event: Message | CallbackQuery, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    """Everything about the offer, each part one tap away."""
    await state.set_state(Offering.card)
    new = _offer(await state.get_data())
    reach = await audiences.count(ctx, visitor.identity_id, new.audience)
    terms = await programme.current(ctx)
    lines = [
        say("owner-draft", title=new.title, text=new.text),
        say("owner-post-whom", whom=described(say, terms, new.audience)),
        reach_text(say, reach),
    ]
    if new.kind is OfferKind.POINTS and reach.reachable:
        points = new.value * reach.reachable
        lines.append(say("owner-draft-cost", points=points, worth=terms.worth(points)))
    gift = gifts.what(say, new.kind, new.value)
    begin = say.label("owner-draft-go", people=reach.reachable)
    await show(
        event,
        "\n\n".join(lines),
        keyboard(
            [button(begin, DraftTap(act="make"), style="primary")],
            [_way(say.label("owner-draft-gift", gift=gift), "ask_gift")],
            [_way(say.label("owner-draft-plan", plan=gifts.plan(say, new.plan)), "ask_plan")],
            [_way(say.label("owner-draft-days", days=new.valid_days), "ask_days")],
            [
                _way(say.label("owner-post-me"), "preview"),
                _way(say.label("owner-draft-whom"), "ask_audience"),
            ],
            [go(say, "button-cancel", Place.OFFERS)],
        ),
    )


async def ask_gift(query: CallbackQuery, say: Say, state: FSMContext) -> None:
    await state.set_state(Offering.gift)
    chips = [
        button(gifts.what(say, kind, value), DraftTap(act="choose_gift", value=kind, more=value))
        for kind, value in gifts.GIFTS
    ]
    await show(query, say("owner-draft-ask-gift"), keyboard(*in_rows(chips, 2), _to_card(say)))


async def choose_gift(
    query: CallbackQuery,
    callback_data: DraftTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
) -> None:
    if callback_data.value not in set(OfferKind):
        raise errors.Gone
    await state.update_data(kind=callback_data.value, value=callback_data.more)
    await card(query, ctx, say, state, visitor)


async def type_gift(
    message: Message, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    """A number is so many points."""
    allowed = VALUES[OfferKind.POINTS]
    points = parse_whole(message.text or "", least=allowed.least, most=allowed.most)
    await state.update_data(kind=OfferKind.POINTS, value=points)
    await card(message, ctx, say, state, visitor)


async def ask_days(query: CallbackQuery, say: Say, state: FSMContext) -> None:
    await state.set_state(Offering.days)
    chips = [
        button(say.label("owner-life", days=days), DraftTap(act="choose_days", more=days))
        for days in VALID
    ]
    await show(query, say("owner-draft-ask-days"), keyboard(*in_rows(chips, 2), _to_card(say)))


async def choose_days(
    query: CallbackQuery,
    callback_data: DraftTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
) -> None:
    await state.update_data(valid_days=callback_data.more)
    await card(query, ctx, say, state, visitor)


async def type_days(
    message: Message, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    await state.update_data(valid_days=parse_whole(message.text or "", least=1, most=LONGEST))
    await card(message, ctx, say, state, visitor)


async def ask_plan(event: Message | CallbackQuery, say: Say, state: FSMContext) -> None:
    await state.set_state(Offering.plan)
    new = _offer(await state.get_data())
    days = [
        _chip(gifts.day(say, weekday), "weekly", weekday, chosen=new.plan.weekday == weekday)
        for weekday in range(7)
    ]
    daily = new.plan.schedule is Schedule.DAILY
    rows: list[Row] = [
        [_chip(say.label("owner-draft-now"), "now")],
        [_chip(say.label("owner-draft-daily"), "daily", chosen=daily)],
        days,
    ]
    if new.plan.schedule is not Schedule.ONCE:
        rows.append(
            [
                _chip(f"{wall:%H:%M}", "time", wall.hour, chosen=new.plan.wall_time == wall)
                for wall in TIMES
            ]
        )
        often = [
            _chip(
                say.label("owner-draft-repeat", days=days),
                "repeat",
                days,
                chosen=new.repeat_days == days,
            )
            for days in REPEAT
        ]
        rows += in_rows(often, 2)
    text = say(
        "owner-draft-ask-plan",
        plan=gifts.plan(say, new.plan),
        repeats=new.plan.schedule is not Schedule.ONCE,
        days=new.repeat_days,
    )
    await show(event, text, keyboard(*rows, _to_card(say)))


async def choose_plan(
    query: CallbackQuery,
    callback_data: DraftTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
) -> None:
    number = callback_data.more
    match callback_data.value:
        case "now":
            await state.update_data(schedule=Schedule.ONCE, at=None, time=None, weekday=None)
            await card(query, ctx, say, state, visitor)
            return
        case "daily":
            await _repeat(state, schedule=Schedule.DAILY, weekday=None)
        case "weekly" if number in range(7):
            await _repeat(state, schedule=Schedule.WEEKLY, weekday=number)
        case "time" if number in range(24):
            await state.update_data(time=f"{time(number):%H:%M}")
        case "repeat" if number in REPEAT:
            await state.update_data(repeat_days=number)
        case _:
            raise errors.Gone
    await ask_plan(query, say, state)


async def _repeat(state: FSMContext, **changes: Any) -> None:
    data = await state.get_data()
    await state.update_data(at=None, time=data["time"] or f"{gifts.NOON:%H:%M}", **changes)


async def type_plan(
    message: Message, ctx: Context, say: Say, words: Words, state: FSMContext, visitor: Visitor
) -> None:
    """The time of day of what repeats; else the one time at which it goes out."""
    text = message.text or ""
    if (await state.get_data())["schedule"] != Schedule.ONCE:
        await state.update_data(time=f"{parse_time(text):%H:%M}")
    else:
        moment = parse_moment(
            text,
            ctx.clock.now(),
            (await programme.current(ctx)).timezone,
            today=words.labels("owner-word-today"),
            tomorrow=words.labels("owner-word-tomorrow"),
        )
        await state.update_data(at=moment.isoformat())
    await card(message, ctx, say, state, visitor)


async def preview(
    query: CallbackQuery, bot: Bot, ctx: Context, say: Say, state: FSMContext
) -> None:
    """The message as members will get it."""
    template, facts = await offer_runs.sample(ctx, _offer(await state.get_data()))
    await bot.send_message(
        query.from_user.id, say(template, **facts), reply_markup=keyboard([sample_stop(say)])
    )


async def make(
    query: CallbackQuery, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    offer_id = await offer_making.make(ctx, visitor.identity_id, _offer(await state.get_data()))
    await state.clear()
    await one_offer(query, ctx, say, visitor, offer_id)


def _offer(data: dict[str, Any]) -> NewOffer:
    """The offer that a conversation's data describes."""
    return NewOffer(
        title=data["title"],
        text=data["text"],
        kind=OfferKind(data["kind"]),
        value=data["value"],
        valid_days=data["valid_days"],
        audience=Audience.from_json(data["audience"]),
        plan=Plan(
            Schedule(data["schedule"]),
            once_at=datetime.fromisoformat(data["at"]) if data["at"] else None,
            wall_time=time.fromisoformat(data["time"]) if data["time"] else None,
            weekday=data["weekday"],
        ),
        repeat_days=data["repeat_days"],
    )


def _chip(label: str, value: str, more: int = 0, *, chosen: bool = False) -> InlineKeyboardButton:
    tap = DraftTap(act="choose_plan", value=value, more=more)
    return button(label, tap, style="primary" if chosen else None)


def _way(label: str, act: str) -> InlineKeyboardButton:
    return button(short(label, 40), DraftTap(act=act))


def _to_card(say: Say) -> Row:
    return [button(say.label("button-back"), DraftTap(act="card"))]
