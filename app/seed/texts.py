"""The texts of the demonstration shop: its name, goods and promises in each language."""

from dataclasses import dataclass

from models.offers import OfferKind


@dataclass(frozen=True, slots=True)
class RewardText:
    title: str
    description: str
    points: int
    stock: int | None = None
    member_limit: int | None = None


@dataclass(frozen=True, slots=True)
class FundText:
    title: str
    description: str
    goal: int | None


@dataclass(frozen=True, slots=True)
class OfferText:
    title: str
    text: str
    kind: OfferKind
    value: int


@dataclass(frozen=True, slots=True)
class EngineTexts:
    """Names of goods, earning rules and the stamp card."""

    coffee: str
    pastry: str
    delivery: str
    certificates: str
    coffees: tuple[str, ...]
    pastries: tuple[str, ...]
    no_points: str
    coffee_more: str
    tuesday: str
    card: str
    cup: str


@dataclass(frozen=True, slots=True)
class StandingTexts:
    """Offers for everybody at the till; `delivery_from` is in minor units."""

    first: OfferText
    second: OfferText
    third_free: OfferText
    delivery: OfferText
    delivery_from: int


@dataclass(frozen=True, slots=True)
class QuestionText:
    """A question of the quiz, the attribute that it fills, and the answers."""

    text: str
    name: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskingTexts:
    """A quiz, and what guests say of the shop: a score of ten, and why if they said."""

    quiz: str
    why: str
    pets: QuestionText
    drink: QuestionText
    remarks: tuple[tuple[int, str | None], ...]


@dataclass(frozen=True, slots=True)
class ShopTexts:
    """One shop. Money is in minor units, `menu` holds prices, dearest last."""

    language: str
    name: str
    currency: str
    timezone: str
    point_value: int
    levels: tuple[str, str, str]
    thresholds: tuple[int, int, int]
    perks: tuple[str | None, str, str]
    menu: tuple[int, ...]
    women: tuple[str, ...]
    men: tuple[str, ...]
    surnames: tuple[tuple[str, str], ...]  # of a woman, of a man
    visitors: tuple[str, ...]  # who speaks the other language
    other_language: str
    cities: tuple[str, ...]  # the first one is the shop's own
    phone: str  # beginning of every phone, four digits follow
    cast: tuple[str, str, str, str]  # new guest, regular, cashier, owner
    second_cashier: str
    rewards: tuple[RewardText, ...]
    funds: tuple[FundText, ...]
    missing_you: OfferText
    birthday_soon: OfferText
    thank_you: OfferText
    newcomer: OfferText
    standing: StandingTexts
    engine: EngineTexts
    asking: AskingTexts
    regulars_away: str  # names of segments
    were_here: str
