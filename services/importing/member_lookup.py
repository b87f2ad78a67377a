"""Finds members by number in the till or phone, and creates those who are missing."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Account
from models.people import Member, Source
from services.context import Context
from services.importing.report import Bad, Count, Reason, Tally
from services.importing.rows import Setting, Who


@dataclass(frozen=True, slots=True)
class Known:
    member_id: int
    account_id: int


class Found:
    """Those of some people who are members already."""

    def __init__(self, by_external: Mapping[str, Known], by_phone: Mapping[str, Known]) -> None:
        self._by_external = dict(by_external)
        self._by_phone = dict(by_phone)

    def get(self, who: Who) -> Known | None:
        """The member, or None. Raises Bad if number and phone belong to different members."""
        external, phone = who
        one = self._by_external.get(external) if external is not None else None
        other = self._by_phone.get(phone) if phone is not None else None
        if one is not None and other is not None and one != other:
            raise Bad(Reason.TWO_MEMBERS)
        return one or other

    def add(self, who: Who, known: Known) -> None:
        external, phone = who
        if external is not None:
            self._by_external.setdefault(external, known)
        if phone is not None:
            self._by_phone.setdefault(phone, known)


async def find(session: AsyncSession, people: Collection[Who]) -> Found:
    query = select(Member.external_id, Member.phone, Member.id, Member.account_id)
    by_external: dict[str, Known] = {}
    by_phone: dict[str, Known] = {}
    externals = {external for external, _ in people} - {None}
    phones = {phone for _, phone in people} - {None}
    if externals:
        rows = await session.execute(query.where(Member.external_id.in_(externals)))
        by_external = {row.external_id or "": Known(row.id, row.account_id) for row in rows}
    if phones:
        rows = await session.execute(query.where(Member.phone.in_(phones)))
        by_phone = {row.phone or "": Known(row.id, row.account_id) for row in rows}
    return Found(by_external, by_phone)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A person who is not a member yet; `values` are columns of `members`."""

    who: Who
    joined_at: datetime
    values: Mapping[str, Any]


async def enrol(
    session: AsyncSession, ctx: Context, setting: Setting, people: Sequence[Newcomer], tally: Tally
) -> list[Known]:
    """Create members, in the same order: with an account, without a chat or a gift, and with
    consents only if the file states them.
    """
    if not people:
        return []
    accounts = insert(Account).returning(Account.id)
    opened = [{"balance": 0, "created_at": setting.now}] * len(people)
    account_ids = (await session.scalars(accounts, opened)).all()
    lowest = setting.terms.level_at(0).id
    rows = [
        {
            "account_id": account_id,
            "level_id": lowest,
            "name": one.values.get("name") or one.who[0] or one.who[1],
            "language": setting.language,
            "external_id": one.who[0],
            "phone": one.who[1],
            "card_token": ctx.secrets.token(),
            "source": Source.IMPORT,
            "joined_at": one.joined_at,
            **{name: one.values.get(name) for name in PROFILE},
        }
        for account_id, one in zip(account_ids, people, strict=True)
    ]
    # RETURNING gives rows in any order.
    made = insert(Member).returning(Member.card_token, Member.id, Member.account_id)
    known = {row[0]: Known(row[1], row[2]) for row in await session.execute(made, rows)}
    tally.counts[Count.MEMBERS] += len(rows)
    return [known[str(row["card_token"])] for row in rows]


PROFILE = (
    *("birth_day", "birth_month", "birth_year", "gender", "city", "city_key"),
    *("data_consent_at", "ads_consent_at"),
)


async def find_or_enrol(
    session: AsyncSession,
    ctx: Context,
    setting: Setting,
    people: Iterable[tuple[Who, datetime]],
    tally: Tally,
) -> Found:
    """Find or create members; each comes with the latest possible time of joining."""
    first: dict[Who, datetime] = {}
    for who, at in people:
        first[who] = min(at, first.get(who, at))
    found = await find(session, first)
    fresh: dict[Who, Newcomer] = {}
    named: set[str | None] = set()
    for who, at in first.items():
        names = set(who) - {None}
        if is_clear(found, who) and found.get(who) is None and not names & named:
            fresh[who] = Newcomer(who, at, {})
            named |= names
    known = await enrol(session, ctx, setting, list(fresh.values()), tally)
    for who, one in zip(fresh, known, strict=True):
        found.add(who, one)
    return found


def is_clear(found: Found, who: Who) -> bool:
    """Whether number and phone do not belong to different members."""
    try:
        found.get(who)
    except Bad:
        return False
    return True
