"""The screen of a broadcast under way tells the truth by itself, and is left when it is tapped."""

from dataclasses import replace

import pytest

from handlers.owner.broadcasts.live_progress import progress_screen
from sandbox.faults import Kind
from services.campaigns import campaigns
from services.enums import CampaignStatus, Role
from services.staff import team
from tests.cast import MONDAY
from tests.handlers.owner.office import Office

SCHEDULED, RUNNING, STOPPED, DONE = "Запланирована", "Отправляется", "Остановлена", "Отправлена"


async def begin(office: Office) -> int:
    """A broadcast to Anna and Vera has just begun; the id of its screen."""
    await office.shop.join(office.shop.anna)
    await office.shop.join(office.shop.vera)
    await office.go("owner-go-broadcast", "owner-audience-everyone")
    await office.answer("Скидка завтра")
    await office.tap("owner-post-now", people=2)
    await office.tap("owner-post-yes", people=2)
    screen: int = office.me.last["message_id"]
    return screen


async def refresh(office: Office) -> int:
    over: int = await office.shop.dispatcher["watching"].refresh(office.shop.ctx)
    return over


def shown(office: Office, screen: int) -> str:
    (text,) = [one["text"] for one in office.me.messages if one["message_id"] == screen]
    return str(text).replace("\u00a0", " ")


async def test_progress_keeps_itself_true_and_the_report_comes_by_itself(desk: Office) -> None:
    screen = await begin(desk)
    assert "Дошло 0 из 2, осталось 2." in shown(desk, screen)
    assert await refresh(desk) == 0
    assert RUNNING in shown(desk, screen)
    assert "Дошло 2 из 2." in shown(desk, screen)

    await desk.shop.later(seconds=10)
    assert desk.sees("Рассылка закончена\nДошло 2 из 2.")
    assert await refresh(desk) == 1
    assert DONE in shown(desk, screen)
    assert await refresh(desk) == 0


async def test_what_was_sent_can_be_looked_at_again(desk: Office) -> None:
    await begin(desk)
    await desk.go("owner-go-broadcast", "owner-post-past")
    await desk.me.tap("02.03 12:00")
    await desk.tap("owner-post-me")
    assert desk.me.text == "Скидка завтра"
    await desk.stops_nothing()


async def test_a_planned_broadcast_is_seen_to_begin(desk: Office) -> None:
    await desk.shop.join(desk.shop.anna)
    await desk.go("owner-go-broadcast", "owner-audience-everyone")
    await desk.answer("Скидка завтра")
    await desk.tap("owner-post-time")
    await desk.answer("завтра 10:00")
    await desk.tap("owner-post-plan")
    screen = desk.me.last["message_id"]
    await refresh(desk)
    assert SCHEDULED in shown(desk, screen)
    await desk.shop.later(hours=22)
    await refresh(desk)
    assert RUNNING in shown(desk, screen)


async def test_a_screen_that_became_another_one_stays_so(desk: Office) -> None:
    screen = await begin(desk)
    await desk.tap("button-back")
    assert await refresh(desk) == 0
    assert desk.say.label("owner-broadcast").endswith(shown(desk, screen).split("\n")[-1])


async def test_what_is_stopped_by_another_owner_is_seen_once(desk: Office) -> None:
    screen = await begin(desk)
    (one,) = await campaigns.latest(desk.shop.ctx, desk.by)
    await campaigns.stop(desk.shop.ctx, desk.by, one.campaign_id)
    assert await refresh(desk) == 1
    assert STOPPED in shown(desk, screen)


async def test_a_stopped_one_is_redrawn_once_more_and_promises_no_end(desk: Office) -> None:
    screen = await begin(desk)
    await desk.tap("owner-post-stop")
    assert STOPPED in shown(desk, screen)
    assert await refresh(desk) == 1
    (found,) = await campaigns.latest(desk.shop.ctx, desk.by)
    for status, says in (
        (CampaignStatus.RUNNING, "осталось 1 (около 1 мин)."),
        (CampaignStatus.STOPPED, "осталось 1."),
    ):
        halfway = replace(found, status=status, left=1, seconds_left=60)
        text, _ = await progress_screen(desk.shop.ctx, desk.say, halfway)
        assert says in text


async def test_of_two_screens_in_a_chat_the_newer_is_kept_true(desk: Office) -> None:
    first = await begin(desk)
    await desk.go("owner-go-broadcast", "owner-post-past")
    await desk.me.tap("02.03")
    second = desk.me.last["message_id"]
    calls = len(desk.shop.world.called("editMessageText"))
    await desk.shop.later(seconds=10)
    assert await refresh(desk) == 1
    assert len(desk.shop.world.called("editMessageText")) == calls + 1
    assert (RUNNING in shown(desk, first), DONE in shown(desk, second)) == (True, True)


@pytest.mark.parametrize("kind", ["429", "502", "drop_before", "drop_after"])
async def test_trouble_on_the_line_is_outlived(desk: Office, kind: Kind) -> None:
    screen = await begin(desk)
    desk.shop.world.faults.add("editMessageText", kind=kind)
    assert await refresh(desk) == 0
    assert await refresh(desk) == 0
    assert "Дошло 2 из 2." in shown(desk, screen)


async def test_a_screen_that_nobody_can_see_is_given_up(desk: Office) -> None:
    await begin(desk)
    await desk.me.block()
    assert await refresh(desk) == 1
    assert await refresh(desk) == 0


async def test_who_is_owner_no_more_watches_no_more(desk: Office) -> None:
    shop = desk.shop
    boris = Office(shop, shop.boris, desk.say, await shop.hire(shop.boris, Role.OWNER))
    screen = await begin(boris)
    colleagues = await team.colleagues(shop.ctx, desk.by, MONDAY)
    (his,) = [one.id for one in colleagues if not one.is_you]
    await team.revoke(shop.ctx, desk.by, his)
    assert await refresh(desk) == 1
    assert "Дошло 0 из 2" in shown(boris, screen)
