"""The terms one by one: the value now, what another would do, and only then the change."""

from collections.abc import Mapping
from typing import Any

from aiogram import F, Router
from aiogram.fsm.state import State, StatesGroup

from handlers.desk import Desk
from handlers.owner.earning.earning_rules import EarnAct, EarnTap
from handlers.owner.earning.policies import PolicyTap
from handlers.owner.programme import launch, programme_words
from handlers.owner.programme.launch import DRAFT, LaunchTap, draft_of
from handlers.owner.programme.programme_words import RATE, kind_of
from handlers.owner.programme.versions import VersionTap
from handlers.owner.shared.navigation import STEP, Go, Place, Typed, back, go, percent, short
from handlers.routing import Tap
from handlers.screens import Row, button, in_rows, keyboard
from messengers.words import Say
from services.context import Context
from services.errors import Gone
from services.parsing.numbers import parse_whole
from services.programme import Terms, settings
from services.programme.model import POINT_VALUES
from services.programme.settings import RANGES, RATE_MOST, SHARE_MOST, Changes, Value, parse_percent

TERMS = (
    "welcome_bonus",
    "birthday_bonus",
    "profile_bonus",
    "max_share_bp",
    "points_life_days",
    "redemption_seconds",
    "undo_seconds",
    "shop_name",
    "privacy_contact",
    "timezone",
    "currency",
)
"""In the order of the screen; the levels' rates stand before them."""

NONE = "none"

CHIPS: Mapping[str, tuple[Value, ...]] = {
    "rate": (100, 200, 300, 500, 700, 1000),
    "welcome_bonus": (0, 50, 100, 200, 300, 500),
    "birthday_bonus": (0, 100, 200, 300, 500, 1000),
    "profile_bonus": (0, 30, 50, 100, 200, 300),
    "max_share_bp": (1000, 2000, 3000, 5000, 7000, 10_000),
    "points_life_days": (90, 180, 365, None),
    "redemption_seconds": (60, 120, 180, 300, 600, 900),
    "undo_seconds": (300, 600, 900, 1800, 3600, 7200),
    "shop_name": (),
    "privacy_contact": (None,),
    "timezone": (
        "Europe/Kaliningrad",
        "Europe/Moscow",
        "Europe/Samara",
        "Asia/Yekaterinburg",
        "Asia/Omsk",
        "Asia/Krasnoyarsk",
        "Asia/Irkutsk",
        "Asia/Yakutsk",
        "Asia/Vladivostok",
        "Asia/Kamchatka",
        "Asia/Almaty",
        "Asia/Tashkent",
    ),
    "currency": tuple(POINT_VALUES),
}
"""Values that shops usually choose."""


class Ruling(StatesGroup):
    value = State()  # a term is on the screen, its value may be typed
    sure = State()  # a new value is on the screen with its effect


class RuleTap(Tap, prefix="ou"):
    act: str
    term: str = ""
    value: str = ""


def add_to(router: Router) -> None:
    router.callback_query.register(rules_now, Go.filter(F.to == Place.RULES))
    router.callback_query.register(rules_of_draft, LaunchTap.filter(F.act == "change"), flags=STEP)
    router.callback_query.register(open_term, RuleTap.filter(F.act == "open"), flags=STEP)
    router.callback_query.register(choose_value, RuleTap.filter(F.act == "set"), flags=STEP)
    router.message.register(type_value, Typed(), Ruling.value, flags=STEP)
    router.callback_query.register(save, RuleTap.filter(F.act == "save"), flags=STEP)


async def rules_now(desk: Desk) -> None:
    terms = await desk.terms()
    text = "\n\n".join(
        (
            desk.say("owner-rules"),
            programme_words.sentence(desk.say, terms),
            programme_words.example(desk.say, terms),
        )
    )
    await desk.show(text, keyboard(*_term_rows(desk.say, terms), *_more(desk.say), back(desk.say)))


def _more(say: Say) -> list[Row]:
    """Screens of their own behind the terms."""
    return [
        [
            button(say.label("owner-go-earning"), EarnTap(act=EarnAct.LIST)),
            button(say.label("owner-go-policies"), PolicyTap(act="list")),
        ],
        [
            go(say, "owner-go-levels", Place.LEVELS),
            go(say, "owner-go-returns", Place.RETURNS),
        ],
        [button(say.label("owner-go-versions"), VersionTap(act="list"))],
    ]


async def rules_of_draft(desk: Desk) -> None:
    data = await desk.state.get_data()
    if DRAFT not in data:
        await launch.ask_preset(desk)
        return
    terms = await settings.preview(desk.ctx, draft_of(data))
    to_draft = [button(desk.say.label("button-back"), LaunchTap(act="read"))]
    await desk.show(desk.say("owner-launch-what"), keyboard(*_term_rows(desk.say, terms), to_draft))


