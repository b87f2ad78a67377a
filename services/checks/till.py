"""Redemptions, purchases, refunds, and what members have bought."""

from sqlalchemy import and_, case, func, literal, select

from models.ledger import OperationKind
from models.people import Member
from models.till import Purchase, PurchaseLine, Redemption, RedemptionStatus, Refund
from services.checks.base import Check, Original, count, is_kind, reversed_points, the, total, yes

TILL = (
    Check(
        "a redemption's points are held",
        Redemption,
        expected=the(-Original.points, is_kind(Redemption.hold_operation_id, OperationKind.HOLD)),
        found=Redemption.points,
    ),
    Check(
        "an approved redemption has its purchase, no other has one",
        Redemption,
        expected=yes(Redemption.status == RedemptionStatus.APPROVED),
        found=count(
            Purchase.id == Redemption.purchase_id,
            Purchase.hold_operation_id == Redemption.hold_operation_id,
        ),
    ),
    Check(
        "a redemption that came to nothing gave its points back",
        Redemption,
        expected=case(
            (Redemption.status == RedemptionStatus.PENDING, 0),
            (
                Redemption.status == RedemptionStatus.APPROVED,
                total(Refund.points_returned, Refund.purchase_id == Redemption.purchase_id),
            ),
            else_=Redemption.points,
        ),
        found=reversed_points(Redemption.hold_operation_id),
    ),
    Check(
        "a purchase earned what it says",
        Purchase,
        expected=func.coalesce(
            the(Original.points, is_kind(Purchase.earn_operation_id, OperationKind.PURCHASE)), 0
        ),
        found=Purchase.points_earned,
    ),
    Check(
        "a purchase spent what it says",
        Purchase,
        expected=func.coalesce(
            the(-Original.points, is_kind(Purchase.hold_operation_id, OperationKind.HOLD)), 0
        ),
        found=Purchase.points_spent,
    ),
    Check(
        "what a purchase earned was given up as its refunds say",
        Purchase,
        expected=total(Refund.points_taken + Refund.points_owed, Refund.purchase_id == Purchase.id),
        found=-reversed_points(Purchase.earn_operation_id),
        where=(Purchase.earn_operation_id.is_not(None),),
    ),
    Check(
        "what a purchase spent was given back as its refunds say",
        Purchase,
        expected=total(Refund.points_returned, Refund.purchase_id == Purchase.id),
        found=reversed_points(Purchase.hold_operation_id),
        where=(Purchase.hold_operation_id.is_not(None),),
    ),
    Check(
        "a purchase's refunds add up",
        Purchase,
        expected=total(Refund.amount, Refund.purchase_id == Purchase.id),
        found=Purchase.refunded,
    ),
    Check(
        "a purchase's refunds in money add up",
        Purchase,
        expected=total(Refund.paid, Refund.purchase_id == Purchase.id),
        found=Purchase.refunded_paid,
    ),
    Check(
        "a purchase is refunded for no more than it was",
        Purchase,
        expected=literal(1),
        found=yes(
            and_(
                Purchase.refunded.between(0, Purchase.amount - Purchase.discount),
                Purchase.refunded_paid.between(0, Purchase.paid),
            )
        ),
    ),
    Check(
        "a purchase is undone when all of it has gone back",
        Purchase,
        expected=yes(Purchase.refunded == Purchase.amount - Purchase.discount),
        found=yes(Purchase.undone_at.is_not(None)),
        where=(Purchase.amount > Purchase.discount,),
    ),
    Check(
        "all that an undone purchase had earned was dealt with",
        Purchase,
        expected=Purchase.points_earned,
        found=total(
            Refund.points_taken + Refund.points_owed + Refund.points_forgiven,
            Refund.purchase_id == Purchase.id,
        ),
        where=(Purchase.undone_at.is_not(None),),
    ),
    Check(
        "a receipt is paid with money from nothing to what is due",
        Purchase,
        expected=literal(1),
        found=yes(
            and_(
                Purchase.discount >= 0,
                Purchase.paid.between(0, Purchase.amount - Purchase.discount),
            )
        ),
    ),
    *(
        Check(
            f"a purchase's {name} is the sum of its lines",
            Purchase,
            expected=total(part, PurchaseLine.purchase_id == Purchase.id),
            found=whole,
            where=(
                select(PurchaseLine.id).where(PurchaseLine.purchase_id == Purchase.id).exists(),
            ),
        )
        for name, part, whole in (
            ("amount", PurchaseLine.amount, Purchase.amount),
            ("discount", PurchaseLine.discount, Purchase.discount),
            ("payment", PurchaseLine.paid, Purchase.paid),
            ("refund", PurchaseLine.refunded, Purchase.refunded),
            ("earning", PurchaseLine.points_earned, Purchase.points_earned),
        )
    ),
    Check(
        "a refund took the points that it says",
        Refund,
        expected=func.coalesce(the(-Original.points, Original.id == Refund.take_operation_id), 0),
        found=Refund.points_taken + Refund.points_owed,
    ),
    Check(
        "a refund returned the points that it says",
        Refund,
        expected=func.coalesce(the(Original.points, Original.id == Refund.return_operation_id), 0),
        found=Refund.points_returned,
    ),
    Check(
        "a member's number of purchases",
        Member,
        expected=count(Purchase.member_id == Member.id, Purchase.undone_at.is_(None)),
        found=Member.purchases_count,
    ),
    Check(
        "a member's spending",
        Member,
        expected=total(Purchase.paid - Purchase.refunded_paid, Purchase.member_id == Member.id),
        found=Member.spent_total,
    ),
)
