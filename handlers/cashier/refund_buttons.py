"""Callback data of the buttons of refunds and moves. Services check all of it again."""

from enum import StrEnum

from pydantic import Field

from handlers.routing import Tap


class Purchases(Tap, prefix="boughts"):
    """The latest purchases of a guest, or those recorded by whoever taps."""

    member: int = 0


class Bought(Tap, prefix="bought"):
    """The actions on a purchase."""

    purchase: int


class BackAct(StrEnum):
    TYPE = "t"  # an amount
    LINES = "l"
    PIECES = "p"  # of one line
    LOOK = "k"
    DO = "d"


class Back(Tap, prefix="rf"):
    """A refund on its way: `amount` minor units of the purchase or of one `line`; 0: all that is
    left. `so_far` went back before.
    """

    act: BackAct
    purchase: int
    so_far: int = Field(ge=0)
    at: int  # unix seconds
    line: int = 0
    amount: int = Field(default=0, ge=0)

    def then(self, act: BackAct, *, line: int = 0, amount: int = 0) -> "Back":
        return self.model_copy(update={"act": act, "line": line, "amount": amount})

    @property
    def part(self) -> int | None:
        """So much of the purchase, for services.refunds.refunds."""
        return self.amount or None if not self.line else None

    @property
    def lines(self) -> dict[int, int] | None:
        """So much of one line, for services.refunds.refunds."""
        return {self.line: self.amount} if self.line else None

    def key(self) -> str:
        """The idempotency key: from one state of a purchase, a refund happens once."""
        return f"refund:{self.purchase}:{self.so_far}:{self.line}:{self.amount}"


class Move(Tap, prefix="mv"):
    """A purchase on its way to another member's card; `to` 0: whose is asked next."""

    purchase: int
    at: int  # unix seconds
    to: int = 0

    def key(self) -> str:
        return f"move:{self.purchase}:{self.to}"
