"""The programme in plain words: one sentence, an example, and each term by itself."""

from collections.abc import Iterable
from datetime import datetime

from handlers.owner.programme.term_table import RATE, TERMS, Term, rate_of
from handlers.owner.shared.fields import dashed
from handlers.owner.shared.navigation import decimal, percent
from messengers.words import Say
from services.levels import levels
from services.programme import Terms

RULES_NAMED = 5


def sentence(say: Say, terms: Terms) -> str:
    """The programme in one sentence, and its other sources of points in another."""
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
    """The effect of the programme on one receipt of a new member."""
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
    """The effect of one term, on an example."""
    facts = {"amount": terms.example(), **_row(term).facts(terms, now)}
    return say(f"owner-effect-{dashed(kind_of(term))}", **facts)


def term_name(say: Say, terms: Terms, term: str) -> str:
    """`За вступление`, or a level's name for its rate; plain text."""
    if term.startswith(RATE):
        return say.label("owner-term-rate", level=terms.level(level_of(term)).name)
    return say.label(f"owner-term-{dashed(term)}")


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
    return _row(term).said(say, raw)


def _row(term: str) -> Term:
    return rate_of(level_of(term)) if term.startswith(RATE) else _ROWS[term]


_ROWS = {term.name: term for term in TERMS}


def rates(say: Say, basis_points: Iterable[int]) -> str:
    """`3 %`, or `3–7 %` when levels differ."""
    every = sorted(basis_points)
    if every[0] == every[-1]:
        return percent(say, every[0])
    return say.label("owner-percents", least=decimal(say, every[0]), most=decimal(say, every[-1]))


def kind_of(term: str) -> str:
    return "rate" if term.startswith(RATE) else term


def level_of(term: str) -> int:
    return int(term.removeprefix(RATE))
