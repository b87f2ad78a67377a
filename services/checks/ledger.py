"""Accounts, lots, entries and operations."""

from sqlalchemy import and_, case, func, literal, or_, select
from sqlalchemy.orm import aliased

from models.charity import Donation
from models.ledger import Account, Entry, Lot, Operation, OperationKind
from models.rewards import Voucher
from models.till import Purchase, Redemption
from services.checks.base import (
    GIVES,
    REVERSES,
    TAKES,
    Check,
    Original,
    Reversal,
    Taken,
    count,
    is_kind,
    reversed_points,
    the,
    total,
    yes,
)

reverses_hold = (
    select(Original.id).where(is_kind(Operation.reverses_id, OperationKind.HOLD)).exists()
)
reverses_award = (
    select(Original.id).where(is_kind(Operation.reverses_id, OperationKind.PURCHASE)).exists()
)
held_from = select(Original.id).where(is_kind(Entry.operation_id, OperationKind.HOLD)).exists()
Back = aliased(Entry)
"""An entry of a reversal."""


positive = total(Lot.remaining, and_(Lot.account_id == Account.id, Lot.remaining > 0))

LEDGER = (
    Check(
        "an account's balance is the sum of its entries",
        Account,
        expected=total(Entry.points, Entry.account_id == Account.id),
        found=Account.balance,
    ),
    Check(
        "an account's balance is what its lots hold",
        Account,
        expected=total(Lot.remaining, Lot.account_id == Account.id),
        found=Account.balance,
    ),
    Check(
        "a lot holds the sum of its entries",
        Lot,
        expected=total(Entry.points, Entry.lot_id == Lot.id),
        found=Lot.remaining,
    ),
    Check(
        "an entry is of the account of its lot",
        Entry,
        expected=the(Lot.account_id, Lot.id == Entry.lot_id),
        found=Entry.account_id,
    ),
    Check(
        "an entry is of the account of its operation",
        Entry,
        expected=the(Operation.account_id, Operation.id == Entry.operation_id),
        found=Entry.account_id,
    ),
    Check(
        "no more returns to a lot than was held of it",
        Entry,
        expected=literal(1),
        found=yes(
            select(func.coalesce(func.sum(Back.points), 0))
            .join(Reversal, Reversal.id == Back.operation_id)
            .where(Reversal.reverses_id == Entry.operation_id, Back.lot_id == Entry.lot_id)
            .scalar_subquery()
            <= -Entry.points
        ),
        where=(held_from,),
    ),
    Check(
        "a hold returns to the lots that it came from",
        Entry,
        expected=literal(1),
        found=count(
            Taken.operation_id == Reversal.reverses_id,
            Taken.lot_id == Entry.lot_id,
            Reversal.id == Entry.operation_id,
        ),
        where=(
            select(Reversal.id)
            .where(
                Reversal.id == Entry.operation_id,
                is_kind(Reversal.reverses_id, OperationKind.HOLD),
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
            else_=positive,
        ),
        found=positive,
    ),
)

OPERATIONS = (
    Check(
        "an operation's points are the sum of its entries",
        Operation,
        expected=total(Entry.points, Entry.operation_id == Operation.id),
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
        expected=yes(Operation.kind.in_(REVERSES)),
        found=yes(Operation.reverses_id.is_not(None)),
    ),
    Check(
        "a reversal is of the same account",
        Operation,
        expected=the(Original.account_id, Original.id == Operation.reverses_id),
        found=Operation.account_id,
        where=(Operation.reverses_id.is_not(None),),
    ),
    Check(
        "what is reversed is a hold or a purchase",
        Operation,
        expected=literal(1),
        found=yes(or_(reverses_hold, reverses_award)),
        where=(Operation.reverses_id.is_not(None),),
    ),
    Check(
        "no more is returned than was held",
        Operation,
        expected=literal(1),
        found=yes(reversed_points(Operation.id).between(0, -Operation.points)),
        where=(Operation.kind == OperationKind.HOLD,),
    ),
    Check(
        "no more is taken back than was given",
        Operation,
        expected=literal(1),
        found=yes(reversed_points(Operation.id).between(-Operation.points, 0)),
        where=(Operation.kind == OperationKind.PURCHASE,),
    ),
    Check(
        "a hold belongs to one redemption or voucher",
        Operation,
        expected=literal(1),
        found=count(Redemption.hold_operation_id == Operation.id)
        + count(Voucher.hold_operation_id == Operation.id),
        where=(Operation.kind == OperationKind.HOLD,),
    ),
    Check(
        "points of a purchase belong to one purchase",
        Operation,
        expected=literal(1),
        found=count(Purchase.earn_operation_id == Operation.id),
        where=(Operation.kind == OperationKind.PURCHASE,),
    ),
    Check(
        "points given to charity belong to one donation",
        Operation,
        expected=literal(1),
        found=count(Donation.operation_id == Operation.id),
        where=(Operation.kind == OperationKind.DONATE,),
    ),
)
