"""One guest as an owner sees them: what they have, how they buy, which segments they are in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.people import Member, Role
from models.segmentation import Segment
from services import dates, programme
from services.checkout import guest_hints
from services.context import Context
from services.errors import Gone
from services.messaging import deliveries
from services.money import Money
from services.points import balances
from services.points.balances import Balance
from services.programme import Terms
from services.segments import audience_queries, member_matching, saved_segments
from services.segments.attribute_catalogue import Catalogue
from services.segments.attributes.lifecycle import Stage
from services.segments.errors import QuestionTooLong
from services.segments.questions.ready_made import READY
from services.segments.questions.scope import Scope
from services.segments.questions.tree import Condition, Node
from services.segments.rfm import overview, return_forecast
from services.segments.rfm.scores import Group
from services.segments.shop_names import Names, own_attributes
from services.staff import access

Key = TypeVar("Key", Group, Stage, str, int)


@dataclass(frozen=True, slots=True)
class InSegment:
    """A saved segment that somebody is in."""

    id: int
    name: str
    frozen: bool


@dataclass(frozen=True, slots=True)
class Guest:
    """No phone and no birthday: staff recognise a guest by other means.

    Money and purchases count from the first day, less refunds.
    """

    member_id: int
    name: str
    level: str
    balance: Balance
    joined_at: datetime
    purchases: int
    spent: Money
    average: Money | None  # of a receipt, rounded down; None before the first
    days_ago: int | None  # since the last purchase, by the shop's calendar
    favourites: tuple[str, ...]
    group: Group | None  # None: bought nothing, or there are no findings yet
    stage: Stage | None  # None: bought nothing
    expected: Money | None  # within 90 days; None: too little is known
    reachable: bool  # in some chat
    agreed: bool  # to offers
    ready: tuple[str, ...]  # names of ready-made segments
    saved: tuple[InSegment, ...]  # the newest in front


async def show(ctx: Context, actor_id: int, member_id: int) -> Guest:
    """A member as of now, for an owner. Raises NotStaff, and Gone for somebody who is no member
    now.
    """
    now = ctx.clock.now()
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        member = await session.get(Member, member_id)
        if member is None or member.deleted_at is not None:
            raise Gone
        terms = await programme.terms(session)
        questions = _Questions(
            session,
            Names(own=await own_attributes(session)).catalogue,
            await audience_queries.scope(session, now),
            member_id,
        )
        bought, last = member.purchases_count, member.last_purchase_at
        return Guest(
            member_id=member_id,
            name=member.name,
            level=terms.level(member.level_id).name,
            balance=await balances.balance_of(session, member_id, now),
            joined_at=member.joined_at,
            purchases=bought,
            spent=terms.money(member.spent_total),
            average=terms.money(member.spent_total // bought) if bought else None,
            days_ago=None if last is None else dates.days_between(last, now, terms.timezone),
            favourites=await guest_hints.favourites(session, member_id) if bought else (),
            group=await questions.first({group: overview.question(group) for group in Group}),
            stage=await questions.first(
                {stage: Condition("stage", values=(stage.value,)) for stage in Stage}
            ),
            expected=await _expected(session, terms, questions.scope, member_id),
            reachable=await deliveries.reach(session, member_id) is not None,
            agreed=member.ads_consent_at is not None,
            ready=tuple(await questions.which(READY)),
            saved=await _saved(session, questions),
        )


@dataclass(frozen=True, slots=True)
class _Questions:
    """Questions about one member at one moment."""

    session: AsyncSession
    catalogue: Catalogue
    scope: Scope
    member_id: int

    async def which(self, asked: Mapping[Key, Node]) -> list[Key]:
        """The questions that find the member, in their order. Questions that name something
        deleted are left out.
        """
        possible = {key: node for key, node in asked.items() if self._makes_sense(node)}
        found = await member_matching.answered(
            self.session, self.catalogue, self.scope, possible, self.member_id
        )
        return [key for key in asked if key in found]

    async def first(self, asked: Mapping[Key, Node]) -> Key | None:
        return next(iter(await self.which(asked)), None)

    def _makes_sense(self, node: Node) -> bool:
        try:
            self.catalogue.check(node, self.scope.saved)
        except (Gone, QuestionTooLong):
            return False
        return True


async def _saved(session: AsyncSession, questions: _Questions) -> tuple[InSegment, ...]:
    """Questions are asked in the order of their making: see `member_matching.AT_ONCE`."""
    query = (
        select(Segment.id, Segment.name, Segment.frozen_at)
        .where(Segment.deleted_at.is_(None))
        .order_by(Segment.id)
    )
    every = {
        row.id: InSegment(row.id, row.name, row.frozen_at is not None)
        for row in await session.execute(query)
    }
    found = await questions.which({key: saved_segments.of(key) for key in every})
    return tuple(every[key] for key in reversed(found))


async def _expected(
    session: AsyncSession, terms: Terms, scope: Scope, member_id: int
) -> Money | None:
    known = return_forecast.chances_in(scope)
    if known is None:
        return None
    query = select(known.expected(scope.at)).where(Member.id == member_id)
    minor = await session.scalar(query)
    return None if minor is None else terms.money(int(minor))
