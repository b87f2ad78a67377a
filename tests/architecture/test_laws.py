"""The laws of the house, each with a sample that shows that it bites."""

import ast
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import pytest

from tests.architecture import laws
from tests.architecture.source import DOORS, PRODUCT, Finding, sources


@dataclass(frozen=True)
class Law:
    check: Callable[[ast.AST], Iterator[Finding]]
    rooms: tuple[str, ...]
    broken: tuple[str, ...]
    kept: tuple[str, ...]
    exempt: Mapping[str, str] = field(default_factory=dict)
    """Where the law does not hold (the start of a path), and why."""


LAWS = (
    Law(
        laws.commits,
        PRODUCT,
        broken=("await session.commit()", "self.session.commit()"),
        kept=("commit = 1", "session.flush()"),
        exempt={"app/database.py": "the one place that ends a transaction"},
    ),
    Law(
        laws.unchecked_roles,
        ("services",),
        broken=(
            "async def pause(ctx, actor_id):\n    async with ctx.db.write() as session: ...",
            "async def show(ctx, *, actor_id):\n    return await ctx.db.lookup(query, {})",
            "await identities.require(session, actor_id, Role.OWNER)",
            "staff = identities.allowed(row.Staff, Role.CASHIER)",
        ),
        kept=(
            "async def stop(ctx, actor_id):\n    async with access.write(ctx, actor_id, role): ...",
            "async def tick(ctx):\n    async with ctx.db.write() as session: ...",
            "allowed.check(value)",
        ),
        exempt={
            "services/staff/": "where the role is checked",
            "services/checkout/tills.py": "one statement finds the cashier and locks the card",
            "services/checkout/purchases.py": "opens a batch, whose first statement that is",
            "services/importing/run.py": "the command line brings files in too, without an actor",
        },
    ),
    Law(
        laws.ledger_writes,
        PRODUCT,
        broken=(
            "Entry(points=1)",
            "ledger.Lot()",
            "Operation(key='k')",
            "insert(Entry).values(points=1)",
            "update(models.ledger.Lot)",
            "delete(Operation)",
            "account.balance += 5",
            "lot.remaining = 0",
        ),
        kept=("select(Entry)", "balance = 5", "x = account.balance", "insert(Purchase)"),
        exempt={"services/ledger/": "the ledger's one writer"},
    ),
    Law(
        laws.ledger_rewrites,
        PRODUCT,
        broken=("update(Entry).values(points=0)", "delete(ledger.Operation)"),
        kept=("select(Operation)", "update(Lot)"),
    ),
    Law(
        laws.floats,
        ("services", "models"),
        broken=("x = 1.5", "x = float('1')", "x = a / b", "x /= 2", "def f(x: float): ...", "1e3"),
        kept=("x = a // b", "x = 15", "x = Decimal('1.5')", "'a / b'"),
    ),
    Law(
        laws.clocks,
        PRODUCT,
        broken=("datetime.now(UTC)", "datetime.datetime.utcnow()", "date.today()", "time.time()"),
        kept=("clock.now()", "ctx.clock.now()", "timer = time.monotonic", "session.time()"),
        exempt={"app/clock.py": "where time comes from"},
    ),
    Law(
        laws.chance,
        tuple(room for room in PRODUCT if room != "app"),
        broken=("import random", "from secrets import token_urlsafe", "import os, uuid"),
        kept=("from services.secrets import x", "from . import random"),
    ),
    Law(
        laws.sleeps,
        ("tests",),
        broken=("await asyncio.sleep(0.1)", "time.sleep(1)", "sleep(delay)"),
        kept=("await asyncio.sleep(0)", "clock.advance(hour)"),
    ),
    Law(
        laws.russian,
        PRODUCT,
        broken=("say('Здравствуйте')", "f'Ваш баланс: {points}'", "x = '''Ёлка'''"),
        kept=("say('welcome')", "x = 1  # слово", "'''`22 ноября`'''"),
        exempt={
            "app/demo": "the demonstration shop has a name, people and wares",
            "app/seed/russian.py": "these are they",
            "app/seed/english.py": "and two of them speak Russian",
            "services/segments/reading": "reads what people type about guests",
            "services/parsing/numbers.py": "reads amounts as people type them",
            "services/parsing/periods.py": "and multipliers",
            "services/checkout/typed_lines.py": "and lines of a receipt",
        },
    ),
    Law(
        laws.spoken_literals,
        (*DOORS, "messengers"),
        broken=(
            "await message.answer('Hello')",
            "await message.answer(f'Hello, {name}')",
            "bot.send_message(chat_id=1, text='Hi')",
            "InlineKeyboardButton(text='OK')",
            "await message().edit_text('Done')",
        ),
        kept=(
            "await message.answer(i18n.get('hello'))",
            "await query.answer()",
            "InlineKeyboardButton(text=f'{number} ₽')",
            "queue.put('Hello')",
        ),
    ),
)

law = pytest.mark.parametrize("law", LAWS, ids=lambda law: law.check.__name__)


@law
def test_the_house_keeps(law: Law) -> None:
    found = [
        f"{source.path}:{line}: {what}"
        for source in sources(*law.rooms)
        if not source.path.startswith(tuple(law.exempt))
        for line, what in law.check(source.tree)
    ]
    assert found == [], law.check.__doc__


@law
def test_a_breach_is_seen(law: Law) -> None:
    assert [text for text in law.broken if not list(law.check(ast.parse(text)))] == []


@law
def test_honest_code_passes(law: Law) -> None:
    assert [text for text in law.kept if list(law.check(ast.parse(text)))] == []


def test_a_transaction_ends_in_exactly_one_place() -> None:
    places = [
        f"{source.path}:{line}"
        for source in sources(*PRODUCT)
        for line, _ in laws.commits(source.tree)
    ]
    assert len(places) == 1
