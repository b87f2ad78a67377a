"""A till: the cashier, the terms and limits, and the situation before a receipt.

A queue of guests waits for every statement of a receipt (decision 0010), so there are two reads:
first the till and the card, which is locked; then everything that must not change under that lock.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Row,
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
    """One of the staff at work, with the terms and limits of now."""

    staff: Staff
    terms: Terms
    watch: Watch


@dataclass(frozen=True, slots=True)
class Serving:
    """A till and the member it serves, whose row and account are locked."""

    till: Till
    member: Member
    account: Account


@dataclass(frozen=True, slots=True)
class Situation:
    """All that a receipt depends on besides its lines, as it is before the receipt."""

    serving: Serving
    recorded: bool  # a purchase with the receipt's key exists
    redemption_asked: bool  # a redemption with it exists
    own_offers: bool  # the member has copies of offers
    level_figure: int  # what counts for the member's level
    identity_id: int | None  # the identity to tell; None: no chat reaches the member
    family: bool  # the cashier and the member share an account
    # The newest receipt but as many as the limit leaves room for: today's on this card, and any of
    # this cashier's. So nobody counts further back than the limit.
    card_at: datetime | None
    cashier_at: datetime | None
    stamp_cards: tuple[stamps.Held, ...]


async def serve(session: AsyncSession, actor_id: int, member_id: int) -> Serving:
    """Lock a member's card for a cashier, by one statement. The terms may be older than the lock;
    `situation` gives those of now.

    Raises NotStaff, MemberNotFound, OwnCard.
    """
    values = {"identity_id": actor_id, "member_id": member_id}
    row = (await session.execute(_AT_TILL, values)).one_or_none()
    if row is None:
        await identities.require(session, actor_id, Role.CASHIER)
        raise MemberNotFound
    staff = identities.allowed(row.Staff, Role.CASHIER)
    till = await _till(session, staff, row)
    _check(row)
    return Serving(till, row.Member, row.Account)


async def serve_as(session: AsyncSession, staff: Staff, member_id: int) -> Serving:
    """`serve` for a cashier who is known already, under the terms of now.

    Raises MemberNotFound, OwnCard.
    """
    values = {"identity_id": staff.identity_id, "member_id": member_id}
    row = (await session.execute(_CARD, values)).one_or_none()
    if row is None:
        raise MemberNotFound
    _check(row)
    return Serving(await of(session, staff), row.Member, row.Account)


def _check(card: Any) -> None:
    if card.Member.deleted_at is not None:
        raise MemberNotFound
    if card.own:
        raise OwnCard


async def of(session: AsyncSession, staff: Staff) -> Till:
    """The till of a member of staff who is known already."""
    return await _till(session, staff, (await session.execute(_IN_FORCE)).one())


async def _till(session: AsyncSession, staff: Staff, row: Any) -> Till:
    terms = await programme.of_version(session, row.version)
    return Till(staff, terms, fraud_limits.watch_of(row.trust))


async def situation(session: AsyncSession, serving: Serving, key: str, at: datetime) -> Situation:
    """The situation before a receipt with this key, under the lock of the member's account and
    under the terms of now.
    """
    while True:
        rows = await _look(session, serving, key, at)
        row = rows[0]
        if row.version == serving.till.terms.version:
            break
        # These terms were published while this receipt waited for the lock.
        terms = await programme.of_version(session, row.version)
        serving = replace(serving, till=replace(serving.till, terms=terms))
    if dialect_of_batch(session) is not None:
        keep_ids(session, EXPECTED_ROWS, row[-len(EXPECTED_ROWS) :])
    return Situation(
        serving=serving,
        recorded=row.recorded,
        redemption_asked=row.redemption_asked,
        own_offers=row.own_offers,
        level_figure=row.level_figure,
        identity_id=row.notified_id,
        family=row.family,
        card_at=row.card_at,
        cashier_at=row.cashier_at,
        stamp_cards=tuple(
            (row.StampCard, row.MemberStampCard) for row in rows if row.StampCard is not None
        ),
    )


async def _look(
    session: AsyncSession, serving: Serving, key: str, at: datetime
) -> Sequence[Row[Any]]:
    till, member = serving.till, serving.member
    terms, limits = till.terms, till.watch.limits
    asking = _asking(
        terms.leveling.by, limits.card_a_day, limits.cashier_an_hour, dialect_of_batch(session)
    )
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
    rows: Sequence[Row[Any]] = (await session.execute(asking, values)).all()
    return rows


EXPECTED_ROWS = (Purchase, Operation, Lot, Lot, MemberStampCard, Voucher)
"""Rows of a usual receipt that other rows name by their ids: itself, the award, its points and
those of rules and offers, the first stamp on a card, and the voucher that a full card brings.
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
    """The query of a situation: a row for each stamp card with what the member has on it, or one
    row if there are none. The other columns are the same in all rows, and each is answered by an
    index.

    `batch`: the database's kind, if ids are to be reserved.
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
        select(Redemption.id).where(Redemption.key == key).exists().label("redemption_asked"),
        select(MemberOffer.id).where(*offers.unused(member_id, now)).exists().label("own_offers"),
        select(levels.measure(by))
        .where(
            Purchase.member_id == member_id,
            *levels.counted_after(bindparam("since", type_=UtcDateTime())),
        )
        .label("level_figure"),
        chats.limit(1).label("notified_id"),
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
        *(next_ids(batch, EXPECTED_ROWS) if batch is not None else ()),
    )
    return (
        questions.select_from(Programme)
        .outerjoin(StampCard, stamps.ONGOING)
        .outerjoin(MemberStampCard, stamps.OF_MEMBER)
        .where(Programme.id == ONLY)
        .order_by(StampCard.id)
    )


def _skipped(limit: int | None) -> ColumnElement[int]:
    """As many receipts as still leave room, written into the statement: PostgreSQL expects the
    worst of an offset that it does not know, and plans anew for every receipt.
    """
    return literal_column(str((limit or 1) - 1), Integer())
