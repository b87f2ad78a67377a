"""Who somebody is: staff, members, what they told of themselves."""

from dataclasses import dataclass

from services.errors.base import DomainError


class NotStaff(DomainError):
    """The act needs a role that this person does not have (any more)."""


class NotOwner(DomainError):
    """The owner's room, and somebody who is not an owner (any more)."""


class MemberNotFound(DomainError):
    """Nobody has this phone, token or code."""


class CodeUnknown(DomainError):
    """Six digits that stand for no card now: mistyped or expired."""


class LinkUnknown(DomainError):
    """A deep link that this shop never made."""


class InvitationSpent(DomainError):
    """A staff invitation that was used, revoked or has expired."""


class OwnCard(DomainError):
    """Staff may not award or redeem on their own card."""


class SameMember(DomainError):
    """The purchase is on this very card."""


class BadCity(DomainError):
    """Not the name of a place: it has no letter."""


class BadBirthday(DomainError):
    """Not a date, in the future, or more than 120 years ago."""


class BirthdayLocked(DomainError):
    """A birthday bonus was given, so the date stays."""


@dataclass
class BadChildBirthday(DomainError):
    """Not the date of birth of a child: day, month and year, at most `oldest` years ago."""

    oldest: int


@dataclass
class TooManyChildren(DomainError):
    most: int


class PhoneTaken(DomainError):
    """Another member has this phone."""


class ContactNotOwn(DomainError):
    """A contact that belongs to somebody else, or a card typed by hand."""


class BadPhone(DomainError):
    """Not a phone number that exists."""


class MemberUnreachable(DomainError):
    """A redemption needs the member's yes, and no chat reaches them."""


class NobodyThere(DomainError):
    """No chat reaches this member (any more)."""


class NotBlockable(DomainError):
    """Oneself, or an owner whom the settings name: their role can't be taken here."""
