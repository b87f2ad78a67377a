"""What members take for their points: rewards and good deeds."""

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import consumes, rule

from services.charity import charity
from services.rewards import voucher_returns, vouchers
from services.rewards.errors import VoucherExpired, VoucherUsed
from tests.machine.begun import Begun, people, tickets
from tests.machine.chances import POINTS
from tests.machine.model import Hold, Member, end_of_day
from tests.machine.shop import REWARD_POINTS

VOUCHER_LIFE = timedelta(days=30)


class Wishing(Begun):
    @rule(target=tickets, member=people)
    def wants_a_reward(self, member: Member) -> Any:
        key = self.key()

        def act() -> Any:
            return vouchers.request(self.ctx, member.id, self.shop.reward, key=key)

        if refusal := self.spending(member, REWARD_POINTS):
            return self.must_refuse(act, refusal)
        until = end_of_day(self.now + VOUCHER_LIFE)
        return self.hold(member, REWARD_POINTS, self.do(act).id, until)

    @rule(hold=consumes(tickets), accepted=st.booleans())
    def is_redeemed(self, hold: Hold, accepted: bool) -> None:
        def act() -> Any:
            if accepted:
                return vouchers.accept(self.ctx, self.shop.cashier, hold.id)
            return voucher_returns.cancel(self.ctx, hold.member.id, hold.id)

        if accepted and hold.until <= self.now:
            self.must_refuse(act, VoucherExpired(hold.until))
        elif not hold.open:
            self.must_refuse(act, VoucherUsed())
        else:
            self.do(act)
            if accepted:
                hold.open = False
            else:
                hold.release(self.now)

    @rule(member=people, points=POINTS)
    def donates(self, member: Member, points: int) -> None:
        key = self.key()

        def act() -> Any:
            return charity.give(self.ctx, member.id, self.shop.fund, points, key=key)

        if refusal := self.spending(member, points):
            self.must_refuse(act, refusal)
        else:
            self.do(act)
            member.account.take("donate", points, self.now)
