"""Random lives of a small shop: the real services beside the model, compared after every step."""

from contextlib import suppress
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import (
    MultipleResults,
    consumes,
    initialize,
    invariant,
    multiple,
    precondition,
    rule,
)

from services.errors import DomainError
from services.integrity import verify
from services.members import members
from services.profiles import leaving
from tests.machine.begun import people
from tests.machine.chances import LIVES, MOVES, POINTS
from tests.machine.comparison import compare, compare_levels, compare_reviews, compare_totals
from tests.machine.model import Lot, Member
from tests.machine.shop import Tick
from tests.machine.till import AtTheTill
from tests.machine.wishes import Wishing

LONG = 8
"""Steps before members leave, after which little happens, and before the auditor comes, which costs
as much as five steps."""


class Life(AtTheTill, Wishing):
    """One life of the shop."""

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
        with suppress(DomainError):
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
