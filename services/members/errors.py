"""Refusals about members."""

from services.errors import DomainError


class MemberNotFound(DomainError):
    """Nobody has this phone, token or code."""
