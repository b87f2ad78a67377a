"""The balance, the history behind it, and why each of its lines is there."""

from collections.abc import Mapping
from typing import Any

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import InlineKeyboardMarkup

from handlers import earning_words, screens
from handlers.desk import Desk
from handlers.formats import local_day, short_day, signed
from handlers.member import card
from handlers.member.access import add_section
from handlers.member.balance_details import details
from handlers.routing import Tap
from handlers.statement_file import kind
from messengers.words import Say
from services.enums import OperationKind
from services.points import balances, history
from services.points.balances import Balance
from services.points.history import Line, LotEntry, WentBack, Why

PAGE = 6
MOST_MOVES = 6
NEWEST = 0


class Lines(Tap, prefix="my_lines"):
    """A page of history: lines older than `before`, or the newest."""

    before: int = NEWEST


class Explain(Tap, prefix="my_why"):
    operation_id: int
    before: int  # the page to go back to


def add_to(router: Router) -> None:
    add_section(router, show, "balance", menu="menu-balance", data="balance")
    router.message.register(newest_lines, Command("history"))
    router.callback_query.register(lines, Lines.filter())
    router.callback_query.register(explain, Explain.filter())


async def show(desk: Desk) -> None:
    """The tap that people make most: one read, one answer, one edit."""
    balance = await balances.balance(desk.ctx, desk.member_id)
    await desk.show(_balance(desk.say, balance), _balance_buttons(desk.say))


def _balance(say: Say, balance: Balance) -> str:
    if balance.points < 0:
        first = say("balance-debt", points=-balance.points)
    else:
        first = say("balance", points=balance.points, worth=balance.worth)
    return "\n".join([first, *details(say, balance)])


def _balance_buttons(say: Say) -> InlineKeyboardMarkup:
    return screens.keyboard(
        [
            screens.button(say.label("button-history"), Lines()),
            screens.button(say.label("menu-card"), card.OPEN),
        ]
    )


async def newest_lines(desk: Desk) -> None:
    await _show_lines(desk, NEWEST)


async def lines(desk: Desk, tap: Lines) -> None:
    await _show_lines(desk, tap.before)


async def _show_lines(desk: Desk, before: int) -> None:
    found = await history.lines(desk.ctx, desk.member_id, limit=PAGE + 1, before_id=before or None)
    page = found[:PAGE]
    rows = [
        [
            screens.button(
                _line(desk.say, line), Explain(operation_id=line.operation_id, before=before)
            )
        ]
        for line in page
    ]
    turning = []
    if before:
        turning.append(screens.button(desk.say.label("button-newest"), Lines()))
    if len(found) > PAGE:
        older = Lines(before=page[-1].operation_id)
        turning.append(screens.button(desk.say.label("button-older"), older))
    back = [screens.button(desk.say.label("button-back"), "balance")]
    text = desk.say("history" if page else "history-empty")
    await desk.show(text, screens.keyboard(*rows, turning, back))


def _line(say: Say, line: Line) -> str:
    if not line.points:  # points that came went at once into what was owed
        return say.label(
            "history-line-even",
            what=kind(say, line.kind, line.subject),
            day=short_day(say, line.at),
        )
    return say.label(
        "history-line",
        points=signed(say, line.points),
        what=kind(say, line.kind, line.subject),
        day=short_day(say, line.at),
    )


async def explain(desk: Desk, tap: Explain) -> None:
    """Everything behind one line."""
    why = await history.explain(desk.ctx, desk.member_id, tap.operation_id)
    back = screens.button(desk.say.label("button-back"), Lines(before=tap.before))
    await desk.show(_why(desk.say, why), screens.keyboard([back]))


def _why(say: Say, why: Why) -> str:
    line = why.line
    parts = [
        say(
            "why",
            points=signed(say, line.points),
            what=kind(say, line.kind, line.subject),
            at=line.at,
        ),
        *_reason(say, why),
    ]
    if why.staff_name is not None:
        parts.append(say("why-staff", name=why.staff_name))
    moves = [_move(say, line.kind, move) for move in why.moves[:MOST_MOVES]]
    if len(why.moves) > MOST_MOVES:
        moves.append(say("why-more", count=len(why.moves) - MOST_MOVES))
    return "\n\n".join(["\n".join(parts), "\n".join(moves)]).strip()


def _reason(say: Say, why: Why) -> list[str]:
    facts: Mapping[str, Any] = why.why
    parts = []
    if why.line.subject is not None:
        parts.append(say("why-title", title=why.line.subject))
    if why.amount is not None:
        parts.append(say("why-receipt", amount=why.amount))
    if why.earning is not None:
        parts += earning_words.told(say, why.earning)
    elif why.line.kind is OperationKind.HOLD:
        parts.append(say("why-hold", reward=why.line.subject is not None))
    elif why.line.kind in EXPLAINED:
        parts.append(say(f"why-{why.line.kind}"))
    if why.went_back is not None:
        parts += _went_back(say, why.went_back)
    if "because" in facts:
        parts.append(say("why-because", reason=str(facts["because"])))
    return parts


def _went_back(say: Say, back: WentBack) -> list[str]:
    """Which purchase it was, and what became of its points."""
    on = local_day(say, back.bought_at)
    parts = [say("why-went-back", price=back.price, on=on, amount=back.amount)]
    for key, points in (
        ("why-returned", back.returned),
        ("why-taken", back.taken),
        ("why-owed", back.owed),
        ("why-forgiven", back.forgiven),
    ):
        if points:
            parts.append(say(key, points=points))
    return parts


EXPLAINED = frozenset(
    {
        OperationKind.WELCOME,
        OperationKind.BIRTHDAY,
        OperationKind.OFFER,
        OperationKind.ANSWER,
        OperationKind.RELEASE,
        OperationKind.DONATE,
        OperationKind.EXPIRE,
        OperationKind.UNDO,
        OperationKind.REFUND,
        OperationKind.MOVE,
        OperationKind.SETTLE,
        OperationKind.FORGIVE,
    }
)
"""Kinds whose rule is told in a sentence of its own."""


GIFTS = frozenset(
    {
        OperationKind.WELCOME,
        OperationKind.PURCHASE,
        OperationKind.BIRTHDAY,
        OperationKind.OFFER,
        OperationKind.ANSWER,
        OperationKind.GRANT,
    }
)
"""Kinds that make points; the others move points that are there."""


def _move(say: Say, kind: OperationKind, move: LotEntry) -> str:
    if move.lot_kind is OperationKind.DEBT:
        return say("why-debt", points=abs(move.points), gain=move.points > 0)
    ends = move.lot_expires_at
    if kind in GIFTS:
        return say("why-for-ever") if ends is None else say("why-until", until=local_day(say, ends))
    # Points that were taken are valid no more: only their term is named.
    life = say("why-no-term") if ends is None else say("why-term", until=local_day(say, ends))
    came = local_day(say, move.lot_created_at)
    return say("why-lot", points=abs(move.points), gain=move.points > 0, came=came, life=life)
