"""The sum behind the points of a purchase, in words."""

from decimal import Decimal

from babel.numbers import format_decimal

from handlers.formats import percent
from messengers.words import Say
from services.points.history import Earning

WHOLE = 100
"""Percent: a multiplier that changes nothing."""


def told(words: Say, earning: Earning, *, plain: bool = False) -> list[str]:
    """One line for each part of the sum; `plain`: for a file, not for a message."""
    say = words.label if plain else words
    lines = [say("why-level", level=earning.level)]
    for group in earning.groups:
        if not group.rate_bp:
            lines.append(say("why-excluded", paid=group.paid))
            continue
        lines.append(
            say(
                "why-rate",
                paid=group.paid,
                rate=percent(words, group.rate_bp),
                more=group.multiplier != WHOLE,
                times=_hundredths(words, group.multiplier),
            )
        )
    lines += [say("why-rule", title=title) for title in earning.rules]
    for offer in earning.offers:
        lines.append(
            say(
                "why-offer-used",
                title=offer.title,
                cheaper=bool(offer.discount.minor),
                off=offer.discount,
                points=offer.points,
            )
        )
    if earning.before or earning.after:
        before, after = _hundredths(words, earning.before), _hundredths(words, earning.after)
        lines.append(say("why-remainder", before=before, after=after))
    if earning.least is not None:
        lines.append(say("why-least", least=earning.least))
    if earning.limit is not None and earning.cut:
        lines.append(say("why-limit", limit=earning.limit, cut=earning.cut))
    return lines


def _hundredths(say: Say, figure: int) -> str:
    return format_decimal(Decimal(figure).scaleb(-2), locale=say.language)
