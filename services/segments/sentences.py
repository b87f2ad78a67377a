"""Reads an owner's sentence as a question and reports the words that are unclear."""

import asyncio
from datetime import date

from models.people import Role
from services import programme
from services.context import Context
from services.parsing.errors import BadText
from services.segments import shop_names
from services.segments.reading.result import Understood, Unknown
from services.segments.shop_names import Names
from services.staff import access

__all__ = ["LONGEST", "Understood", "Unknown", "understand"]

LONGEST = 1_000
"""Most characters in a sentence."""


async def understand(ctx: Context, actor_id: int, text: str, language: str) -> Understood:
    """Read a sentence in a language, or in the other one.

    Typed text only ever becomes values of the tree. Raises NotStaff, BadText.
    """
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        if not text.strip() or len(text) > LONGEST:
            raise BadText(LONGEST)
        known = await shop_names.load(session)
        terms = await programme.terms(session)
    today = ctx.clock.now().astimezone(terms.timezone).date()
    return await asyncio.to_thread(_read, text, language, known, terms.currency, today)


def _read(text: str, language: str, known: Names, currency: str, today: date) -> Understood:
    """Runs in a thread, because the first call loads the dictionary and the grammar."""
    from services.segments.reading import reader, suggestions  # noqa: PLC0415
    from services.segments.reading.shop_vocabulary import Known  # noqa: PLC0415

    names = Known(known, currency)
    return suggestions.with_proposals(
        text, reader.understand(text, language, names, today), names, today
    )
