"""The journal: who did what, when, in words."""

from collections.abc import Mapping
from typing import Any

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery

from handlers.owner import plain
from handlers.owner.steps import PAGE, Go, Place, back, short
from handlers.screens import button, keyboard, show
from messengers.words import Say
from services import audit, programme
from services.audit import AuditLine
from services.context import Context
from services.facts import Fact
from services.people import Visitor
from services.programme import Terms

NAME_LENGTH = 40


class OlderTap(CallbackData, prefix="oj"):
    before_id: int


def add_to(router: Router) -> None:
    router.callback_query.register(newest, Go.filter(F.to == Place.JOURNAL))
    router.callback_query.register(older, OlderTap.filter())


async def newest(query: CallbackQuery, ctx: Context, say: Say, visitor: Visitor) -> None:
    await _page(query, ctx, say, visitor, None)


async def older(
    query: CallbackQuery, callback_data: OlderTap, ctx: Context, say: Say, visitor: Visitor
) -> None:
    await _page(query, ctx, say, visitor, callback_data.before_id)


async def _page(
    query: CallbackQuery, ctx: Context, say: Say, visitor: Visitor, before_id: int | None
) -> None:
    found = await audit.latest(ctx, visitor.identity_id, limit=PAGE + 1, before_id=before_id)
    terms = await programme.current(ctx)
    shown = found[:PAGE]
    lines = [say("owner-journal" if shown else "owner-journal-none")]
    lines += [_line(say, terms, line) for line in shown]
    turn = []
    if before_id is not None:
        turn.append(button(say.label("owner-journal-newest"), Go(to=Place.JOURNAL)))
    if len(found) > PAGE:
        turn.append(button(say.label("owner-journal-older"), OlderTap(before_id=shown[-1].id)))
    await show(query, "\n\n".join(lines), keyboard(turn, back(say)))


def _line(say: Say, terms: Terms, line: AuditLine) -> str:
    known = line.facts
    facts: dict[str, Fact] = {
        "member": short(line.member_name or say.label("owner-nobody"), NAME_LENGTH),
        "title": short(str(known.get("title", "")), NAME_LENGTH),
        "staff": short(str(known.get("staff", "")), NAME_LENGTH),
        "role": str(known.get("role", "")),
        "points": int(known.get("points", 0)),
        "earned": int(known.get("earned", 0)),
        "spent": int(known.get("spent", 0)),
        "amount": terms.money(int(known.get("amount", 0))),
        "what": _what(say, line.act, known),
    }
    act = say(f"act-{line.act.replace('.', '-')}", **facts)
    who = short(line.staff_name or line.member_name or say.label("owner-nobody"), NAME_LENGTH)
    return say("owner-journal-line", at=line.at, who=who) + f"\n{act}"


def _what(say: Say, act: str, known: Mapping[str, Any]) -> str:
    """What was changed, as plain text."""
    if act == "programme.changed":
        terms = [
            (say.label(f"owner-term-{name.replace('_', '-')}"), name, values)
            for name, values in known["terms"].items()
        ]
        rates = [
            (say.label("owner-term-rate", level=level), plain.RATE, values)
            for level, values in known["rates"].items()
        ]
        return "; ".join(
            f"{label}: {plain.value(say, name, old)} → {plain.value(say, name, new)}"
            for label, name, (old, new) in rates + terms
        )
    subject = act.partition(".")[0]
    return ", ".join(
        say.label(f"owner-{subject}-{field.replace('_', '-')}")
        for field in known.get("changes", {})
    )
