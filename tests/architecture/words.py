"""Reads locales/ and finds in the source which of its messages are asked for."""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from fluent.syntax import FluentParser, Visitor
from fluent.syntax import ast as ftl

from tests.architecture.source import name_of

KEY = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+")
"""A message id as it is written here; in the source, a string of this shape is one."""

NOT_KEYS = {"utf-8"}
SAYING = {"say", "say.label", "words.labels"}
"""The calls that take a key first and facts by name."""


@dataclass(frozen=True)
class Message:
    """One text: a message's own value, or one of its attributes as `id.attribute`."""

    key: str
    variables: frozenset[str]
    mentions: frozenset[str]
    """Other messages that it is made of."""


class _Inside(Visitor):
    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.mentions: set[str] = set()
        self.says_something = False

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802
        self.variables.add(node.id.name)
        self.says_something = True

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:  # noqa: N802
        self._mention(node.id.name, node.attribute)

    def visit_TermReference(self, node: ftl.TermReference) -> None:  # noqa: N802
        self._mention(f"-{node.id.name}", node.attribute)
        self.generic_visit(node)

    def visit_TextElement(self, node: ftl.TextElement) -> None:  # noqa: N802
        self.says_something |= bool(node.value.strip())

    def visit_StringLiteral(self, node: ftl.StringLiteral) -> None:  # noqa: N802
        self.says_something |= bool(node.value.strip())

    def _mention(self, key: str, attribute: ftl.Identifier | None) -> None:
        self.mentions.add(f"{key}.{attribute.name}" if attribute else key)
        self.says_something = True


class _Choices(Visitor):
    def __init__(self, variable: str) -> None:
        self._variable = variable
        self.named: list[set[str]] = []

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802
        selector = node.selector
        if isinstance(selector, ftl.VariableReference) and selector.id.name == self._variable:
            keys = (variant.key for variant in node.variants)
            self.named.append({key.name for key in keys if isinstance(key, ftl.Identifier)})
        self.generic_visit(node)


def read(text: str) -> tuple[list[Message], list[str]]:
    """The messages of a file and what is wrong with it."""
    messages: list[Message] = []
    wrong: list[str] = []
    for entry in FluentParser().parse(text).body:
        if isinstance(entry, ftl.Junk):
            wrong.append(f"cannot be read: {(entry.content or '').splitlines()[0]}")
        elif isinstance(entry, ftl.Message | ftl.Term):
            key = entry.id.name if isinstance(entry, ftl.Message) else f"-{entry.id.name}"
            patterns = {f"{key}.{part.id.name}": part.value for part in entry.attributes}
            if entry.value is not None:
                patterns[key] = entry.value
            for name, pattern in patterns.items():
                inside = _Inside()
                inside.visit(pattern)
                if not inside.says_something:
                    wrong.append(f"says nothing: {name}")
                messages.append(
                    Message(name, frozenset(inside.variables), frozenset(inside.mentions))
                )
    keys = [message.key for message in messages]
    wrong += [f"stands twice: {key}" for key in sorted({k for k in keys if keys.count(k) > 1})]
    return messages, wrong


def choices(text: str, variable: str) -> list[set[str]]:
    """For each place where a file chooses its words by this variable, the values that it names."""
    found = _Choices(variable)
    found.visit(FluentParser().parse(text))
    return found.named


@cache
def language(folder: Path) -> Mapping[str, Message]:
    """All messages of a language by key, each under its file: `owner/staff.ftl:owner-staff`."""
    found: dict[str, Message] = {}
    for path in sorted(folder.rglob("*.ftl")):
        messages, _ = read(path.read_text(encoding="utf-8"))
        file = path.relative_to(folder).as_posix()
        found |= {f"{file}:{message.key}": message for message in messages}
    return found


def asked_for(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Keys that the code names, as patterns: `error-gone`, or `error-.+` for an f-string."""
    texts = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    pieces = {piece for text in texts for piece in text.values}
    for text in texts:
        yield from ((text.lineno, pattern) for pattern in _completed(text))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (key := _said_by(node)):
            yield node.lineno, re.escape(key)
        elif isinstance(node, ast.Constant) and node not in pieces and _is_key(node.value):
            yield node.lineno, re.escape(str(node.value))


def facts_given(tree: ast.AST) -> Iterator[tuple[int, str, set[str]]]:
    """Keys and the facts told with them: `say(key, fact=...)`, or `(..., key, {"fact": ...})`.

    The dict may have got a name before.
    """
    named = sorted(_named(tree), key=lambda one: one[0])
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        by_name = [keyword.arg for keyword in call.keywords]
        if (key := _said_by(call)) and None not in by_name:
            yield call.lineno, key, {name for name in by_name if name}
        for template, facts in pairwise(call.args):
            if not isinstance(template, ast.Constant) or not _is_key(template.value):
                continue
            told = _value_of(facts, call.lineno, named) if isinstance(facts, ast.Name) else facts
            if isinstance(told, ast.Dict):
                names = [fact.value for fact in told.keys if isinstance(fact, ast.Constant)]
                if len(names) == len(told.keys):
                    yield call.lineno, str(template.value), set(map(str, names))


def _named(tree: ast.AST) -> Iterator[tuple[int, str, ast.expr]]:
    """Line, name and value of every assignment to a plain name; a parameter is its own value."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from ((node.lineno, t.id, node.value) for t in targets if isinstance(t, ast.Name))
        elif isinstance(node, ast.arg):
            yield node.lineno, node.arg, ast.Name(node.arg)


def _value_of(name: ast.Name, before: int, named: Iterable[tuple[int, str, ast.expr]]) -> ast.expr:
    values = [value for line, other, value in named if other == name.id and line <= before]
    return values[-1] if values else name


def needs(key: str, messages: Mapping[str, Message]) -> set[str]:
    """The facts that a message asks for, by itself or through those it mentions."""
    if key not in messages:
        return set()
    message = messages[key]
    return set(message.variables).union(*(needs(other, messages) for other in message.mentions))


def _said_by(call: ast.Call) -> str | None:
    if name_of(call.func) not in SAYING or not call.args:
        return None
    key = call.args[0]
    return key.value if isinstance(key, ast.Constant) and isinstance(key.value, str) else None


def _is_key(value: object) -> bool:
    return isinstance(value, str) and bool(KEY.fullmatch(value)) and value not in NOT_KEYS


def _completed(text: ast.JoinedStr) -> Iterator[str]:
    fixed = [str(part.value) for part in text.values if isinstance(part, ast.Constant)]
    shape = "".join(str(p.value) if isinstance(p, ast.Constant) else "x" for p in text.values)
    if any("-" in part for part in fixed) and KEY.fullmatch(shape):
        yield "".join(
            re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+"
            for part in text.values
        )


def mentioned(messages: Iterable[Message]) -> set[str]:
    return {key for message in messages for key in message.mentions}


def strings(tree: ast.AST) -> set[str]:
    """Every string constant; a message named in any way, even in a table, stands among them."""
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
