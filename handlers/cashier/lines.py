"""The lines of a receipt that a cashier typed: kept for the taps to come, and shown."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from handlers.cashier.buttons import Sale
from messengers.words import Say
from services.pricing.model import Line
from services.programme import Terms

SHOWN = 20
"""Lines on a screen: a message has an end."""


def kept(sale: Sale, lines: Sequence[Line]) -> dict[str, Any] | None:
    """Lines as the conversation keeps them, under the message that held them."""
    if not lines:
        return None
    return {"typed": sale.typed, "lines": [asdict(line) for line in lines]}


def shown_lines(say: Say, terms: Terms, lines: Sequence[Line]) -> list[str]:
    """The receipt as it was read, so that a cashier sees a wrong word before the guest does."""
    shown = [
        say(
            "quote-line",
            named=bool(line.title),
            title=line.title,
            pieces=line.quantity,
            amount=terms.money(line.amount),
            known=line.category_id is not None or line.product_id is not None or not line.title,
        )
        for line in lines[:SHOWN]
    ]
    rest = len(lines) - len(shown)
    return [*shown, say("quote-lines-more", count=rest)] if rest else shown
