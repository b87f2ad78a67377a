"""Imports campaigns from before this program, and their receivers.

A received campaign becomes a delivery that was sent in the past; nothing is sent.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.messaging import Campaign, CampaignStatus, Delivery, DeliveryClass, DeliveryStatus
from models.people import Identity, Role, Staff
from services.context import Context
from services.importing import member_lookup
from services.importing.errors import NoOwner
from services.importing.file_kinds import Field
from services.importing.importer import Kind
from services.importing.member_lookup import find_or_enrol
from services.importing.report import Bad, Count, Reason
from services.importing.rows import Setting, Who
from services.messaging import outbox
from services.segments.questions.tree import EVERYONE, to_json
from services.staff.identities import TELEGRAM

IMPORT = "import"
"""The messenger of identities for members without a chat; nobody can be reached by it."""

TITLE_LENGTH = 200
NAME_LENGTH = 64
KEY_BYTES = 20
EVERYBODY = to_json(EVERYONE)


@dataclass(frozen=True, slots=True)
class Sent:
    """A campaign in a file."""

    name: str
    title: str
    start: datetime
    end: datetime | None


class Campaigns(Kind[Sent]):
    def parse(self, _line: int, cells: Sequence[str]) -> Sent:
        name = named(self.cells.text(cells, Field.CAMPAIGN))
        if not self.stage.first_time(name):
            raise Bad(Reason.TWICE)
        title = self.cells.text(cells, Field.TITLE, TITLE_LENGTH)
        start = self.cells.ahead(cells, Field.START)
        end = self.cells.text(cells, Field.END) and self.cells.ahead(cells, Field.END)
        return Sent(name, title or name, start, end or None)

    async def bring(
        self, session: AsyncSession, _ctx: Context, batch: Sequence[Sent], *, write: bool
    ) -> None:
        there = await _campaigns(session, (one.name for one in batch))
        new = [one for one in batch if one.name not in there]
        self.tally.counts[Count.CAMPAIGNS] += len(new)
        self.tally.counts[Count.CAMPAIGNS_THERE] += len(batch) - len(new)
        if not new or not write:
            return
        author = await author_of(session, self.staff_id)
        rows = [
            {
                "external_id": one.name,
                "title": one.title,
                "audience": EVERYBODY,
                "posts": {},
                "status": CampaignStatus.DONE,
                "start_at": one.start,
                "started_at": one.start,
                "finished_at": one.end,
                "created_by": author,
                "created_at": self.setting.now,
            }
            for one in new
        ]
        await session.execute(insert(Campaign), rows)


@dataclass(frozen=True, slots=True)
class Received:
    line: int
    campaign: str
    who: Who
    at: datetime | None  # None: when the campaign started

    @property
    def key(self) -> str:
        name = repr((self.campaign, self.who[0] or self.who[1]))
        return f"import:{blake2b(name.encode(), digest_size=KEY_BYTES).hexdigest()}"


class Receivers(Kind[Received]):
    def parse(self, line: int, cells: Sequence[str]) -> Received:
        name = named(self.cells.text(cells, Field.CAMPAIGN))
        who = self.cells.who(cells)
        dated = self.cells.text(cells, Field.DATE)
        at = self.cells.moment(cells, Field.DATE) if dated else None
        one = Received(line, name, who, at)
        if not self.stage.first_time(one.key):
            raise Bad(Reason.TWICE)
        return one

    async def bring(
        self, session: AsyncSession, ctx: Context, batch: Sequence[Received], *, write: bool
    ) -> None:
        campaigns = await _campaigns(session, (one.campaign for one in batch))
        query = select(Delivery.key).where(Delivery.key.in_([one.key for one in batch]))
        there = set(await session.scalars(query))
        new = []
        for one in batch:
            if one.campaign not in campaigns:
                self.refuse_late(one.line, Reason.UNKNOWN_CAMPAIGN)
            elif one.key in there:
                self.tally.counts[Count.RECEIVED_THERE] += 1
            else:
                started = campaigns[one.campaign].started_at or self.setting.now
                # The start may be planned for later, but it was received before now.
                new.append((one, one.at or min(started, self.setting.now)))
        if not write:
            await imagine(self, session, [one.who for one, _ in new])
            self.tally.counts[Count.RECEIVED] += len(new)
            return
        people = [(one.who, at) for one, at in new]
        members = await members_of(session, ctx, self, people, [one.line for one, _ in new])
        chats = await _chats(session, set(members.values()), self.setting)
        rows = [
            {
                "key": one.key,
                "identity_id": chats[members[one.line]],
                "kind": DeliveryClass.OFFER,
                "priority": outbox.BROADCAST,
                "campaign_id": campaigns[one.campaign].id,
                "status": DeliveryStatus.SENT,
                "due_at": at,
                "created_at": at,
                "sent_at": at,
            }
            for one, at in new
            if one.line in members
        ]
        self.tally.counts[Count.RECEIVED] += len(rows)
        if rows:
            await (await session.connection()).execute(insert(Delivery), rows)


async def _chats(session: AsyncSession, member_ids: set[int], setting: Setting) -> dict[int, int]:
    """An identity of each member: their chat, or else an unreachable one, made if needed."""
    query = select(Identity.member_id, Identity.id).where(Identity.member_id.in_(member_ids))
    rows = await session.execute(query.order_by(Identity.messenger == TELEGRAM, Identity.id))
    chats = {row.member_id: row.id for row in rows if row.member_id is not None}
    new = sorted(member_ids - chats.keys())
    if new:
        made = insert(Identity).returning(Identity.member_id, Identity.id)
        values = [
            {
                "messenger": IMPORT,
                "external_id": member_id,
                "name": "",
                "language": setting.language,
                "member_id": member_id,
                "unreachable_since": setting.now,
                "created_at": setting.now,
            }
            for member_id in new
        ]
        for row in await session.execute(made, values):
            if row.member_id is not None:
                chats[row.member_id] = row.id
    return chats


def named(text: str) -> str:
    """The number of a campaign or a coupon. Raises Bad."""
    if not 1 <= len(text) <= NAME_LENGTH:
        raise Bad(Reason.TEXT)
    return text


async def author_of(session: AsyncSession, staff_id: int | None) -> int:
    """The author: whoever imports, or for the command line the first owner. Raises NoOwner."""
    if staff_id is not None:
        return staff_id
    query = select(Staff.id).where(Staff.role == Role.OWNER, Staff.revoked_at.is_(None))
    owner = (await session.scalars(query.order_by(Staff.id).limit(1))).one_or_none()
    if owner is None:
        raise NoOwner
    return owner


async def _campaigns(session: AsyncSession, names: Iterable[str]) -> dict[str | None, Any]:
    query = select(Campaign.external_id, Campaign.id, Campaign.started_at)
    rows = await session.execute(query.where(Campaign.external_id.in_(set(names))))
    return {row.external_id: row for row in rows}


async def members_of(
    session: AsyncSession,
    ctx: Context,
    kind: Kind[Any],
    people: Sequence[tuple[Who, datetime]],
    lines: Sequence[int],
) -> dict[int, int]:
    """The member of each line; lines that name two members are refused."""
    found = await find_or_enrol(session, ctx, kind.setting, people, kind.tally)
    members = {}
    for (who, _), line in zip(people, lines, strict=True):
        try:
            known = found.get(who)
        except Bad as bad:
            kind.refuse_late(line, bad.reason)
        else:
            if known is not None:
                members[line] = known.member_id
    return members


async def imagine(kind: Kind[Any], session: AsyncSession, people: Sequence[Who]) -> None:
    """Count the people who would become members."""
    found = await member_lookup.find(session, people)
    for who in people:
        new = [kind.stage.first_time(f"member {name}") for name in who if name is not None]
        if all(new) and member_lookup.is_clear(found, who) and found.get(who) is None:
            kind.tally.counts[Count.MEMBERS] += 1
