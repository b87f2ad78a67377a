"""Fills an empty database with the shop: its terms, its team, its guests and what they did."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import zip_longest
from random import Random
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.seed import segments
from app.seed.asking import ask
from app.seed.crowd import REGULAR, YEARS, Guest, crowd
from app.seed.engine import furnish, look_wrong
from app.seed.history import History, Life
from app.seed.menu import stock
from app.seed.moment import Moment
from app.seed.month import look_back
from app.seed.offers import personal_offers, standing_offers
from app.seed.stories import Shelf, play, story
from app.seed.texts import ShopTexts
from models.charity import Fund
from models.people import Gender, Identity, Member, Role, Source, Staff
from models.rewards import Reward
from services import ledger, programme
from services.context import Context
from services.programme import defaults
from services.programme.defaults import FirstTerms
from services.staff import identities

OLGA, BORIS, VERA, ANNA, SECOND_CASHIER = 10_001, 10_002, 10_003, 10_004, 10_005
"""Messenger ids of the cast."""


@dataclass(frozen=True, slots=True)
class Someone:
    """A person who talks to the bot, for the world outside to bring to life."""

    external_id: int
    name: str
    language: str
    phone: str | None = None
    blocked: bool = False


@dataclass(frozen=True, slots=True)
class Cast:
    """The cast. Anna has not joined yet; the crowd are members who started the bot before."""

    anna: Someone
    vera: Someone
    boris: Someone
    olga: Someone
    crowd: tuple[Someone, ...]


async def plant(ctx: Context, rng: Random, texts: ShopTexts) -> Cast:
    """Fill an empty database with the shop. The same `rng`, the same shop.

    The clock's present is the end of the two years.
    """
    language, now = texts.language, ctx.clock.now()
    first = FirstTerms(texts.name, texts.currency, texts.timezone, texts.levels)
    await defaults.ensure(replace(ctx, clock=Moment(now - YEARS)), first)
    vera = _vera(texts, language, now)
    guests = sorted([*crowd(rng, texts, language, now), vera], key=lambda guest: guest.joined_at)
    async with ctx.db.write() as session:
        terms = await _set_terms(session, texts, now)
        cashiers = await _staff(session, texts, language, now)
        lives = await _enrol(session, ctx, rng, terms, guests)
        history = History(session, ctx, rng, terms, cashiers)
        shelf = await _fill_shelf(session, texts, now)
        stories = [story(rng, texts, guest, now, saving=guest is vera) for guest in guests]
        for wave in zip_longest(*stories):
            for life, event in zip(lives, wave, strict=True):
                if event is not None:
                    await play(history, rng, shelf, life, *event)
            await history.end_wave()
        await history.finish(lives, now)
        await personal_offers(session, texts, terms, now)
    _, _, boris, olga = texts.cast
    owner = (await identities.visit(ctx, OLGA, olga, language)).identity_id
    goods = await furnish(ctx, owner, texts)
    await standing_offers(ctx, owner, texts, goods)
    cashier = (await identities.visit(ctx, BORIS, boris, language)).identity_id
    await look_wrong(ctx, cashier, texts, besides=vera.phone)
    await ask(ctx, rng, owner, texts, besides=vera.phone)
    await segments.save(ctx, owner, texts)
    await look_back(ctx)
    return Cast(
        anna=Someone(ANNA, texts.cast[0], language, f"{texts.phone}0999"),
        vera=Someone(VERA, vera.name, language, vera.phone),
        boris=Someone(BORIS, boris, language),
        olga=Someone(OLGA, olga, language),
        crowd=tuple(
            Someone(guest.external_id, guest.name, guest.language, guest.phone, guest.blocked)
            for guest in guests
            if guest is not vera
        ),
    )


def _vera(texts: ShopTexts, language: str, now: datetime) -> Guest:
    """A regular from the first days, whose birthday is in three days."""
    birthday = (now + timedelta(days=3)).date()
    return Guest(
        external_id=VERA,
        name=texts.cast[1],
        gender=Gender.FEMALE,
        language=language,
        city=texts.cities[0],
        phone=f"{texts.phone}0998",
        birthday=(birthday.day, birthday.month, birthday.year - 34),
        joined_at=now - YEARS + timedelta(days=9),
        habit=REGULAR,
        ads=True,
        blocked=False,
        source=Source.POSTER,
    )


async def _set_terms(session: AsyncSession, texts: ShopTexts, now: datetime) -> programme.Terms:
    before = await programme.terms(session)
    named = zip(before.levels, texts.levels, texts.thresholds, texts.perks, strict=True)
    after = replace(
        before,
        shop_name=texts.name,
        currency=texts.currency,
        timezone=ZoneInfo(texts.timezone),
        point_value=texts.point_value,
        launched_at=now - YEARS,
        levels=tuple(
            replace(level, name=name, threshold=threshold, perks=perks)
            for level, name, threshold, perks in named
        ),
    )
    return await programme.publish(session, after, at=now - YEARS)


async def _staff(
    session: AsyncSession, texts: ShopTexts, language: str, now: datetime
) -> list[Staff]:
    """Olga, who may have been made an owner by the settings, and the cashiers, who are returned."""
    _, _, boris, olga = texts.cast
    opened = now - YEARS
    staff = []
    for external_id, name, role in (
        (OLGA, olga, Role.OWNER),
        (BORIS, boris, Role.CASHIER),
        (SECOND_CASHIER, texts.second_cashier, Role.CASHIER),
    ):
        identity = await identities.note(session, external_id, name, language, opened)
        identity.name = name
        query = select(Staff).where(Staff.identity_id == identity.id)
        row = (await session.scalars(query)).one_or_none()
        if row is None:
            row = Staff(identity_id=identity.id, role=role, created_at=opened)
            row.from_settings = role is Role.OWNER
            session.add(row)
        row.name = name
        staff.append(row)
    await session.flush()
    return [row for row in staff if row.role is Role.CASHIER]


async def _enrol(
    session: AsyncSession, ctx: Context, rng: Random, terms: programme.Terms, guests: list[Guest]
) -> list[Life]:
    accounts = [ledger.open_account(session, guest.joined_at) for guest in guests]
    await session.flush()
    members = [
        Member(
            account_id=account.id,
            level_id=terms.level_at(0).id,
            name=guest.name,
            language=guest.language,
            phone=guest.phone,
            birth_day=guest.birthday and guest.birthday[0],
            birth_month=guest.birthday and guest.birthday[1],
            birth_year=guest.birthday and guest.birthday[2],
            birthday_locked=False,
            gender=guest.gender,
            city=guest.city,
            card_token=ctx.secrets.token(),
            source=guest.source,
            joined_at=guest.joined_at,
            data_consent_at=guest.joined_at,
            ads_consent_at=guest.joined_at if guest.ads else None,
        )
        for guest, account in zip(guests, accounts, strict=True)
    ]
    session.add_all(members)
    await session.flush()
    for number, (guest, member) in enumerate(zip(guests, members, strict=True)):
        if guest.source is Source.REFERRAL and number:
            member.referrer_id = members[rng.randrange(number)].id
        session.add(
            Identity(
                messenger=identities.TELEGRAM,
                external_id=guest.external_id,
                name=guest.name,
                language=guest.language,
                member_id=member.id,
                unreachable_since=ctx.clock.now() if guest.blocked else None,
                created_at=guest.joined_at,
            )
        )
    await session.flush()
    return [Life(member, account) for member, account in zip(members, accounts, strict=True)]


async def _fill_shelf(session: AsyncSession, texts: ShopTexts, now: datetime) -> Shelf:
    rewards = [
        Reward(
            title=text.title,
            description=text.description,
            points=text.points,
            stock=text.stock,
            member_limit=text.member_limit,
            voucher_days=30,
            position=position,
            created_at=now - YEARS,
        )
        for position, text in enumerate(texts.rewards)
    ]
    funds = [
        Fund(
            title=text.title,
            description=text.description,
            goal=text.goal,
            created_at=now - YEARS,
        )
        for text in texts.funds
    ]
    session.add_all([*rewards, *funds])
    await session.flush()
    return Shelf(await stock(session, texts, now - YEARS), rewards, funds)
