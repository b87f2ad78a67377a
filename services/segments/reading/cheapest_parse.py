"""Finds the cheapest parse of a sentence that the grammar allows.

A phrase may stand for several terminals, and phrases overlap: «последняя неделя» is one period or a
number of days. So a sentence is a graph of pieces, and several LALR parsers walk through it in
parallel. Of two parsers in the same state only the cheaper one goes on, because both would continue
alike. At most MOST_PATHS go on from a piece, so the work is linear in the length of the sentence.

Words that fit no parse are left out at a price, and reported.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from heapq import nsmallest
from operator import attrgetter
from typing import Any

from lark import Token, Tree, UnexpectedToken
from lark.parsers.lalr_interactive_parser import InteractiveParser

from services.segments.reading.grammar import tree, walker
from services.segments.reading.shop_vocabulary import Known, id_of
from services.segments.reading.tokens import Piece, Sort, date_of, number_of, span_of
from services.segments.reading.vocabulary import Phrases

MOST_PATHS = 32
"""Parsers that go on from one piece."""

TOKEN = 4
"""The price of any phrase: one long phrase is cheaper than two short ones."""

EXTRA: Mapping[str, int] = {
    "_AND": 6, "_OR": 6, "_SEP": 6,  # values under one verb bind tighter
    "AGESPAN": 3, "AGEFROM": 3, "YEAR": -1, "SINCE": -1, "UNTIL": -1, "EVERYBODY": 3, "LAST": 0,
    "SEGMENT": 12, "ANSWER": 1, "OWN": -2, "RFM": 1, "INTEREST": 2,
    "FIGURE": 1,  # «баллов» after a number is first of all its unit
    "_TO": -1,  # «от 30 до 60 дней» is one range rather than two bounds
    "WITHIN": -1, "BEYOND": -1, "OLDER": 1, "YOUNGER": 1, "CONTACT": 4, "STAGE": -1,
}  # fmt: skip
FILLER: Mapping[str, int] = {"FILLER": 5, "STOP": 14}
LEFT_OUT = 100
TURNED = 3 * LEFT_OUT
TURNS = frozenset({"_NOT", "_EXCEPT", "NOTVALUE"})
"""Leaving out a negation costs more than leaving out other words."""

_YEAR = re.compile(r"(?:19|20|21)\d\d")


@dataclass(frozen=True, slots=True)
class Edge:
    """From one piece to the piece `end`, read as a terminal; None skips the words."""

    end: int
    terminal: str | None
    value: Any
    price: int


@dataclass(frozen=True, slots=True)
class Path:
    price: int
    parser: InteractiveParser
    taken: tuple[Token, ...]
    left_out: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """`tree` is None when nothing was understood; `left_out` are indexes of pieces."""

    tree: Tree[Any] | None
    left_out: tuple[int, ...]


def read(sentence: Sequence[Piece], language: str, phrases: Phrases, known: Known) -> Reading:
    """Parse the whole sentence if possible, otherwise as much of it as possible."""
    edges = [list(_edges(sentence, at, phrases, known)) for at in range(len(sentence))]
    whole = _walk(sentence, edges, language)
    if whole is not None:
        return whole
    for at, some in enumerate(edges):
        turns = any(edge.terminal in TURNS for edge in some)
        some.append(Edge(at + 1, None, at, LEFT_OUT + LEFT_OUT // 2 * turns))
    return _walk(sentence, edges, language) or Reading(None, tuple(range(len(sentence))))


def _walk(
    sentence: Sequence[Piece], edges: Sequence[Sequence[Edge]], language: str
) -> Reading | None:
    waiting: list[dict[tuple[int, ...], Path]] = [{} for _ in range(len(sentence) + 1)]
    first = Path(0, walker(language), (), ())
    waiting[0][_place(first)] = first
    for at, leaving in enumerate(edges):
        for path in nsmallest(MOST_PATHS, waiting[at].values(), key=attrgetter("price")):
            for edge in leaving:
                if (after := _step(path, edge, sentence, at)) is not None:
                    there, place = waiting[edge.end], _place(after)
                    if place not in there or after.price < there[place].price:
                        there[place] = after
        waiting[at].clear()
    for path in sorted(waiting[-1].values(), key=attrgetter("price")):
        if _fed(path.parser, Token("$END", "")) is not None:
            return Reading(tree(language, path.taken), path.left_out)
    return None


def _place(path: Path) -> tuple[int, ...]:
    return tuple(path.parser.parser_state.state_stack)


def _step(path: Path, edge: Edge, sentence: Sequence[Piece], at: int) -> Path | None:
    price = path.price + edge.price
    if edge.terminal is None:
        if edge.value is None:
            return Path(price, path.parser, path.taken, path.left_out)
        if path.taken and path.taken[-1].type in TURNS:  # the negation would apply to other words
            price += TURNED
        return Path(price, path.parser, path.taken, (*path.left_out, edge.value))
    start, end = sentence[at].start, sentence[edge.end - 1].end
    token = Token(edge.terminal, "", start_pos=start, end_pos=end)
    token.value = edge.value
    parser = _fed(path.parser, token)
    return None if parser is None else Path(price, parser, (*path.taken, token), path.left_out)


def _fed(parser: InteractiveParser, token: Token) -> InteractiveParser | None:
    """A copy of the parser after one more token; None if the token cannot follow."""
    if token.type not in parser.choices():  # type: ignore[no-untyped-call]
        return None
    after: InteractiveParser = parser.copy(deepcopy_values=False)  # type: ignore[no-untyped-call]
    try:
        after.feed_token(token)
    except UnexpectedToken:  # LALR may detect it only after it has reduced
        return None
    return after


def _edges(sentence: Sequence[Piece], at: int, phrases: Phrases, known: Known) -> Iterator[Edge]:
    for end, meaning in phrases.at(sentence, at):
        if meaning.terminal in FILLER:
            yield Edge(end, None, None, FILLER[meaning.terminal])
        else:
            value = Decimal(meaning.value) if meaning.terminal == "NUMBER" else meaning.value
            yield _edge(end, meaning.terminal, value)
    for end, terminal, value in known.at(sentence, at):
        yield _edge(end, terminal, value)
    for terminal, value in _spelled(sentence[at]):
        yield _edge(at + 1, terminal, value)


def _edge(end: int, terminal: str, value: Any) -> Edge:
    return Edge(end, terminal, value, TOKEN + EXTRA.get(terminal, 0))


def _spelled(piece: Piece) -> Iterator[tuple[str, Any]]:
    """Terminals and values that follow from the form of a piece."""
    match piece.sort:
        case Sort.ID:
            yield "ID", id_of(piece.text)
        case Sort.DATE if day := date_of(piece.text):
            yield "DATE", day
        case Sort.CLOCK:
            yield "BEYOND", "hours"
        case Sort.SPAN:
            yield "SPAN", span_of(piece.text)
            yield "AGESPAN", span_of(piece.text)
        case Sort.NUMBER:
            yield "NUMBER", number_of(piece.text)
            if _YEAR.fullmatch(piece.text):
                yield "YEAR", int(piece.text)
