"""Figures of feedback for the owner: NPS, satisfaction, and the latest comments."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Row, Select, func, select

from models.people import Member, Role
from models.surveys import Feedback, FeedbackKind
from services.context import Context
from services.errors import Gone
from services.feedback.feedback_settings import LOW
from services.staff import access

OVER = timedelta(days=90)
PROMOTER = 9
"""The lowest score of a promoter, from 0 to 10: Reichheld's usual bounds."""

CONTENT = 4
"""The lowest score of somebody who is satisfied, from 1 to 5."""

COMMENTS = 5


@dataclass(frozen=True, slots=True)
class Counts:
    """Answers of one kind by score."""

    by_score: Mapping[int, int]
    asked: int

    @property
    def answered(self) -> int:
        return sum(self.by_score.values())

    def between(self, least: int, most: int) -> int:
        return sum(count for score, count in self.by_score.items() if least <= score <= most)

    def percent(self, count: int) -> int:
        """The share of `part` in all answers, rounded to the nearest percent; 0 without answers."""
        return (200 * count + self.answered) // (2 * self.answered) if self.answered else 0


@dataclass(frozen=True, slots=True)
class Nps:
    counts: Counts

    @property
    def promoters(self) -> int:
        return self.counts.between(PROMOTER, 10)

    @property
    def detractors(self) -> int:
        return self.counts.between(0, LOW[FeedbackKind.NPS])

    @property
    def figure(self) -> int:
        """NPS: the percentage of promoters less that of detractors, from -100 to 100."""
        return self.counts.percent(self.promoters - self.detractors)


@dataclass(frozen=True, slots=True)
class Remark:
    """One member's feedback."""

    id: int
    name: str
    kind: FeedbackKind
    score: int
    comment: str
    at: datetime
    replied: bool


@dataclass(frozen=True, slots=True)
class Figures:
    nps: Nps
    satisfaction: Counts
    remarks: tuple[Remark, ...]  # the newest first

    @property
    def content(self) -> int:
        """How many were satisfied with their visit."""
        return self.satisfaction.between(CONTENT, 5)


async def figures(ctx: Context, actor_id: int) -> Figures:
    """The figures of the last 90 days, for an owner. Raises NotStaff."""
    since = ctx.clock.now() - OVER
    by_score = (
        select(Feedback.kind, Feedback.score, func.count())
        .where(Feedback.asked_at >= since)
        .group_by(Feedback.kind, Feedback.score)
    )
    said = _REMARKS.where(Feedback.comment.is_not(None)).order_by(Feedback.answered_at.desc())
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        scores: dict[FeedbackKind, dict[int, int]] = {kind: {} for kind in FeedbackKind}
        asked = dict.fromkeys(FeedbackKind, 0)
        for kind, score, count in (await session.execute(by_score)).all():
            asked[kind] += count
            if score is not None:
                scores[kind][score] = count
        remarks = (await session.execute(said.limit(COMMENTS))).all()
    nps, satisfaction = (Counts(scores[kind], asked[kind]) for kind in FeedbackKind)
    return Figures(Nps(nps), satisfaction, tuple(_remark(row) for row in remarks))


async def one(ctx: Context, actor_id: int, feedback_id: int) -> Remark:
    """One answer, for an owner. Raises NotStaff, Gone."""
    async with access.read(ctx, actor_id, Role.OWNER) as (session, _):
        row = (await session.execute(_REMARKS.where(Feedback.id == feedback_id))).one_or_none()
    if row is None:
        raise Gone
    return _remark(row)


_REMARKS: Select[Feedback, str] = (
    select(Feedback, Member.name)
    .join(Member, Member.id == Feedback.member_id)
    .where(Feedback.score.is_not(None))
)


def _remark(row: Row[Feedback, str]) -> Remark:
    found, name = row
    return Remark(
        id=found.id,
        name=name,
        kind=found.kind,
        score=found.score or 0,
        comment=found.comment or "",
        at=found.answered_at or found.asked_at,
        replied=found.replied_at is not None,
    )
