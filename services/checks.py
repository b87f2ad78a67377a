"""What must hold between the rows of the ledger and of everything that rests on it.

A check sets two figures about each row of a table side by side; they must be the same.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, and_, case, func, literal, or_, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from models.charity import Donation, Payout
from models.ledger import Account, Entry, Lot, Operation, OperationKind
from models.people import Member
from models.rewards import Voucher, VoucherStatus
from models.till import Purchase, PurchaseLine, Redemption, RedemptionStatus, Refund

Table = (
    type[Account]
    | type[Lot]
    | type[Entry]
    | type[Operation]
    | type[Redemption]
    | type[Voucher]
    | type[Purchase]
    | type[Refund]
    | type[Donation]
    | type[Payout]
    | type[Member]
)
Figure = ColumnElement[Any] | InstrumentedAttribute[Any]


@dataclass(frozen=True, slots=True)
class Check:
    """For the rows of `table` that are meant, `expected` and `found` are the same figure."""

    name: str
    table: Table
    expected: Figure
    found: Figure
    where: tuple[ColumnElement[bool], ...] = ()


def _total(column: Figure, where: ColumnElement[bool]) -> ScalarSelect[Any]:
    return select(func.coalesce(func.sum(column), 0)).where(where).scalar_subquery()


def _count(*where: ColumnElement[bool]) -> ScalarSelect[Any]:
    return select(func.count()).where(*where).scalar_subquery()


def _the(column: Figure, *where: ColumnElement[bool]) -> ScalarSelect[Any]:
    """The figure of the one row; unknown, and so a problem, when there is none."""
    return select(column).where(*where).scalar_subquery()


def _yes(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return case((condition, 1), else_=0)


GIVES = (
    OperationKind.WELCOME,
    OperationKind.PURCHASE,
    OperationKind.BIRTHDAY,
    OperationKind.OFFER,
    OperationKind.GRANT,
    OperationKind.FORGIVE,
)
TAKES = (OperationKind.HOLD, OperationKind.DONATE, OperationKind.EXPIRE)
GOES_BACK = (OperationKind.UNDO, OperationKind.REFUND, OperationKind.MOVE)
REVERSES = (OperationKind.RELEASE, *GOES_BACK)

_Original = aliased(Operation)
"""What an operation reverses."""
_Reversal = aliased(Operation)
"""What reversed an operation."""
_Taken = aliased(Entry)


def _of(operation_id: Figure, kind: OperationKind) -> ColumnElement[bool]:
    return and_(_Original.id == operation_id, _Original.kind == kind)


def _reversed(operation_id: Figure) -> ScalarSelect[Any]:
    """The points of all reversals of an operation."""
    return _total(_Reversal.points, _Reversal.reverses_id == operation_id)


_reverses_hold = select(_Original.id).where(_of(Operation.reverses_id, OperationKind.HOLD)).exists()
_reverses_award = (
    select(_Original.id).where(_of(Operation.reverses_id, OperationKind.PURCHASE)).exists()
)
_of_hold = select(_Original.id).where(_of(Entry.operation_id, OperationKind.HOLD)).exists()
_Back = aliased(Entry)
"""An entry of a reversal."""

_positive = _total(Lot.remaining, and_(Lot.account_id == Account.id, Lot.remaining > 0))

_LEDGER = (
    Check(
        "an account's balance is the sum of its entries",
        Account,
        expected=_total(Entry.points, Entry.account_id == Account.id),
        found=Account.balance,
    ),
    Check(
        "an account's balance is what its lots hold",
        Account,
        expected=_total(Lot.remaining, Lot.account_id == Account.id),
        found=Account.balance,
    ),
    Check(
        "a lot holds the sum of its entries",
        Lot,
        expected=_total(Entry.points, Entry.lot_id == Lot.id),
        found=Lot.remaining,
    ),
    Check(
        "an entry is of the account of its lot",
        Entry,
        expected=_the(Lot.account_id, Lot.id == Entry.lot_id),
        found=Entry.account_id,
    ),
    Check(
        "an entry is of the account of its operation",
        Entry,
        expected=_the(Operation.account_id, Operation.id == Entry.operation_id),
        found=Entry.account_id,
    ),
    Check(
        "no more returns to a lot than was held of it",
        Entry,
        expected=literal(1),
        found=_yes(
            select(func.coalesce(func.sum(_Back.points), 0))
            .join(_Reversal, _Reversal.id == _Back.operation_id)
            .where(_Reversal.reverses_id == Entry.operation_id, _Back.lot_id == Entry.lot_id)
            .scalar_subquery()
            <= -Entry.points
        ),
        where=(_of_hold,),
    ),
    Check(
        "a hold returns to the lots that it came from",
        Entry,
        expected=literal(1),
        found=_count(
            _Taken.operation_id == _Reversal.reverses_id,
            _Taken.lot_id == Entry.lot_id,
            _Reversal.id == Entry.operation_id,
        ),
        where=(
            select(_Reversal.id)
            .where(
                _Reversal.id == Entry.operation_id,
                _of(_Reversal.reverses_id, OperationKind.HOLD),
            )
            .exists(),
        ),
    ),
    Check(
        "an account has points or a debt, never both",
        Account,
        expected=case(
            (
                select(Lot.id).where(Lot.account_id == Account.id, Lot.remaining < 0).exists(),
                0,
            ),
            else_=_positive,
        ),
        found=_positive,
    ),
)

_OPERATIONS = (
    Check(
        "an operation's points are the sum of its entries",
        Operation,
        expected=_total(Entry.points, Entry.operation_id == Operation.id),
        found=Operation.points,
    ),
    Check(
        "an operation gives or takes as its kind says",
        Operation,
        expected=case((Operation.kind.in_(GIVES), 1), else_=-1),
        found=case((Operation.points > 0, 1), (Operation.points < 0, -1), else_=0),
        where=(Operation.kind.in_(GIVES + TAKES),),
    ),
    Check(
        "what pays off a debt only moves points",
        Operation,
        expected=literal(0),
        found=Operation.points,
        where=(Operation.kind == OperationKind.SETTLE,),
    ),
    Check(
        "releases and refunds reverse something, nothing else does",
        Operation,
        expected=_yes(Operation.kind.in_(REVERSES)),
        found=_yes(Operation.reverses_id.is_not(None)),
    ),
    Check(
        "a reversal is of the same account",
        Operation,
        expected=_the(_Original.account_id, _Original.id == Operation.reverses_id),
        found=Operation.account_id,
        where=(Operation.reverses_id.is_not(None),),
    ),
    Check(
        "what is reversed is a hold or a purchase",
        Operation,
        expected=literal(1),
        found=_yes(or_(_reverses_hold, _reverses_award)),
        where=(Operation.reverses_id.is_not(None),),
    ),
    Check(
        "no more is returned than was held",
        Operation,
        expected=literal(1),
        found=_yes(_reversed(Operation.id).between(0, -Operation.points)),
        where=(Operation.kind == OperationKind.HOLD,),
    ),
    Check(
        "no more is taken back than was given",
        Operation,
        expected=literal(1),
        found=_yes(_reversed(Operation.id).between(-Operation.points, 0)),
        where=(Operation.kind == OperationKind.PURCHASE,),
    ),
    Check(
        "a hold belongs to one redemption or voucher",
        Operation,
        expected=literal(1),
        found=_count(Redemption.hold_operation_id == Operation.id)
        + _count(Voucher.hold_operation_id == Operation.id),
        where=(Operation.kind == OperationKind.HOLD,),
    ),
    Check(
        "points of a purchase belong to one purchase",
        Operation,
        expected=literal(1),
        found=_count(Purchase.earn_operation_id == Operation.id),
        where=(Operation.kind == OperationKind.PURCHASE,),
    ),
    Check(
        "points given to charity belong to one donation",
        Operation,
        expected=literal(1),
        found=_count(Donation.operation_id == Operation.id),
        where=(Operation.kind == OperationKind.DONATE,),
    ),
)

_TILL = (
    Check(
        "a redemption's points are held",
        Redemption,
        expected=_the(-_Original.points, _of(Redemption.hold_operation_id, OperationKind.HOLD)),
        found=Redemption.points,
    ),
    Check(
        "an approved redemption has its purchase, no other has one",
        Redemption,
        expected=_yes(Redemption.status == RedemptionStatus.APPROVED),
        found=_count(
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
                _total(Refund.points_returned, Refund.purchase_id == Redemption.purchase_id),
            ),
            else_=Redemption.points,
        ),
        found=_reversed(Redemption.hold_operation_id),
    ),
    Check(
        "a purchase earned what it says",
        Purchase,
        expected=func.coalesce(
            _the(_Original.points, _of(Purchase.earn_operation_id, OperationKind.PURCHASE)), 0
        ),
        found=Purchase.points_earned,
    ),
    Check(
        "a purchase spent what it says",
        Purchase,
        expected=func.coalesce(
            _the(-_Original.points, _of(Purchase.hold_operation_id, OperationKind.HOLD)), 0
        ),
        found=Purchase.points_spent,
    ),
    Check(
        "what a purchase earned was given up as its refunds say",
        Purchase,
        expected=_total(
            Refund.points_taken + Refund.points_owed, Refund.purchase_id == Purchase.id
        ),
        found=-_reversed(Purchase.earn_operation_id),
        where=(Purchase.earn_operation_id.is_not(None),),
    ),
    Check(
        "what a purchase spent was given back as its refunds say",
        Purchase,
        expected=_total(Refund.points_returned, Refund.purchase_id == Purchase.id),
        found=_reversed(Purchase.hold_operation_id),
        where=(Purchase.hold_operation_id.is_not(None),),
    ),
    Check(
        "a purchase's refunds add up",
        Purchase,
        expected=_total(Refund.amount, Refund.purchase_id == Purchase.id),
        found=Purchase.refunded,
    ),
    Check(
        "a purchase's refunds in money add up",
        Purchase,
        expected=_total(Refund.paid, Refund.purchase_id == Purchase.id),
        found=Purchase.refunded_paid,
    ),
    Check(
        "a purchase is refunded for no more than it was",
        Purchase,
        expected=literal(1),
        found=_yes(
            and_(
                Purchase.refunded.between(0, Purchase.amount - Purchase.discount),
                Purchase.refunded_paid.between(0, Purchase.paid),
            )
        ),
    ),
    Check(
        "a purchase is undone when all of it has gone back",
        Purchase,
        expected=_yes(Purchase.refunded == Purchase.amount - Purchase.discount),
        found=_yes(Purchase.undone_at.is_not(None)),
        where=(Purchase.amount > Purchase.discount,),
    ),
    Check(
        "all that an undone purchase had earned was dealt with",
        Purchase,
        expected=Purchase.points_earned,
        found=_total(
            Refund.points_taken + Refund.points_owed + Refund.points_forgiven,
            Refund.purchase_id == Purchase.id,
        ),
        where=(Purchase.undone_at.is_not(None),),
    ),
    Check(
        "a receipt is paid with money from nothing to what is due",
        Purchase,
        expected=literal(1),
        found=_yes(
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
            expected=_total(part, PurchaseLine.purchase_id == Purchase.id),
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
        expected=func.coalesce(
            _the(-_Original.points, _Original.id == Refund.take_operation_id), 0
        ),
        found=Refund.points_taken + Refund.points_owed,
    ),
    Check(
        "a refund returned the points that it says",
        Refund,
        expected=func.coalesce(
            _the(_Original.points, _Original.id == Refund.return_operation_id), 0
        ),
        found=Refund.points_returned,
    ),
    Check(
        "a member's number of purchases",
        Member,
        expected=_count(Purchase.member_id == Member.id, Purchase.undone_at.is_(None)),
        found=Member.purchases_count,
    ),
    Check(
        "a member's spending",
        Member,
        expected=_total(Purchase.paid - Purchase.refunded_paid, Purchase.member_id == Member.id),
        found=Member.spent_total,
    ),
)

_REWARDS = (
    Check(
        "a voucher's points are held",
        Voucher,
        expected=func.coalesce(
            _the(-_Original.points, _of(Voucher.hold_operation_id, OperationKind.HOLD)), 0
        ),
        found=Voucher.points,
    ),
    Check(
        "a voucher that came to nothing gave its points back, no other did",
        Voucher,
        expected=case(
            (Voucher.status.in_((VoucherStatus.CANCELLED, VoucherStatus.EXPIRED)), Voucher.points),
            else_=0,
        ),
        found=_reversed(Voucher.hold_operation_id),
        where=(Voucher.hold_operation_id.is_not(None),),
    ),
)

_CHARITY = (
    Check(
        "a donation's points left the account",
        Donation,
        expected=_the(-_Original.points, _of(Donation.operation_id, OperationKind.DONATE)),
        found=Donation.points,
    ),
    Check(
        "a payout is the sum of its donations",
        Payout,
        expected=_total(Donation.points, Donation.payout_id == Payout.id),
        found=Payout.points,
    ),
)

CHECKS = _LEDGER + _OPERATIONS + _TILL + _REWARDS + _CHARITY
"""All of them; those about one table stand together."""
