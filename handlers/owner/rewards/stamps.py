"""Stamp cards: made on one screen from what shops usually make, changed, paused and ended."""

from enum import StrEnum
from typing import Any

from aiogram import F, Router
from aiogram.fsm.state import State, StatesGroup

from handlers.desk import Desk
from handlers.owner.rewards.stamp_fields import CHANGEABLE, FIELDS, new_card, target_of
from handlers.owner.shared.fields import NEW, Draft, Values
from handlers.owner.shared.form import Act, Form, FormTap, Screen
from handlers.owner.shared.listing import Listing
from handlers.owner.shared.navigation import Go, Place, back, go, short
from handlers.routing import Tap
from handlers.screens import Row, button, in_rows, keyboard
from messengers.words import Say
from services.enums import StampBy
from services.programme import Terms
from services.stamps import stamp_cards
from services.stamps.stamp_cards import CardView, NewCard


class StampForm(StatesGroup):
    draft = State()  # the whole new card is on the screen
    field = State()  # a field is being typed or chosen


class StampTap(FormTap, prefix="ost"):
    pass


class Preset(StrEnum):
    """Cards that shops usually make."""

    COFFEE = "coffee"
    VISIT = "visit"
    OWN = "own"


NEEDED = {Preset.COFFEE: 5, Preset.VISIT: 9, Preset.OWN: 5}
"""The sixth coffee is free, and the tenth visit brings a gift."""


class PresetTap(Tap, prefix="osd"):
    preset: Preset


class CardAct(StrEnum):
    PAUSE = "pause"
    RESUME = "resume"
    DELETE = "delete"  # ask whether to
    DELETED = "deleted"  # yes


class CardTap(Tap, prefix="osc"):
    act: CardAct
    card_id: int


def add_to(router: Router) -> None:
    tap = router.callback_query.register
    tap(cards, Go.filter(F.to == Place.STAMPS))
    tap(presets, StampTap.on(Act.NEW))
    tap(start, PresetTap.filter())
    tap(pause, CardTap.on(CardAct.PAUSE))
    tap(resume, CardTap.on(CardAct.RESUME))
    tap(ask_to_delete, CardTap.on(CardAct.DELETE))
    tap(delete, CardTap.on(CardAct.DELETED))
    form.add_to(router)


async def cards(desk: Desk, tap: Go) -> None:
    await listing.draw(desk, tap.page)


def _line(desk: Desk, view: CardView) -> str:
    return desk.say.label(
        "owner-stamps-line",
        title=short(view.card.title, 18),
        filled=view.filled,
        paused=view.paused,
    )


async def presets(desk: Desk) -> None:
    rows = [
        [button(desk.say.label(f"owner-stamps-preset-{one}"), PresetTap(preset=one))]
        for one in Preset
    ]
    way_back = [go(desk.say, "button-back", Place.STAMPS)]
    await desk.show(desk.say("owner-stamps-choose"), keyboard(*rows, way_back))


async def start(desk: Desk, tap: PresetTap) -> None:
    words = f"owner-stamps-preset-{tap.preset}"
    values = {
        "title": desk.say.label(f"{words}-title"),
        "reward": desk.say.label(f"{words}-reward"),
        "needed": NEEDED[tap.preset],
    }
    await form.begin(desk, values)


async def _new(desk: Desk, draft: Draft) -> Screen:
    """Everything about the new card, each part one tap away."""
    new = new_card(draft.values)
    lines = [_described(desk.say, await desk.terms(), new, await target_of(desk.ctx, new))]
    if new.by is not StampBy.VISIT:
        lines.append(desk.say("owner-stamps-by-lines"))
    begin = [button(desk.say.label("owner-stamps-start"), form.to(Act.SAVE), style="primary")]
    edits = in_rows(form.edits(desk.say, NEW), 2)
    cancel = [go(desk.say, "button-cancel", Place.STAMPS)]
    return "\n\n".join(lines), keyboard(begin, *edits, cancel)


async def _card(desk: Desk, card_id: int) -> None:
    view = await stamp_cards.show(desk.ctx, desk.actor_id, card_id)
    terms = await desk.terms()
    lines = [
        _described(desk.say, terms, view.card, view.target, paused=view.paused),
        desk.say("owner-stamps-how", way=view.under_way, filled=view.filled, used=view.used),
    ]
    edits = in_rows(form.edits(desk.say, card_id, *CHANGEABLE), 2)
    ends = [
        button(desk.say.label(f"owner-stamps-{act}"), CardTap(act=act, card_id=card_id))
        for act in (CardAct.RESUME if view.paused else CardAct.PAUSE, CardAct.DELETE)
    ]
    await desk.show("\n\n".join(lines), keyboard(*edits, ends, back(desk.say, Place.STAMPS)))


def _described(
    say: Say, terms: Terms, card: NewCard, target: str | None, *, paused: bool = False
) -> str:
    """The card's condition and reward."""
    facts: dict[str, Any] = {
        "least": terms.money(card.least) if card.least else "none",
        "life": "none" if card.life_days is None else card.life_days,
    }
    return say(
        "owner-stamps-text",
        title=card.title,
        reward=card.reward,
        by=card.by,
        target=target or "",
        needed=card.needed,
        days=card.voucher_days,
        paused=paused,
        **facts,
    )


async def _make(desk: Desk, values: Values) -> int:
    return await stamp_cards.make(desk.ctx, desk.actor_id, new_card(values))


def _back(say: Say, draft: Draft) -> Row:
    """From a question to the card that it is about."""
    act = Act.CARD if draft.thing_id == NEW else Act.OPEN
    return [button(say.label("button-back"), form.to(act, draft.thing_id))]


form = Form(
    name="stamp",
    tap=StampTap,
    asking=StampForm.field,
    sure=StampForm.draft,
    fields=FIELDS,
    card=_new,
    add=_make,
    change=lambda desk, one, values: stamp_cards.change(desk.ctx, desk.actor_id, one, **values),
    show=_card,
    out=_back,
    strict=True,
)

listing: Listing[CardView] = Listing(
    items=lambda desk: stamp_cards.everything(desk.ctx, desk.actor_id),
    text=lambda desk, every: desk.say("owner-stamps" if every else "owner-stamps-none"),
    above=lambda desk: [form.new(desk.say)],
    label=_line,
    tap=lambda view: form.to(Act.OPEN, view.id),
    page=lambda page: Go(to=Place.STAMPS, page=page),
    back=lambda desk: back(desk.say, Place.GIVE),
)


async def pause(desk: Desk, tap: CardTap) -> None:
    await stamp_cards.pause(desk.ctx, desk.actor_id, tap.card_id)
    await _card(desk, tap.card_id)


async def resume(desk: Desk, tap: CardTap) -> None:
    await stamp_cards.resume(desk.ctx, desk.actor_id, tap.card_id)
    await _card(desk, tap.card_id)


async def ask_to_delete(desk: Desk, tap: CardTap) -> None:
    view = await stamp_cards.show(desk.ctx, desk.actor_id, tap.card_id)
    yes = CardTap(act=CardAct.DELETED, card_id=tap.card_id)
    to_card = form.to(Act.OPEN, tap.card_id)
    await desk.show(
        desk.say("owner-stamps-delete-ask", title=view.card.title, way=view.under_way),
        keyboard(
            [button(desk.say.label("owner-stamps-delete-yes"), yes, style="danger")],
            [button(desk.say.label("button-back"), to_card)],
        ),
    )


async def delete(desk: Desk, tap: CardTap) -> None:
    await stamp_cards.delete(desk.ctx, desk.actor_id, tap.card_id)
    await listing.draw(desk)
