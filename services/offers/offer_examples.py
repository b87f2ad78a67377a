"""The effect of an offer on a receipt, shown before it starts."""

from dataclasses import dataclass

from services import programme
from services.context import Context
from services.enums import OfferKind
from services.money import Money
from services.offers.offer_editing import NewOffer
from services.pricing.engine import price
from services.pricing.example_receipt import fitting
from services.pricing.model import Line, Promise, Sale


@dataclass(frozen=True, slots=True)
class Effect:
    """An example receipt: the sum to pay and the points, without the offer and with it."""

    amount: Money
    before: Money
    after: Money
    points_before: int
    points_after: int
    gift: bool


async def effect(ctx: Context, new: NewOffer) -> Effect | None:
    """The offer on an example receipt; None if the message itself gives it and no receipt is
    needed.
    """
    if not new.waits:
        return None
    terms = await programme.current(ctx)
    here = ctx.clock.now().astimezone(terms.timezone)
    usual = max(terms.example().minor, new.conditions.least)
    example = fitting(new.conditions, here, usual)
    pieces = new.value if new.kind is OfferKind.BUNDLE else 1
    lines = [
        Line(
            example.amount,
            quantity=max(1, pieces),
            category_id=example.category_id,
            product_id=example.product_id,
        )
    ]
    if new.kind is OfferKind.DELIVERY:
        lines.append(Line(usual))
    level_id = terms.levels[0].id if example.level_id is None else example.level_id
    sale = Sale(tuple(lines), example.at, level_id, example.nth, example.outlet_id)
    promise = Promise(0, None, new.title, new.kind, new.value, new.conditions)
    before, after = price(terms.tariff, sale), price(terms.tariff, sale, [promise])
    return Effect(
        amount=terms.money(before.amount),
        before=terms.money(before.paid),
        after=terms.money(after.paid),
        points_before=before.points,
        points_after=after.points,
        gift=new.kind is OfferKind.GIFT and bool(after.offers),
    )
