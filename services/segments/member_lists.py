"""Lists of members, pasted or in a table: phones, numbers in the till, messenger or member ids."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.people import Identity, Member, Role
from services import programme
from services.context import Context
from services.parsing.contact_lists import PHONE_DIGITS, Piece, Reading, pieces
from services.parsing.phones import region_of
from services.segments.errors import ListTooLong
from services.segments.questions.tree import Condition
from services.staff import access

LIST_LENGTH = 5_000
"""Most members in one list: more than a shop picks by hand, fewer than a statement can bind."""


@dataclass(frozen=True, slots=True)
class ListMatch:
    """The members of a pasted list. `unknown`: numbers that belong to no member."""

    audience: Condition
    matched: int
    unknown: tuple[str, ...]


async def match_list(ctx: Context, actor_id: int, text: str) -> ListMatch:
    """Find the members behind pasted numbers, in any format.

    A number is tried as a phone, then as a number in the till, a messenger id, a member id. Other
    words are ignored. Raises NotStaff, ListTooLong.
    """
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        terms = await programme.terms(session)
        wanted = list(pieces(text, region_of(terms.timezone)))
        if sum(len(piece.parts) or 1 for piece in wanted) > LIST_LENGTH:
            raise ListTooLong(LIST_LENGTH)
        known = await _known(session, wanted)
    found: dict[int, None] = {}
    unknown: dict[str, None] = {}
    for piece in wanted:
        whole = known.member(piece.whole)
        if whole is not None:
            found[whole] = None
            continue
        for part in piece.parts or (piece.whole,):
            member_id = known.member(part)
            if member_id is None:
                unknown[part.text] = None
            else:
                found[member_id] = None
    audience = Condition("member", values=tuple(found))
    return ListMatch(audience, matched=len(found), unknown=tuple(unknown))


async def match_table(ctx: Context, actor_id: int, rows: Iterable[Sequence[str]]) -> ListMatch:
    """The same for one column of a table: the one with most phones, else most whole numbers.

    Sums and dates in other columns could be mistaken for ids. Raises NotStaff, ListTooLong.
    """
    table = list(islice(rows, LIST_LENGTH + 2))
    width = max(map(len, table), default=0)
    columns = [[row[place] for row in table if place < len(row)] for place in range(width)]
    best = max(columns, key=_likeness, default=[])
    return await match_list(ctx, actor_id, "\n".join(best))


def _likeness(cells: Sequence[str]) -> tuple[int, int]:
    """The number of cells that are as long as a phone, and of those that are numbers at all."""
    numbers = [one for cell in cells if (one := _digits(cell)) is not None]
    return sum(len(one) >= PHONE_DIGITS for one in numbers), len(numbers)


def _digits(cell: str) -> str | None:
    """The digits of a cell; None if it is a sum, a date or no number."""
    plain = cell.strip().lstrip("+#№").translate(_BETWEEN)
    return plain if plain.isdecimal() and "." not in cell and ":" not in cell else None


_BETWEEN = str.maketrans("", "", " \u00a0()‐‑–-")


@dataclass(frozen=True, slots=True)
class _Known:
    phones: Mapping[str, int]
    tills: Mapping[str, int]
    messenger_ids: Mapping[int, int]
    member_ids: frozenset[int]

    def member(self, reading: Reading) -> int | None:
        for phone in reading.phones:
            if phone in self.phones:
                return self.phones[phone]
        if reading.text in self.tills:
            return self.tills[reading.text]
        for number in reading.ids:
            if number in self.messenger_ids:
                return self.messenger_ids[number]
            if number in self.member_ids:
                return number
        return None


async def _known(session: AsyncSession, wanted: Sequence[Piece]) -> _Known:
    readings = [reading for piece in wanted for reading in (piece.whole, *piece.parts)]
    phones = {phone for reading in readings for phone in reading.phones}
    ids = {number for reading in readings for number in reading.ids}
    present = Member.deleted_at.is_(None)
    by_phone = select(Member.phone, Member.id).where(Member.phone.in_(phones), present)
    by_chat = (
        select(Identity.external_id, Identity.member_id)
        .join(Member, Member.id == Identity.member_id)
        .where(Identity.external_id.in_(ids), present)
    )
    texts = {reading.text for reading in readings}
    by_till = select(Member.external_id, Member.id).where(Member.external_id.in_(texts), present)
    by_id = select(Member.id).where(Member.id.in_(ids), present)
    return _Known(
        phones={phone: key for phone, key in (await session.execute(by_phone)).all() if phone},
        tills={number: key for number, key in (await session.execute(by_till)).all() if number},
        messenger_ids={
            number: key for number, key in (await session.execute(by_chat)).all() if key
        },
        member_ids=frozenset(await session.scalars(by_id)),
    )
