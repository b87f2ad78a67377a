"""Maps columns to fields: by heading, else by values; a person may change the mapping."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from itertools import chain, islice
from typing import Any, Self

from models.segmentation import AttributeKind
from services.importing import cell_values
from services.importing.errors import BadFile, UnknownColumn, UnknownFileKind
from services.importing.file_kinds import DATES, MANY, SHAPES, WHO, Field, FileKind
from services.importing.file_reader import Row, Source, read

SAMPLE = 1_000
"""Rows whose values are used to guess the field of a column."""

MOST_COLUMNS = 60
MOST_CHOICES = 30
"""A text column with more different values does not become a choice attribute."""

LIKENESS = 86  # percent
MOSTLY = 90  # percent
EXAMPLES = 3

_PHONE = re.compile(r"\+?[\d\s()-]{10,20}")
_DIGIT = re.compile(r"\d")
_WORDS = re.compile(r"[^\w]+|_")
_WHOLE = re.compile(r"-?\d{1,12}(?:[.,]0+)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Headings and words of files in all languages, normalised by `plain`."""

    headings: Mapping[str, Field]
    female: frozenset[str]
    male: frozenset[str]
    yes: frozenset[str]


def plain(text: str) -> str:
    """A heading in lower case, without punctuation and underscores."""
    return " ".join(_WORDS.sub(" ", text.casefold()).split())


@dataclass(frozen=True, slots=True)
class Plan:
    """How a file is read: its kind, and the field of each column.

    `signs`: the decimal separator of each column, where known. `attributes`: the kind of custom
    attribute that a column becomes; None: neither a few choices nor numbers, so it is left out.
    `order_known`: False if it is unknown whether days or months come first. `beyond`: the number
    of columns that are ignored, see MOST_COLUMNS.
    """

    kind: FileKind
    head: tuple[str, ...]
    fields: tuple[Field, ...]
    signs: tuple[str | None, ...] = ()
    attributes: tuple[AttributeKind | None, ...] = ()
    day_first: bool = True
    order_known: bool = True
    rows: int = 0
    examples: tuple[tuple[str, ...], ...] = ()
    beyond: int = 0

    def at(self, wanted: Field) -> tuple[int, ...]:
        """The indexes of the columns with a field."""
        return tuple(place for place, one in enumerate(self.fields) if one is wanted)

    @property
    def missing(self) -> tuple[tuple[Field, ...], ...]:
        """Groups of fields of which one is needed and none is there."""
        return tuple(
            needs for needs in SHAPES[self.kind].needs if not set(needs) & set(self.fields)
        )

    def to_json(self) -> dict[str, Any]:
        """The decisions; the rest is read from the file again."""
        return {"kind": self.kind, "fields": list(self.fields), "day_first": self.day_first}


@dataclass(frozen=True, slots=True)
class Wishes:
    """Decisions of a person; the rest is proposed. `fields` are by column index or heading."""

    kind: FileKind | None = None
    fields: Mapping[int | str, Field] = field(default_factory=dict)
    day_first: bool | None = None

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        """The decisions stored by `Plan.to_json`."""
        fields: dict[int | str, Field] = {
            place: Field(one) for place, one in enumerate(stored["fields"])
        }
        return cls(FileKind(stored["kind"]), fields, stored["day_first"])

    def given(self, place: int, wanted: Field) -> Self:
        """The same with one column mapped to a field. Another column with that field becomes
        IGNORE, unless the field is in MANY.
        """
        fields = dict(self.fields)
        if wanted not in MANY:
            others = [name for name, one in fields.items() if one is wanted]
            fields |= dict.fromkeys(others, Field.IGNORE)
        return replace(self, fields=fields | {place: wanted})


NO_WISHES = Wishes()


def propose(source: Source, lexicon: Lexicon, wishes: Wishes = NO_WISHES) -> Plan:
    """Read the file once and propose a plan.

    Raises BadFile, UnknownFileKind, UnknownColumn.
    """
    rows = read(source)
    _, whole = next(rows, (0, []))
    head = whole[:MOST_COLUMNS]
    sample = [cells for _, cells in islice(rows, SAMPLE)]
    if not head or not sample:
        raise BadFile(source.name)
    columns = [_column(sample, place) for place in range(len(head))]
    wanted = _by_place(head, wishes.fields)
    named = [
        wanted.get(place) or _by_heading(one, column, lexicon)
        for place, (one, column) in enumerate(zip(head, columns, strict=True))
    ]
    kind = wishes.kind or kind_of(set(named)) or kind_of({*named, *map(_by_values, columns)})
    if kind is None:
        raise UnknownFileKind
    fields = _assign_fields(kind, named, columns, frozenset(wanted))
    plan = Plan(
        kind,
        tuple(head),
        fields,
        signs=tuple(cell_values.decimal_sign(column) for column in columns),
        examples=tuple(tuple(cells[: len(head)]) for cells in sample[:EXAMPLES]),
        beyond=len(whole) - len(head),
    )
    return _with_file_facts(plan, sample, rows, wishes.day_first)


def _by_place(head: Sequence[str], wished: Mapping[int | str, Field]) -> dict[int, Field]:
    places = {plain(one): place for place, one in enumerate(head)}
    found = {}
    for name, wanted in wished.items():
        place = name if isinstance(name, int) else places.get(plain(name))
        if place is None or not 0 <= place < len(head):
            raise UnknownColumn(str(name))
        found[place] = wanted
    return found


