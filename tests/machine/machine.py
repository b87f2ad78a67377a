"""Random lives of a small shop: the real services beside the model, compared after every step."""

from collections.abc import Callable, Coroutine
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    MultipleResults,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    precondition,
    rule,
)

from services import (
    charity,
    errors,
    leaving,
    members,
    purchases,
    redemptions,
    refunds,
    undoing,
    verify,
    voucher_returns,
    vouchers,
)
from services.money import Money
from services.pricing.terms import Line
from tests.machine.chances import AMOUNTS, LIVES, MOVES, POINTS, SHELVES, Answer
from tests.machine.comparison import compare, compare_levels, compare_reviews, compare_totals
from tests.machine.model import Hold, Lot, Member, Receipt, Refund, end_of_day
from tests.machine.shop import REWARD_POINTS, MachineShop, Tick

Act = Callable[[], Coroutine[Any, Any, Any]]

UNDO, ANSWER, RETURNS = timedelta(seconds=600), timedelta(seconds=180), timedelta(days=14)
"""How long a cashier may undo, a member answer, a cashier take goods back."""
VOUCHER_LIFE = timedelta(days=30)
WELCOME = 100
LONG = 8
"""Steps before members leave, after which little happens, and before the auditor comes, which costs
as much as five steps."""


class Life(RuleBasedStateMachine):
    """One life of the shop, which whoever runs the machine has opened."""

    shop: MachineShop

    people = Bundle("people")
    receipts = Bundle("receipts")
    requests = Bundle("requests")
    tickets = Bundle("tickets")

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

    def must_refuse(self, act: Act, refusal: errors.DomainError) -> MultipleResults[Any]:
        with pytest.raises(type(refusal)) as refused:
            self.shop.run(act())
        assert refused.value.facts() == refusal.facts()
        return multiple()

    def expiry(self, asked: Hold | None = None) -> datetime | None:
        """The terms are those of the moment in which the member was asked, if they were."""
        life = asked.points_life if asked is not None else self.points_life
        return None if life is None else end_of_day(self.now + timedelta(days=life))

    def spending(self, member: Member, points: int) -> errors.DomainError | None:
        """Why the member cannot spend so many points now."""
        if member.frozen:
            return errors.SpendingFrozen()
        have = member.account.spendable(self.now)
        return errors.NotEnoughPoints(have, points) if have < points else None

    # People

    @initialize(target=people)
    def all_have_joined(self) -> MultipleResults[Member]:
        return multiple(*self.members)

    @precondition(lambda self: self.steps >= LONG)
    @rule(member=consumes(people))
    def leaves(self, member: Member) -> None:
        self.shop.run(leaving.leave(self.ctx, member.id))
        for hold in self.holds:
            if hold.open and hold.member is member:
                hold.release(self.now)
                hold.dropped = True
        member.account.close()
        member.left = True

    @precondition(lambda self: any(member.frozen for member in self.members))
    @rule(member=people)
    def is_trusted_again(self, member: Member) -> None:
        self.shop.run(members.unfreeze(self.ctx, self.shop.owner, member.id))
        member.frozen = False

    # At the till

    @initialize(target=receipts, amount=AMOUNTS, shelf=SHELVES)
    def somebody_has_bought(self, amount: int, shelf: int | None) -> Receipt:
        return self.buy(self.members[0], amount, shelf)

    @rule(target=receipts, member=people, amount=AMOUNTS, shelf=SHELVES)
    def buys(self, member: Member, amount: int, shelf: int | None) -> Receipt:
        return self.buy(member, amount, shelf)

    def buy(self, member: Member, amount: int, shelf: int | None) -> Receipt:
        by, key, lines = self.shop.cashier, self.key(), self.lines(amount, shelf)
        done = self.do(
            lambda: purchases.record(self.ctx, by, member.id, amount, key=key, lines=lines)
        )
        return self.settle(member, amount, None, done, self.category(shelf))

    def category(self, shelf: int | None) -> int | None:
        return None if shelf is None else self.shop.categories[shelf]

    def lines(self, amount: int, shelf: int | None) -> tuple[Line, ...]:
        return () if shelf is None else (Line(amount, category_id=self.category(shelf)),)

    def settle(
        self,
        member: Member,
        amount: int,
        hold: Hold | None,
        done: purchases.Receipt,
        category: int | None,
    ) -> Receipt:
        lots = member.account.give("purchase", [Lot(done.points_earned, None, self.expiry(hold))])
        receipt = Receipt(
            id=done.purchase_id,
            member=member,
            at=self.now,
            amount=amount,
            points_spent=hold.points if hold else 0,
            spent=hold.parts if hold else [],
            points_earned=done.points_earned,
            earned=lots,
            category=category,
        )
        member.receipts.append(receipt)
        member.touched_at = self.now
        assert done.paid.minor == receipt.paid
        assert (done.points_spent, done.balance) == (receipt.points_spent, member.account.balance)
        return receipt

    @rule(target=requests, member=people, points=POINTS, more=AMOUNTS, shelf=SHELVES)
    def wants_to_spend(self, member: Member, points: int, more: int, shelf: int | None) -> Any:
        by, key, amount = self.shop.cashier, self.key(), points * Receipt.POINT * 4 + more
        lines = self.lines(amount, shelf)

        def act() -> Any:
            return redemptions.request(
                self.ctx, by, member.id, amount, points, key=key, lines=lines
            )

        refusal = self.spending(member, points)
        waiting = any(hold.open and hold.amount and hold.member is member for hold in self.holds)
        if waiting and not member.frozen:
            refusal = errors.RedemptionPending()
        if refusal:
            return self.must_refuse(act, refusal)
        request = self.do(act)
        hold = self.hold(member, points, request.redemption_id, self.now + ANSWER)
        hold.amount, hold.category = amount, self.category(shelf)
        return hold

    def hold(self, member: Member, points: int, row: int, until: datetime) -> Hold:
        parts = member.account.take("hold", points, self.now)
        life = self.points_life
        self.holds.append(Hold(row, member, points, parts, until, points_life=life))
        return self.holds[-1]

    @rule(target=receipts, hold=consumes(requests), answer=st.sampled_from(Answer))
    def is_answered(self, hold: Hold, answer: Answer) -> Any:
        member, row = hold.member, hold.id
        acts: dict[Answer, Act] = {
            Answer.APPROVE: lambda: redemptions.approve(self.ctx, member.id, row),
            Answer.CANCEL: lambda: redemptions.cancel(self.ctx, self.shop.cashier, row),
            Answer.DECLINE: lambda: redemptions.decline(self.ctx, member.id, row),
        }
        late = answer is Answer.APPROVE and hold.until <= self.now
        if not hold.open and answer is Answer.CANCEL and hold.dropped:
            self.do(acts[answer])
            return multiple()
        if not hold.open or late:
            return self.must_refuse(acts[answer], errors.AlreadyResolved())
        done = self.do(acts[answer])
        if answer is Answer.APPROVE:
            hold.open = False
            return self.settle(member, hold.amount, hold, done, hold.category)
        hold.release(self.now)
        member.frozen |= answer is Answer.DECLINE
        return multiple()

    @rule(receipt=receipts, sevenths=st.integers(0, 7), by_owner=st.booleans())
    def goes_back(self, receipt: Receipt, sevenths: int, by_owner: bool) -> None:
        """Some of what is left: all of it when `sevenths` is 0, too much when it is 7."""
        left = receipt.amount - receipt.refunded
        part = left + 1 if sevenths == 7 else max(1, left * sevenths // 7)
        amount = part if sevenths else None
        by, key = self.shop.owner if by_owner else self.shop.cashier, self.key()

        def act() -> Any:
            return refunds.refund(self.ctx, by, receipt.id, key=key, amount=amount)

        if receipt.member.left:
            self.must_refuse(act, errors.MemberNotFound())
        elif receipt.is_gone:
            self.must_refuse(act, errors.AlreadyUndone())
        elif not by_owner and self.now > end_of_day(receipt.at + RETURNS):
            self.must_refuse(act, errors.TooLateToRefund(RETURNS.days))
        elif part > left:
            self.must_refuse(act, errors.RefundTooLarge(Money(left, "RUB")))
        else:
            done = self.do(act)
            back = self.go_back(receipt, "refund", part if sevenths else left)
            assert back == Refund(
                done.paid.minor,
                done.points_returned,
                done.points_taken,
                done.points_owed,
                done.points_forgiven,
            )
            assert done.balance == receipt.member.account.balance

    @rule(receipt=receipts, by_owner=st.booleans())
    def is_undone(self, receipt: Receipt, by_owner: bool) -> None:
        by = self.shop.owner if by_owner else self.shop.cashier

        def act() -> Any:
            return undoing.undo(self.ctx, by, receipt.id)

        if receipt.is_gone:
            self.must_refuse(act, errors.AlreadyUndone())
        elif not by_owner and receipt.at < self.now - UNDO:
            self.must_refuse(act, errors.TooLateToUndo())
        else:
            done = self.do(act)
            back = self.go_back(receipt, "undo", receipt.amount - receipt.refunded)
            assert (done.points_returned, done.points_taken) == (back.returned, back.taken)
            assert done.points_not_taken == back.forgiven

    def go_back(self, receipt: Receipt, kind: str, part: int) -> Refund:
        receipt.member.touched_at = self.now
        return receipt.refund(kind, part, self.now, debts=self.debts)

    # Rewards and charity

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
            self.must_refuse(act, errors.VoucherExpired(hold.until))
        elif not hold.open:
            self.must_refuse(act, errors.VoucherUsed())
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

    # The owner

    @rule(
        member=people,
        points=POINTS,
        life=LIVES,
        waits=st.sampled_from([None, 2, 72]),
        bonus=st.none() | st.tuples(POINTS, LIVES),
    )
    def is_given(
        self,
        member: Member,
        points: int,
        life: int | None,
        waits: int | None,
        bonus: tuple[int, int | None] | None,
    ) -> None:
        """Points of two kinds that begin after some hours and last some days."""
        starts = None if waits is None else self.now + timedelta(hours=waits)
        lots = [
            Lot(part, starts, None if days is None else self.now + timedelta(days=days))
            for part, days in ((points, life), *([bonus] if bonus else []))
        ]
        self.shop.run(self.shop.grant(member.id, lots, key=self.key()))
        member.account.give("grant", lots)

    @rule(debts=st.booleans(), points_life=st.sampled_from([None, 2, 30, 365]))
    def changes_the_programme(self, debts: bool, points_life: int | None) -> None:
        self.shop.run(self.shop.publish(debts=debts, points_life_days=points_life))
        self.debts, self.points_life = debts, points_life

    # Time

    @rule(move=MOVES, tick=st.none() | st.sampled_from(Tick))
    def time_passes(self, move: timedelta, tick: Tick | None) -> None:
        self.shop.clock.at += move
        if tick is not None:
            self.looks(tick)

    @rule(tick=st.sampled_from(Tick))
    def looks(self, tick: Tick) -> None:
        """What is due of one sort is done, in whatever order the clock came to it."""
        self.shop.run(tick.run(self.ctx))
        if tick is Tick.POINTS:
            for member in self.members:
                member.account.expire(self.now)
        elif tick is Tick.LEVELS:
            compare_reviews(self.shop, self.members, self.now)
        else:
            due = [hold for hold in self.holds if hold.open and hold.until <= self.now]
            for hold in sorted(due, key=lambda hold: hold.until):
                if bool(hold.amount) == (tick is Tick.REDEMPTIONS):
                    hold.release(self.now)

    # Trust

    @precondition(lambda self: self.acts)
    @rule(back=st.integers(0, 5))
    def the_same_tap_again(self, back: int) -> None:
        """It may be answered or refused; nothing changes."""
        with suppress(errors.DomainError):
            self.shop.run(self.acts[-1 - back % len(self.acts)]())

    @precondition(lambda self: self.steps >= LONG)
    @rule()
    def an_auditor_comes(self) -> None:
        verdict = self.shop.run(verify.run(self.ctx))
        assert [str(problem) for problem in verdict.problems] == []

    @invariant()
    def the_points_add_up(self) -> None:
        self.steps += 1
        compare(self.shop, self.members)
        compare_levels(self.shop, self.members)
        compare_totals(self.shop, self.members)
