"""Choosing whom to speak to, for a broadcast as for an offer: by a button, or in words."""

from collections.abc import Mapping
from typing import Any

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.types import InlineKeyboardButton

from handlers.desk import Desk
from handlers.owner.audience.audience_chips import (
    BANDS,
    AudienceTap,
    Chip,
    band_text,
    chip,
    read_tap,
    years,
)
from handlers.owner.audience.audience_words import SEGMENTS_SHOWN
from handlers.owner.audience.pasted_lists import ask_list
from handlers.owner.audience.purpose import Purpose, way_out, words_of
from handlers.owner.audience.question_screen import go_on
from handlers.owner.audience.question_taps import QuestionForm
from handlers.owner.shared.navigation import STEP, Place, Typed, back
from handlers.screens import Row, in_rows, keyboard
from services.enums import Gender
from services.parsing.numbers import parse_money
from services.segments import saved_segments
from services.segments.attributes.cities import cities
from services.segments.questions.ready_made import READY
from services.segments.questions.tree import Condition

CITIES = 12
SAVED = 6
ASK = "ask"
"""The value of a tap that opens more buttons or asks for a text."""


def add_to(router: Router) -> None:
    choosing = StateFilter(QuestionForm.audience, QuestionForm.sum, QuestionForm.list)
    tap = router.callback_query.register
    asks = F.value == ASK
    tap(ask_list, AudienceTap.filter(asks & (F.kind == Chip.LIST)), choosing, flags=STEP)
    tap(show_more, AudienceTap.filter(asks), choosing, flags=STEP)
    tap(take_chip, AudienceTap.filter(), choosing, flags=STEP)
    router.message.register(take_sum, Typed(), QuestionForm.sum, flags=STEP)


async def choose(desk: Desk, purpose: Purpose, draft: Mapping[str, Any] | None = None) -> None:
    """Ask whom it is for. `draft` is what the purpose has so far, kept until its `then`."""
    await desk.state.set_state(QuestionForm.audience)
    await desk.state.set_data({"purpose": purpose.flow, "draft": dict(draft or {})})
    await desk.show(desk.say(purpose.choice), keyboard(*await _choices(desk, purpose)))


async def _choices(desk: Desk, purpose: Purpose) -> list[Row]:
    """Audiences to choose from, the usual ones in one tap."""

    def days(kind: Chip, *numbers: int) -> list[InlineKeyboardButton]:
        label = f"owner-audience-{kind}"
        return [chip(kind, desk.say.label(label, days=number), number) for number in numbers]

    def asking(*those: Chip) -> list[InlineKeyboardButton]:
        return [chip(kind, desk.say.label(f"owner-audience-{kind}"), ASK) for kind in those]

    own = await saved_segments.every(desk.ctx, desk.actor_id)
    chips = [chip(Chip.SEGMENT, one.name, one.id) for one in own[:SAVED]]
    rest = [Chip.READY, Chip.SEGMENT] if len(own) > SAVED else [Chip.READY]
    return [
        [chip(Chip.EVERYONE, desk.say.label("owner-audience-everyone"), "all")],
        *in_rows(chips, 2),
        asking(*rest),
        days(Chip.SLEEPING, 30, 60, 90),
        days(Chip.NEW, 7, 30),
        days(Chip.BIRTHDAY, 7, 30),
        [chip(Chip.GENDER, desk.say.label(f"owner-audience-{sex}"), sex) for sex in Gender],
        asking(Chip.LEVEL, Chip.CITY, Chip.AGE),
        asking(Chip.SPENT, Chip.LIST),
        purpose.more(desk.say),
        back(desk.say, Place.SPEAK),
    ]


async def show_more(desk: Desk, tap: AudienceTap) -> None:
    """Buttons of one kind, or the question for a sum."""
    kind = tap.kind
    chips = []
    match kind:
        case Chip.LEVEL:
            levels = (await desk.terms()).levels
            chips = [chip(kind, level.name, level.id) for level in levels]
        case Chip.CITY:
            found = (await cities(desk.ctx, desk.actor_id))[:CITIES]
            # A city's name can be longer than a button's data, so the button holds its place.
            await desk.state.update_data(cities=[city.name for city in found])
            chips = [
                chip(kind, f"{city.name} · {city.members}", place)
                for place, city in enumerate(found)
            ]
        case Chip.AGE:
            chips = [chip(kind, band_text(*years(band)), band) for band in BANDS]
        case Chip.READY:
            chips = [chip(kind, desk.say.label(f"segment-ready-{one}"), one) for one in READY]
        case Chip.SEGMENT:
            every = await saved_segments.every(desk.ctx, desk.actor_id)
            chips = [chip(kind, one.name, one.id) for one in every[:SEGMENTS_SHOWN]]
    data = await desk.state.get_data()
    await desk.state.set_state(QuestionForm.sum if kind is Chip.SPENT else words_of(data))
    await desk.show(
        desk.say(f"owner-audience-ask-{kind}"),
        keyboard(*in_rows(chips, 2), way_out(desk.say, data)),
    )


async def take_chip(desk: Desk, tap: AudienceTap) -> None:
    if tap.kind is Chip.SEGMENT and tap.value.isdecimal():
        found = await saved_segments.show(desk.ctx, desk.actor_id, int(tap.value))
        await go_on(desk, saved_segments.of(found.id))
    else:
        await go_on(desk, read_tap(tap, await desk.state.get_data()))


async def take_sum(desk: Desk) -> None:
    """The least that all purchases come to."""
    terms = await desk.terms()
    least = parse_money(desk.message.text or "", terms.currency).minor
    await go_on(desk, Condition("spent", least=least))
