"""Surveys: quizzes that fill attributes, and feedback."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, PrimaryKey, Title, choice


class Quiz(Base):
    """A few questions, one tap each; their answers become custom attributes at once."""

    __tablename__ = "quizzes"

    id: Mapped[PrimaryKey]
    title: Mapped[Title]
    text: Mapped[str] = mapped_column(Text)  # said before the first question
    points: Mapped[int]  # for answering all of it; 0: none
    created_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    created_at: Mapped[datetime]
    published_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]


class QuizQuestion(Base):
    __tablename__ = "quiz_questions"
    __table_args__ = (UniqueConstraint("quiz_id", "position"),)

    id: Mapped[PrimaryKey]
    quiz_id: Mapped[int] = mapped_column(ForeignKey("quizzes.id"))
    position: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    attribute_id: Mapped[int] = mapped_column(ForeignKey("custom_attributes.id"))


class QuizRun(Base):
    """One member's way through a quiz. Points are given once, when it is completed."""

    __tablename__ = "quiz_runs"
    __table_args__ = (UniqueConstraint("quiz_id", "member_id"),)

    id: Mapped[PrimaryKey]
    quiz_id: Mapped[int] = mapped_column(ForeignKey("quizzes.id"))
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), index=True)
    started_at: Mapped[datetime]
    completed_at: Mapped[datetime | None]
    reached: Mapped[int] = mapped_column(default=0)  # position of the last question answered
    operation_id: Mapped[int | None] = mapped_column(ForeignKey("operations.id"))


class FeedbackKind(StrEnum):
    NPS = "nps"  # 0-10: would you recommend us
    SATISFACTION = "satisfaction"  # 1-5: how was this visit


class Feedback(Base):
    """A feedback request, with its answer."""

    __tablename__ = "feedback"
    __table_args__ = (
        Index("ix_feedback_member_asked", "member_id", "asked_at"),
        Index("ix_feedback_settled_answered", "settled_at", "answered_at"),
    )

    id: Mapped[PrimaryKey]
    key: Mapped[str] = mapped_column(String(120), unique=True)
    kind: Mapped[FeedbackKind] = mapped_column(choice(FeedbackKind))
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    purchase_id: Mapped[int | None] = mapped_column(ForeignKey("purchases.id"))
    asked_at: Mapped[datetime]
    score: Mapped[int | None]
    answered_at: Mapped[datetime | None]
    comment: Mapped[str | None] = mapped_column(Text)
    settled_at: Mapped[datetime | None]  # the score is final: commented, skipped, or left alone
    reply: Mapped[str | None] = mapped_column(Text)
    replied_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    replied_at: Mapped[datetime | None]
