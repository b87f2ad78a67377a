"""Broadcasts from draft to report, on the real queue."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from models.messaging import Delivery, DeliveryStatus
from models.people import Member
from sandbox.person import Person
from services.campaigns import campaign_runs, campaigns
from services.enums import CampaignStatus
from services.errors import Gone
from services.members import members
from services.segments.questions.tree import EVERYONE
from services.staff import identities
from services.staff.errors import NotStaff
from tests.cast import Shop


async def post_of(author: Person, text: str = "Новый десерт") -> dict[str, Any]:
    """A post as somebody sent it to the bot."""
    await author.send(text)
    return next(post for post in reversed(author.messages) if post.get("text") == text)


async def drafted(shop: Shop) -> tuple[int, int]:
    """Olga's draft to everyone; her identity and its id."""
    olga = await shop.identity(shop.olga)
    await shop.olga.start()
    post = await post_of(shop.olga)
    return olga, await campaigns.draft(shop.ctx, olga, EVERYONE, {"ru": post})


async def receivers(shop: Shop, campaign_id: int) -> int:
    async with shop.ctx.db.read() as session:
        query = select(Delivery.id).where(Delivery.campaign_id == campaign_id)
        return len((await session.scalars(query)).all())


async def test_a_broadcast_reaches_those_who_agreed(shop: Shop) -> None:
    await shop.join(shop.anna)
    await shop.join(shop.vera, ads=False)
    olga, campaign_id = await drafted(shop)
    reach = (await campaigns.preview(shop.ctx, olga, campaign_id)).reach
    assert (reach.matched, reach.reachable, reach.no_consent) == (2, 1, 1)

    begun = await campaigns.start(shop.ctx, olga, campaign_id)
    assert (begun.status, begun.total, begun.left) == (CampaignStatus.RUNNING, 1, 1)
    await shop.settle()
    assert shop.anna.text == "Новый десерт"
    assert shop.anna.buttons == [["💳 Моя карта и баллы"], ["🔕 Не присылать предложения"]]
    assert "Новый десерт" not in [message.get("text") for message in shop.vera.messages]

    await shop.later(seconds=10)
    report = await campaigns.progress(shop.ctx, olga, campaign_id)
    assert (report.status, report.sent, report.left) == (CampaignStatus.DONE, 1, 0)
    assert "Дошло 1 из 1" in shop.olga.text
    await shop.later(seconds=10)
    assert sum("Рассылка закончена" in text for text in shop.olga.texts(9)) == 1


async def test_a_double_tap_starts_once(shop: Shop) -> None:
    await shop.join(shop.anna)
    olga, campaign_id = await drafted(shop)
    await asyncio.gather(*(campaigns.start(shop.ctx, olga, campaign_id) for _ in range(3)))
    await shop.settle()
    await campaigns.start(shop.ctx, olga, campaign_id)
    await shop.settle()
    assert shop.anna.texts(9).count("Новый десерт") == 1


async def test_it_waits_for_its_time(shop: Shop) -> None:
    await shop.join(shop.anna)
    olga, campaign_id = await drafted(shop)
    at = shop.clock.now() + timedelta(hours=2)
    waiting = await campaigns.start(shop.ctx, olga, campaign_id, at=at)
    assert (waiting.status, waiting.start_at) == (CampaignStatus.SCHEDULED, at)
    await shop.later(hours=1)
    assert shop.anna.text != "Новый десерт"
    await shop.later(hours=1)
    assert shop.anna.text == "Новый десерт"


async def test_it_stops_and_goes_on(shop: Shop) -> None:
    await shop.join(shop.anna)
    olga, campaign_id = await drafted(shop)
    await campaigns.start(shop.ctx, olga, campaign_id)
    stopped = await campaigns.stop(shop.ctx, olga, campaign_id)
    assert stopped.status is CampaignStatus.STOPPED
    await shop.settle()
    await shop.later(hours=1)
    assert shop.anna.text != "Новый десерт"
    await campaigns.resume(shop.ctx, olga, campaign_id)
    await shop.settle()
    assert shop.anna.text == "Новый десерт"


async def test_stopped_before_its_time_it_can_still_go(shop: Shop) -> None:
    await shop.join(shop.anna)
    olga, campaign_id = await drafted(shop)
    at = shop.clock.now() + timedelta(hours=2)
    await campaigns.start(shop.ctx, olga, campaign_id, at=at)
    await campaigns.stop(shop.ctx, olga, campaign_id)
    await shop.later(hours=3)
    assert await receivers(shop, campaign_id) == 0
    await campaigns.resume(shop.ctx, olga, campaign_id)
    await shop.settle()
    assert shop.anna.text == "Новый десерт"


async def test_each_reads_their_own_language_and_everybody_reads_something(shop: Shop) -> None:
    await shop.join(shop.anna)
    await shop.join(shop.vera)
    olga, campaign_id = await drafted(shop)
    english = await post_of(shop.olga, "New dessert")
    await campaigns.change(shop.ctx, olga, campaign_id, posts={"en": english})
    await campaigns.start(shop.ctx, olga, campaign_id)
    await shop.settle()
    assert (shop.anna.text, shop.vera.text) == ("Новый десерт", "New dessert")

    olga, russian_only = await drafted(shop)
    await campaigns.start(shop.ctx, olga, russian_only)
    await shop.settle()
    assert shop.vera.text == "Новый десерт"


