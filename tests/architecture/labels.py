"""What buttons say, spelt out with every fact left open, and what the guides claim they say."""

import re
from collections.abc import Iterator
from functools import reduce
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

FACT = "…"
"""Stands for a fact, in a label spelt out and in a guide."""

_BOLD = re.compile(r"\*\*([^*]+)\*\*")
_QUOTED = re.compile(r"“([^“”]+)”|«([^«»]+)»")
_STRING = re.compile(r'"([^"\n]+)"')
_MOST = 500
"""Forms of a text in which every choice meets every other; a button has a few."""
_LEAD = (".", ":", ",")
"""How a bold lead of a paragraph ends; a button's label never does."""


def spelt_out(folder: Path) -> set[str]:
    """Every text of a language, in each of its forms: `Give … points` and `Give … point`."""
    entries = [
        entry
        for path in sorted(folder.rglob("*.ftl"))
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body
    ]
    known = {
        entry.id.name: entry.value
        for entry in entries
        if isinstance(entry, ftl.Message) and entry.value is not None
    }
    return {" ".join(form.split()) for pattern in known.values() for form in _forms(pattern, known)}


def page_words(script: Path) -> set[str]:
    """The words of the sandbox's page, Telegram's own Start button among them."""
    return set(_STRING.findall(script.read_text(encoding="utf-8")))


def labels_in(guide: str) -> Iterator[str]:
    """What stands in bold, one button at a time: `👥 Team → ➕ Cashier` are two."""
    for bold in _BOLD.findall(guide):
        if not bold.endswith(_LEAD):
            yield from bold.split(" → ")


def quotes_in(guide: str) -> Iterator[str]:
    """What stands in quotation marks, labels apart."""
    for english, russian in _QUOTED.findall(_BOLD.sub("", guide)):
        yield english or russian


def is_label(label: str, texts: set[str]) -> bool:
    """Whether a button says so; a guide may leave out the fact at the end and all behind it."""
    shape = re.compile(rf"{re.escape(label)}(:? \(?{FACT}.*)?")
    return any(shape.fullmatch(text) for text in texts)


def _forms(pattern: ftl.Pattern, known: dict[str, ftl.Pattern]) -> set[str]:
    pieces = (
        {element.value} if isinstance(element, ftl.TextElement) else _inside(element, known)
        for element in pattern.elements
    )
    return reduce(_joined, pieces, {""})


def _joined(whole: set[str], piece: set[str]) -> set[str]:
    """Every form of either; each with each of the other as long as that stays countable."""
    if len(whole) * len(piece) <= _MOST:
        return {a + b for a in whole for b in piece}
    begins, ends = min(whole), min(piece)
    return {a + ends for a in whole} | {begins + b for b in piece}


def _inside(placeable: ftl.Placeable, known: dict[str, ftl.Pattern]) -> set[str]:
    match placeable.expression:
        case ftl.SelectExpression(variants=variants):
            return set().union(*(_forms(variant.value, known) for variant in variants))
        case ftl.StringLiteral() as literal:
            return {literal.parse()["value"]}
        case ftl.MessageReference(id=name) if name.name in known:
            return _forms(known[name.name], known)
    return {FACT}
