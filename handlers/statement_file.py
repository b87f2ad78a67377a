"""A member's account as a file: for the member, for the owner and for their accountant."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal

from babel.numbers import format_decimal

from handlers.csv_files import harmless, sheet
from handlers.earning_words import told
from messengers.words import Say
from services.enums import OperationKind
from services.money import Money, minor_per_unit
from services.points.statement import Line, Statement
from services.programme import Terms

COLUMNS = (
    *("number", "at", "kind", "subject", "points", "balance", "lot", "starts", "expires"),
    *("receipt", "amount", "paid", "corrects", "staff", "how"),
)


def kind(say: Say, of: OperationKind, subject: str | None) -> str:
    """Why points moved, as plain text: a hold with a title was for a reward."""
    if of is OperationKind.HOLD and subject is not None:
        return say.label("kind-reward")
    return say.label(f"kind-{of}")


def table(say: Say, terms: Terms, drawn: Statement) -> bytes:
    """One row for each lot that an operation moved. Time is the shop's, whoever reads it."""
    head = [
        say.label("statement-column", column=column, currency=terms.currency) for column in COLUMNS
    ]
    return sheet(say, head, (row for line in drawn.lines for row in _rows(say, terms, line)))


def file_name(say: Say, terms: Terms, now: datetime) -> str:
    return f"{say.label('statement-name')}-{now.astimezone(terms.timezone):%Y-%m-%d}.csv"


def _rows(say: Say, terms: Terms, line: Line) -> Iterator[list[object]]:
    def at(moment: datetime | None) -> str:
        return "" if moment is None else f"{moment.astimezone(terms.timezone):%Y-%m-%d %H:%M:%S}"

    receipt = line.receipt
    how = [] if line.earning is None else told(say, line.earning, plain=True)
    for posting in line.postings:
        yield [
            line.operation_id,
            at(line.at),
            kind(say, line.kind, line.subject),
            harmless(line.subject or ""),
            posting.points,
            posting.balance,
            posting.lot_id,
            at(posting.starts_at),
            at(posting.expires_at),
            "" if receipt is None else receipt.number,
            "" if receipt is None else _sum(say, receipt.amount),
            "" if receipt is None else _sum(say, receipt.paid),
            line.corrects or "",
            harmless(line.staff_name or ""),
            harmless("; ".join(how)),
        ]


def _sum(say: Say, money: Money) -> str:
    """`1200.50`, or `1200,50`: a number that a spreadsheet can add up."""
    unit = minor_per_unit(money.currency)
    shape = "0.00" if unit > 1 else "0"
    return format_decimal(Decimal(money.minor) / unit, format=shape, locale=say.language)
