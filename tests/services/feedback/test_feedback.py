"""How was it: asked when it suits, never too often, answered once, heard by the owners."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from models.people import Identity, Member
from models.surveys import Feedback
from models.till import Purchase
from services.checkout import purchases
from services.enums import ContactTime, FeedbackKind
from services.errors import Gone, NotYours
from services.feedback import feedback_answers, feedback_asking, feedback_figures, feedback_settings
from services.feedback.errors import FeedbackClosed, NobodyThere
from services.parsing.errors import BadNumber
from services.profiles import leaving
from services.staff.errors import NotStaff
from tests.cast import Shop
from tests.services.crowd import guests, queued, told

NPS, VISIT = FeedbackKind.NPS, FeedbackKind.SATISFACTION
LOW = "notice-low-score"


async def at(shop: Shop, moment: str) -> int:
    """Put the clock to a time in Moscow (UTC+3) and ask who is due; how many were asked."""
    there = datetime.fromisoformat(moment).replace(tzinfo=UTC) - timedelta(hours=3)
    await shop.clock.move(there - shop.clock.now())
    return await feedback_asking.ask_due(shop.ctx)


async def switch_on(shop: Shop, *kinds: FeedbackKind, **days: int) -> None:
    by = await shop.identity(shop.olga)
    for kind in kinds:
        await feedback_settings.change(shop.ctx, by, kind, on=True, days=days.get(kind.value))


async def buy(shop: Shop, member_id: int, *, key: str = "") -> int:
    """A receipt now; gives its number."""
    cashier = await shop.hire(shop.boris)
    key = key or f"receipt:{member_id}:{shop.clock.now():%m%d%H%M}"
    receipt = await purchases.record(shop.ctx, cashier, member_id, 500_00, key=key)
    return receipt.purchase_id


async def asked(shop: Shop, member_id: int) -> int:
    """The newest question to a member."""
    async with shop.ctx.db.read() as session:
        query = select(Feedback.id).where(Feedback.member_id == member_id)
        return (await session.scalars(query.order_by(Feedback.id.desc()))).first() or 0


async def test_nobody_is_asked_until_it_is_switched_on(shop: Shop) -> None:
    anna = await shop.join(shop.anna)
    await buy(shop, anna)
    assert await at(shop, "2026-03-03T12:00") == 0
    await switch_on(shop, NPS)
    assert await at(shop, "2026-03-03T12:00") == 1
    assert await at(shop, "2026-03-03T12:10") == 0


async def test_a_recommendation_the_day_after_in_the_daytime_where_they_live(shop: Shop) -> None:
    await switch_on(shop, NPS)
    anna, vera = await shop.join(shop.anna), await shop.join(shop.vera)
    async with shop.ctx.db.write() as session:
        for member, columns in (
            (anna, {"contact_time": ContactTime.EVENING}),
            (vera, {"timezone": "Asia/Vladivostok"}),  # seven hours ahead of Moscow
        ):
            await session.execute(update(Member).where(Member.id == member).values(**columns))
    await buy(shop, anna)
    await buy(shop, vera)
    assert await at(shop, "2026-03-02T18:00") == 0  # the same day, in Vladivostok the night
    assert await at(shop, "2026-03-03T03:59") == 0
    assert await at(shop, "2026-03-03T04:00") == 1  # 11:00 in Vladivostok
    assert await at(shop, "2026-03-03T16:59") == 0
    assert await at(shop, "2026-03-03T17:00") == 1  # Anna's evening
    texts = {delivery.template for delivery in await queued(shop.ctx, "notice-ask-nps")}
    assert texts == {"notice-ask-nps"}


async def test_after_a_visit_within_two_days(shop: Shop) -> None:
    await switch_on(shop, VISIT)
    early, late = await guests(shop.ctx, 2)
    await buy(shop, early)
    assert await at(shop, "2026-03-02T12:59") == 0
    assert await at(shop, "2026-03-02T13:00") == 1
    await buy(shop, late)
    assert await at(shop, "2026-03-04T14:00") == 0  # too long ago by then


async def test_never_too_often_of_whichever_kind(shop: Shop) -> None:
    await switch_on(shop, NPS, VISIT, nps=90, satisfaction=30)
    anna = await shop.join(shop.anna)
    opening = shop.clock.now()
    kinds = {}
    for day in range(0, 130, 5):  # she comes every fifth day
        await shop.clock.move(opening + timedelta(days=day) - shop.clock.now())
        await buy(shop, anna)
        for hours in (2, 24):
            await shop.clock.move(opening + timedelta(days=day, hours=hours) - shop.clock.now())
            if await feedback_asking.ask_due(shop.ctx):
                asked_on = (shop.clock.now() - opening).days
                kinds[asked_on] = await kind_of(shop, await asked(shop, anna))
    # The rarer question comes first and is not starved; 30 days lie between any two.
    assert kinds == {1: NPS, 31: VISIT, 61: VISIT, 91: NPS, 121: VISIT}


async def kind_of(shop: Shop, feedback_id: int) -> FeedbackKind:
    async with shop.ctx.db.read() as session:
        return (await session.get_one(Feedback, feedback_id)).kind


async def test_who_refused_left_or_cannot_be_reached_is_not_asked(shop: Shop) -> None:
    await switch_on(shop, NPS)
    refused, gone, blocked, undone, imported, fine = await guests(shop.ctx, 6)
    for member in (refused, gone, blocked, undone, imported, fine):
        await buy(shop, member, key="import:7" if member == imported else "")
    await feedback_answers.want_feedback(shop.ctx, refused, yes=False)
    await leaving.leave(shop.ctx, gone)
    async with shop.ctx.db.write() as session:
        now = shop.clock.now()
        await session.execute(
            update(Identity).where(Identity.member_id == blocked).values(unreachable_since=now)
        )
        await session.execute(
            update(Purchase).where(Purchase.member_id == undone).values(undone_at=now)
        )
    assert await at(shop, "2026-03-03T12:00") == 1
    assert await asked(shop, fine)


async def test_two_processes_ask_once(shop: Shop) -> None:
    await switch_on(shop, NPS)
    anna = await shop.join(shop.anna)
    await buy(shop, anna)
    await shop.clock.move(timedelta(days=1))
    counts = await asyncio.gather(*(feedback_asking.ask_due(shop.ctx) for _ in range(3)))
    assert sum(counts) == 1
    assert len(await queued(shop.ctx, "notice-ask-nps")) == 1


async def question(shop: Shop, member_id: int, kind: FeedbackKind = NPS) -> int:
    """Ask a member; gives the question's id. It is noon of the next day then."""
    await switch_on(shop, kind)
    await buy(shop, member_id)
    day = shop.clock.now() + timedelta(days=1)
    assert await at(shop, f"{day:%Y-%m-%d}T12:00") == 1
    return await asked(shop, member_id)


