"""Refusals of feedback."""

from services.errors import DomainError


class FeedbackClosed(DomainError):
    """The feedback is final, or was requested too long ago."""


class RepliedAlready(DomainError):
    """An owner has written back about this answer; a member gets one reply."""


class NobodyThere(DomainError):
    """No chat reaches this member (any more)."""
