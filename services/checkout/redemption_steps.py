"""Parts that all answers to a redemption share: opening it under the lock, pricing it as the member
was asked, giving its points back, telling its cashier.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Account, OperationKind
from models.people import AuditSource, Member, Staff
from models.till import Redemption, RedemptionStatus
from services import ledger, programme
from services.audit import record
from services.checkout import receipt_pricing
from services.checkout.receipt_pricing import PricedSale
from services.errors import Gone, NotYours
from services.messaging import deliveries
from services.messaging.deliveries import Facts, Notice, NoticeAct
from services.money import Money
from services.pricing.model import Line


@dataclass(frozen=True, slots=True)
class Request:
    """A redemption: waiting for the member, or with its outcome."""

    redemption_id: int
    member_id: int
    member_name: str
    cashier: str
    amount: Money
    discount: Money
    due: Money
    """The amount less the discount: the price without points."""
    points: int
    to_pay: Money
    earns: int
    expires_at: datetime
    status: RedemptionStatus


async def opened(
    session: AsyncSession, redemption_id: int, member_id: int | None
) -> tuple[Redemption, Account, Member]:
    """The redemption with its account locked; `member_id` None: staff or the clock ask."""
    redemption = await session.get(Redemption, redemption_id)
    if redemption is None:
        raise Gone
    if member_id is not None and redemption.member_id != member_id:
        raise NotYours
    account = await ledger.lock(session, redemption.account_id)
    await session.refresh(redemption)
    return redemption, account, await session.get_one(Member, redemption.member_id)


async def release(
    session: AsyncSession,
    redemption: Redemption,
    account: Account,
    status: RedemptionStatus,
    at: datetime,
) -> None:
    await ledger.give_back(
        session,
        account,
        redemption.hold_operation_id,
        OperationKind.RELEASE,
        key=f"release-redemption:{redemption.id}",
        at=at,
        why={"redemption": redemption.id, "because": status},
    )
    resolve(redemption, status, at)
    record(
        session,
        at,
        f"redemption.{status}",
        staff_id=redemption.staff_id,
        member_id=redemption.member_id,
        source=AuditSource.CLOCK if status is RedemptionStatus.EXPIRED else AuditSource.CHAT,
        facts={"redemption": redemption.id, "points": redemption.points},
    )


def resolve(redemption: Redemption, status: RedemptionStatus, at: datetime) -> None:
    redemption.status = status
    redemption.resolved_at = at


async def tell_cashier(
    session: AsyncSession, redemption: Redemption, member: Member, template: str, at: datetime
) -> None:
    request = await as_value(session, redemption, member)
    facts: Facts = {"name": member.name, "points": request.points, "amount": request.due}
    notice = Notice(
        template,
        facts,
        key=f"{template}:{redemption.id}",
        at=at,
        buttons=[[("button-serve-again", NoticeAct.SERVE, member.id)]],
    )
    await deliveries.tell_staff(session, redemption.staff_id, notice)


async def agreed(
    session: AsyncSession,
    terms: programme.Terms,
    redemption: Redemption,
    member: Member,
    staff: Staff,
) -> PricedSale:
    """The receipt, priced by the terms and offers of the moment of the request."""
    lines = [Line(**line) for line in redemption.lines or ()] or [Line(redemption.amount)]
    return await receipt_pricing.price_as_agreed(
        session,
        terms,
        member,
        lines,
        at=redemption.created_at,
        outlet_id=staff.outlet_id,
        spend=redemption.points,
    )


async def as_value(session: AsyncSession, redemption: Redemption, member: Member) -> Request:
    terms = await programme.of_version(session, redemption.version)
    staff = await session.get_one(Staff, redemption.staff_id)
    priced = (await agreed(session, terms, redemption, member, staff)).priced
    return Request(
        redemption_id=redemption.id,
        member_id=member.id,
        member_name=member.name,
        cashier=staff.name,
        amount=terms.money(redemption.amount),
        discount=terms.money(priced.discount),
        due=terms.money(priced.due),
        points=redemption.points,
        to_pay=terms.money(priced.paid),
        earns=priced.points,
        expires_at=redemption.expires_at,
        status=redemption.status,
    )
