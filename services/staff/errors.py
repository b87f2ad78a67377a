"""Refusals about staff: roles, invitations, and one's own card."""

from services.errors import DomainError


class NotStaff(DomainError):
    """The act needs a role that this person does not have (any more)."""


class NotOwner(DomainError):
    """Only owners may enter here, and this person is not an owner (any more)."""


class LinkUnknown(DomainError):
    """A deep link that this shop never made."""


class InvitationSpent(DomainError):
    """A staff invitation that was used, revoked or has expired."""


class OwnCard(DomainError):
    """Staff may not award or redeem on their own card."""


class NotBlockable(DomainError):
    """The role can't be taken from oneself, nor from an owner whom the settings name."""
