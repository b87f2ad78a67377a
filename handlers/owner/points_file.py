"""All movements of points as a table for a bookkeeper."""

import csv
import io
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from babel.numbers import format_decimal

from handlers.owner.journal_lines import UTF8_MARK, harmless
from messengers.words import Say
from services.kinds import OperationKind
from services.money import minor_per_unit
from services.programme import Terms
from services.statement import Movement

COLUMNS = (
    *("number", "time", "account", "member", "act", "points", "balance"),
    *("receipt", "price", "returned", "who"),
)


def table(say: Say, terms: Terms, movements: Iterable[Movement]) -> bytes:
    """CSV as the journal's: the shop's time, numbers that a spreadsheet can add up."""
    text = io.StringIO(newline="")
    rows = csv.writer(text, delimiter=say.label("journal-file-separator"))
    rows.writerow(
        say.label("points-column", column=column, currency=terms.currency) for column in COLUMNS
    )
    for move in movements:
        rows.writerow(
            [
                move.id,
                datetime.strftime(move.at.astimezone(terms.timezone), "%Y-%m-%d %H:%M:%S"),
                move.account_id,
                harmless(", ".join(move.members) or say.label("owner-nobody")),
                harmless(_what(say, move)),
                move.points,
                move.balance,
                move.purchase_id or "",
                _sum(say, terms, move.price),
                _sum(say, terms, move.went_back),
                harmless(move.staff_name or ""),
            ]
        )
    return (UTF8_MARK + text.getvalue()).encode()


def _what(say: Say, move: Movement) -> str:
    reward = move.kind is OperationKind.HOLD and move.title is not None
    kind = say.label("kind-reward" if reward else f"kind-{move.kind}")
    return kind if move.title is None else f"{kind}: {move.title}"


def _sum(say: Say, terms: Terms, minor: int | None) -> str:
    """`1200,50`: without a sign and without spaces, so that it is a number."""
    if minor is None:
        return ""
    digits = len(str(minor_per_unit(terms.currency))) - 1
    pattern = f"0.{'0' * digits}".rstrip(".")
    return format_decimal(Decimal(minor).scaleb(-digits), pattern, locale=say.language)
