"""Every version of the programme: when, by whom, what it changed, and what it promised."""

from typing import Any

from aiogram import F, Router

from handlers.desk import Desk
from handlers.owner.conditions import rule_words
from handlers.owner.earning import policies
from handlers.owner.programme import programme_words
from handlers.owner.shared.navigation import PAGE, Place, back, percent, short
from handlers.routing import Tap
from handlers.screens import button, in_rows, keyboard
from messengers.words import Say
from services import goods
from services.programme import Terms, versions
from services.programme.versions import Difference, Part, Version

LINE_LENGTH = 200
RULES_SHOWN = 10


class VersionTap(Tap, prefix="ovr"):
    """`number`: a version to open, or the one that a page begins before."""

    act: str
    number: int = 0


def add_to(router: Router) -> None:
    router.callback_query.register(page, VersionTap.filter(F.act == "list"))
    router.callback_query.register(open_version, VersionTap.filter(F.act == "open"))


async def page(desk: Desk, tap: VersionTap) -> None:
    before = tap.number or None
    found = await versions.latest(desk.ctx, desk.actor_id, limit=PAGE + 1, before=before)
    shown = found[:PAGE]
    lines = [desk.say("versions-list"), *(_line(desk.say, one) for one in shown)]
    chips = [
        button(
            desk.say.label("version-open", number=one.number),
            VersionTap(act="open", number=one.number),
        )
        for one in shown
    ]
    turn = []
    if before is not None:
        turn.append(button("‹", VersionTap(act="list")))
    if len(found) > PAGE:
        turn.append(button("›", VersionTap(act="list", number=shown[-1].number)))
    await desk.show(
        "\n\n".join(lines), keyboard(*in_rows(chips, 4), turn, back(desk.say, Place.SETUP))
    )


async def open_version(desk: Desk, tap: VersionTap) -> None:
    """The programme of that version, in the words of today."""
    found = await versions.one(desk.ctx, desk.actor_id, tap.number)
    stock = await goods.assortment(desk.ctx)
    terms = found.terms
    parts = [_line(desk.say, found, title="version-one"), programme_words.sentence(desk.say, terms)]
    if terms.rules:
        rules = [
            desk.say(
                "earning-line",
                place=place,
                rule=short(rule_words.sentence(desk.say, terms, stock, rule), LINE_LENGTH),
                state="paused" if rule.paused else "works",
            )
            for place, rule in enumerate(terms.rules[:RULES_SHOWN], start=1)
        ]
        parts.append("\n".join([desk.say("version-rules"), *rules]))
    way_back = [button(desk.say.label("button-back"), VersionTap(act="list"))]
    await desk.show("\n\n".join(parts), keyboard(way_back))


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
