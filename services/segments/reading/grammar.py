"""The grammar of questions: `question.lark` and one file for each language, built at first use."""

import re
from collections.abc import Iterable, Iterator
from copy import copy
from functools import cache
from typing import Any

from lark import Lark, Token, Tree
from lark.lexer import Lexer
from lark.parsers.lalr_interactive_parser import InteractiveParser

from services.segments.reading.vocabulary import HERE

_COMMENT = re.compile(r"//.*")
_TERMINAL = re.compile(r"\b_?[A-Z]+\b")


class _Fed(Lexer):
    """A lexer without input: `cheapest_parse` feeds tokens to the parsers itself."""

    def __init__(self, _config: Any) -> None:
        pass

    def lex(self, _data: Any) -> Iterator[Token]:  # type: ignore[override]
        return iter(())


@cache
def grammar(language: str) -> Lark:
    rules = "".join(
        HERE.joinpath(f"{name}.lark").read_text(encoding="utf-8") for name in ("question", language)
    )
    terminals = sorted(set(_TERMINAL.findall(_COMMENT.sub("", rules))))
    return Lark(
        f"{rules}\n%declare {' '.join(terminals)}\n",
        parser="lalr",
        lexer=_Fed,
        propagate_positions=True,
        maybe_placeholders=False,
    )


def walker(language: str) -> InteractiveParser:
    """A parser at the beginning that only checks the order of tokens and builds no tree."""
    parser = grammar(language).parse_interactive()
    state = parser.parser_state
    state.parse_conf = copy(state.parse_conf)
    state.parse_conf.callbacks = {}
    return parser


def tree(language: str, tokens: Iterable[Token]) -> Tree[Any]:
    """The parse tree of tokens that a walker accepted."""
    parser = grammar(language).parse_interactive()
    for token in tokens:
        parser.feed_token(token)
    whole: Tree[Any] = parser.feed_eof()  # type: ignore[no-untyped-call]
    return whole
