"""Hints for a talk with the guest at the till: favourites, the last visit, a birthday soon, and
offers that hold for this visit and not for every one.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.goods import Category, Product
from models.people import Member, Role
from models.segmentation import MemberCategory
from models.till import Purchase, PurchaseLine
from services import dates, programme
from services.context import Context
from services.members.errors import MemberNotFound
from services.offers import offers
from services.pricing.conditions import unmet
from services.pricing.model import Conditions, Sale
from services.programme import Terms
from services.staff import access
from services.totals import net_sales

BIRTHDAY_AHEAD = timedelta(days=7)
FAVOURITES = 3
RECENT = 100
"""How many of the newest lines count for favourites."""
OFTEN = 2
"""A favourite is on at least this many receipts."""
SHOWN = 3
"""The most offers of this visit that are named."""


@dataclass(frozen=True, slots=True)
class SmallTalk:
    """`days_ago`: days since the last visit, None before the first. `birthday`: the next one by the
    shop's calendar, if it is within a week; without the year of birth.
    """

    favourites: tuple[str, ...]  # products, or else categories, the most frequent first
    days_ago: int | None
    birthday: date | None
    days_to_birthday: int
    offers: tuple[str, ...]  # for everybody, but not for every visit


async def about(ctx: Context, actor_id: int, member_id: int) -> SmallTalk:
    """The hints about a guest, for staff. Raises NotStaff, MemberNotFound."""
    async with access.read(ctx, actor_id, Role.CASHIER) as (session, staff):
        terms = await programme.terms(session)
        member = await session.get(Member, member_id)
        if member is None or member.deleted_at is not None:
            raise MemberNotFound
        now = ctx.clock.now()
        local = now.astimezone(terms.timezone)
        last, today = member.last_purchase_at, local.date()
        birthday = _coming(member, today)
        return SmallTalk(
            favourites=await favourites(session, member.id) if last is not None else (),
            days_ago=None if last is None else dates.days_between(last, now, terms.timezone),
            birthday=birthday,
            days_to_birthday=(birthday - today).days if birthday is not None else 0,
            offers=await _of_this_visit(session, terms, member, staff.outlet_id, local),
        )


async def favourites(session: AsyncSession, member_id: int) -> tuple[str, ...]:
    """Products that a member often buys, or else categories, the most frequent first."""
    return await _products(session, member_id) or await _categories(session, member_id)


def _coming(member: Member, today: date) -> date | None:
    """The next day on which the birthday is celebrated; None if it is later than BIRTHDAY_AHEAD."""
    if member.birth_month is None or member.birth_day is None:
        return None
    for year in (today.year, today.year + 1):
        day = dates.birthday_in(year, member.birth_month, member.birth_day)
        if timedelta(0) <= day - today <= BIRTHDAY_AHEAD:
            return day
    return None


async def _products(session: AsyncSession, member_id: int) -> tuple[str, ...]:
    recent = (
        select(PurchaseLine.product_id, PurchaseLine.purchase_id)
        .join(Purchase, Purchase.id == PurchaseLine.purchase_id)
        .where(Purchase.member_id == member_id, Purchase.undone_at.is_(None), net_sales.LINE_COUNTS)
        .order_by(Purchase.at.desc(), PurchaseLine.id)
        .limit(RECENT)
        .subquery()
    )
    receipts = func.count(recent.c.purchase_id.distinct())
    query = (
        select(Product.name)
        .join(recent, recent.c.product_id == Product.id)
        .where(Product.hidden_at.is_(None))
        .group_by(Product.id, Product.name)
        .having(receipts >= OFTEN)
        .order_by(receipts.desc(), Product.id)
    )
    return tuple(await session.scalars(query.limit(FAVOURITES)))


async def _categories(session: AsyncSession, member_id: int) -> tuple[str, ...]:
    """Favourite categories, for tills that send no products."""
    query = (
        select(Category.name)
        .join(MemberCategory, MemberCategory.category_id == Category.id)
        .where(
            MemberCategory.member_id == member_id,
            MemberCategory.purchases >= OFTEN,
            Category.hidden_at.is_(None),
        )
        .order_by(MemberCategory.purchases.desc(), Category.id)
    )
    return tuple(await session.scalars(query.limit(FAVOURITES)))


async def _of_this_visit(
    session: AsyncSession, terms: Terms, member: Member, outlet_id: int | None, local: datetime
) -> tuple[str, ...]:
    """Offers for everybody that hold for this visit only. A cashier knows by heart those that hold
    always.
    """
    sale = Sale(
        lines=(),
        at=local.replace(tzinfo=None),
        level_id=terms.level(member.level_id).id,
        nth=member.purchases_count + 1,
        outlet_id=outlet_id,
    )
    if not any(_special(one.promise.conditions, sale) for one in terms.standing):
        return ()
    left = await offers.left_for_everybody(session, terms, member.id)
    titles = [promise.title for promise, _ in left if _special(promise.conditions, sale)]
    return tuple(titles[:SHOWN])


def _special(asked: Conditions, sale: Sale) -> bool:
    """Whether the conditions hold now, and depend on the member or the time, not only on goods."""
    of_somebody = asked.nth or asked.levels
    of_a_time = asked.weekdays or asked.since or asked.until or asked.first_day or asked.last_day
    return bool(of_somebody or of_a_time) and unmet(asked, sale) is None
