"""Refusals about staff: who may act, and who may come in."""

from services.errors import DomainError


class NotStaff(DomainError):
    """The act needs a role that this person does not have (any more)."""


class NotOwner(DomainError):
    """The owner's room, and somebody who is not an owner (any more)."""


class LinkUnknown(DomainError):
    """A deep link that this shop never made."""


class InvitationSpent(DomainError):
    """A staff invitation that was used, revoked or has expired."""


class OwnCard(DomainError):
    """Staff may not award or redeem on their own card."""


class NotBlockable(DomainError):
    """Oneself, or an owner whom the settings name: their role can't be taken here."""
