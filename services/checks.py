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
from models.stamps import MemberStampCard, Stamp
from models.till import Purchase, Redemption, RedemptionStatus

Table = (
    type[Account]
    | type[Lot]
    | type[Entry]
    | type[Operation]
    | type[Redemption]
    | type[Voucher]
    | type[Purchase]
    | type[Donation]
    | type[Payout]
    | type[Member]
    | type[MemberStampCard]
    | type[Stamp]
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
)
TAKES = (OperationKind.HOLD, OperationKind.DONATE, OperationKind.EXPIRE)
REVERSES = (OperationKind.RELEASE, OperationKind.UNDO)

_Original = aliased(Operation)
"""What an operation reverses."""
_Reversal = aliased(Operation)
"""What reversed an operation."""
_Taken = aliased(Entry)


def _of(operation_id: Figure, kind: OperationKind) -> ColumnElement[bool]:
    return and_(_Original.id == operation_id, _Original.kind == kind)


def _reversed(operation_id: Figure) -> ScalarSelect[Any]:
    return _count(_Reversal.reverses_id == operation_id)


_reverses_hold = select(_Original.id).where(_of(Operation.reverses_id, OperationKind.HOLD)).exists()
_reverses_award = (
    select(_Original.id).where(_of(Operation.reverses_id, OperationKind.PURCHASE)).exists()
)
_award = _the(_Original.points, _Original.id == Operation.reverses_id)

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
        "a hold returns to the lots that it came from",
        Entry,
        expected=_the(
            -_Taken.points,
            _Taken.operation_id == _Original.id,
            _Taken.lot_id == Entry.lot_id,
            _Reversal.id == Entry.operation_id,
            _of(_Reversal.reverses_id, OperationKind.HOLD),
        ),
        found=Entry.points,
        where=(
            select(_Reversal.id)
            .where(
                _Reversal.id == Entry.operation_id,
                _of(_Reversal.reverses_id, OperationKind.HOLD),
            )
            .exists(),
        ),
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
        "releases and undoings reverse something, nothing else does",
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
        "a hold returns whole",
        Operation,
        expected=-_award,
        found=Operation.points,
        where=(_reverses_hold,),
    ),
    Check(
        "no more is taken back than was given",
        Operation,
        expected=case(
            (Operation.points > 0, 0),
            (Operation.points < -_award, -_award),
            else_=Operation.points,
        ),
        found=Operation.points,
        where=(_reverses_award,),
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
                _count(Purchase.id == Redemption.purchase_id, Purchase.undone_at.is_not(None)),
            ),
            else_=1,
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
        "an undone purchase gave up what it earned, no other did",
        Purchase,
        expected=_yes(Purchase.undone_at.is_not(None)),
        found=_reversed(Purchase.earn_operation_id),
        where=(Purchase.earn_operation_id.is_not(None),),
    ),
    Check(
        "an undone purchase gave back what it spent, no other did",
        Purchase,
        expected=_yes(Purchase.undone_at.is_not(None)),
        found=_reversed(Purchase.hold_operation_id),
        where=(Purchase.hold_operation_id.is_not(None),),
    ),
    Check(
        "a receipt is paid with money from nothing to the whole",
        Purchase,
        expected=literal(1),
        found=_yes(and_(Purchase.paid >= 0, Purchase.paid <= Purchase.amount)),
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
        expected=_total(
            Purchase.paid, and_(Purchase.member_id == Member.id, Purchase.undone_at.is_(None))
        ),
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
        expected=_yes(Voucher.status.in_((VoucherStatus.CANCELLED, VoucherStatus.EXPIRED))),
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

_Moved = aliased(Stamp)
"""Other moves of stamps than the one that is looked at."""
_same_purchase = and_(
    _Moved.purchase_id == Stamp.purchase_id,
    _Moved.member_card_id == Stamp.member_card_id,
    _Moved.voucher_id.is_(None),
)
_of_its_card = Stamp.member_card_id == MemberStampCard.id

_STAMPS = (
    Check(
        "a stamp card holds the sum of its stamps",
        MemberStampCard,
        expected=_total(Stamp.count, _of_its_card),
        found=MemberStampCard.stamps,
    ),
    Check(
        "a stamp card was full as often as vouchers were made of it",
        MemberStampCard,
        expected=_count(_of_its_card, Stamp.voucher_id.is_not(None), Stamp.count < 0)
        - _count(_of_its_card, Stamp.voucher_id.is_not(None), Stamp.count > 0),
        found=MemberStampCard.filled,
    ),
    Check(
        "no more stamps are taken back than a purchase gave",
        Stamp,
        expected=literal(1),
        found=_yes(_total(_Moved.count, _same_purchase) >= 0),
        where=(Stamp.purchase_id.is_not(None), Stamp.voucher_id.is_(None), Stamp.count < 0),
    ),
    Check(
        "a voucher made of stamps is its card's member's",
        Stamp,
        expected=_the(MemberStampCard.member_id, MemberStampCard.id == Stamp.member_card_id),
        found=_the(Voucher.member_id, Voucher.id == Stamp.voucher_id),
        where=(Stamp.voucher_id.is_not(None),),
    ),
    Check(
        "stamps return whole",
        Stamp,
        expected=literal(0),
        found=_total(_Moved.count, _Moved.voucher_id == Stamp.voucher_id),
        where=(Stamp.voucher_id.is_not(None), Stamp.count > 0),
    ),
    Check(
        "stamps return from a voucher that was cancelled",
        Stamp,
        expected=literal(1),
        found=_count(Voucher.id == Stamp.voucher_id, Voucher.status == VoucherStatus.CANCELLED),
        where=(Stamp.voucher_id.is_not(None), Stamp.count > 0),
    ),
)

CHECKS = _LEDGER + _OPERATIONS + _TILL + _REWARDS + _CHARITY + _STAMPS
"""All of them; those about one table stand together."""