async def test_a_low_score_reaches_the_owners_with_its_comment_once(shop: Shop) -> None:
    anna, ctx = await shop.join(shop.anna), shop.ctx
    asked_id = await question(shop, anna)
    assert not (await feedback_answers.score(ctx, anna, asked_id, 9)).low
    given = await feedback_answers.score(ctx, anna, asked_id, 3)  # changed her mind
    assert (given.score, given.low) == (3, True)
    assert await told(ctx, LOW) == []
    await feedback_answers.comment(ctx, anna, asked_id, " Долго ждала. ")
    await shop.later(hours=1)
    assert await told(ctx, LOW) == [
        {"name": "Анна", "kind": "nps", "score": 3, "said": True, "comment": "Долго ждала."}
    ]
    for late in (
        feedback_answers.score(ctx, anna, asked_id, 10),
        feedback_answers.comment(ctx, anna, asked_id, "И ещё"),
        feedback_answers.asked(ctx, anna, asked_id),
    ):
        with pytest.raises(FeedbackClosed):
            await late


async def test_a_score_left_alone_stands_and_a_comment_may_still_follow(shop: Shop) -> None:
    anna, ctx = await shop.join(shop.anna), shop.ctx
    asked_id = await question(shop, anna, VISIT)
    await feedback_answers.score(ctx, anna, asked_id, 2)
    await shop.later(minutes=14)
    assert await told(ctx, LOW) == []
    await shop.later(minutes=1)
    assert [(one["score"], one["said"]) for one in await told(ctx, LOW)] == [(2, False)]
    await feedback_answers.comment(ctx, anna, asked_id, "Остыл кофе")
    assert [one["comment"] for one in await told(ctx, LOW)] == ["", "Остыл кофе"]


