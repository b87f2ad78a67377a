"""Vouchers, donations and payouts."""

from sqlalchemy import case

from models.charity import Donation, Payout
from models.ledger import OperationKind
from models.rewards import Voucher, VoucherStatus
from services.integrity.checks.base import (
    Check,
    Sheet,
    Took,
    operation,
    or_0,
    reversed_points,
    total,
)

VOUCHERS = Sheet(
    Voucher,
    beside=(operation(Took, Voucher.hold_operation_id, OperationKind.HOLD),),
    checks=(
        Check("a voucher's points are held", expected=or_0(-Took.points), found=Voucher.points),
        Check(
            "a voucher that came to nothing gave its points back, no other did",
            expected=case(
                (
                    Voucher.status.in_((VoucherStatus.CANCELLED, VoucherStatus.EXPIRED)),
                    Voucher.points,
                ),
                else_=0,
            ),
            found=reversed_points(Voucher.hold_operation_id),
            where=(Voucher.hold_operation_id.is_not(None),),
        ),
    ),
)

DONATIONS = Sheet(
    Donation,
    beside=(operation(Took, Donation.operation_id, OperationKind.DONATE),),
    checks=(
        Check("a donation's points left the account", expected=-Took.points, found=Donation.points),
    ),
)

PAYOUTS = Sheet(
    Payout,
    checks=(
        Check(
            "a payout is the sum of its donations",
            expected=total(Donation.points, Donation.payout_id == Payout.id),
            found=Payout.points,
        ),
    ),
)
