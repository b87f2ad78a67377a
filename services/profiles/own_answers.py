"""Answers that a member ever gave beyond the profile: for export, and for removal."""

from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.segmentation import AttributeKind, AttributeValue, Child
from models.surveys import Feedback, Quiz, QuizRun
from services.profiles import children
from services.surveys import attribute_answers
from services.surveys.attribute_answers import Known


async def export(session: AsyncSession, member_id: int) -> dict[str, Any]:
    """Children, attributes, quizzes and feedback, ready for JSON."""
    runs = (
        select(Quiz.title, QuizRun)
        .join(Quiz, Quiz.id == QuizRun.quiz_id)
        .where(QuizRun.member_id == member_id)
        .order_by(QuizRun.id)
    )
    said = select(Feedback).where(Feedback.member_id == member_id).order_by(Feedback.id)
    return {
        "children": [child.on.isoformat() for child in await children.known(session, member_id)],
        "attributes": [
            {"name": known.attribute.name, "answer": _answer(known)}
            for known in await attribute_answers.known(session, member_id)
        ],
        "quizzes": [
            {
                "title": title,
                "started_at": run.started_at.isoformat(),
                "completed_at": run.completed_at and run.completed_at.isoformat(),
            }
            for title, run in (await session.execute(runs)).all()
        ],
        "feedback": [
            {
                "about": row.kind,
                "purchase": row.purchase_id,
                "asked_at": row.asked_at.isoformat(),
                "score": row.score,
                "comment": row.comment,
                "reply": row.reply,
            }
            for row in await session.scalars(said)
        ],
    }


def _answer(known: Known) -> int | list[str] | None:
    if known.attribute.kind is AttributeKind.NUMBER:
        return known.told.number
    return [choice.name for choice in known.chosen]


async def forget(session: AsyncSession, member_id: int) -> None:
    """Remove all answers; that a quiz was completed and which scores were given stays, for
    statistics.
    """
    for table in (AttributeValue, Child):
        await session.execute(delete(table).where(table.member_id == member_id))
    await session.execute(
        update(Feedback).where(Feedback.member_id == member_id).values(comment=None, reply=None)
    )
