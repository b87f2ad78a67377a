"""One record of the journal in words: as a line in the chat, as a row of a file."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from handlers.csv_files import harmless, sheet
from handlers.owner.programme import programme_words
from handlers.owner.shared.navigation import percent, short
from handlers.owner.trust import limit_words
from messengers.words import Say
from services.back_office.journal import AuditLine
from services.enums import AuditSource, Suspicion
from services.facts import Fact
from services.programme import Terms

NAME_LENGTH = 40
COLUMNS = ("number", "time", "source", "outlet", "who", "member", "act")


def line(say: Say, terms: Terms, one: AuditLine) -> str:
    act = say(f"act-{one.act.replace('.', '-')}", **_facts(say, terms, one))
    who = short(_who(say, one), NAME_LENGTH)
    return say("owner-journal-line", at=one.at, who=who) + f"\n{act}"


def table(say: Say, terms: Terms, lines: Iterable[AuditLine]) -> bytes:
    """The journal for a spreadsheet. Time is the shop's, whoever reads it."""
    head = [say.label("journal-column", column=column) for column in COLUMNS]
    return sheet(say, head, (_row(say, terms, one) for one in lines))


def _row(say: Say, terms: Terms, one: AuditLine) -> list[object]:
    act = say.label(f"act-{one.act.replace('.', '-')}", **_facts(say, terms, one))
    at = datetime.strftime(one.at.astimezone(terms.timezone), "%Y-%m-%d %H:%M:%S")
    source = say.label("journal-source", source=one.source)
    cells = (source, one.outlet_name or "", _who(say, one), one.member_name or "", act)
    return [one.id, at, *map(harmless, cells)]


def _who(say: Say, one: AuditLine) -> str:
    if one.source is AuditSource.CLOCK:
        return say.label("journal-clock")
    return one.staff_name or one.member_name or say.label("owner-nobody")


def _facts(say: Say, terms: Terms, one: AuditLine) -> dict[str, Fact]:
    known = one.facts
    return {
        "member": short(one.member_name or say.label("owner-nobody"), NAME_LENGTH),
        "title": short(str(known.get("title", "")), NAME_LENGTH),
        # Before ids were kept there, the name itself was.
        "staff": short(one.colleague or str(known.get("staff", "")), NAME_LENGTH),
        "role": str(known.get("role", "")),
        "points": int(known.get("points", 0)),
        "earned": int(known.get("earned", 0)),
        "spent": int(known.get("spent", 0)),
        "count": int(known.get("count", 0)),
        "taken": int(known.get("taken", 0)),
        "returned": int(known.get("returned", 0)),
        "priced": "amount" in known,  # before parts could go back, an undo noted no sum
        "amount": terms.money(int(known.get("amount", 0))),
        "suspicion": str(known.get("suspicion", "")),
        "kind": str(known.get("kind", "")),
        "on": bool(known.get("on")),
        "days": int(known.get("days", 0)),
        "what": _what(say, terms, one.act, known),
    }


def _what(say: Say, terms: Terms, act: str, known: Mapping[str, Any]) -> str:
    """The changes of a record, as plain text."""
    if act == "programme.changed":
        return _terms_changed(say, known)
    if act == "trust.changed":
        about = Suspicion(known["suspicion"])
        old, new = (
            limit_words.value(say, terms, about, known[when]) for when in ("before", "after")
        )
        return f"{limit_words.name(say, about)}: {old} → {new}"
    subject = act.partition(".")[0]
    return ", ".join(
        say.label(f"owner-{subject}-{field.replace('_', '-')}")
        for field in known.get("changes", {})
    )


def _terms_changed(say: Say, known: Mapping[str, Any]) -> str:
    told = [
        (say.label("owner-term-rate", level=level), *(percent(say, rate) for rate in rates))
        for level, rates in known["rates"].items()
    ]
    told += [
        (
            say.label(f"owner-term-{name.replace('_', '-')}"),
            *(programme_words.value(say, name, value) for value in values),
        )
        for name, values in known["terms"].items()
    ]
    return "; ".join(f"{label}: {old} → {new}" for label, old, new in told)
