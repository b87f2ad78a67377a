"""Every version of the programme: when, by whom, what it changed, and what it promised."""

from typing import Any

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery

from handlers.owner.conditions import rule_words
from handlers.owner.earning import policies
from handlers.owner.programme import programme_words
from handlers.owner.shared.navigation import PAGE, Place, back, percent, short
from handlers.screens import button, in_rows, keyboard, show
from messengers.words import Say
from services import goods
from services.context import Context
from services.programme import Terms, versions
from services.programme.versions import Difference, Part, Version
from services.staff.identities import Visitor

LINE_LENGTH = 200
RULES_SHOWN = 10


class VersionTap(CallbackData, prefix="ovr"):
    """`number`: a version to open, or the one that a page begins before."""

    act: str
    number: int = 0


def add_to(router: Router) -> None:
    router.callback_query.register(page, VersionTap.filter(F.act == "list"))
    router.callback_query.register(open_version, VersionTap.filter(F.act == "open"))


async def page(
    query: CallbackQuery, callback_data: VersionTap, ctx: Context, say: Say, visitor: Visitor
) -> None:
    before = callback_data.number or None
    found = await versions.latest(ctx, visitor.identity_id, limit=PAGE + 1, before=before)
    shown = found[:PAGE]
    lines = [say("versions-list"), *(_line(say, one) for one in shown)]
    chips = [
        button(
            say.label("version-open", number=one.number),
            VersionTap(act="open", number=one.number),
        )
        for one in shown
    ]
    turn = []
    if before is not None:
        turn.append(button("‹", VersionTap(act="list")))
    if len(found) > PAGE:
        turn.append(button("›", VersionTap(act="list", number=shown[-1].number)))
    await show(
        query, "\n\n".join(lines), keyboard(*in_rows(chips, 4), turn, back(say, Place.RULES))
    )


async def open_version(
    query: CallbackQuery, callback_data: VersionTap, ctx: Context, say: Say, visitor: Visitor
) -> None:
    """What the programme promised then, in the words of today."""
    found = await versions.one(ctx, visitor.identity_id, callback_data.number)
    stock = await goods.assortment(ctx)
    terms = found.terms
    parts = [_line(say, found, title="version-one"), programme_words.sentence(say, terms)]
    if terms.rules:
        rules = [
            say(
                "earning-line",
                place=place,
                rule=short(rule_words.sentence(say, terms, stock, rule), LINE_LENGTH),
                state="paused" if rule.paused else "works",
            )
            for place, rule in enumerate(terms.rules[:RULES_SHOWN], start=1)
        ]
        parts.append("\n".join([say("version-rules"), *rules]))
    way_back = [button(say.label("button-back"), VersionTap(act="list"))]
    await show(query, "\n\n".join(parts), keyboard(way_back))


def _line(say: Say, one: Version, title: str = "version-line") -> str:
    said = [_told(say, one.terms, change) for change in one.differences]
    what = "; ".join(said) or say.label("version-part", part="same", name="")
    return say(
        title,
        number=one.number,
        at=one.at,
        who=one.staff_name or say.label("version-nobody"),
        what=short(what, LINE_LENGTH),
    )


def _told(say: Say, terms: Terms, change: Difference) -> str:
    """One difference as plain text."""
    match change.part:
        case Part.TERM:
            name = say.label(f"owner-term-{change.name.replace('_', '-')}")
            before, after = (_term(say, change.name, one) for one in (change.before, change.after))
        case Part.RATE:
            name = change.name
            before, after = (percent(say, one) for one in (change.before, change.after))
        case Part.POLICY:
            name = policies.name(say, change.name)
            before, after = (
                policies.value(say, terms, change.name, one)
                for one in (change.before, change.after)
            )
        case part:
            return say.label("version-part", part=part, name=change.name)
    return say.label("version-change", name=name, before=before, after=after)


def _term(say: Say, name: str, stored: Any) -> str:
    return programme_words.value(say, name, stored.key if name == "timezone" else stored)