def _by_heading(heading: str, column: Sequence[str], lexicon: Lexicon) -> Field | None:
    """The field of a heading, unless the values of the column contradict it."""
    if "%" in heading:
        return None  # a percentage, where the field means money
    words = plain(heading)
    near = words
    if words not in lexicon.headings:
        alike, near = max((_likeness(words, one), one) for one in lexicon.headings)
        if alike < LIKENESS:
            return None
    found = lexicon.headings[near]
    # "Customer" heads numbers in one till's file and names in another's.
    return Field.NAME if found is Field.EXTERNAL_ID and _are_names(column) else found


def _likeness(one: str, other: str) -> int:
    """Similarity of two headings in percent, to allow typing errors and plurals."""
    both = SequenceMatcher(None, one, other)
    most = int(both.real_quick_ratio() * 100)  # from lengths alone: a heading can be long
    return most if most < LIKENESS else int(both.ratio() * 100)


def _are_names(column: Sequence[str]) -> bool:
    filled = [text for text in column if text]
    named = sum(any(map(str.isalpha, text)) and not _DIGIT.search(text) for text in filled)
    return bool(filled) and named * 100 >= MOSTLY * len(filled)


def kind_of(fields: set[Field | None]) -> FileKind | None:
    """The kind of file that has these fields; None if there is none."""
    who = bool(fields & set(WHO))
    if Field.COUPON in fields and who:
        return FileKind.REDEMPTIONS
    if Field.CAMPAIGN in fields:
        if who:
            return FileKind.RECEIVERS
        return FileKind.CAMPAIGNS if fields & {Field.START, Field.DATE} else None
    if who and Field.DATE in fields and fields & {Field.PAID, Field.AMOUNT}:
        return FileKind.PURCHASES
    if Field.SKU in fields and not who:
        return FileKind.PRODUCTS
    return FileKind.MEMBERS if who else None


TAKEN_AS: Mapping[FileKind, Mapping[Field, Field]] = {
    FileKind.MEMBERS: {Field.DATE: Field.JOINED},
    FileKind.PRODUCTS: {Field.NAME: Field.PRODUCT, Field.TITLE: Field.PRODUCT},
    FileKind.PURCHASES: {Field.TITLE: Field.PRODUCT},
    FileKind.CAMPAIGNS: {
        Field.NAME: Field.TITLE,
        Field.PRODUCT: Field.TITLE,
        Field.CATEGORY: Field.TITLE,
        Field.DATE: Field.START,
    },
}
"""Fields that mean another field in this kind of file."""


def _assign_fields(
    kind: FileKind,
    named: Sequence[Field | None],
    columns: Sequence[Sequence[str]],
    fixed: frozenset[int],
) -> tuple[Field, ...]:
    """One field for each column; each field once, except those in MANY."""
    allowed = SHAPES[kind].fields
    rest = Field.ATTRIBUTE if Field.ATTRIBUTE in allowed else Field.IGNORE
    fields: list[Field | None] = []
    taken = {named[place] for place in fixed}
    for place, one in enumerate(named):
        meant = TAKEN_AS.get(kind, {}).get(one, one) if one is not None else None
        if place in fixed:
            if one not in allowed and one is not Field.IGNORE:
                raise UnknownColumn(str(one))
        elif meant is not Field.IGNORE and (
            meant not in allowed or (meant in taken and meant not in MANY)
        ):
            meant = None if one is None else rest
        fields.append(meant)
        taken.add(meant)
    for place, column in enumerate(columns):
        guess = _by_values(column) if fields[place] is None else None
        if guess in allowed and guess not in taken:
            fields[place] = guess
            taken.add(guess)
    return tuple(one or rest for one in fields)


def _by_values(column: Sequence[str]) -> Field | None:
    """The field of a column by its values: only phones can be recognised."""
    filled = [text for text in column if text]
    phones = sum(_PHONE.fullmatch(text) is not None for text in filled)
    return Field.PHONE if filled and phones * 100 >= MOSTLY * len(filled) else None


def _column(rows: Sequence[Sequence[str]], place: int) -> list[str]:
    return [cells[place] for cells in rows if place < len(cells)]


@dataclass(slots=True)
class _CustomColumn:
    """Collects values of a custom column, to decide whether it is numbers or a few choices."""

    different: set[str] = field(default_factory=set)
    numbers: bool = True
    filled: bool = False

    def see(self, text: str) -> None:
        if not text:
            return
        self.filled = True
        self.numbers = self.numbers and _WHOLE.fullmatch(text) is not None
        if len(self.different) <= MOST_CHOICES:
            self.different.add(text.casefold())

    def kind(self) -> AttributeKind | None:
        if not self.filled:
            return None
        if self.numbers:
            return AttributeKind.NUMBER
        return AttributeKind.CHOICE if len(self.different) <= MOST_CHOICES else None


def _with_file_facts(
    plan: Plan, sample: Sequence[Sequence[str]], rest: Iterable[Row], day_first: bool | None
) -> Plan:
    """The plan with facts from the whole file: number of rows, order of dates, kinds of custom
    columns.
    """
    own = {place: _CustomColumn() for place in plan.at(Field.ATTRIBUTE)}
    dates = [place for place, one in enumerate(plan.fields) if one in DATES]
    order, doubtful, rows = day_first, False, 0
    for cells in chain(sample, (cells for _, cells in rest)):
        rows += 1
        for place, watched in own.items():
            if place < len(cells):
                watched.see(cells[place])
        if order is None:
            written = [cells[place] for place in dates if place < len(cells)]
            order = cell_values.order_of(written)
            doubtful = doubtful or any(map(cell_values.is_two_faced, written))
    kinds = (own[place].kind() if place in own else None for place in range(len(plan.head)))
    return replace(
        plan,
        attributes=tuple(kinds),
        day_first=order is not False,
        order_known=order is not None or not doubtful,
        rows=rows,
    )
