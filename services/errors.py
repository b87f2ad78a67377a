"""Everything that can go wrong for a reason a person can understand.

An error carries facts; the door that meets it chooses the words. The Fluent message of an error
is `error-` and its class name in kebab-case, its fields are the arguments.
"""

import dataclasses
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from services.money import Money


class DomainError(Exception):
    """The parent of them all."""

    @classmethod
    def message_key(cls) -> str:
        return "error-" + re.sub(r"(?<=\w)(?=[A-Z])", "-", cls.__name__).lower()

    def facts(self) -> dict[str, Any]:
        if not dataclasses.is_dataclass(self):
            return {}
        return {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}


class NotStaff(DomainError):
    """The act needs a role that this person does not have (any more)."""


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


@dataclass
class BadAmount(DomainError):
    """Not an amount of money. `text` is what was typed, cut short."""

    text: str


@dataclass
class BadLine(BadAmount):
    """Neither an amount nor a line of a receipt, where a shop's receipts may have lines."""


@dataclass
class LinesRunTogether(DomainError):
    """Two lines of a receipt without anything between them. `text` is both, cut short."""

    text: str


@dataclass
class AmountTooLarge(DomainError):
    most: Money


@dataclass
class BadNumber(DomainError):
    """Not a whole number in the range that is asked for."""

    least: int
    most: int


@dataclass
class BadText(DomainError):
    """Empty or longer than `most` characters."""

    most: int


class BadCity(DomainError):
    """Not the name of a place: it has no letter."""


class BadBirthday(DomainError):
    """Not a date, in the future, or more than 120 years ago."""


class BirthdayLocked(DomainError):
    """A birthday bonus was given, so the date stays."""


class PhoneTaken(DomainError):
    """Another member has this phone."""


class ContactNotOwn(DomainError):
    """A contact that belongs to somebody else, or a card typed by hand."""


class BadPhone(DomainError):
    """Not a phone number that exists."""


@dataclass
class NotEnoughPoints(DomainError):
    have: int
    need: int


@dataclass
class ShareExceeded(DomainError):
    """More points than this receipt may be paid with."""

    most: int


class SpendingFrozen(DomainError):
    """The member said "not me", and spending waits for the owner."""


class MemberUnreachable(DomainError):
    """A redemption needs the member's yes, and no chat reaches them."""


class RedemptionPending(DomainError):
    """This member has another redemption waiting for an answer."""


@dataclass
class TooManyRedemptions(DomainError):
    """This member was asked too often just now; `minutes` until they may be asked again."""

    minutes: int


@dataclass
class TooManyCodes(DomainError):
    """This cashier typed too many wrong codes; `minutes` until they may try again."""

    minutes: int


class NotBlockable(DomainError):
    """Oneself, or an owner whom the settings name: their role can't be taken here."""


class AlreadyResolved(DomainError):
    """The redemption or voucher was approved, declined, cancelled, accepted or has expired."""


class TooLateToUndo(DomainError):
    """The time in which a purchase can be undone is over."""


class AlreadyUndone(DomainError):
    """The purchase was undone before."""


@dataclass
class TooLateToRefund(DomainError):
    """A cashier may take goods back for so many days; an owner, always."""

    days: int


class PurchaseHeld(DomainError):
    """Its points wait for the owner's answer; until then it can only go back whole."""


@dataclass
class RefundTooLarge(DomainError):
    """More than is left of the purchase, or of one of its lines."""

    left: Money


class PurchaseChanged(DomainError):
    """More of the purchase has gone back since the screen was drawn."""


class PaidWithPoints(DomainError):
    """Points paid for a part of it, so the purchase stays with the member who spent them."""


class PartlyRefunded(DomainError):
    """A part of the purchase went back, so it is not what another member bought."""


class SameMember(DomainError):
    """The purchase is on this very card."""


class NotYours(DomainError):
    """It belongs to another member or another cashier."""


class OutOfStock(DomainError):
    """The reward has run out or is no longer offered."""


@dataclass
class LimitReached(DomainError):
    """This member has taken the reward as often as one may."""

    limit: int


