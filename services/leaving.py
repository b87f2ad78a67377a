"""A member's right to take their data away and to be forgotten."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, select, update

from models.ledger import Lot
from models.people import CardCode, Identity, Member
from models.rewards import Voucher, VoucherStatus
from models.speaking import DeliveryClass
from models.till import Purchase
from services import (
    deliveries,
    ledger,
    profiles,
    programme,
    redemptions,
    stamp_wallet,
    statement,
    vouchers,
)
from services.audit import record
from services.context import Context
from services.money import minor_per_unit


@dataclass(frozen=True, slots=True)
class Loss:
    """What a member gives up by leaving."""

    points: int
    vouchers: int


async def loss(ctx: Context, member_id: int) -> Loss:
    async with ctx.db.read() as session:
        member = await session.get_one(Member, member_id)
        query = select(Voucher.id).where(
            Voucher.member_id == member_id, Voucher.status == VoucherStatus.ISSUED
        )
        open_vouchers = (await session.scalars(query)).all()
        account = await ledger.peek(session, member.account_id)
        return Loss(points=account.balance, vouchers=len(open_vouchers))


async def export(ctx: Context, member_id: int) -> dict[str, Any]:
    """Everything stored about a member, ready for JSON.

    The account can be followed from it alone: each movement of points has the balance after it
    and names its purchase.
    """
    profile = await profiles.show(ctx, member_id)
    terms = await programme.current(ctx)
    stamps = await stamp_wallet.mine(ctx, member_id)
    async with ctx.db.read() as session:
        member = await session.get_one(Member, member_id)
        query = select(Purchase).where(Purchase.member_id == member_id).order_by(Purchase.id)
        purchases = (await session.scalars(query)).all()
        taken = select(Voucher).where(Voucher.member_id == member_id).order_by(Voucher.id)
        own_vouchers = (await session.scalars(taken)).all()
        movements = await statement.of_account(session, member.account_id)
        left = select(Lot).where(Lot.account_id == member.account_id, Lot.remaining != 0)
        lots = (await session.scalars(left.order_by(Lot.id))).all()
    birthday = profile.birthday
    return {
        "shop": {
            "name": terms.shop_name,
            "timezone": str(terms.timezone),
            "currency": terms.currency,
            "minor_units": minor_per_unit(terms.currency),
            "point_value_minor_units": terms.point_value,
        },
        "made_at": ctx.clock.now().isoformat(),
        "profile": {
            "name": profile.name,
            "language": profile.language,
            "timezone": profile.timezone,
            "phone": profile.phone,
            "birthday": birthday
            and {"day": birthday.day, "month": birthday.month, "year": birthday.year},
            "gender": profile.gender,
            "city": profile.city,
            "interests": list(profile.interests),
            "joined_at": profile.joined_at.isoformat(),
            "source": member.source,
            "data_consent_at": _iso(member.data_consent_at),
            "offers_consent_at": _iso(member.ads_consent_at),
        },
        "purchases": [
            {
                "number": purchase.id,
                "at": purchase.at.isoformat(),
                "amount_minor_units": purchase.amount,
                "discount_minor_units": purchase.discount,
                "paid_minor_units": purchase.paid,
                "points_spent": purchase.points_spent,
                "points_earned": purchase.points_earned,
                "returned_minor_units": purchase.refunded,
                "undone_at": _iso(purchase.undone_at),
            }
            for purchase in purchases
        ],
        "vouchers": [
            {
                "title": voucher.title,
                "points": voucher.points,
                "status": voucher.status,
                "issued_at": voucher.issued_at.isoformat(),
                "expires_at": voucher.expires_at.isoformat(),
            }
            for voucher in own_vouchers
        ],
        "stamp_cards": [
            {
                "title": card.title,
                "stamps": card.stamps,
                "needed": card.needed,
                "expires_at": _iso(card.expires_at),
            }
            for card in stamps
        ],
        "balance": movements[0].balance if movements else 0,
        "points": [
            {
                "number": move.id,
                "at": move.at.isoformat(),
                "kind": move.kind,
                "points": move.points,
                "balance": move.balance,
                "for": move.title,
                "purchase": move.purchase_id,
                "returned_minor_units": move.went_back,
            }
            for move in movements
        ],
        "points_left": [
            {
                "points": lot.remaining,
                "came_at": lot.created_at.isoformat(),
                "usable_from": _iso(lot.starts_at),
                "expires_at": _iso(lot.expires_at),
            }
            for lot in lots
        ],
    }


def _iso(at: Any) -> str | None:
    return None if at is None else at.isoformat()


async def leave(ctx: Context, member_id: int) -> None:
    """Forget the person. Figures stay, so that points and receipts still add up.

    Points left are lost, open vouchers and redemptions cancelled, which the member was told.
    """
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        member = await session.get_one(Member, member_id)
        account = await ledger.lock(session, member.account_id)
        await redemptions.drop(session, account, member_id, now)
        await vouchers.drop(session, account, member_id, now)
        await ledger.write_off(
            session, account, key=f"leave:{member_id}", at=now, why={"because": "left"}
        )
        await session.execute(delete(CardCode).where(CardCode.member_id == member_id))
        await deliveries.drop(session, member_id, *DeliveryClass)
        await session.execute(
            update(Identity).where(Identity.member_id == member_id).values(member_id=None, name="")
        )
        _forget(member)
        member.card_token = ctx.secrets.token()
        member.deleted_at = now
        record(session, now, "member.left", member_id=member_id)


def _forget(member: Member) -> None:
    member.name = ""
    member.phone = member.city = member.gender = member.interests = member.timezone = None
    member.birth_day = member.birth_month = member.birth_year = None
    member.ads_consent_at = member.data_consent_at = None
    member.source_detail = None
