"""The offer that a conversation is about: what it begins with, and all of it on one screen."""

from collections.abc import Mapping
from datetime import datetime, time
from typing import Any

from aiogram.filters import StateFilter
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import InlineKeyboardButton

from handlers.desk import Desk
from handlers.owner.audience.audience_words import described, reach_text
from handlers.owner.offers import offer_words
from handlers.owner.shared.navigation import SENTENCE_LENGTH, Place, go, short
from handlers.routing import Tap
from handlers.screens import Row, button, keyboard
from messengers.words import Say
from services.enums import OfferKind, Schedule
from services.offers import offer_examples, offer_messages
from services.offers.offer_editing import NewOffer
from services.offers.schedules import Plan
from services.pricing.codec import load
from services.pricing.model import Conditions
from services.segments import audience_queries
from services.segments.questions.tree import EVERYONE, from_json, to_json

REPEATING = {Schedule.DAILY, Schedule.WEEKLY}

DEFAULTS: Mapping[str, Any] = {
    "kind": OfferKind.POINTS,
    "value": 100,
    "valid_days": 14,
    "repeat_days": 30,
    "schedule": Schedule.ONCE,
    "at": None,
    "time": None,
    "weekday": None,
    "conditions": {},
    "uses": 1,
    "alone": False,
    "returns": True,
    "audience": to_json(EVERYONE),
}


class OfferForm(StatesGroup):
    text = State()  # is being typed
    card = State()  # the whole offer is on the screen
    gift = State()  # what it gives is being chosen or typed
    conditions = State()  # are all on the screen
    lines = State()  # what it is for
    when = State()  # at what times
    least = State()  # from what receipt
    uses = State()  # how often
    days = State()  # how long it holds
    plan = State()  # when it goes out


DRAFTED = StateFilter(*(state for state in OfferForm if state != OfferForm.text))
"""There is a whole offer already."""


class DraftTap(Tap, prefix="od"):
    act: str
    value: str = ""
    more: int = 0


def offer_of(data: Mapping[str, Any]) -> NewOffer:
    """The offer that a conversation's data describes."""
    data = {**DEFAULTS, **data}  # a conversation may have begun when less could be asked
    schedule = Schedule(data["schedule"])
    repeats = schedule in REPEATING
    return NewOffer(
        title=data["title"],
        text=data["text"],
        kind=OfferKind(data["kind"]),
        value=data["value"],
        valid_days=data["valid_days"],
        audience=from_json(data["audience"]),
        plan=Plan(
            schedule,
            once_at=datetime.fromisoformat(data["at"]) if data["at"] else None,
            wall_time=time.fromisoformat(data["time"]) if repeats else None,
            weekday=data["weekday"] if repeats else None,
        ),
        repeat_days=data["repeat_days"],
        conditions=load(Conditions, data["conditions"]),
        uses=data["uses"],
        alone=data["alone"],
        returns=data["returns"],
    )


async def card(desk: Desk) -> None:
    """Everything about the offer, each part one tap away."""
    await desk.state.set_state(OfferForm.card)
    new = offer_of(await desk.state.get_data())
    lines = [
        desk.say("owner-draft", title=new.title, text=new.text),
        *await _whom(desk, new),
        *await _example(desk, new),
    ]
    await desk.show("\n\n".join(lines), keyboard(*await _ways(desk, new)))


async def _whom(desk: Desk, new: NewOffer) -> list[str]:
    if new.standing:
        return [desk.say("owner-draft-everybody")]
    terms = await desk.terms()
    reach = await audience_queries.count(desk.ctx, desk.actor_id, new.audience)
    lines = [
        desk.say("owner-post-whom", whom=await described(desk, new.audience)),
        reach_text(desk.say, reach),
    ]
    if new.kind is OfferKind.POINTS and reach.reachable:
        points = new.value * reach.reachable
        lines.append(desk.say("owner-draft-cost", points=points, worth=terms.worth(points)))
    return lines


async def _example(desk: Desk, new: NewOffer) -> list[str]:
    effect = await offer_examples.effect(desk.ctx, new)
    if effect is None:
        return []
    return [
        desk.say(
            "owner-draft-example",
            amount=effect.amount,
            paid=effect.after,
            points=effect.points_after,
            cheaper=effect.after != effect.before,
            before=effect.before,
            richer=effect.points_after != effect.points_before,
            usual=effect.points_before,
            gift=effect.gift,
        )
    ]


async def _ways(desk: Desk, new: NewOffer) -> list[Row]:
    terms = await desk.terms()
    said = " ".join((await conditions_of(desk, new)).split("\n"))
    if new.standing:
        begin = desk.say.label("owner-draft-go-till")
    else:
        reach = await audience_queries.count(desk.ctx, desk.actor_id, new.audience)
        begin = desk.say.label("owner-draft-go", people=reach.reachable)
    rows: list[Row] = [
        [button(begin, DraftTap(act="make"), style="primary")],
        [
            way(
                desk.say.label(
                    "owner-draft-gift", gift=offer_words.what(desk.say, terms, new.kind, new.value)
                ),
                "ask_gift",
            )
        ],
        [way(desk.say.label("owner-draft-conditions", asked=said or "none"), "ask_conditions")],
        [
            way(
                desk.say.label("owner-draft-plan", plan=offer_words.plan(desk.say, new.plan)),
                "ask_plan",
            )
        ],
    ]
    uses = "any" if new.uses is None else new.uses
    often = [way(desk.say.label("owner-draft-uses", uses=uses), "ask_uses")] if new.waits else []
    days = way(desk.say.label("owner-draft-days", days=new.valid_days), "ask_days")
    rows.append([*often, days] if _has_days(new) else often)
    words = way(desk.say.label("owner-draft-words"), "ask_words")
    me = way(desk.say.label("owner-post-me"), "preview")
    whom = [] if new.standing else [way(desk.say.label("owner-draft-whom"), "ask_audience")]
    return [*rows, [me, *whom, words], [go(desk.say, "button-cancel", Place.OFFERS)]]


async def conditions_of(desk: Desk, new: NewOffer) -> str:
    """The offer's conditions, one sentence a line, as plain text; empty if there are none."""
    return desk.say.label("offer-terms", **await offer_messages.described(desk.ctx, new)).strip()


def _has_days(new: NewOffer) -> bool:
    """At the till only a gift has days: those in which it is collected."""
    return not new.standing or new.kind is OfferKind.GIFT


def way(label: str, act: str) -> InlineKeyboardButton:
    return button(short(label.removesuffix("."), SENTENCE_LENGTH), DraftTap(act=act))


def to_card(say: Say) -> Row:
    return [button(say.label("button-back"), DraftTap(act="card"))]
