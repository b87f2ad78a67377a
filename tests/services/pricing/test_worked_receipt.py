"""The worked example of docs/points.md gives the same result here."""

from datetime import datetime, time
from pathlib import Path

from models.offers import OfferKind
from services.pricing.engine import price
from services.pricing.model import Conditions, Effect, Line, Policy, Promise, Rule, Sale, Tariff

PAGE = Path(__file__).parents[3] / "docs" / "points.md"
SILVER, COFFEE, CAKES, DELIVERY = 1, 1, 2, 3
TUESDAY = datetime(2026, 3, 3, 17, 0)  # noqa: DTZ001 - wall time of the shop


def test_the_worked_receipt() -> None:
    coffee, delivery = frozenset({COFFEE}), frozenset({DELIVERY})
    tuesdays = Conditions(categories=coffee, weekdays=frozenset({1}), since=time(12))
    tariff = Tariff(
        100,
        5_000,
        {SILVER: 500},
        (
            Rule(1, "No points for delivery", Effect.EXCLUDE, 0, Conditions(categories=delivery)),
            Rule(2, "Coffee twice on Tuesdays", Effect.MULTIPLIER, 200, tuesdays),
        ),
        Policy(most_per_day=100),
    )
    lines = (Line(450_00, 3, COFFEE), Line(250_00, 2, CAKES), Line(99_00, 1, DELIVERY))
    sale = Sale(lines, TUESDAY, SILVER, nth=4, remainder=3 * tariff.unit // 10)
    third = Promise(7, 7, "Third is free", OfferKind.BUNDLE, 3, Conditions(categories=coffee))
    priced = price(tariff, sale, [third], spend=100)

    assert (priced.due, priced.most_points, priced.paid) == (649_00, 324, 549_00)
    assert [line.paid for line in priced.lines] == [253_77, 211_48, 83_75]
    assert (priced.points, priced.base, priced.bonus) == (36, 23, 13)
    assert priced.remainder * 1000 // tariff.unit == 251
    page = PAGE.read_text(encoding="utf-8")
    for figure in ("**649.00** due", "324 at most", "253.77", "211.48", "83.75", "**36 points**"):
        assert figure in page
    assert "0.251 carried on" in page
