"""Imports coupons that members used before this program."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.offers import MemberOffer, Offer, OfferKind, Schedule
from services.context import Context
from services.importing import member_lookup
from services.importing.file_kinds import Field
from services.importing.importer import Kind
from services.importing.past_campaigns import EVERYBODY, author_of, imagine, members_of, named
from services.importing.report import Bad, Count, Reason
from services.importing.rows import Who
from services.storage.upserts import insert_into


@dataclass(frozen=True, slots=True)
class Used:
    line: int
    coupon: str
    campaign: str
    who: Who
    at: datetime

    @property
    def name(self) -> str:
        """The name of its offer: the same coupon in another campaign is another offer."""
        return f"{self.campaign}/{self.coupon}" if self.campaign else self.coupon


class Redemptions(Kind[Used]):
    def parse(self, line: int, cells: Sequence[str]) -> Used:
        coupon = named(self.cells.text(cells, Field.COUPON))
        campaign = self.cells.text(cells, Field.CAMPAIGN)
        who = self.cells.who(cells)
        one = Used(line, coupon, campaign, who, self.cells.moment(cells, Field.DATE))
        named(one.name)
        if not self.stage.first_time(repr((one.name, one.who, one.at))):
            raise Bad(Reason.TWICE)
        return one

    async def bring(
        self, session: AsyncSession, ctx: Context, batch: Sequence[Used], *, write: bool
    ) -> None:
        if not write:
            await self._count_only(session, batch)
            return
        offers = await self._offers(session, {one.name: one for one in batch})
        people = [(one.who, one.at) for one in batch]
        members = await members_of(session, ctx, self, people, [one.line for one in batch])
        there = await _used(session, offers.values(), members.values())
        rows = [
            {
                "offer_id": offers[one.name],
                "member_id": members[one.line],
                "run_at": one.at,
                "valid_until": one.at,
                "used_at": one.at,
                "used": 1,
            }
            for one in batch
            if one.line in members
        ]
        new = [
            row for row in rows if (row["offer_id"], row["member_id"], row["run_at"]) not in there
        ]
        self.tally.counts[Count.REDEEMED] += len(new)
        self.tally.counts[Count.REDEEMED_THERE] += len(rows) - len(new)
        if new:
            once = insert_into(session, MemberOffer).on_conflict_do_nothing(
                index_elements=["offer_id", "member_id", "run_at"]
            )
            await (await session.connection()).execute(once, new)

    async def _count_only(self, session: AsyncSession, batch: Sequence[Used]) -> None:
        offers = await _known_offers(session, (one.name for one in batch))
        found = await member_lookup.find(session, [one.who for one in batch])
        known = {
            one.line: found.get(one.who) for one in batch if member_lookup.is_clear(found, one.who)
        }
        ids = [one.member_id for one in known.values() if one is not None]
        there = await _used(session, offers.values(), ids)
        await imagine(self, session, [one.who for one in batch])
        for one in batch:
            member = known.get(one.line)
            old = member and (offers.get(one.name), member.member_id, one.at) in there
            self.tally.counts[Count.REDEEMED_THERE if old else Count.REDEEMED] += 1

    async def _offers(self, session: AsyncSession, used: Mapping[str, Used]) -> dict[str, int]:
        """Find or make offers for the coupons; this program never gives them to anybody."""
        known = await _known_offers(session, used)
        new = [one for name, one in used.items() if name not in known]
        if new:
            author, now = await author_of(session, self.staff_id), self.setting.now
            rows = [
                {
                    "external_id": one.name,
                    "title": one.coupon,
                    "text": "",
                    "kind": OfferKind.AMOUNT,
                    "value": 0,
                    "conditions": {},
                    "valid_days": 0,
                    "audience": EVERYBODY,
                    "schedule": Schedule.ONCE,
                    "repeat_days": 0,
                    "created_by": author,
                    "created_at": now,
                    "deleted_at": now,
                }
                for one in new
            ]
            await session.execute(insert(Offer), rows)
            known |= await _known_offers(session, (one.name for one in new))
        return known


async def _known_offers(session: AsyncSession, names: Iterable[str]) -> dict[str, int]:
    query = select(Offer.external_id, Offer.id).where(Offer.external_id.in_(set(names)))
    return {row.external_id or "": row.id for row in await session.execute(query)}


async def _used(
    session: AsyncSession, offers: Iterable[int], members: Iterable[int]
) -> set[tuple[int, int, datetime]]:
    rows = await session.execute(
        select(MemberOffer.offer_id, MemberOffer.member_id, MemberOffer.run_at).where(
            MemberOffer.offer_id.in_(set(offers)), MemberOffer.member_id.in_(set(members))
        )
    )
    return {(row.offer_id, row.member_id, row.run_at) for row in rows}
