"""Stamp cards and the vouchers that were made of them."""

from sqlalchemy import and_, case, literal
from sqlalchemy.orm import aliased

from models.rewards import Voucher, VoucherStatus
from models.stamps import MemberStampCard, Stamp
from services.integrity.checks.base import Check, Sheet, count, of, or_0, sums, the, total, yes

_Other = aliased(Stamp)
"""Other stamps on the same card as the one that is checked."""
_same_card = _Other.member_card_id == Stamp.member_card_id
_made_voucher = and_(Stamp.voucher_id.is_not(None), Stamp.count < 0)
_returned = and_(Stamp.voucher_id.is_not(None), Stamp.count > 0)
_moves = sums(
    Stamp.member_card_id,
    stamps=Stamp.count,
    filled=case((_made_voucher, 1), (_returned, -1), else_=0),
)

STAMP_CARDS = Sheet(
    MemberStampCard,
    beside=(of(_moves, MemberStampCard),),
    checks=(
        Check(
            "a stamp card holds the sum of its stamps",
            expected=or_0(_moves.c.stamps),
            found=MemberStampCard.stamps,
        ),
        Check(
            "a stamp card was full as often as vouchers were made of it",
            expected=or_0(_moves.c.filled),
            found=MemberStampCard.filled,
        ),
    ),
)

STAMPS = Sheet(
    Stamp,
    checks=(
        Check(
            "no more stamps are taken back than a purchase gave",
            expected=literal(1),
            found=yes(
                total(
                    _Other.count,
                    _Other.purchase_id == Stamp.purchase_id,
                    _same_card,
                    _Other.voucher_id.is_(None),
                )
                >= 0
            ),
            where=(Stamp.purchase_id.is_not(None), Stamp.voucher_id.is_(None), Stamp.count < 0),
        ),
        Check(
            "a voucher made of stamps is its card's member's",
            expected=the(MemberStampCard.member_id, MemberStampCard.id == Stamp.member_card_id),
            found=the(Voucher.member_id, Voucher.id == Stamp.voucher_id),
            where=(Stamp.voucher_id.is_not(None),),
        ),
        Check(
            "stamps return whole",
            expected=literal(0),
            # The card is named because stamps have an index on cards, not on vouchers.
            found=total(_Other.count, _Other.voucher_id == Stamp.voucher_id, _same_card),
            where=(_returned,),
        ),
        Check(
            "stamps return from a voucher that was cancelled",
            expected=literal(1),
            found=count(Voucher.id == Stamp.voucher_id, Voucher.status == VoucherStatus.CANCELLED),
            where=(_returned,),
        ),
    ),
)
