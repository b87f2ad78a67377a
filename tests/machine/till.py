"""What happens at the till: receipts, points that pay, goods that come back."""

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import consumes, initialize, multiple, rule

from services.checkout import purchases, redemptions
from services.checkout.errors import AlreadyResolved, RedemptionPending
from services.members.errors import MemberNotFound
from services.money import Money
from services.pricing.model import Line
from services.refunds import refunds, undoing
from services.refunds.errors import AlreadyUndone, RefundTooLarge, TooLateToRefund, TooLateToUndo
from tests.machine.begun import Act, Begun, people, receipts, requests
from tests.machine.chances import AMOUNTS, POINTS, SHELVES, Answer
from tests.machine.model import Hold, Lot, Member, Receipt, Refund, end_of_day

UNDO, ANSWER, RETURNS = timedelta(seconds=600), timedelta(seconds=180), timedelta(days=14)
"""How long a cashier may undo, a member answer, a cashier take goods back."""


class AtTheTill(Begun):
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
            refusal = RedemptionPending()
        if refusal:
            return self.must_refuse(act, refusal)
        request = self.do(act)
        hold = self.hold(member, points, request.redemption_id, self.now + ANSWER)
        hold.amount, hold.category = amount, self.category(shelf)
        return hold

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
            return self.must_refuse(acts[answer], AlreadyResolved())
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
            self.must_refuse(act, MemberNotFound())
        elif receipt.is_gone:
            self.must_refuse(act, AlreadyUndone())
        elif not by_owner and self.now > end_of_day(receipt.at + RETURNS):
            self.must_refuse(act, TooLateToRefund(RETURNS.days))
        elif part > left:
            self.must_refuse(act, RefundTooLarge(Money(left, "RUB")))
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
            self.must_refuse(act, AlreadyUndone())
        elif not by_owner and receipt.at < self.now - UNDO:
            self.must_refuse(act, TooLateToUndo())
        else:
            done = self.do(act)
            back = self.go_back(receipt, "undo", receipt.amount - receipt.refunded)
            assert (done.points_returned, done.points_taken) == (back.returned, back.taken)
            assert done.points_not_taken == back.forgiven

    def go_back(self, receipt: Receipt, kind: str, part: int) -> Refund:
        receipt.member.touched_at = self.now
        return receipt.refund(kind, part, self.now, debts=self.debts)
