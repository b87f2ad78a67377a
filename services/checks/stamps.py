"""Stamp cards and the vouchers that were made of them."""

from sqlalchemy import and_, literal
from sqlalchemy.orm import aliased

from models.rewards import Voucher, VoucherStatus
from models.stamps import MemberStampCard, Stamp
from services.checks.base import Check, count, the, total, yes

_Other = aliased(Stamp)
"""Moves of stamps beside the one that is looked at."""
_of_the_card = Stamp.member_card_id == MemberStampCard.id
_into_vouchers = and_(_of_the_card, Stamp.voucher_id.is_not(None))
_same_purchase = and_(
    _Other.purchase_id == Stamp.purchase_id,
    _Other.member_card_id == Stamp.member_card_id,
    _Other.voucher_id.is_(None),
)
_returned = (Stamp.voucher_id.is_not(None), Stamp.count > 0)

STAMPS = (
    Check(
        "a stamp card holds the sum of its stamps",
        MemberStampCard,
        expected=total(Stamp.count, _of_the_card),
        found=MemberStampCard.stamps,
    ),
    Check(
        "a stamp card was full as often as vouchers were made of it",
        MemberStampCard,
        expected=count(_into_vouchers, Stamp.count < 0) - count(_into_vouchers, Stamp.count > 0),
        found=MemberStampCard.filled,
    ),
    Check(
        "no more stamps are taken back than a purchase gave",
        Stamp,
        expected=literal(1),
        found=yes(total(_Other.count, _same_purchase) >= 0),
        where=(Stamp.purchase_id.is_not(None), Stamp.voucher_id.is_(None), Stamp.count < 0),
    ),
    Check(
        "a voucher made of stamps is its card's member's",
        Stamp,
        expected=the(MemberStampCard.member_id, MemberStampCard.id == Stamp.member_card_id),
        found=the(Voucher.member_id, Voucher.id == Stamp.voucher_id),
        where=(Stamp.voucher_id.is_not(None),),
    ),
    Check(
        "stamps return whole",
        Stamp,
        expected=literal(0),
        found=total(_Other.count, _Other.voucher_id == Stamp.voucher_id),
        where=_returned,
    ),
    Check(
        "stamps return from a voucher that was cancelled",
        Stamp,
        expected=literal(1),
        found=count(Voucher.id == Stamp.voucher_id, Voucher.status == VoucherStatus.CANCELLED),
        where=_returned,
    ),
)
