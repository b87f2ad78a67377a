"""A till: who serves there, under which terms and limits, and what a receipt has to know.

A queue waits for every statement of a receipt (decision 0010). So what it has to know comes in
two: the till with the card, locked, and everything about both that only holds still under that
lock.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    String,
    bindparam,
    literal_column,
    select,
)
from sqlalchemy.ext.asyncio import AsyncSession

from models.base import BIG, UtcDateTime
from models.ledger import Account, Lot, Operation
from models.offers import MemberOffer
from models.people import Identity, Member, Role, Staff
from models.programme import ONLY, Programme
from models.rewards import Voucher
from models.stamps import MemberStampCard, StampCard
from models.till import Purchase, Redemption
from services import dates, programme
from services.fraud import fraud_limits
from services.fraud.fraud_limits import Watch
from services.levels import levels
from services.members.errors import MemberNotFound
from services.offers import offers
from services.programme import Terms
from services.programme.model import LevelBy
from services.staff import identities
from services.staff.errors import OwnCard
from services.stamps import stamps
from services.storage.write_batch import dialect_of_batch, keep_ids, next_ids


@dataclass(frozen=True, slots=True)
class Till:
    """Somebody of the staff at work, with the terms and the limits of now."""

    staff: Staff
    terms: Terms
    watch: Watch


@dataclass(frozen=True, slots=True)
class Seen:
    """What a receipt has to know besides the card, as it stands before the receipt."""

    version: int  # of the terms in force
    recorded: bool  # a purchase has its key
    asked: bool  # a redemption has it
    copies: bool  # the member has offers of their own
    reached: int  # what counts for the member's level
    identity_id: int | None  # whom to tell; None: no chat reaches the member
    family: bool  # the cashier and the member share an account
    # The newest receipt but so many as the limit leaves room for: today's on this card, and any of
    # this cashier's. So nobody counts further back than the limit.
    card_at: datetime | None
    cashier_at: datetime | None
    stamp_cards: tuple[stamps.Held, ...]


async def serving(
    session: AsyncSession, identity_id: int, member_id: int
) -> tuple[Till, tuple[Member, Account]]:
    """The till that a person serves at, and the card as `serve` gives it; a step.

    Raises NotStaff, MemberNotFound, OwnCard.
    """
    values = {"identity_id": identity_id, "member_id": member_id}
    row = (await session.execute(_AT_TILL, values)).one_or_none()
    if row is None:
        await identities.require(session, identity_id, Role.CASHIER)
        raise MemberNotFound
    staff = identities.allowed(row.Staff, Role.CASHIER)
    return await _till(session, staff, row), _allowed(row)


async def serve(session: AsyncSession, staff: Staff, member_id: int) -> tuple[Member, Account]:
    """The member and their account, locked, if this cashier may serve them.

    Raises MemberNotFound, OwnCard.
    """
    values = {"identity_id": staff.identity_id, "member_id": member_id}
    return _allowed((await session.execute(_CARD, values)).one_or_none())


def _allowed(row: Any) -> tuple[Member, Account]:
    if row is None or row.Member.deleted_at is not None:
        raise MemberNotFound
    if row.own:
        raise OwnCard
    return row.Member, row.Account


async def of(session: AsyncSession, staff: Staff) -> Till:
    """The till of somebody who is known already; a step."""
    return await _till(session, staff, (await session.execute(_IN_FORCE)).one())


async def _till(session: AsyncSession, staff: Staff, row: Any) -> Till:
    terms = await programme.of_version(session, row.version)
    return Till(staff, terms, fraud_limits.watch_of(row.trust))


async def look(
    session: AsyncSession,
    till: Till,
    member: Member,
    key: str,
    at: datetime,
) -> tuple[Till, Seen]:
    """What a receipt under this key has to know, and the till under the terms of now; a step
    under the lock of the member's account.
    """
    while True:
        seen, ids = await _look(session, till, member, key, at)
        if seen.version == till.terms.version:
            if ids:
                keep_ids(session, _WITH_IDS, ids)
            return till, seen
        # Published while this receipt waited for its turn at the card.
        till = replace(till, terms=await programme.of_version(session, seen.version))


async def _look(
    session: AsyncSession, till: Till, member: Member, key: str, at: datetime
) -> tuple[Seen, Sequence[int]]:
    terms, limits = till.terms, till.watch.limits
    values = {
        "key": key,
        "member_id": member.id,
        "account_id": member.account_id,
        "staff_id": till.staff.id,
        "identity_id": till.staff.identity_id,
        "now": at,
        "midnight": dates.start_of_day(at.astimezone(terms.timezone).date(), terms.timezone),
        "since": levels.counts_since(terms, at),
    }
    asking = _asking(
        terms.leveling.by, limits.card_a_day, limits.cashier_an_hour, dialect_of_batch(session)
    )
    found = (await session.execute(asking, values)).all()
    answers, ids = found[0][:_ANSWERS], found[0][_ANSWERS + 2 :]
    rows = (row[_ANSWERS : _ANSWERS + 2] for row in found)
    cards = tuple((card, own) for card, own in rows if card is not None)
    return Seen(*(*answers, cards)), ids


_ANSWERS = len(fields(Seen)) - 1
"""The columns of what a Seen knows; the stamp cards behind them are rows."""

_WITH_IDS = (Purchase, Operation, Lot, Lot, MemberStampCard, Voucher)
"""Ids for what is named before all of a receipt is written: itself, the award, its points and those
of rules and offers, the first stamp on a card, and what a full card brings.
"""

_CARD = (
    select(
        Account,
        Member,
        select(Identity.id)
        .where(Identity.id == bindparam("identity_id", type_=BIG), Identity.member_id == Member.id)
        .exists()
        .label("own"),
    )
    .join(Member, Member.account_id == Account.id)
    .where(Member.id == bindparam("member_id", type_=BIG))
    # Both, and the account first, as everywhere: of a row that is only joined PostgreSQL would
    # give what was there before the wait for the lock, and totals would be lost.
    .with_for_update(of=(Account, Member), key_share=True)
    .execution_options(populate_existing=True)
)
_AT_TILL = (
    _CARD.add_columns(Staff, Programme.version, Programme.trust)
    .join(
        Staff,
        (Staff.identity_id == bindparam("identity_id", type_=BIG)) & Staff.revoked_at.is_(None),
    )
    .join(Programme, Programme.id == ONLY)
)
_IN_FORCE = select(Programme.version, Programme.trust).where(Programme.id == ONLY)


@lru_cache(64)
def _asking(
    by: LevelBy, card_a_day: int | None, cashier_an_hour: int | None, batch: str | None
) -> Select[Any]:
    """A row for each stamp card, and one if there are none: what a Seen knows in its order, each
    column a question of its own that an index answers, the card with what the member has, and
    ids that are set aside.
    """
    member_id, staff_id = bindparam("member_id", type_=BIG), bindparam("staff_id", type_=BIG)
    now = bindparam("now", type_=UtcDateTime())
    key = bindparam("key", type_=String())
    own = select(Member.id).join(Identity, Identity.member_id == Member.id)
    chats = select(Identity.id).where(
        Identity.member_id == member_id, Identity.unreachable_since.is_(None)
    )
    questions = select(
        Programme.version,
        select(Purchase.id).where(Purchase.key == key).exists().label("recorded"),
        select(Redemption.id).where(Redemption.key == key).exists().label("asked"),
        select(MemberOffer.id).where(*offers.unused(member_id, now)).exists().label("copies"),
        select(levels.figure(by))
        .where(
            Purchase.member_id == member_id,
            *levels.counted_after(bindparam("since", type_=UtcDateTime())),
        )
        .label("reached"),
        chats.limit(1).label("identity_id"),
        own.where(
            Identity.id == bindparam("identity_id", type_=BIG),
            Member.account_id == bindparam("account_id", type_=BIG),
        )
        .exists()
        .label("family"),
        select(Purchase.at)
        .where(
            Purchase.member_id == member_id,
            Purchase.at >= bindparam("midnight", type_=UtcDateTime()),
            Purchase.undone_at.is_(None),
        )
        .order_by(Purchase.at.desc())
        .offset(_skipped(card_a_day))
        .limit(1)
        .label("card_at"),
        select(Purchase.at)
        .where(Purchase.staff_id == staff_id, Purchase.undone_at.is_(None))
        .order_by(Purchase.id.desc())
        .offset(_skipped(cashier_an_hour))
        .limit(1)
        .label("cashier_at"),
        StampCard,
        MemberStampCard,
        *(next_ids(batch, _WITH_IDS) if batch is not None else ()),
    )
    return (
        questions.select_from(Programme)
        .outerjoin(StampCard, stamps.ONGOING)
        .outerjoin(MemberStampCard, stamps.OF_MEMBER)
        .where(Programme.id == ONLY)
        .order_by(StampCard.id)
    )


def _skipped(limit: int | None) -> ColumnElement[int]:
    """As many receipts as still leave room, in the text: of an offset that it does not know
    PostgreSQL expects the worst, and plans anew for every receipt.
    """
    return literal_column(str((limit or 1) - 1), Integer())
