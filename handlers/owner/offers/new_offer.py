"""A new offer: ready-made or written by its owner, then all of it on one screen, ready to start."""

from collections.abc import Mapping
from typing import Any

from aiogram import F, Router

from handlers.desk import Desk
from handlers.owner.audience import purpose
from handlers.owner.audience.choice import choose
from handlers.owner.audience.question_taps import AskAct
from handlers.owner.broadcasts.post_taps import sample_stop
from handlers.owner.conditions.condition_questions import Part
from handlers.owner.offers import offer_terms
from handlers.owner.offers.offer_draft import DEFAULTS, DRAFTED, DraftTap, OfferForm, card, offer_of
from handlers.owner.offers.offers import OfferTap, one_offer
from handlers.owner.shared.navigation import STEP, Place, Typed, back, go
from handlers.screens import button, keyboard
from services.enums import OfferKind, Schedule
from services.errors import Gone
from services.offers import offer_editing, offer_runs
from services.offers.offer_editing import TEXT_LENGTH, TITLE_LENGTH
from services.parsing.texts import one_line, paragraph
from services.segments.questions.tree import Node, to_json

READY: Mapping[str, Mapping[str, Any]] = {
    "first": {"kind": OfferKind.PERCENT, "value": 1_000, "conditions": {"nth": [1]}},
    "second": {"kind": OfferKind.POINTS, "value": 200, "conditions": {"nth": [2]}},
    "category": {"kind": OfferKind.PERCENT, "value": 1_000, "uses": None},
    "bundle": {"kind": OfferKind.BUNDLE, "value": 3, "uses": None},
    "delivery": {"kind": OfferKind.DELIVERY, "value": 0, "uses": None},
    "gift": {"kind": OfferKind.GIFT, "value": 0},
}
"""Ready-made offers; the words are `ready-title-*` and `ready-text-*`."""

FOR_GOODS = {"category", "delivery"}
"""Those that ask what they are for before all else."""

FROM_A_SUM = {"delivery", "gift"}
"""Those that begin with an example receipt as the least one."""


def add_to(router: Router) -> None:
    tap, message = router.callback_query.register, router.message.register
    tap(start, OfferTap.filter(F.act == "new"))
    tap(ready, OfferTap.filter(F.act == "ready"))
    tap(begin_ready, DraftTap.filter(F.act == "ready"))
    purpose.add(OFFERING)
    message(take_text, Typed(), OfferForm.text, flags=STEP)
    for handler in (card, preview, ask_audience, ask_words, make):
        tap(handler, DraftTap.filter(F.act == handler.__name__), DRAFTED, flags=STEP)


async def start(desk: Desk) -> None:
    await choose(desk, OFFERING, DEFAULTS)


async def ready(desk: Desk) -> None:
    """Offers that start with one more tap."""
    rows = [
        [button(desk.say.label(f"owner-ready-{name}"), DraftTap(act="ready", value=name))]
        for name in READY
    ]
    await desk.show(desk.say("owner-ready"), keyboard(*rows, back(desk.say, Place.OFFERS)))


async def begin_ready(desk: Desk, tap: DraftTap) -> None:
    name = tap.value
    if name not in READY:
        raise Gone
    data = {**DEFAULTS, "schedule": Schedule.STANDING, **READY[name]}
    if name in FROM_A_SUM:
        least = (await desk.terms()).example().minor
        data["conditions"] = {**data["conditions"], "least": least}
    words = {part: desk.say.label(f"ready-{part}-{name}") for part in ("title", "text")}
    await desk.state.set_data(data | words)
    if name in FOR_GOODS:
        await offer_terms.asker.ask(desk, Part.LINES)
    else:
        await card(desk)


async def ask_audience(desk: Desk) -> None:
    """Choose it again, for the offer on the screen."""
    await choose(desk, OFFERING, await desk.state.get_data())


async def take_audience(desk: Desk, audience: Node) -> None:
    """Go on with what the conversation has of the offer so far; with a new one, if it has none."""
    draft = (await desk.state.get_data()).get("draft") or DEFAULTS
    await desk.state.set_data({**draft, "audience": to_json(audience)})
    if "title" in draft:
        await card(desk)
        return
    await desk.state.set_state(OfferForm.text)
    await desk.show(
        desk.say("owner-offer-ask"), keyboard([go(desk.say, "button-cancel", Place.OFFERS)])
    )


OFFERING = purpose.Purpose(
    flow="offer",
    act=AskAct.OFFER,
    choice="owner-offer-whom",
    home=Place.OFFERS,
    then=take_audience,
)


async def ask_words(desk: Desk) -> None:
    await desk.state.update_data(heading=None)
    await desk.state.set_state(OfferForm.text)
    await desk.show(
        desk.say("owner-offer-ask"), keyboard([go(desk.say, "button-cancel", Place.OFFERS)])
    )


async def take_text(desk: Desk) -> None:
    """The first line is the title, the rest is the text, which may come in a message of its own."""
    typed = (desk.message.text or "").strip()
    title = (await desk.state.get_data()).get("heading")
    if title is None:
        first, _, typed = typed.partition("\n")
        title = one_line(first, most=TITLE_LENGTH)
        if not typed.strip():
            await desk.state.update_data(heading=title)
            await desk.tell(desk.say("owner-offer-ask-text", title=title))
            return
    text = paragraph(typed, most=TEXT_LENGTH)
    await desk.state.update_data(title=title, text=text)
    await card(desk)


async def preview(desk: Desk) -> None:
    """The message as members will get it."""
    template, facts = await offer_runs.sample(desk.ctx, offer_of(await desk.state.get_data()))
    await desk.tell(desk.say(template, **facts), keyboard([sample_stop(desk.say)]))


async def make(desk: Desk) -> None:
    offer_id = await offer_editing.make(
        desk.ctx, desk.actor_id, offer_of(await desk.state.get_data())
    )
    await desk.state.clear()
    await one_offer(desk, offer_id)
