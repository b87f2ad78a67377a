"""Offers of the demonstration shop: for whom they fit, and for everybody at the till."""

from datetime import datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.seed.engine import Goods
from app.seed.texts import OfferText, ShopTexts
from models.offers import Offer, Schedule
from models.people import Role, Staff
from services import dates, programme
from services.context import Context
from services.offers import offer_editing
from services.offers.offer_editing import NewOffer
from services.offers.schedules import Plan
from services.pricing.model import Conditions
from services.segments.questions.tree import EVERYONE, Before, Condition, Last, Next, to_json


async def standing_offers(ctx: Context, owner: int, texts: ShopTexts, goods: Goods) -> None:
    """A discount for the first purchase and points for the second, then accumulation; the third
    pastry free, and delivery from a certain sum. `owner`: the identity that makes them.
    """
    words = texts.standing
    plans: tuple[tuple[OfferText, Conditions, int | None], ...] = (
        (words.first, Conditions(nth=frozenset({1})), 1),
        (words.second, Conditions(nth=frozenset({2})), 1),
        (words.third_free, Conditions(categories=frozenset({goods.pastry})), None),
        (
            words.delivery,
            Conditions(categories=frozenset({goods.delivery}), least=words.delivery_from),
            None,
        ),
    )
    for text, conditions, uses in plans:
        await offer_editing.make(
            ctx,
            owner,
            NewOffer(
                title=text.title,
                text=text.text,
                kind=text.kind,
                value=text.value,
                valid_days=30,
                audience=EVERYONE,
                plan=Plan(Schedule.STANDING),
                conditions=conditions,
                uses=uses,
            ),
        )


async def personal_offers(
    session: AsyncSession, texts: ShopTexts, terms: programme.Terms, now: datetime
) -> None:
    """Points, coupons and a gift, planned for the days to come."""
    tomorrow = (now + timedelta(days=1)).astimezone(terms.timezone).date()
    eleven = dates.at_wall_time(tomorrow, time(11), terms.timezone)
    plans = (
        (
            texts.missing_you,
            Condition("last_visit", when=Before(60)),
            Plan(Schedule.WEEKLY, wall_time=time(12), weekday=1),
            (21, 60),
        ),
        (
            texts.birthday_soon,
            Condition("birthday", when=Next(3)),
            Plan(Schedule.DAILY, wall_time=time(10)),
            (10, 300),
        ),
        (
            texts.newcomer,
            Condition("joined", when=Last(7)),
            Plan(Schedule.DAILY, wall_time=time(11)),
            (14, 365),
        ),
        (
            texts.thank_you,
            Condition("level", values=(terms.levels[-1].id,)),
            Plan(Schedule.ONCE, once_at=eleven),
            (14, 30),
        ),
    )
    query = select(Staff.id).where(Staff.role == Role.OWNER, Staff.revoked_at.is_(None))
    owner_id = (await session.scalars(query.order_by(Staff.id).limit(1))).one()
    session.add_all(
        Offer(
            title=text.title,
            text=text.text,
            kind=text.kind,
            value=text.value,
            uses=1,
            valid_days=valid_days,
            audience=to_json(audience),
            schedule=plan.schedule,
            wall_time=plan.wall_time,
            weekday=plan.weekday,
            next_run_at=plan.next_after(now, terms.timezone),
            repeat_days=repeat_days,
            created_by=owner_id,
            created_at=now - timedelta(days=2),
        )
        for text, audience, plan, (valid_days, repeat_days) in plans
    )
