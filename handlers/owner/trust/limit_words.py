"""A limit in plain words: its name, and the value that it has."""

from collections.abc import Mapping

from messengers.words import Say
from services.enums import Suspicion
from services.programme import Terms


def name(say: Say, suspicion: Suspicion) -> str:
    return say.label(f"trust-limit-{suspicion.replace('_', '-')}")


def value(say: Say, terms: Terms, suspicion: Suspicion, limits: Mapping[str, int | None]) -> str:
    """The values of `FraudLimits.of`, as plain text."""
    amount = limits.get("size_amount")
    if amount is not None:
        return say.label("trust-over", amount=terms.money(amount))
    number = limits[suspicion]
    if number is None:
        return say.label("trust-off")
    return chip(say, suspicion, number)


def chip(say: Say, suspicion: Suspicion, number: int) -> str:
    match suspicion:
        case Suspicion.FAMILY:
            return say.label("trust-on")
        case Suspicion.SIZE:
            return say.label("trust-times", times=number)
        case _:
            return str(number)