async def test_the_author_sees_it_first_as_receivers_will(shop: Shop) -> None:
    await shop.join(shop.anna)
    olga, campaign_id = await drafted(shop)
    await campaigns.send_to_self(shop.ctx, olga, campaign_id)
    await shop.settle()
    assert shop.olga.text == "Новый десерт"
    assert shop.olga.buttons == [["💳 Моя карта и баллы"], ["🔕 Не присылать предложения"]]
    assert shop.anna.text != "Новый десерт"
    assert await receivers(shop, campaign_id) == 0


async def test_a_big_audience_is_added_in_chunks_and_a_crash_adds_the_rest(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(campaign_runs, "CHUNK", 2)
    for number in range(5):
        await shop.join(shop.world.person(f"Guest {number}"))
    olga, campaign_id = await drafted(shop)
    at = shop.clock.now() + timedelta(hours=1)
    await campaigns.start(shop.ctx, olga, campaign_id, at=at)
    await shop.clock.move(timedelta(hours=1))
    await campaign_runs._freeze(shop.ctx, campaign_id, 0)  # and here the process dies
    await shop.settle()
    assert shop.world.called("sendMessage")[-1]["text"] != "Новый десерт"

    await campaigns.due(shop.ctx)
    assert await receivers(shop, campaign_id) == 5
    await shop.settle()
    report = await campaigns.progress(shop.ctx, olga, campaign_id)
    assert (report.sent, report.left) == (5, 0)


async def test_an_audience_of_nobody_is_done_at_once(shop: Shop) -> None:
    olga, campaign_id = await drafted(shop)
    await campaigns.start(shop.ctx, olga, campaign_id)
    await shop.later(seconds=30)
    report = await campaigns.progress(shop.ctx, olga, campaign_id)
    assert (report.status, report.total) == (CampaignStatus.DONE, 0)


async def test_who_blocked_the_bot_is_counted(shop: Shop) -> None:
    await shop.join(shop.anna)
    await shop.join(shop.vera)
    olga, campaign_id = await drafted(shop)
    shop.world.faults.add(chat_id=shop.anna.id, kind="blocked")
    await campaigns.start(shop.ctx, olga, campaign_id)
    await shop.settle()
    report = await campaigns.progress(shop.ctx, olga, campaign_id)
    assert (report.sent, report.blocked, report.left) == (1, 1, 0)


async def test_only_an_owner_broadcasts(shop: Shop) -> None:
    boris = await shop.hire(shop.boris)
    olga, campaign_id = await drafted(shop)
    with pytest.raises(NotStaff):
        await campaigns.draft(shop.ctx, boris, EVERYONE, {})
    for act in (
        campaigns.preview,
        campaigns.send_to_self,
        campaigns.start,
        campaigns.stop,
        campaigns.resume,
        campaigns.progress,
    ):
        with pytest.raises(NotStaff):
            await act(shop.ctx, boris, campaign_id)
        with pytest.raises(Gone):
            await act(shop.ctx, olga, campaign_id + 1)


async def test_no_more_offers_under_a_broadcast(shop: Shop) -> None:
    anna, vera = await shop.join(shop.anna), await shop.join(shop.vera)
    olga, campaign_id = await drafted(shop)
    await campaigns.start(shop.ctx, olga, campaign_id)
    await shop.settle()
    button = shop.anna.last["reply_markup"]["inline_keyboard"][-1][0]
    await shop.anna.tap_data(button["callback_data"], shop.anna.last["message_id"])
    async with shop.ctx.db.read() as session:
        assert (await session.get_one(Member, anna)).ads_consent_at is None
        assert (await session.get_one(Member, vera)).ads_consent_at is not None


async def test_whoever_left_after_the_start_gets_nothing(shop: Shop) -> None:
    anna = await shop.join(shop.anna)
    olga, campaign_id = await drafted(shop)
    await campaigns.start(shop.ctx, olga, campaign_id)
    await members.set_ads_consent(shop.ctx, anna, yes=False)
    await shop.settle()
    report = await campaigns.progress(shop.ctx, olga, campaign_id)
    assert (report.sent, report.cancelled, report.left) == (0, 1, 0)


async def test_who_is_known_to_be_gone_is_not_written_to(shop: Shop) -> None:
    await shop.join(shop.anna)
    olga, campaign_id = await drafted(shop)
    await campaigns.start(shop.ctx, olga, campaign_id)
    await identities.reachable(shop.ctx, shop.anna.id, yes=False)
    await shop.settle()
    report = await campaigns.progress(shop.ctx, olga, campaign_id)
    assert report.blocked == 1
    async with shop.ctx.db.read() as session:
        query = select(Delivery.status).where(Delivery.campaign_id == campaign_id)
        assert (await session.scalars(query)).all() == [DeliveryStatus.BLOCKED]
