"""Callback data of the till's buttons. It comes back from outside, so services check all of it."""

from datetime import datetime, timedelta
from enum import StrEnum

from pydantic import Field

from handlers.routing import Tap
from services.messaging.deliveries import NoticeAct

FRESH = timedelta(minutes=10)
"""How long a guest's screen serves: after that somebody else stands at the till."""


class ToTill(Tap, prefix="till"):
    """Close what is open and show the till."""


class Act(StrEnum):
    CHOOSE = "c"
    AWARD = "a"
    SPEND = "s"
    OTHER = "o"
    ASK = "k"


class Sale(Tap, prefix="sale"):
    """A receipt on its way: whose, how much (minor units), and how many points pay for it.

    `typed` is the cashier's message that held the amount: whatever is tapped for it, however
    often, ends in one receipt. `lined`: it held lines too, which the conversation keeps.
    """

    act: Act
    member: int
    amount: int = Field(gt=0)
    points: int = Field(ge=0)
    at: int  # unix seconds
    typed: int
    lined: bool = False

    def then(self, act: Act, points: int = 0) -> "Sale":
        return self.model_copy(update={"act": act, "points": points})

    def key(self, cashier: int) -> str:
        """The idempotency key. `cashier`: their messenger's id."""
        return f"till:{cashier}:{self.typed}"

    def fresh(self, now: datetime) -> bool:
        return is_fresh(self.at, now)


def is_fresh(at: int, now: datetime) -> bool:
    """Whether a screen drawn at this unix second may still be used."""
    return now.timestamp() - at < FRESH.total_seconds()


class Withdraw(Tap, prefix="unask"):
    """Take a request to spend points back."""

    redemption: int


class Accept(Tap, prefix="accept"):
    voucher: int


class Undo(Tap, prefix=NoticeAct.UNDO):
    """Also under the message that tells a cashier of the guest's yes."""

    purchase: int


class Serve(Tap, prefix=NoticeAct.SERVE):
    """Also under the message that tells a cashier of the guest's no."""

    member: int


class WorkAt(Tap, prefix="workat"):
    """Work at this outlet from now on; without one, show which there are."""

    outlet: int = 0