async def test_what_is_not_hers_or_too_old_or_no_score_is_refused(shop: Shop) -> None:
    anna, vera, ctx = await shop.join(shop.anna), await shop.join(shop.vera), shop.ctx
    asked_id = await question(shop, anna, VISIT)
    with pytest.raises(NotYours):
        await feedback_answers.score(ctx, vera, asked_id, 1)
    for number in (0, 6):
        with pytest.raises(Gone):
            await feedback_answers.score(ctx, anna, asked_id, number)
    for early in (
        feedback_answers.comment(ctx, anna, asked_id, "Ещё без оценки"),
        feedback_answers.skip(ctx, anna, asked_id),
    ):
        with pytest.raises(FeedbackClosed):
            await early
    await shop.clock.move(timedelta(days=15))
    with pytest.raises(FeedbackClosed):
        await feedback_answers.score(ctx, anna, asked_id, 5)


async def test_one_reply_goes_out_once(shop: Shop) -> None:
    anna, ctx = await shop.join(shop.anna), shop.ctx
    by, boris = await shop.identity(shop.olga), await shop.hire(shop.boris)
    asked_id = await question(shop, anna)
    with pytest.raises(Gone):  # nothing was said yet
        await feedback_answers.reply(ctx, by, asked_id, "?")
    await feedback_answers.score(ctx, anna, asked_id, 0)
    with pytest.raises(NotStaff):
        await feedback_answers.reply(ctx, boris, asked_id, "Простите")
    replies = await asyncio.gather(
        *(feedback_answers.reply(ctx, by, asked_id, "Простите!") for _ in range(3)),
        return_exceptions=True,
    )
    assert sorted(map(str, replies)) == ["", "", "Анна"]
    assert await told(ctx, "notice-shop-reply") == [{"shop": "Зерно", "text": "Простите!"}]
    exported: list[dict[str, Any]] = (await leaving.export(ctx, anna))["feedback"]
    assert [(one["score"], one["reply"]) for one in exported] == [(0, "Простите!")]


async def test_nobody_replies_to_who_is_gone(shop: Shop) -> None:
    anna, ctx = await shop.join(shop.anna), shop.ctx
    by = await shop.identity(shop.olga)
    asked_id = await question(shop, anna)
    await feedback_answers.score(ctx, anna, asked_id, 0)
    await feedback_answers.comment(ctx, anna, asked_id, "Ужас")
    await leaving.leave(ctx, anna)
    with pytest.raises(NobodyThere):
        await feedback_answers.reply(ctx, by, asked_id, "Простите!")
    assert (await feedback_figures.figures(ctx, by)).remarks == ()  # the words are forgotten
    assert (await feedback_figures.figures(ctx, by)).nps.counts.answered == 1


async def test_the_figures_of_ninety_days(shop: Shop) -> None:
    ctx, by = shop.ctx, await shop.identity(shop.olga)
    now = shop.clock.now()
    members = await guests(ctx, 4)
    scores = (10, 9, 9, 8, 7, 6, 0, None)
    async with ctx.db.write() as session:
        for number, score in enumerate((*scores, 0)):
            old = number == len(scores)  # long ago, so it does not count
            session.add(
                Feedback(
                    key=f"nps:{number}",
                    kind=NPS,
                    member_id=members[number % 4],
                    asked_at=now - timedelta(days=91 if old else 1),
                    score=score,
                    answered_at=None if score is None else now,
                )
            )
    found = await feedback_figures.figures(ctx, by)
    nps = found.nps
    assert (nps.promoters, nps.detractors) == (3, 2)
    assert (nps.counts.answered, nps.counts.asked) == (7, 8)
    assert nps.figure == 14  # one of seven
    assert found.satisfaction.percent(found.content) == 0


async def test_settings_are_the_owners_and_within_reason(shop: Shop) -> None:
    ctx, by, boris = shop.ctx, await shop.identity(shop.olga), await shop.hire(shop.boris)
    before = await feedback_settings.show(ctx, by)
    assert [(before.of(kind).on, before.of(kind).days) for kind in FeedbackKind] == [
        (False, 90),
        (False, 30),
    ]
    for days in (6, 366):
        with pytest.raises(BadNumber):
            await feedback_settings.change(ctx, by, NPS, days=days)
    with pytest.raises(NotStaff):
        await feedback_settings.change(ctx, boris, NPS, on=True)
    after = await feedback_settings.change(ctx, by, NPS, days=14)
    assert (after.nps.on, after.nps.days, after.gap.days) == (False, 14, 14)