async def open_term(desk: Desk, tap: RuleTap) -> None:
    data = await desk.state.get_data()
    term = tap.term
    terms = await _terms(desk.ctx, data)
    if term not in _every(terms):
        raise Gone
    await desk.state.set_state(Ruling.value)
    await desk.state.set_data({**_draft(data), "term": term})
    chips = [
        button(
            programme_words.value(desk.say, term, chip),
            RuleTap(act="set", term=term, value=_packed(chip)),
        )
        for chip in CHIPS[kind_of(term)]
    ]
    text = desk.say(
        "owner-term-ask",
        term=programme_words.term_name(desk.say, terms, term),
        value=programme_words.term_value(desk.say, terms, term),
        hint=desk.say.label(f"owner-hint-{kind_of(term).replace('_', '-')}"),
    )
    width = 2 if term == "timezone" else 3  # the names of cities are long
    await desk.show(text, keyboard(*in_rows(chips, width), _way_back(desk.say, data)))


async def choose_value(desk: Desk, tap: RuleTap) -> None:
    term, chip = tap.term, tap.value
    if term not in _every(await desk.terms()):
        raise Gone
    value = next((one for one in CHIPS[kind_of(term)] if _packed(one) == chip), chip)
    await _offer(desk, term, value)


async def type_value(desk: Desk) -> None:
    term = (await desk.state.get_data())["term"]
    await _offer(desk, term, _read(term, desk.message.text or ""))


async def _offer(desk: Desk, term: str, value: Value) -> None:
    """Show what the new value would do; in a launch it goes straight into the draft."""
    data = await desk.state.get_data()
    change = _change(term, value)
    if DRAFT in data:
        await launch.read(desk, change)
        return
    before = await desk.terms()
    after = await settings.preview(desk.ctx, change)
    await desk.state.set_state(Ruling.sure)
    await desk.state.set_data({"change": change.to_json()})
    text = desk.say(
        "owner-term-sure",
        term=programme_words.term_name(desk.say, after, term),
        before=programme_words.term_value(desk.say, before, term),
        after=programme_words.term_value(desk.say, after, term),
    )
    effect = programme_words.effect(desk.say, after, term, desk.ctx.clock.now())
    warnings = programme_words.poorer(desk.say, after) if kind_of(term) == "rate" else []
    await desk.show(
        "\n\n".join([text, effect, *warnings]),
        keyboard(
            [button(desk.say.label("owner-save"), RuleTap(act="save"), style="success")],
            [button(desk.say.label("owner-other-value"), RuleTap(act="open", term=term))],
            back(desk.say, Place.RULES),
        ),
    )


async def save(desk: Desk) -> None:
    """Saving twice is saving once: the second tap finds nothing to save and shows the rules."""
    change = (await desk.state.get_data()).get("change")
    if change is not None:
        await settings.change(desk.ctx, desk.actor_id, Changes.from_json(change))
        await desk.state.clear()
        desk.toast("owner-saved")
    await rules_now(desk)


def _term_rows(say: Say, terms: Terms) -> list[Row]:
    rates = [
        button(
            short(say.label("owner-rate", level=level.name, rate=percent(say, level.rate_bp)), 18),
            RuleTap(act="open", term=f"{RATE}{level.id}"),
        )
        for level in terms.levels
    ]
    rows = list(in_rows(rates, 3))
    for term in TERMS:
        name, value = (
            programme_words.term_name(say, terms, term),
            programme_words.term_value(say, terms, term),
        )
        rows.append([button(short(f"{name}: {value}"), RuleTap(act="open", term=term))])
    return rows


def _every(terms: Terms) -> list[str]:
    return [f"{RATE}{level.id}" for level in terms.levels] + list(TERMS)


def _packed(value: Value) -> str:
    return NONE if value is None else str(value)


def _read(term: str, text: str) -> Value:
    """The value that somebody typed for a term. Raises BadPercent, BadNumber."""
    kind = kind_of(term)
    if kind == "rate":
        return parse_percent(text, most=RATE_MOST)
    if kind == "max_share_bp":
        return parse_percent(text, most=SHARE_MOST)
    if kind in RANGES:
        allowed, unit = RANGES[kind], programme_words.unit(kind)
        return unit * parse_whole(text, least=allowed.least // unit, most=allowed.most // unit)
    return text.strip().upper() if kind == "currency" else text


def _change(term: str, value: Value) -> Changes:
    if term.startswith(RATE) and isinstance(value, int):
        return Changes(rates={programme_words.level_of(term): value})
    return Changes({term: value})


async def _terms(ctx: Context, data: dict[str, Any]) -> Terms:
    return await settings.preview(ctx, draft_of(data) if DRAFT in data else Changes())


def _draft(data: dict[str, Any]) -> dict[str, Any]:
    return {DRAFT: data[DRAFT]} if DRAFT in data else {}


def _way_back(say: Say, data: dict[str, Any]) -> Row:
    if DRAFT in data:
        return [button(say.label("button-back"), LaunchTap(act="change"))]
    return back(say, Place.RULES)
