"""The programme in plain words: one sentence, an example, and each term by itself."""

from collections.abc import Iterable
from datetime import datetime

from babel.dates import get_timezone_location

from handlers.owner.shared.navigation import decimal, percent
from messengers.words import Say
from services.facts import Fact
from services.levels import levels
from services.programme import Terms

RULES_NAMED = 5
RATE = "rate."
"""A level's rate as a term: `rate.3` for the level with the id 3."""

MINUTE = 60


def sentence(say: Say, terms: Terms) -> str:
    """What the shop promises, in one sentence, and in another one what else brings points."""
    promise = say(
        "owner-programme",
        shop=terms.shop_name,
        rate=rates(say, (level.rate_bp for level in terms.levels)),
        welcome=terms.welcome_bonus,
        birthday=terms.birthday_bonus,
        share=percent(say, terms.max_share_bp),
        point=terms.worth(1),
        forever=terms.points_life_days is None,
        days=terms.points_life_days or 0,
    )
    working = [rule.title for rule in terms.rules if not rule.paused]
    if not working:
        return promise
    named, rest = working[:RULES_NAMED], len(working[RULES_NAMED:])
    special = say("owner-programme-rules", rules="; ".join(named), rest=rest)
    return f"{promise} {special}"


def example(say: Say, terms: Terms) -> str:
    """What it means for one receipt of somebody new."""
    receipt = terms.example()
    earned = terms.earned(receipt.minor, terms.levels[0].id)
    return say(
        "owner-example",
        amount=receipt,
        points=earned,
        worth=terms.worth(earned),
        share=percent(say, terms.max_share_bp),
        most=terms.most_points(receipt.minor),
    )


def poorer(say: Say, terms: Terms) -> list[str]:
    """A warning for each level that gives less than the one below it."""
    return [
        say("owner-level-poorer", level=level.name, below=below.name)
        for below, level in levels.poorer(terms)
    ]


def effect(say: Say, terms: Terms, term: str, now: datetime) -> str:
    """What one term does, on an example."""
    receipt = terms.example()
    facts: dict[str, Fact] = {"amount": receipt}
    kind = kind_of(term)
    match kind:
        case "rate":
            points = terms.earned(receipt.minor, level_of(term))
            facts |= {"points": points, "worth": terms.worth(points)}
        case "welcome_bonus" | "birthday_bonus" | "profile_bonus":
            points = getattr(terms, term)
            facts |= {"points": points, "worth": terms.worth(points)}
        case "max_share_bp":
            points = terms.most_points(receipt.minor)
            left = terms.money(receipt.minor - terms.worth(points).minor)
            facts |= {"points": points, "left": left}
        case "points_life_days":
            until = terms.expiry(now)
            local = until and until.astimezone(terms.timezone).date()
            facts["until"] = local or "never"
        case "redemption_seconds" | "undo_seconds":
            facts["minutes"] = getattr(terms, term) // MINUTE
        case "shop_name":
            facts["shop"] = terms.shop_name
        case "privacy_contact":
            facts["named"] = terms.privacy_contact is not None
            facts["contact"] = terms.privacy_contact or ""
        case "timezone":
            facts["time"] = now.astimezone(terms.timezone).strftime("%H:%M")
        case "currency":
            facts["worth"] = terms.worth(100)
    return say(f"owner-effect-{_dashed(kind)}", **facts)


def term_name(say: Say, terms: Terms, term: str) -> str:
    """`За вступление`, or a level's name for its rate; plain text."""
    if term.startswith(RATE):
        return say.label("owner-term-rate", level=terms.level(level_of(term)).name)
    return say.label(f"owner-term-{_dashed(term)}")


def term_value(say: Say, terms: Terms, term: str) -> str:
    """The value that a term has, as plain text."""
    return value(say, term, stored(terms, term))


def stored(terms: Terms, term: str) -> str | int | None:
    """The value that a term has, as `rules.Changes` would set it."""
    if term.startswith(RATE):
        return terms.level(level_of(term)).rate_bp
    found: str | int | None = terms.timezone.key if term == "timezone" else getattr(terms, term)
    return found


def value(say: Say, term: str, raw: str | int | None) -> str:
    """A term's stored value as plain text."""
    if raw is None:
        forever = term == "points_life_days"
        return say.label("owner-life-forever" if forever else "owner-contact-none")
    if isinstance(raw, int):
        return _number(say, term, raw)
    if term == "timezone":
        return get_timezone_location(raw, locale=say.language, return_city=True)
    return raw


def _number(say: Say, term: str, number: int) -> str:
    match term:
        case "points_life_days":
            return say.label("owner-life", days=number)
        case "redemption_seconds" | "undo_seconds":
            return say.label("owner-minutes", minutes=number // MINUTE)
        case "welcome_bonus" | "birthday_bonus" | "profile_bonus":
            return say.label("points", points=number)
    return percent(say, number)


def rates(say: Say, basis_points: Iterable[int]) -> str:
    """`3 %`, or `3–7 %` when levels differ."""
    every = sorted(basis_points)
    if every[0] == every[-1]:
        return percent(say, every[0])
    return say.label("owner-percents", least=decimal(say, every[0]), most=decimal(say, every[-1]))


def unit(term: str) -> int:
    """What a term's stored value is divided by for people: seconds are shown as minutes."""
    return MINUTE if term.endswith("_seconds") else 1


def kind_of(term: str) -> str:
    return "rate" if term.startswith(RATE) else term


def level_of(term: str) -> int:
    return int(term.removeprefix(RATE))


def _dashed(name: str) -> str:
    return name.replace("_", "-")
