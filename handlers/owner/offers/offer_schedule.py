"""When an offer that is being made goes out: once, repeatedly, or at the till for everybody."""

from datetime import time
from typing import Any

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import InlineKeyboardButton

from handlers.desk import Desk
from handlers.owner.conditions import rule_words
from handlers.owner.offers import offer_words
from handlers.owner.offers.offer_draft import (
    DRAFTED,
    REPEATING,
    DraftTap,
    OfferForm,
    card,
    offer_of,
    to_card,
)
from handlers.owner.shared.navigation import STEP, Typed
from handlers.screens import Row, button, in_rows, keyboard
from services.enums import Schedule
from services.errors import Gone
from services.parsing.times import parse_moment, parse_time

REPEAT = (7, 30, 90, 365)  # days
TIMES = (time(10), time(12), time(18))


def add_to(router: Router) -> None:
    for handler in (ask_plan, choose_plan):
        act = DraftTap.filter(F.act == handler.__name__)
        router.callback_query.register(handler, act, DRAFTED, flags=STEP)
    router.message.register(type_plan, Typed(), OfferForm.plan, flags=STEP)


async def ask_plan(desk: Desk) -> None:
    await desk.state.set_state(OfferForm.plan)
    new = offer_of(await desk.state.get_data())
    repeats = new.plan.schedule in REPEATING
    days = [
        _chip(
            rule_words.day(desk.say, weekday), "weekly", weekday, chosen=new.plan.weekday == weekday
        )
        for weekday in range(7)
    ]
    daily = new.plan.schedule is Schedule.DAILY
    rows: list[Row] = [
        [_chip(desk.say.label("owner-draft-till"), "till", chosen=new.standing)],
        [_chip(desk.say.label("owner-draft-now"), "now")],
        [_chip(desk.say.label("owner-draft-daily"), "daily", chosen=daily)],
        days,
    ]
    if repeats:
        rows.append(
            [
                _chip(f"{wall:%H:%M}", "time", wall.hour, chosen=new.plan.wall_time == wall)
                for wall in TIMES
            ]
        )
        often = [
            _chip(
                desk.say.label("owner-draft-repeat", days=days),
                "repeat",
                days,
                chosen=new.repeat_days == days,
            )
            for days in REPEAT
        ]
        rows += in_rows(often, 2)
    text = desk.say(
        "owner-draft-ask-plan",
        plan=offer_words.plan(desk.say, new.plan),
        repeats=repeats,
        days=new.repeat_days,
    )
    await desk.show(text, keyboard(*rows, to_card(desk.say)))


async def choose_plan(desk: Desk, tap: DraftTap) -> None:
    number = tap.more
    match tap.value:
        case "now":
            await desk.state.update_data(schedule=Schedule.ONCE, at=None, time=None, weekday=None)
            await card(desk)
            return
        case "till":
            await desk.state.update_data(
                schedule=Schedule.STANDING, at=None, time=None, weekday=None
            )
            await card(desk)
            return
        case "daily":
            await _repeat(desk.state, schedule=Schedule.DAILY, weekday=None)
        case "weekly" if number in range(7):
            await _repeat(desk.state, schedule=Schedule.WEEKLY, weekday=number)
        case "time" if number in range(24):
            await desk.state.update_data(time=f"{time(number):%H:%M}")
        case "repeat" if number in REPEAT:
            await desk.state.update_data(repeat_days=number)
        case _:
            raise Gone
    await ask_plan(desk)


async def _repeat(state: FSMContext, **changes: Any) -> None:
    data = await state.get_data()
    await state.update_data(at=None, time=data["time"] or f"{offer_words.NOON:%H:%M}", **changes)


async def type_plan(desk: Desk) -> None:
    """The time of day of what repeats; else the one time at which it goes out."""
    text = desk.message.text or ""
    if (await desk.state.get_data())["schedule"] in REPEATING:
        await desk.state.update_data(time=f"{parse_time(text):%H:%M}")
    else:
        moment = parse_moment(
            text,
            desk.ctx.clock.now(),
            (await desk.terms()).timezone,
            today=desk.words.labels("owner-word-today"),
            tomorrow=desk.words.labels("owner-word-tomorrow"),
        )
        await desk.state.update_data(schedule=Schedule.ONCE, at=moment.isoformat())
    await card(desk)


def _chip(label: str, value: str, more: int = 0, *, chosen: bool = False) -> InlineKeyboardButton:
    tap = DraftTap(act="choose_plan", value=value, more=more)
    return button(label, tap, style="primary" if chosen else None)
