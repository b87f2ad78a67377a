"""A member's right to take their data away and to be forgotten."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, select, update

from models.messaging import DeliveryClass
from models.offers import MemberOffer, Offer
from models.people import CardCode, Identity, Member
from models.rewards import Voucher, VoucherStatus
from models.till import Purchase
from services import ledger
from services.audit import record
from services.checkout import redemptions
from services.context import Context
from services.messaging import deliveries
from services.points import statement
from services.points.statement import Line
from services.profiles import own_answers, profiles
from services.rewards import ticket_codes, voucher_returns
from services.stamps import stamp_wallet


@dataclass(frozen=True, slots=True)
class Loss:
    """Everything that a member would lose by leaving."""

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
    """Everything stored about a member, ready for JSON."""
    profile = await profiles.show(ctx, member_id)
    account = await statement.mine(ctx, member_id)
    stamps = await stamp_wallet.mine(ctx, member_id)
    async with ctx.db.read() as session:
        member = await session.get_one(Member, member_id)
        query = select(Purchase).where(Purchase.member_id == member_id).order_by(Purchase.id)
        purchases = (await session.scalars(query)).all()
        taken = select(Voucher).where(Voucher.member_id == member_id).order_by(Voucher.id)
        own_vouchers = (await session.scalars(taken)).all()
        given = select(Offer.title, MemberOffer).join(Offer, Offer.id == MemberOffer.offer_id)
        mine = given.where(MemberOffer.member_id == member_id).order_by(MemberOffer.id)
        own_offers = (await session.execute(mine)).all()
        told = await own_answers.export(session, member_id)
    birthday = profile.birthday
    return {
        "profile": {
            "name": profile.name,
            "language": profile.language,
            "timezone": profile.timezone,
            "phone": profile.phone,
            "number_in_the_till": member.external_id,
            "birthday": birthday
            and {"day": birthday.day, "month": birthday.month, "year": birthday.year},
            "gender": profile.gender,
            "city": profile.city,
            "interests": list(profile.interests),
            "family": profile.family,
            "contact_time": profile.contact_time,
            "joined_at": profile.joined_at.isoformat(),
            "source": member.source,
            "data_consent_at": _iso(member.data_consent_at),
            "offers_consent_at": _iso(member.ads_consent_at),
            "questions_refused_at": _iso(member.unasked_at),
        },
        **told,
        "purchases": [
            {
                "number": purchase.id,
                "at": purchase.at.isoformat(),
                "amount_minor_units": purchase.amount,
                "discount_minor_units": purchase.discount,
                "paid_minor_units": purchase.paid,
                "refunded_minor_units": purchase.refunded,
                "points_spent": purchase.points_spent,
                "points_earned": purchase.points_earned,
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
        "offers": [
            {
                "title": title,
                "valid_until": copy.valid_until.isoformat(),
                "times_used": copy.used,
                "used_at": _iso(copy.used_at),
                "coupon_code": copy.code and ticket_codes.shown(copy.code),
            }
            for title, copy in own_offers
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
        "currency": account.point_value.currency,
        "point_value_minor_units": account.point_value.minor,
        "points": [_operation(line) for line in reversed(account.lines)],
    }


def _operation(line: Line) -> dict[str, Any]:
    return {
        "number": line.operation_id,
        "at": line.at.isoformat(),
        "kind": line.kind,
        "points": line.points,
        "balance": line.balance,
        "for": line.subject,
        "purchase": line.receipt and line.receipt.number,
        "corrects": line.corrects,
        "lots": [
            {
                "lot": posting.lot_id,
                "points": posting.points,
                "starts_at": _iso(posting.starts_at),
                "expires_at": _iso(posting.expires_at),
            }
            for posting in line.postings
        ],
    }


def _iso(at: Any) -> str | None:
    return None if at is None else at.isoformat()


async def leave(ctx: Context, member_id: int) -> None:
    """Forget the person. Amounts stay, so that points and receipts still add up.

    Points that are left are lost, and open vouchers and redemptions are cancelled; the member was
    told so before.
    """
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        member = await session.get_one(Member, member_id)
        account = await ledger.lock(session, member.account_id)
        await redemptions.drop(session, account, member_id, now)
        await voucher_returns.drop(session, account, member_id, now)
        await ledger.write_off(
            session, account, key=f"leave:{member_id}", at=now, why={"because": "left"}
        )
        await session.execute(delete(CardCode).where(CardCode.member_id == member_id))
        await deliveries.drop(session, member_id, *DeliveryClass)
        await session.execute(
            update(Identity).where(Identity.member_id == member_id).values(member_id=None, name="")
        )
        await own_answers.forget(session, member_id)
        _forget(member)
        member.card_token = ctx.secrets.token()
        member.deleted_at = now
        record(session, now, "member.left", member_id=member_id)


def _forget(member: Member) -> None:
    member.name = ""
    member.phone = member.city = member.gender = member.interests = member.timezone = None
    member.family = member.contact_time = None
    member.birth_day = member.birth_month = member.birth_year = None
    member.ads_consent_at = member.data_consent_at = member.unasked_at = None
    member.source_detail = member.external_id = None
