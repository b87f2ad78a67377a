"""Accounts, lots, entries and operations."""

from sqlalchemy import case, literal
from sqlalchemy.orm import aliased

from models.charity import Donation
from models.ledger import GIVES, REVERSES, TAKES, Account, Entry, Lot, Operation, OperationKind
from models.rewards import Voucher
from models.till import Purchase, Redemption
from services.integrity.checks.base import (
    Beside,
    Check,
    Reversal,
    Sheet,
    count,
    of,
    operation,
    or_0,
    sums,
    total,
    yes,
)

_Original = aliased(Operation)
"""The operation that another one reverses."""
_Other = aliased(Entry)
"""Entries other than the one that is checked."""
_taken_from_the_lot = (_Other.operation_id == _Original.id, _Other.lot_id == Entry.lot_id)

_lots = sums(
    Lot.account_id,
    points=Lot.remaining,
    positive=case((Lot.remaining > 0, Lot.remaining), else_=0),
    debts=case((Lot.remaining < 0, 1), else_=0),
)

ACCOUNTS = Sheet(
    Account,
    beside=(of(_lots, Account),),
    checks=(
        Check(
            "an account's balance is the sum of its entries",
            expected=total(Entry.points, Entry.account_id == Account.id),
            found=Account.balance,
        ),
        Check(
            "an account's balance is what its lots hold",
            expected=or_0(_lots.c.points),
            found=Account.balance,
        ),
        Check(
            "an account has points or a debt, never both",
            expected=case((_lots.c.debts > 0, 0), else_=or_0(_lots.c.positive)),
            found=or_0(_lots.c.positive),
        ),
    ),
)

LOTS = Sheet(
    Lot,
    checks=(
        Check(
            "a lot holds the sum of its entries",
            expected=total(Entry.points, Entry.lot_id == Lot.id),
            found=Lot.remaining,
        ),
    ),
)

ENTRIES = Sheet(
    Entry,
    beside=(
        Beside(Lot, Lot.id == Entry.lot_id),
        operation(Operation, Entry.operation_id),
        operation(_Original, Operation.reverses_id),
    ),
    checks=(
        Check(
            "an entry is of the account of its lot",
            expected=Lot.account_id,
            found=Entry.account_id,
        ),
        Check(
            "an entry is of the account of its operation",
            expected=Operation.account_id,
            found=Entry.account_id,
        ),
        Check(
            "what is held leaves its lots",
            expected=literal(1),
            found=yes(Entry.points < 0),
            where=(Operation.kind == OperationKind.HOLD,),
        ),
        Check(
            "no more returns to a lot than was held of it",
            expected=literal(1),
            found=yes(
                total(
                    _Other.points,
                    _Other.lot_id == Entry.lot_id,
                    _Other.operation_id == Reversal.id,
                    Reversal.reverses_id == _Original.id,
                )
                <= -total(_Other.points, *_taken_from_the_lot)
            ),
            where=(_Original.kind == OperationKind.HOLD,),
        ),
        Check(
            "a hold returns to the lots that it came from",
            expected=literal(1),
            found=count(*_taken_from_the_lot),
            where=(_Original.kind == OperationKind.HOLD,),
        ),
    ),
)

_reversals = sums(Reversal.reverses_id, points=Reversal.points)

OPERATIONS = Sheet(
    Operation,
    beside=(operation(_Original, Operation.reverses_id), of(_reversals, Operation)),
    checks=(
        Check(
            "an operation's points are the sum of its entries",
            expected=total(Entry.points, Entry.operation_id == Operation.id),
            found=Operation.points,
        ),
        Check(
            "an operation gives or takes as its kind says",
            expected=case((Operation.kind.in_(GIVES), 1), else_=-1),
            found=case((Operation.points > 0, 1), (Operation.points < 0, -1), else_=0),
            where=(Operation.kind.in_(GIVES + TAKES),),
        ),
        Check(
            "what pays off a debt only moves points",
            expected=literal(0),
            found=Operation.points,
            where=(Operation.kind == OperationKind.SETTLE,),
        ),
        Check(
            "releases and refunds reverse something, nothing else does",
            expected=yes(Operation.kind.in_(REVERSES)),
            found=yes(Operation.reverses_id.is_not(None)),
        ),
        Check(
            "a reversal is of the same account",
            expected=_Original.account_id,
            found=Operation.account_id,
            where=(Operation.reverses_id.is_not(None),),
        ),
        Check(
            "what is reversed is a hold or a purchase",
            expected=literal(1),
            found=yes(_Original.kind.in_((OperationKind.HOLD, OperationKind.PURCHASE))),
            where=(Operation.reverses_id.is_not(None),),
        ),
        Check(
            "no more is returned than was held",
            expected=literal(1),
            found=yes(or_0(_reversals.c.points).between(0, -Operation.points)),
            where=(Operation.kind == OperationKind.HOLD,),
        ),
        Check(
            "no more is taken back than was given",
            expected=literal(1),
            found=yes(or_0(_reversals.c.points).between(-Operation.points, 0)),
            where=(Operation.kind == OperationKind.PURCHASE,),
        ),
        Check(
            "a hold belongs to one redemption or voucher",
            expected=literal(1),
            found=count(Redemption.hold_operation_id == Operation.id)
            + count(Voucher.hold_operation_id == Operation.id),
            where=(Operation.kind == OperationKind.HOLD,),
        ),
        Check(
            "points of a purchase belong to one purchase",
            expected=literal(1),
            found=count(Purchase.earn_operation_id == Operation.id),
            where=(Operation.kind == OperationKind.PURCHASE,),
        ),
        Check(
            "points given to charity belong to one donation",
            expected=literal(1),
            found=count(Donation.operation_id == Operation.id),
            where=(Operation.kind == OperationKind.DONATE,),
        ),
    ),
)
