"""Stamp cards that run: how each goes, pausing and ending it."""

from typing import Any

from aiogram import F, Router
from aiogram.types import InlineKeyboardButton

from handlers.desk import Desk
from handlers.owner.shared.navigation import Go, Place, back, page_of, pages, short
from handlers.routing import Tap
from handlers.screens import button, in_rows, keyboard
from messengers.words import Say
from services.programme import Terms
from services.stamps import stamp_cards
from services.stamps.stamp_cards import NewCard

FIELDS = ("title", "reward", "needed", "least", "life_days", "voucher_days")
"""What can be changed of a card that runs."""


NEW = 0
"""Stands for the card that is being made."""


class StampTap(Tap, prefix="ost"):
    act: str
    card_id: int = NEW
    field: str = ""


ACTS = {"pause": stamp_cards.pause, "resume": stamp_cards.resume}


def add_to(router: Router) -> None:
    tap = router.callback_query.register
    tap(cards, Go.filter(F.to == Place.STAMPS))
    tap(open_card, StampTap.filter(F.act == "open"))
    tap(act, StampTap.filter(F.act.in_(ACTS)))
    tap(ask_to_delete, StampTap.filter(F.act == "delete"))
    tap(delete, StampTap.filter(F.act == "deleted"))


async def cards(desk: Desk, tap: Go) -> None:
    await _cards(desk, tap.page)


async def _cards(desk: Desk, page: int = 0) -> None:
    every = await stamp_cards.everything(desk.ctx, desk.actor_id)
    rows = [
        [
            button(
                short(
                    desk.say.label(
                        "owner-stamps-line",
                        title=short(view.card.title, 18),
                        filled=view.filled,
                        paused=view.paused,
                    )
                ),
                StampTap(act="open", card_id=view.id),
            )
        ]
        for view in page_of(every, page)
    ]
    new = [button(desk.say.label("owner-stamps-new"), StampTap(act="new"), style="primary")]
    text = desk.say("owner-stamps" if every else "owner-stamps-none")
    await desk.show(
        text, keyboard(new, *rows, pages(Place.STAMPS, page, len(every)), back(desk.say))
    )


async def open_card(desk: Desk, tap: StampTap) -> None:
    await one_card(desk, tap.card_id)


async def one_card(desk: Desk, card_id: int) -> None:
    view = await stamp_cards.show(desk.ctx, desk.actor_id, card_id)
    terms = await desk.terms()
    lines = [
        described(desk.say, terms, view.card, view.target, paused=view.paused),
        desk.say("owner-stamps-how", way=view.under_way, filled=view.filled, used=view.used),
    ]

    def to(label: str, name: str, field: str = "") -> InlineKeyboardButton:
        return button(desk.say.label(label), StampTap(act=name, card_id=card_id, field=field))

    edits = [to(f"owner-stamp-{field.replace('_', '-')}", "edit", field) for field in FIELDS]
    turn = "resume" if view.paused else "pause"
    ends = [to(f"owner-stamps-{turn}", turn), to("owner-stamps-delete", "delete")]
    await desk.show(
        "\n\n".join(lines), keyboard(*in_rows(edits, 2), ends, back(desk.say, Place.STAMPS))
    )


def described(
    say: Say, terms: Terms, card: NewCard, target: str | None, *, paused: bool = False
) -> str:
    """What the card asks for and gives."""
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


async def act(desk: Desk, tap: StampTap) -> None:
    await ACTS[tap.act](desk.ctx, desk.actor_id, tap.card_id)
    await one_card(desk, tap.card_id)


async def ask_to_delete(desk: Desk, tap: StampTap) -> None:
    card_id = tap.card_id
    view = await stamp_cards.show(desk.ctx, desk.actor_id, card_id)
    yes = StampTap(act="deleted", card_id=card_id)
    await desk.show(
        desk.say("owner-stamps-delete-ask", title=view.card.title, way=view.under_way),
        keyboard(
            [button(desk.say.label("owner-stamps-delete-yes"), yes, style="danger")],
            [button(desk.say.label("button-back"), StampTap(act="open", card_id=card_id))],
        ),
    )


async def delete(desk: Desk, tap: StampTap) -> None:
    await stamp_cards.delete(desk.ctx, desk.actor_id, tap.card_id)
    await _cards(desk)
