"""An earning rule in plain words, what it does to a receipt, and what is wrong with it."""

from collections.abc import Iterable
from datetime import time

from babel.dates import format_date, format_time, get_day_names
from babel.numbers import format_decimal

from handlers.owner.shared.navigation import percent, short
from messengers.words import Say
from services.earning.earning_rules import Preview
from services.facts import Fact
from services.goods import Assortment, Item
from services.pricing import condition_facts
from services.pricing.example_receipt import Example
from services.pricing.model import Conditions, Effect, Priced, Rule
from services.pricing.redundant_rules import Conflict
from services.programme import Terms

NAMES_LENGTH = 200
CONFLICTS_SHOWN = 3
PLAIN = 100
"""Percent: a multiplier that changes nothing."""


def sentence(say: Say, terms: Terms, stock: Assortment, rule: Rule) -> str:
    """`Кофе: 10 % баллами по вторникам 16:00–18:00`, as plain text."""
    asked = rule.conditions
    goods = lines(stock, asked)
    words = [effect(say, rule), when(say, asked), which(say, terms, asked)]
    if asked.least:
        key = "earning-words-least-of" if goods else "earning-words-least"
        words.append(say.label(key, least=terms.money(asked.least)))
    if asked.outlets:
        outlets = names(stock.outlets, asked.outlets)
        words.append(say.label("earning-words-outlets", outlets=outlets))
    said = " ".join(word for word in words if word)
    said = f"{goods}: {said}" if goods else said
    return said[:1].upper() + said[1:]


def effect(say: Say, rule: Rule) -> str:
    """`×2`, `10 % баллами`, `+50 баллов`, `без баллов`; plain text."""
    return say.label(
        "earning-words",
        what=rule.effect,
        percent=percent(say, rule.value),
        times=times(say, rule.value),
        points=rule.value,
    )


def times(say: Say, multiplier: int) -> str:
    """`1,5` for 150 percent."""
    whole, tenth = divmod(multiplier, PLAIN)
    return str(format_decimal(f"{whole}.{tenth:02}", locale=say.language))


def when(say: Say, asked: Conditions) -> str:
    """`по вторникам 16:00–18:00, 1 дек. – 31 дек. 2026`; nothing for always."""
    return say.label("conditions-when", **condition_facts.when(asked)).strip()


def which(say: Say, terms: Terms, asked: Conditions) -> str:
    """Which purchases of a member, and members of which levels."""
    words = []
    if asked.nth == {1}:
        words.append(say.label("earning-words-first"))
    elif asked.nth:
        numbers = ", ".join(map(str, sorted(asked.nth)))
        words.append(say.label("earning-words-nth", numbers=numbers))
    if asked.levels:
        levels = ", ".join(level.name for level in terms.levels if level.id in asked.levels)
        words.append(say.label("earning-words-levels", levels=levels))
    return " ".join(words)


def lines(stock: Assortment, asked: Conditions) -> str:
    """The goods that are asked for, by name; nothing for all."""
    found = (names(stock.categories, asked.categories), names(stock.products, asked.products))
    return ", ".join(name for name in found if name)


def names(items: Iterable[Item], ids: Iterable[int]) -> str:
    wanted = set(ids)
    return short(", ".join(item.name for item in items if item.id in wanted), NAMES_LENGTH)


def effects(say: Say, stock: Assortment, seen: Preview) -> str:
    """An example receipt, and its points before and after with the sum behind them."""
    was, becomes = (why(say, seen.terms, priced) for priced in (seen.before, seen.after))
    told = say(
        "earning-effect",
        before=seen.before.points,
        why_before=was or "none",
        after=seen.after.points,
        why_after=becomes or "none",
    )
    warnings = [conflict(say, one) for one in seen.conflicts[:CONFLICTS_SHOWN]]
    return "\n".join([example(say, seen.terms, stock, seen.example), told, *warnings])


def example(say: Say, terms: Terms, stock: Assortment, shown: Example) -> str:
    item = names(stock.categories, [shown.category_id or 0])
    item = item or names(stock.products, [shown.product_id or 0])
    day = format_date(shown.at, "EEEE", locale=say.language)
    return say(
        "earning-example",
        named=bool(item),
        item=item,
        amount=terms.money(shown.amount),
        at=f"{day}, {_wall(say, shown.at.time())}",
        first=shown.nth == 1,
    )


def why(say: Say, terms: Terms, priced: Priced) -> str:
    """The sum behind the points of an example, as plain text."""
    (line,) = priced.lines
    policy = terms.policy
    if priced.paid < policy.least_receipt:
        return say.label("earning-why-least", least=terms.money(policy.least_receipt))
    if not line.rate_bp:
        return say.label("earning-why-excluded")
    facts: dict[str, Fact] = {"paid": terms.money(line.paid), "rate": percent(say, line.rate_bp)}
    if line.multiplier == PLAIN:
        words = [say.label("earning-why-rate", **facts)]
    else:
        factor = times(say, line.multiplier)
        words = [say.label("earning-why-times", times=factor, **facts)]
    words += [
        say.label("earning-why-fixed", points=rule.value)
        for rule in terms.rules
        if rule.id in priced.rules and rule.effect is Effect.FIXED
    ]
    if priced.cut:
        words.append(say.label("earning-why-limit", cut=priced.cut))
    return ", ".join(words)


def conflict(say: Say, found: Conflict) -> str:
    """Why a rule never matters."""
    other = found.other.title if found.other is not None else ""
    return say("earning-conflict", why=found.why, rule=found.rule.title, other=other)


def _wall(say: Say, at: time) -> str:
    return format_time(at, "HH:mm", locale=say.language)


def day(say: Say, weekday: int) -> str:
    """`пн` for 0."""
    return str(get_day_names("abbreviated", locale=say.language)[weekday])