class VoucherUnknown(DomainError):
    """No voucher and no coupon has this code or link."""


@dataclass
class VoucherExpired(DomainError):
    on: datetime


class VoucherUsed(DomainError):
    """The voucher was accepted or cancelled before."""


class Gone(DomainError):
    """What the button spoke of does not exist any more."""


class NothingToPay(DomainError):
    """A fund is owed nothing now."""


@dataclass
class ListTooLong(DomainError):
    """More people in a pasted list than `most`."""

    most: int


@dataclass
class BadPercent(DomainError):
    """Not a percentage above zero and up to `most`, with two decimals at the finest."""

    most: int


class UnknownTimezone(DomainError):
    """A name that is no time zone."""


class CurrencyFixed(DomainError):
    """Receipts were recorded in this currency, so it stays."""


class NotOwner(DomainError):
    """The owner's room, and somebody who is not an owner (any more)."""


class UnknownCurrency(DomainError):
    """A currency that is none of programme.POINT_VALUES."""


class BadMoment(DomainError):
    """Not a time, or a day that does not exist."""


class MomentOver(DomainError):
    """A time that is over already."""


class SkuTaken(DomainError):
    """Another product has this number of the till."""


class CardBegun(DomainError):
    """Somebody has a stamp on this card, so what it asks for stays as it was promised."""


class LowestLevel(DomainError):
    """Everybody begins on the lowest level: it stays, and it begins at nothing."""


class LevelTaken(DomainError):
    """Another level has this name or this threshold."""


@dataclass
class TooManyLevels(DomainError):
    most: int


@dataclass
class TooManySegments(DomainError):
    """So many are saved already."""

    most: int


class BadMultiplier(DomainError):
    """Not a multiplier from x1.1 to x10, with one decimal at the finest."""


class BadHours(DomainError):
    """Not the hours from when to when, or none between them."""


class BadDates(DomainError):
    """Not two days, or the last one before the first."""


@dataclass
class TooManyRules(DomainError):
    most: int


class ExcludesEverything(DomainError):
    """A rule that would leave nobody any points, ever."""


@dataclass
class TooManyLines(DomainError):
    """A typed receipt of more lines than `most`."""

    most: int


class NeedsGoods(DomainError):
    """An offer that must name the goods it is for: free delivery would make all else free too."""


@dataclass
class TooManyOffers(DomainError):
    """So many offers for everybody hold at the till already."""

    most: int


class NameTaken(DomainError):
    """Another one of these has this name."""


@dataclass
class BadChoices(DomainError):
    """Fewer or more different answers than a question may have."""

    least: int
    most: int


@dataclass
class TooManyAttributes(DomainError):
    """So many custom attributes are in use already."""

    most: int


class QuizClosed(DomainError):
    """The shop asks this no more."""


class QuizDone(DomainError):
    """This member has answered all of it."""


class QuizPublished(DomainError):
    """Members answer it already, so its questions stay."""


class QuizEmpty(DomainError):
    """A quiz without a question that can be answered."""


@dataclass
class TooManyQuestions(DomainError):
    most: int


class QuestionOver(DomainError):
    """The question about a visit was answered for good, or too long ago."""


class RepliedAlready(DomainError):
    """An owner has written back about this answer; a member gets one reply."""


class NobodyThere(DomainError):
    """No chat reaches this member (any more)."""


@dataclass
class BadChildBirthday(DomainError):
    """Not the date of birth of a child: day, month and year, at most `oldest` years ago."""

    oldest: int


@dataclass
class TooManyChildren(DomainError):
    most: int


@dataclass
class BadFile(DomainError):
    """Not a table that can be read, or one without rows. `name` is the file's."""

    name: str


class UnknownFileKind(DomainError):
    """Nothing tells what the rows of a file are."""


@dataclass
class UnknownColumn(DomainError):
    """A column that the file does not have, or that such a file cannot have."""

    column: str


class ColumnMissing(DomainError):
    """A file without what every such file needs."""


class NoOwner(DomainError):
    """The shop has no owner yet to whom this could belong."""
