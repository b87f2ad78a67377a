"""A coupon in words, the same for its member and for a cashier."""

from collections.abc import Mapping
from textwrap import shorten

from messengers.words import Say
from services.facts import Fact
from services.offers.coupons import Coupon

FACT_LENGTH = 150
"""Of a list of names: all of it has to fit under a picture, in 1,024 characters."""


def about(say: Say, coupon: Coupon) -> str:
    """The coupon's benefit, its goods, its last day and the uses left."""
    return say(
        "coupon-about",
        title=coupon.title,
        kind=coupon.kind.value,
        value=coupon.value,
        until=coupon.until,
        left="any" if coupon.over or coupon.uses_left is None else coupon.uses_left,
        **in_brief(coupon.asked),
    )


def in_brief(asked: Mapping[str, Fact]) -> dict[str, Fact]:
    """Facts of `offer-terms` whose lists have an end."""
    return {
        name: shorten(fact, FACT_LENGTH, placeholder="…") if isinstance(fact, str) else fact
        for name, fact in asked.items()
    }
