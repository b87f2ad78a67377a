"""Redemptions, purchases, refunds, flags, and members' totals."""

from sqlalchemy import and_, case, func, literal, select

from models.ledger import OperationKind
from models.people import Member
from models.till import Purchase, PurchaseLine, Redemption, RedemptionStatus, Refund
from models.trust import Flag, FlagStatus
from services.integrity.checks.base import (
    Beside,
    Check,
    Gave,
    Sheet,
    Took,
    count,
    in_range,
    of,
    operation,
    or_0,
    reversed_points,
    sums,
    the,
    total,
    yes,
)
from services.totals import totals

REDEMPTIONS = Sheet(
    Redemption,
    beside=(operation(Took, Redemption.hold_operation_id, OperationKind.HOLD),),
    checks=(
        Check("a redemption's points are held", expected=-Took.points, found=Redemption.points),
        Check(
            "an approved redemption has its purchase, no other has one",
            expected=yes(Redemption.status == RedemptionStatus.APPROVED),
            found=count(
                Purchase.id == Redemption.purchase_id,
                Purchase.hold_operation_id == Redemption.hold_operation_id,
            ),
        ),
        Check(
            "a redemption that came to nothing gave its points back",
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
    ),
)

_refunds = sums(
    Refund.purchase_id,
    amount=Refund.amount,
    paid=Refund.paid,
    returned=Refund.points_returned,
    given_up=Refund.points_taken + Refund.points_owed,
    forgiven=Refund.points_forgiven,
)
_lines = sums(
    PurchaseLine.purchase_id,
    amount=PurchaseLine.amount,
    discount=PurchaseLine.discount,
    payment=PurchaseLine.paid,
    refund=PurchaseLine.refunded,
    earning=PurchaseLine.points_earned,
)

PURCHASES = Sheet(
    Purchase,
    beside=(
        operation(Gave, Purchase.earn_operation_id, OperationKind.PURCHASE),
        operation(Took, Purchase.hold_operation_id, OperationKind.HOLD),
        of(_refunds, Purchase),
        of(_lines, Purchase),
    ),
    checks=(
        Check(
            "a purchase earned what it says",
            expected=or_0(Gave.points),
            found=Purchase.points_earned,
        ),
        Check(
            "a purchase spent what it says",
            expected=or_0(-Took.points),
            found=Purchase.points_spent,
        ),
        Check(
            "what a purchase earned was given up as its refunds say",
            expected=or_0(_refunds.c.given_up),
            found=-reversed_points(Purchase.earn_operation_id),
            where=(Purchase.earn_operation_id.is_not(None),),
        ),
        Check(
            "what a purchase spent was given back as its refunds say",
            expected=or_0(_refunds.c.returned),
            found=reversed_points(Purchase.hold_operation_id),
            where=(Purchase.hold_operation_id.is_not(None),),
        ),
        Check(
            "a purchase's refunds add up",
            expected=or_0(_refunds.c.amount),
            found=Purchase.refunded,
        ),
        Check(
            "a purchase's refunds in money add up",
            expected=or_0(_refunds.c.paid),
            found=Purchase.refunded_paid,
        ),
        Check(
            "a purchase is refunded for no more than it was",
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
            expected=yes(Purchase.refunded == Purchase.amount - Purchase.discount),
            found=yes(Purchase.undone_at.is_not(None)),
            where=(Purchase.amount > Purchase.discount,),
        ),
        Check(
            "all that an undone purchase had earned was dealt with",
            expected=Purchase.points_earned,
            found=or_0(_refunds.c.given_up + _refunds.c.forgiven),
            where=(Purchase.undone_at.is_not(None),),
        ),
        Check(
            "a receipt is paid with money from nothing to what is due",
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
                expected=_lines.c[name],
                found=whole,
                where=(_lines.c.key.is_not(None), *also),
            )
            for name, whole, also in (
                ("amount", Purchase.amount, ()),
                ("discount", Purchase.discount, ()),
                ("payment", Purchase.paid, ()),
                ("refund", Purchase.refunded, ()),
                # Held points are not earned before the owner accepts the receipt.
                ("earning", Purchase.points_earned, (Purchase.earn_operation_id.is_not(None),)),
            )
        ),
    ),
)

REFUNDS = Sheet(
    Refund,
    beside=(
        operation(Took, Refund.take_operation_id),
        operation(Gave, Refund.return_operation_id),
    ),
    checks=(
        Check(
            "a refund took the points that it says",
            expected=or_0(-Took.points),
            found=Refund.points_taken + Refund.points_owed,
        ),
        Check(
            "a refund returned the points that it says",
            expected=or_0(Gave.points),
            found=Refund.points_returned,
        ),
    ),
)

_bought = totals.by_member(in_range).subquery()
_unlike = totals.differences(in_range)
_wrong = select(_unlike.c.member_id, func.count().label("rows"))
_wrong_rows = _wrong.group_by(_unlike.c.member_id).subquery()

MEMBERS = Sheet(
    Member,
    beside=(
        Beside(_bought, _bought.c.member_id == Member.id),
        Beside(_wrong_rows, _wrong_rows.c.member_id == Member.id),
    ),
    checks=(
        Check(
            "a member's number of purchases",
            expected=or_0(_bought.c.purchases),
            found=Member.purchases_count,
        ),
        Check("a member's spending", expected=or_0(_bought.c.spent), found=Member.spent_total),
        *(
            Check(
                f"a member's {name} purchase",
                expected=literal(1),
                found=yes(at.is_not_distinct_from(receipts)),
            )
            for name, at, receipts in (
                ("first", Member.first_purchase_at, _bought.c.first_at),
                ("last", Member.last_purchase_at, _bought.c.last_at),
            )
        ),
        Check(
            "a member's totals by category that contradict their receipts",
            expected=literal(0),
            found=or_0(_wrong_rows.c.rows),
        ),
    ),
)

FLAGS = Sheet(
    Flag,
    checks=(
        Check(
            "a purchase that waits for an owner's look has no points",
            expected=literal(0),
            found=the(Purchase.points_earned, Purchase.id == Flag.purchase_id),
            where=(Flag.status == FlagStatus.OPEN, Flag.purchase_id.is_not(None)),
        ),
    ),
)
