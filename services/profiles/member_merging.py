"""Merging: an imported member joins in the chat, and the two become one.

All data of the imported member goes to the one who joined. Points go through the ledger,
lot by lot, so that they expire when they would have.
"""

from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Account, Lot, OperationKind
from models.messaging import Delivery
from models.offers import MemberOffer
from models.people import CardCode, Identity, Member, Source
from models.rewards import Voucher
from models.segmentation import AttributeValue, RfmMark, SegmentMember
from models.stamps import MemberStampCard
from models.till import Purchase, PurchaseOffer, Redemption
from models.trust import Flag
from services import ledger, programme
from services.audit import record
from services.checkout import redemptions
from services.context import Context
from services.levels import levels
from services.programme import Terms
from services.rewards import voucher_returns
from services.staff.identities import TELEGRAM
from services.storage.upserts import insert_into
from services.totals import totals

KEPT = ("gender", "family", "contact_time", "city", "interests")
"""Fields taken from the imported member unless the one who joined has filled them."""

OWNED = (Purchase, PurchaseOffer, Redemption, Voucher, Flag)


async def is_shell(session: AsyncSession, member: Member) -> bool:
    """Whether a member came by import and has no chat yet."""
    if member.source is not Source.IMPORT or member.deleted_at is not None:
        return False
    return await _chat(session, member) is None


async def _chat(session: AsyncSession, member: Member) -> int | None:
    """The identity of the member's chat, if there is one."""
    query = select(Identity.id).where(
        Identity.member_id == member.id, Identity.messenger == TELEGRAM
    )
    return (await session.scalars(query.limit(1))).first()


async def adopt(session: AsyncSession, ctx: Context, member: Member, shell: Member) -> None:
    """Give `member` everything that `shell` has, and empty the shell."""
    now = ctx.clock.now()
    first, second = sorted((member.account_id, shell.account_id))
    await ledger.lock(session, first)
    await ledger.lock(session, second)
    await session.refresh(member)
    await session.refresh(shell)
    await _move_points(session, member, shell, now)
    await _move_rows(session, member, shell)
    _move_profile(member, shell)
    number = shell.external_id
    _forget(ctx, shell, now)
    await session.flush()  # the phone is free from here on
    member.external_id = member.external_id or number
    await _level(session, await programme.terms(session), member, now)
    record(session, now, "member.adopted", member_id=member.id, facts={"from": shell.id})


async def _move_points(session: AsyncSession, member: Member, shell: Member, now: datetime) -> None:
    account = await session.get_one(Account, shell.account_id)
    # Held points return first.
    await redemptions.drop(session, account, shell.id, now)
    await voucher_returns.drop(session, account, shell.id, now)
    await ledger.expire(session, account, at=now)
    lots = select(Lot).where(Lot.account_id == account.id, Lot.remaining > 0).order_by(Lot.id)
    own = await session.get_one(Account, member.account_id)
    why = {"because": "adopted"}
    awards = [
        ledger.Award(
            own,
            lot.remaining,
            OperationKind.GRANT,
            f"adopt:{lot.id}",
            now,
            lot.expires_at,
            why,
            starts_at=lot.starts_at,
        )
        for lot in await session.scalars(lots)
    ]
    if account.balance:
        key = f"adopted:{shell.id}"
        await ledger.write_off(session, account, key=key, at=now, why=why)
    for award in awards:  # one by one, because the first may pay off a debt
        await ledger.award_all(session, [award])


async def _move_rows(session: AsyncSession, member: Member, shell: Member) -> None:
    for table in OWNED:
        own = update(table).where(table.member_id == shell.id)
        await session.execute(own.values(member_id=member.id))
    # A receipt with points stays with its account, because a refund takes the points from there.
    plain = Purchase.earn_operation_id.is_(None) & Purchase.hold_operation_id.is_(None)
    bare = update(Purchase).where(Purchase.account_id == shell.account_id, plain)
    await session.execute(bare.values(account_id=member.account_id))
    for rows, key in ((MemberOffer, "offer_id"), (MemberStampCard, "card_id")):
        column = getattr(rows, key)
        mine = select(column).where(rows.member_id == member.id)
        other = update(rows).where(rows.member_id == shell.id, column.not_in(mine))
        await session.execute(
            other.values(member_id=member.id).execution_options(synchronize_session=False)
        )
    await _move_knowledge(session, member, shell)
    stand_in = select(Identity.id).where(Identity.member_id == shell.id)
    if (identity_id := await _chat(session, member)) is not None:
        for old in (await session.scalars(stand_in)).all():
            sent = update(Delivery).where(Delivery.identity_id == old)
            await session.execute(sent.values(identity_id=identity_id))
            await session.execute(delete(Identity).where(Identity.id == old))
    await session.execute(delete(CardCode).where(CardCode.member_id == shell.id))


async def _move_knowledge(session: AsyncSession, member: Member, shell: Member) -> None:
    """Compute the totals of both together; answers to attributes that the member gave themselves
    stay.
    """
    await totals.write_again(session, [member.id, shell.id])
    told = select(AttributeValue.attribute_id).where(AttributeValue.member_id == member.id)
    answered = set(await session.scalars(told))
    imported = AttributeValue.member_id == shell.id
    await session.execute(
        delete(AttributeValue)
        .where(imported, AttributeValue.attribute_id.in_(answered))
        .execution_options(synchronize_session=False)
    )
    await session.execute(update(AttributeValue).where(imported).values(member_id=member.id))
    lists = select(SegmentMember.segment_id).where(SegmentMember.member_id == shell.id)
    listed = [{"segment_id": one, "member_id": member.id} for one in await session.scalars(lists)]
    if listed:
        added = insert_into(session, SegmentMember).values(listed).on_conflict_do_nothing()
        await session.execute(added)
    await session.execute(delete(SegmentMember).where(SegmentMember.member_id == shell.id))
    await session.execute(delete(RfmMark).where(RfmMark.member_id == shell.id))


def _move_profile(member: Member, shell: Member) -> None:
    for name in KEPT:
        if getattr(member, name) is None:
            setattr(member, name, getattr(shell, name))
    if member.birth_day is None and not member.birthday_locked:
        for name in ("birth_day", "birth_month", "birth_year"):
            setattr(member, name, getattr(shell, name))
    member.purchases_count += shell.purchases_count
    member.spent_total += shell.spent_total
    member.first_purchase_at = min(
        filter(None, (member.first_purchase_at, shell.first_purchase_at)), default=None
    )
    member.last_purchase_at = max(
        filter(None, (member.last_purchase_at, shell.last_purchase_at)), default=None
    )
    member.frozen_at = member.frozen_at or shell.frozen_at


def _forget(ctx: Context, shell: Member, now: datetime) -> None:
    """Empty the row as after leaving, because old audit records name it."""
    shell.name = ""
    shell.phone = shell.external_id = None
    for name in (*KEPT, "birth_day", "birth_month", "birth_year"):
        setattr(shell, name, None)
    shell.data_consent_at = shell.ads_consent_at = None
    shell.purchases_count = shell.spent_total = 0
    shell.first_purchase_at = shell.last_purchase_at = None
    shell.card_token = ctx.secrets.token()
    shell.deleted_at = now


async def _level(session: AsyncSession, terms: Terms, member: Member, now: datetime) -> None:
    """Set the level that both reach together; nobody falls by it, and no message is sent."""
    level = terms.level_at(await levels.counted(session, terms, member.id, now))
    if level.threshold > terms.level(member.level_id).threshold:
        member.level_id, member.level_since, member.level_kept_until = level.id, now, None
