"""What an owner sets up: levels, rules, goods, offers, segments."""

from dataclasses import dataclass

from services.errors.base import DomainError


class CurrencyFixed(DomainError):
    """Receipts were recorded in this currency, so it stays."""


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
class TooManyRules(DomainError):
    most: int


class ExcludesEverything(DomainError):
    """A rule that would leave nobody any points, ever."""


class NeedsGoods(DomainError):
    """An offer that must name the goods it is for: free delivery would make all else free too."""


@dataclass
class TooManyOffers(DomainError):
    """So many offers for everybody hold at the till already."""

    most: int


class NameTaken(DomainError):
    """Another one of these has this name."""


@dataclass
class QuestionTooLong(DomainError):
    """A question about members with more conditions than one can ask, its segments' among them."""

    most: int


@dataclass
class TooManySegments(DomainError):
    """So many are saved already."""

    most: int
