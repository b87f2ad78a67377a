"""Members: joining, consents, and holding a card. Leaving is in services/profiles/leaving.py."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import OperationKind
from models.messaging import DeliveryClass
from models.people import Identity, Member, Role, Source, Staff
from services import ledger, programme
from services.audit import record
from services.context import Context
from services.errors import Gone
from services.facts import Fact
from services.messaging import deliveries
from services.messaging.deliveries import Facts, Notice, NoticeAct
from services.money import Money
from services.parsing.texts import one_line
from services.staff import access, identities


@dataclass(frozen=True, slots=True)
class Joining:
    """How somebody joins: their consents, and where they came from."""

    ads_consent: bool
    source: Source = Source.DIRECT
    source_detail: str | None = None
    referrer_id: int | None = None  # the member whose invitation led here
    name: str | None = None  # their name in the messenger, if it is not stored yet


@dataclass(frozen=True, slots=True)
class Welcome:
    """The bonuses for joining. `bonus` is 0 for somebody who had it with an earlier card."""

    shop_name: str
    bonus: int
    worth: Money


@dataclass(frozen=True, slots=True)
class Joined:
    member_id: int
    welcome: Welcome
    new: bool  # False: they were a member already, nothing changed


async def welcome(ctx: Context, identity_id: int) -> Welcome:
    """The bonuses that this person would get for joining."""
    async with ctx.db.read() as session:
        identity = await session.get_one(Identity, identity_id)
        return _welcome(await programme.terms(session), identity)


def _welcome(terms: programme.Terms, identity: Identity) -> Welcome:
    bonus = 0 if identity.welcomed_at else terms.welcome_bonus
    return Welcome(shop_name=terms.shop_name, bonus=bonus, worth=terms.worth(bonus))


async def join(ctx: Context, identity_id: int, joining: Joining) -> Joined:
    """Make the identity a member, with an account and the welcome bonus; a second call changes
    nothing.
    """
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        query = select(Identity).where(Identity.id == identity_id).with_for_update()
        identity = (await session.scalars(query)).one()
        terms = await programme.terms(session)
        gift = _welcome(terms, identity)
        if identity.member_id is not None:
            return Joined(identity.member_id, gift, new=False)
        member = await _enrol(session, ctx, identity, joining, terms)
        if gift.bonus:
            identity.welcomed_at = now
            account = await ledger.lock(session, member.account_id)
            await ledger.award(
                session,
                account,
                gift.bonus,
                OperationKind.WELCOME,
                key=f"welcome:{member.id}",
                at=now,
                expires_at=terms.expiry(now),
                why={},
            )
        return Joined(member.id, gift, new=True)


async def _enrol(
    session: AsyncSession,
    ctx: Context,
    identity: Identity,
    joining: Joining,
    terms: programme.Terms,
) -> Member:
    now = ctx.clock.now()
    referrer_id = None
    if joining.referrer_id is not None:
        query = select(Member.id).where(
            Member.id == joining.referrer_id, Member.deleted_at.is_(None)
        )
        referrer_id = (await session.scalars(query)).one_or_none()
    if joining.name is not None:
        identity.name = one_line(joining.name, most=identities.NAME_LENGTH)
    account = ledger.open_account(session, now)
    await session.flush()
    member = Member(
        account_id=account.id,
        level_id=terms.level_at(0).id,
        name=identity.name,
        language=identity.language,
        card_token=ctx.secrets.token(),
        source=joining.source,
        source_detail=joining.source_detail,
        referrer_id=referrer_id,
        joined_at=now,
        data_consent_at=now,
        ads_consent_at=now if joining.ads_consent else None,
        purchases_count=0,
        spent_total=0,
        birthday_locked=False,
    )
    session.add(member)
    await session.flush()
    identity.member_id = member.id
    return member


async def set_ads_consent(ctx: Context, member_id: int, *, yes: bool) -> bool:
    """Give consent to offers, or withdraw it and cancel offers not sent yet. False when it was so
    already.
    """
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        member = await session.get_one(Member, member_id)
        if yes == (member.ads_consent_at is not None):
            return False
        member.ads_consent_at = now if yes else None
        record(session, now, "consent.given" if yes else "consent.withdrawn", member_id=member_id)
        if not yes:
            await deliveries.drop(session, member_id, DeliveryClass.OFFER)
        return True


async def freeze(
    session: AsyncSession, member: Member, at: datetime, request: Mapping[str, Fact]
) -> None:
    """Block spending from this card until an owner allows it, after "not me".

    `request`: facts of the declined redemption, for the owners' message.
    """
    if member.frozen_at is None:
        member.frozen_at = at
        record(session, at, "member.frozen", member_id=member.id)
        facts: Facts = {"name": member.name, **request}
        notice = Notice(
            "notice-owner-frozen",
            facts,
            key=f"frozen:{member.id}:{at.timestamp():.0f}",
            at=at,
            buttons=[[("button-unfreeze", NoticeAct.UNFREEZE, member.id)]],
        )
        await deliveries.tell_owners(session, notice)


async def suspend(session: AsyncSession, owner: Staff, member: Member, at: datetime) -> None:
    """Block spending from this card on an owner's behalf, and tell the member."""
    if member.frozen_at is None:
        member.frozen_at = at
        record(session, at, "member.frozen", staff_id=owner.id, member_id=member.id)
        key = f"suspended:{member.id}:{at.timestamp():.0f}"
        notice = Notice("notice-suspended", {}, key=key, at=at)
        await deliveries.tell_member(session, member.id, notice)


async def unfreeze(ctx: Context, actor_id: int, member_id: int) -> str:
    """Allow spending again, as an owner; gives the name. Raises NotStaff, Gone."""
    now = ctx.clock.now()
    async with access.write(ctx, actor_id, Role.OWNER) as (session, owner):
        member = await session.get(Member, member_id)
        if member is None:
            raise Gone
        if member.frozen_at is not None:
            member.frozen_at = None
            key = f"unfrozen:{member_id}:{now.timestamp():.0f}"
            record(session, now, "member.unfrozen", staff_id=owner.id, member_id=member_id)
            notice = Notice("notice-unfrozen", {}, key=key, at=now)
            await deliveries.tell_member(session, member_id, notice)
        return member.name
