"""Vouchers, donations and payouts."""

from sqlalchemy import case, func

from models.charity import Donation, Payout
from models.ledger import OperationKind
from models.rewards import Voucher, VoucherStatus
from services.checks.base import Check, Original, is_kind, reversed_points, the, total

REWARDS = (
    Check(
        "a voucher's points are held",
        Voucher,
        expected=func.coalesce(
            the(-Original.points, is_kind(Voucher.hold_operation_id, OperationKind.HOLD)), 0
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
        found=reversed_points(Voucher.hold_operation_id),
        where=(Voucher.hold_operation_id.is_not(None),),
    ),
)

CHARITY = (
    Check(
        "a donation's points left the account",
        Donation,
        expected=the(-Original.points, is_kind(Donation.operation_id, OperationKind.DONATE)),
        found=Donation.points,
    ),
    Check(
        "a payout is the sum of its donations",
        Payout,
        expected=total(Donation.points, Donation.payout_id == Payout.id),
        found=Payout.points,
    ),
)
