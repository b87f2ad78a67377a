"""What source must not contain: each law yields the lines that break it."""

import ast
import re
from collections.abc import Iterator

from tests.architecture.source import Finding, name_of

LEDGER_ROWS = {"Operation", "Lot", "Entry"}
KEPT_SUMS = {"balance", "remaining"}

ACTOR = "actor_id"
CHECKS = {"allowed", "identities.allowed"}
OPENING = re.compile(r"(^|\.)db\.(read|lookup|write|write_batch)$")

CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)

CLOCKS = re.compile(
    r"(^|\.)(datetime\.(now|utcnow|today)|date\.today"
    r"|time\.(time|time_ns|monotonic|monotonic_ns|perf_counter|perf_counter_ns))$"
)
CHANCE = {"random", "secrets", "uuid"}

SPEAKING = re.compile(r"\.(answer|reply|edit|send)(_\w+)?$")
SPOKEN = {"text", "caption", "input_field_placeholder"}


def commits(tree: ast.AST) -> Iterator[Finding]:
    """A transaction ends in one place only."""
    for call in _calls(tree):
        if name_of(call.func).endswith(".commit"):
            yield call.lineno, ast.unparse(call)


def unchecked_roles(tree: ast.AST) -> Iterator[Finding]:
    """Staff act through services.staff.access: it opens the transaction and checks their role."""
    for call in _calls(tree):
        if _last(call.func) == "require" or name_of(call.func) in CHECKS:
            yield call.lineno, ast.unparse(call)
    for node in ast.walk(tree):
        if isinstance(node, ast.AsyncFunctionDef) and ACTOR in _parameters(node):
            for call in _calls(node):
                if OPENING.search(name_of(call.func)):
                    yield call.lineno, ast.unparse(call)


def _parameters(function: ast.AsyncFunctionDef) -> set[str]:
    given = function.args
    return {one.arg for one in (*given.posonlyargs, *given.args, *given.kwonlyargs)}


def ledger_writes(tree: ast.AST) -> Iterator[Finding]:
    """Rows of the ledger are made, and its kept sums changed, by its one writer."""
    for call in _calls(tree):
        writes = _last(call.func) in {"insert", "update", "delete"}
        if _last(call.func) in LEDGER_ROWS or (writes and _first(call) in LEDGER_ROWS):
            yield call.lineno, ast.unparse(call)
    for node in ast.walk(tree):
        targets = node.targets if isinstance(node, ast.Assign) else []
        if isinstance(node, ast.AugAssign):
            targets = [node.target]
        for target in targets:
            if isinstance(target, ast.Attribute) and target.attr in KEPT_SUMS:
                yield target.lineno, ast.unparse(target)


def ledger_rewrites(tree: ast.AST) -> Iterator[Finding]:
    """What was entered stays: operations and entries are never changed or deleted."""
    for call in _calls(tree):
        changes = _last(call.func) in {"update", "delete"}
        if changes and _first(call) in {"Operation", "Entry"}:
            yield call.lineno, ast.unparse(call)


def floats(tree: ast.AST) -> Iterator[Finding]:
    """Points and money are integers."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, float):
            yield node.lineno, ast.unparse(node)
        elif isinstance(node, ast.Name) and node.id in {"float", "Float"}:
            yield node.lineno, node.id
        elif isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Div):
            yield node.lineno, ast.unparse(node)


def clocks(tree: ast.AST) -> Iterator[Finding]:
    """Time is handed in."""
    for call in _calls(tree):
        if CLOCKS.search(name_of(call.func)):
            yield call.lineno, ast.unparse(call)


def chance(tree: ast.AST) -> Iterator[Finding]:
    """Randomness is handed in."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            modules = {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            modules = {node.module or ""}
        else:
            continue
        if modules & CHANCE:
            yield node.lineno, ast.unparse(node)


def sleeps(tree: ast.AST) -> Iterator[Finding]:
    """A test that waits by the clock is slow, flaky, or both; `sleep(0)` only lets others run."""
    for call in _calls(tree):
        if _last(call.func) == "sleep" and [ast.unparse(arg) for arg in call.args] != ["0"]:
            yield call.lineno, ast.unparse(call)


def russian(tree: ast.AST) -> Iterator[Finding]:
    """Every word a person reads is in locales/; a docstring may quote one."""
    docstrings = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or node in docstrings:
            continue
        if CYRILLIC.search(str(node.value)):
            yield node.lineno, str(node.value)


def spoken_literals(tree: ast.AST) -> Iterator[Finding]:
    """What is said to a person comes from locales/, in any language."""
    for call in _calls(tree):
        said = [word.value for word in call.keywords if word.arg in SPOKEN]
        if SPEAKING.search(name_of(call.func)):
            said += call.args[:1]
        for value in said:
            pieces = value.values if isinstance(value, ast.JoinedStr) else [value]
            if any(_has_letters(piece) for piece in pieces):
                yield value.lineno, ast.unparse(value)


def _has_letters(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and any(letter.isalpha() for letter in node.value)
    )


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _last(node: ast.expr) -> str:
    return name_of(node).rpartition(".")[2]


def _first(call: ast.Call) -> str:
    return _last(call.args[0]) if call.args else ""
