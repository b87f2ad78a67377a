"""Stamp cards that run: how each goes, pausing and ending it."""

from typing import Any

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from handlers.owner.shared.navigation import Go, Place, back, page_of, pages, short
from handlers.screens import button, in_rows, keyboard, show
from messengers.words import Say
from services import programme
from services.context import Context
from services.programme import Terms
from services.staff.identities import Visitor
from services.stamps import stamp_cards
from services.stamps.stamp_cards import NewCard

FIELDS = ("title", "reward", "needed", "least", "life_days", "voucher_days")
"""What can be changed of a card that runs."""


NEW = 0
"""Stands for the card that is being made."""


class StampTap(CallbackData, prefix="ost"):
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


async def cards(
    query: CallbackQuery, callback_data: Go, ctx: Context, say: Say, visitor: Visitor
) -> None:
    await _cards(query, ctx, say, visitor, callback_data.page)


async def _cards(
    query: CallbackQuery, ctx: Context, say: Say, visitor: Visitor, page: int = 0
) -> None:
    every = await stamp_cards.everything(ctx, visitor.identity_id)
    rows = [
        [
            button(
                short(
                    say.label(
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
    new = [button(say.label("owner-stamps-new"), StampTap(act="new"), style="primary")]
    text = say("owner-stamps" if every else "owner-stamps-none")
    await show(query, text, keyboard(new, *rows, pages(Place.STAMPS, page, len(every)), back(say)))


async def open_card(
    query: CallbackQuery, callback_data: StampTap, ctx: Context, say: Say, visitor: Visitor
) -> None:
    await one_card(query, ctx, say, visitor, callback_data.card_id)


async def one_card(
    event: Message | CallbackQuery, ctx: Context, say: Say, visitor: Visitor, card_id: int
) -> None:
    view = await stamp_cards.show(ctx, visitor.identity_id, card_id)
    terms = await programme.current(ctx)
    lines = [
        described(say, terms, view.card, view.target, paused=view.paused),
        say("owner-stamps-how", way=view.under_way, filled=view.filled, used=view.used),
    ]

    def to(label: str, name: str, field: str = "") -> InlineKeyboardButton:
        return button(say.label(label), StampTap(act=name, card_id=card_id, field=field))

    edits = [to(f"owner-stamp-{field.replace('_', '-')}", "edit", field) for field in FIELDS]
    turn = "resume" if view.paused else "pause"
    ends = [to(f"owner-stamps-{turn}", turn), to("owner-stamps-delete", "delete")]
    await show(
        event, "\n\n".join(lines), keyboard(*in_rows(edits, 2), ends, back(say, Place.STAMPS))
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


async def act(
    query: CallbackQuery, callback_data: StampTap, ctx: Context, say: Say, visitor: Visitor
) -> None:
    await ACTS[callback_data.act](ctx, visitor.identity_id, callback_data.card_id)
    await one_card(query, ctx, say, visitor, callback_data.card_id)


async def ask_to_delete(
    query: CallbackQuery, callback_data: StampTap, ctx: Context, say: Say, visitor: Visitor
) -> None:
    card_id = callback_data.card_id
    view = await stamp_cards.show(ctx, visitor.identity_id, card_id)
    yes = StampTap(act="deleted", card_id=card_id)
    await show(
        query,
        say("owner-stamps-delete-ask", title=view.card.title, way=view.under_way),
        keyboard(
            [button(say.label("owner-stamps-delete-yes"), yes, style="danger")],
            [button(say.label("button-back"), StampTap(act="open", card_id=card_id))],
        ),
    )


async def delete(
    query: CallbackQuery, callback_data: StampTap, ctx: Context, say: Say, visitor: Visitor
) -> None:
    await stamp_cards.delete(ctx, visitor.identity_id, callback_data.card_id)
    await _cards(query, ctx, say, visitor)
