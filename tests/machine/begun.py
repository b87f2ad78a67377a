"""A life that has begun: two members of a small shop, and what every step needs."""

from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis.stateful import Bundle, MultipleResults, RuleBasedStateMachine, multiple

from services.errors import DomainError
from services.ledger.errors import NotEnoughPoints, SpendingBlocked
from tests.machine.model import Hold, Lot, Member, Receipt, end_of_day
from tests.machine.shop import MachineShop

Act = Callable[[], Coroutine[Any, Any, Any]]

WELCOME = 100

people: Bundle[Member] = Bundle("people")
receipts: Bundle[Receipt] = Bundle("receipts")
requests: Bundle[Hold] = Bundle("requests")
tickets: Bundle[Hold] = Bundle("tickets")


class Begun(RuleBasedStateMachine):
    """The shop, which whoever runs the machine has opened, and what was done in it so far."""

    shop: MachineShop

    def __init__(self) -> None:
        super().__init__()
        self.shop.reset()
        self.ctx = self.shop.ctx
        self.members = [Member(row) for row in self.shop.members]
        self.holds: list[Hold] = []
        self.acts: list[Act] = []
        self.keys = 0
        self.steps = 0
        self.points_life: int | None = 365
        self.debts = False
        for member in self.members:
            member.account.give("welcome", [Lot(WELCOME, None, self.expiry())])

    @property
    def now(self) -> datetime:
        return self.shop.clock.now()

    def key(self) -> str:
        self.keys += 1
        return f"act-{self.keys}"

    def do(self, act: Act) -> Any:
        """Do it, and remember it for a second tap."""
        self.acts.append(act)
        return self.shop.run(act())

    def must_refuse(self, act: Act, refusal: DomainError) -> MultipleResults[Any]:
        with pytest.raises(type(refusal)) as refused:
            self.shop.run(act())
        assert refused.value.facts() == refusal.facts()
        return multiple()

    def expiry(self, asked: Hold | None = None) -> datetime | None:
        """The terms are those of the moment in which the member was asked, if they were."""
        life = asked.points_life if asked is not None else self.points_life
        return None if life is None else end_of_day(self.now + timedelta(days=life))

    def spending(self, member: Member, points: int) -> DomainError | None:
        """Why the member cannot spend so many points now."""
        if member.frozen:
            return SpendingBlocked()
        have = member.account.spendable(self.now)
        return NotEnoughPoints(have, points) if have < points else None

    def hold(self, member: Member, points: int, row: int, until: datetime) -> Hold:
        parts = member.account.take("hold", points, self.now)
        life = self.points_life
        self.holds.append(Hold(row, member, points, parts, until, points_life=life))
        return self.holds[-1]
