"""Earning rules and a stamp card of the demonstration shop.

Set as the owner would, after the two years: so old receipts keep the terms of their day.
"""

from dataclasses import dataclass
from datetime import time

from sqlalchemy import delete, select

from app.seed.texts import ShopTexts
from models.messaging import Delivery
from models.people import Member
from services import goods
from services.checkout import purchases
from services.context import Context
from services.earning import earning_rules
from services.fraud import fraud_limits
from services.goods import ItemKind
from services.pricing.model import Conditions, Effect, Rule
from services.stamps import stamp_cards
from services.stamps.stamp_cards import NewCard

TUESDAY = 1
TWICE = 200  # percent
COFFEE_RATE = 1_000  # basis points
STAMPS = 5
FAR = 20
"""So many of the dearest thing on one receipt are unusual."""


@dataclass(frozen=True, slots=True)
class Goods:
    """Categories that offers are about, by id."""

    pastry: int
    delivery: int


async def furnish(ctx: Context, owner: int, texts: ShopTexts) -> Goods:
    """`owner`: the identity that sets it up."""
    words = texts.engine
    # The first two are sold already; see app.seed.menu.
    coffee, pastry, delivery, certificates = [
        await goods.add(ctx, owner, ItemKind.CATEGORY, name)
        for name in (words.coffee, words.pastry, words.delivery, words.certificates)
    ]
    for rule in (
        Rule(
            0,
            words.no_points,
            Effect.EXCLUDE,
            0,
            Conditions(categories=frozenset({delivery, certificates})),
        ),
        Rule(
            0,
            words.coffee_more,
            Effect.RATE,
            COFFEE_RATE,
            Conditions(categories=frozenset({coffee})),
        ),
        Rule(
            0,
            words.tuesday,
            Effect.MULTIPLIER,
            TWICE,
            Conditions(weekdays=frozenset({TUESDAY}), since=time(16), until=time(18)),
        ),
    ):
        await earning_rules.add(ctx, owner, rule)
    await stamp_cards.make(ctx, owner, NewCard(words.card, words.cup, needed=STAMPS))
    return Goods(pastry, delivery)


async def look_wrong(ctx: Context, cashier: int, texts: ShopTexts, *, besides: str | None) -> None:
    """A receipt far from the usual ones: its points wait for the owner's look.

    On the card of who comes most, `besides` the one with this phone.
    """
    await fraud_limits.learn_usual(ctx)
    async with ctx.db.read() as session:
        query = select(Member.id).where(Member.phone.is_distinct_from(besides))
        busiest = query.order_by(Member.purchases_count.desc(), Member.id).limit(1)
        member_id = (await session.scalars(busiest)).one()
    await purchases.record(ctx, cashier, member_id, texts.menu[-1] * FAR, key="demo:unusual")
    async with ctx.db.write() as session:
        await session.execute(delete(Delivery))  # what was said before today is not said again
