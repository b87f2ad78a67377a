"""The shop of `checkout`: rules, goods, levels, a stamp card, standing offers, members with lots.

Its clock goes a minute a receipt, so that the usual limits of trust judge every one of them and
none trips: sixty an hour are shared by the cashiers, and no card comes more than five times a day.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from itertools import count

from app.clock import SystemSecrets
from app.database import Database
from models.people import Member
from services import dates, goods, ledger
from services.checkout import purchases
from services.context import Context
from services.earning import earning_rules
from services.enums import OfferKind, OperationKind, Role, Schedule, StampBy
from services.fraud import fraud_limits
from services.goods import ItemKind
from services.members import members
from services.offers import offer_editing
from services.offers.offer_editing import NewOffer
from services.offers.schedules import Plan
from services.pricing.model import Conditions, Effect, Line, Rule
from services.profiles import profiles
from services.programme import defaults
from services.programme.defaults import FirstTerms
from services.segments.questions.tree import EVERYONE
from services.staff import identities, team, workplaces
from services.stamps import stamp_cards
from services.stamps.stamp_cards import NewCard

OWNER, CASHIER, MEMBER = 1, 100, 10_000
"""The first of their messenger ids."""

CASHIERS = 16
MEMBERS = 400
LOTS = (30, 120, 45)
STANDING = Plan(Schedule.STANDING)


@dataclass
class MinuteClock:
    """A minute later each time it is asked."""

    at: datetime = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def now(self) -> datetime:
        self.at += timedelta(minutes=1)
        return self.at


@dataclass
class Shop:
    ctx: Context
    cashiers: list[int]
    members: list[int]
    receipts: list[tuple[Line, ...]]
    numbers: "count[int]" = field(default_factory=count)

    async def sell(self, member_id: int) -> None:
        """One purchase, in the next cashier's hands."""
        number = next(self.numbers)
        lines = self.receipts[number % len(self.receipts)]
        await purchases.record(
            self.ctx,
            self.cashiers[number % len(self.cashiers)],
            member_id,
            sum(line.amount for line in lines),
            key=f"bench:{number}",
            lines=lines,
        )


async def furnish(database: Database) -> Shop:
    ctx = Context(database, MinuteClock(), SystemSecrets())
    await defaults.ensure(ctx, FirstTerms("Bench", "RUB", "Europe/Moscow", ("One", "Two", "Three")))
    await team.ensure_owners(ctx, [OWNER], "ru")
    owner = (await identities.visit(ctx, OWNER, "Olga", "ru")).identity_id
    receipts = await _fill_shelves(ctx, owner)
    cashiers = [await _hire(ctx, owner, number) for number in range(CASHIERS)]
    return Shop(ctx, cashiers, [await _enrol(ctx, number) for number in range(MEMBERS)], receipts)


async def let_come_often(shop: Shop) -> None:
    """One card may be seen as often as an owner can allow."""
    owner = (await identities.visit(shop.ctx, OWNER, "Olga", "ru")).identity_id
    most = fraud_limits.RANGES["card_a_day"].most
    await fraud_limits.change(shop.ctx, owner, "card_a_day", most)


async def _fill_shelves(ctx: Context, owner: int) -> list[tuple[Line, ...]]:
    """Goods, rules, offers and a stamp card; receipts as such a shop has them."""
    await goods.add(ctx, owner, ItemKind.OUTLET, "Pushkin square")
    coffee, bakery, delivery, certificates = [
        await goods.add(ctx, owner, ItemKind.CATEGORY, name)
        for name in ("Coffee", "Bakery", "Delivery", "Certificates")
    ]
    espresso, latte, bun, cake = [
        await goods.add(ctx, owner, ItemKind.PRODUCT, name)
        for name in ("Espresso", "Latte", "Bun", "Cake")
    ]
    for product, category in ((espresso, coffee), (latte, coffee), (bun, bakery), (cake, bakery)):
        await goods.put_into(ctx, owner, product, category)
    for rule in (
        Rule(0, "Nothing for delivery and certificates", Effect.EXCLUDE, 0,
             Conditions(categories=frozenset({delivery, certificates}))),
        Rule(0, "Coffee brings more", Effect.RATE, 1_000,
             Conditions(categories=frozenset({coffee}))),
        Rule(0, "Twice on Tuesday", Effect.MULTIPLIER, 200,
             Conditions(weekdays=frozenset({1}), since=time(16), until=time(18))),
        Rule(0, "Mornings", Effect.MULTIPLIER, 150, Conditions(since=time(8), until=time(10))),
        Rule(0, "Cake day", Effect.FIXED, 10, Conditions(products=frozenset({cake}))),
        Rule(0, "Every tenth", Effect.FIXED, 50, Conditions(nth=frozenset(range(10, 1_000, 10)))),
    ):  # fmt: skip
        await earning_rules.add(ctx, owner, rule)
    await earning_rules.set_policy(ctx, owner, most_per_receipt=5_000, promo_life_days=90)
    for offer in (
        NewOffer("Cake for less", "Bakery costs a tenth less.", OfferKind.PERCENT, 10_00, 30,
                 EVERYONE, STANDING, conditions=Conditions(categories=frozenset({bakery})),
                 uses=None),
        NewOffer("A first gift", "Off the first receipt.", OfferKind.AMOUNT, 50_00, 30,
                 EVERYONE, STANDING, conditions=Conditions(nth=frozenset({1})), uses=1),
    ):  # fmt: skip
        await offer_editing.make(ctx, owner, offer)
    card = NewCard("Coffee", "Sixth coffee", StampBy.CATEGORY, category_id=coffee, needed=5)
    await stamp_cards.make(ctx, owner, card)
    first = Line(180_00, 1, coffee, espresso, "Espresso")
    second = Line(520_00, 2, coffee, latte, "Latte")
    third = Line(340_00, 4, bakery, bun, "Bun")
    fourth = Line(890_00, 1, bakery, cake, "Cake")
    home = Line(200_00, 1, delivery, None, "Delivery")
    return [(first,), (second, third), (fourth,), (fourth, third, home)]


async def _hire(ctx: Context, owner: int, number: int) -> int:
    invitation = await team.invite(ctx, owner, Role.CASHIER)
    visitor = await identities.visit(ctx, CASHIER + number, f"Cashier {number}", "ru")
    await team.accept(ctx, visitor.identity_id, invitation.token)
    outlet = (await workplaces.choices(ctx, visitor.identity_id))[0]
    await workplaces.choose(ctx, visitor.identity_id, outlet.id)
    return visitor.identity_id


async def _enrol(ctx: Context, number: int) -> int:
    """A member with a birthday and some lots."""
    visitor = await identities.visit(ctx, MEMBER + number, f"Guest {number}", "ru")
    joined = await members.join(ctx, visitor.identity_id, members.Joining(ads_consent=True))
    await profiles.set_birthday(ctx, joined.member_id, dates.Birthday(17, 8, 1990))
    now = ctx.clock.now()
    async with ctx.db.write() as session:
        member = await session.get_one(Member, joined.member_id)
        account = await ledger.lock(session, member.account_id)
        gifts = [
            ledger.Award(account, points, OperationKind.GRANT, f"lot:{points}:{member.id}", now,
                         now + timedelta(days=points), {})
            for points in LOTS
        ]  # fmt: skip
        await ledger.award_all(session, gifts)
    return joined.member_id
