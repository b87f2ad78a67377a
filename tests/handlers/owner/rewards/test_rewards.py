"""The catalogue as its owner makes it."""

import pytest

from services.rewards import rewards
from tests.handlers.owner.office import LONG, Office, picture


async def only(office: Office) -> rewards.CatalogueReward:
    (reward,) = await rewards.everything(office.shop.ctx, office.by)
    return reward


async def new_reward(office: Office, title: str = "Капучино") -> None:
    await office.go("owner-go-rewards", "owner-reward-new")
    await office.answer(title, "150")
    await office.tap("owner-reward-without-picture")
    await office.tap("owner-reward-without-stock")
    await office.tap("owner-reward-without-member-limit")


async def test_a_reward_is_made_step_by_step(office: Office) -> None:
    await office.go("owner-go-rewards", "owner-reward-new")
    await office.answer("Пирог <b>&")
    await office.me.tap("200")
    await office.me.send_photo(picture())
    await office.answer("25")
    await office.me.tap("2")
    reward = await only(office)
    assert (reward.title, reward.points) == ("Пирог <b>&", 200)
    assert (reward.stock, reward.member_limit) == (25, 2)
    assert reward.picture is not None
    assert office.sees("Пирог <b>&")
    anna = await office.shop.join(office.shop.anna)
    assert [one.title for one in await rewards.catalogue(office.shop.ctx, anna)] == ["Пирог <b>&"]


async def test_each_field_can_be_changed(desk: Office) -> None:
    await new_reward(desk)
    await desk.tap("owner-reward-title")
    await desk.answer("Латте")
    await desk.tap("owner-reward-points")
    await desk.answer("1 200")
    await desk.tap("owner-reward-description")
    await desk.answer("Любой объём")
    assert desk.sees("Любой объём")
    await desk.tap("owner-reward-stock")
    await desk.answer("0")
    await desk.tap("owner-reward-member-limit")
    await desk.me.tap("1")
    await desk.tap("owner-reward-picture")
    await desk.me.send_photo(picture())
    reward = await only(desk)
    assert (reward.title, reward.points, reward.description) == ("Латте", 1200, "Любой объём")
    assert (reward.stock, reward.member_limit) == (0, 1)
    assert reward.picture is not None
    await desk.tap("owner-hide")
    assert (await only(desk)).hidden
    await desk.tap("owner-show")
    assert not (await only(desk)).hidden


async def test_nonsense_is_asked_again(desk: Office) -> None:
    await desk.go("owner-go-rewards", "owner-reward-new")
    await desk.answer(LONG)
    assert desk.told("error-bad-text", most=100)
    await desk.me.send_sticker()
    assert desk.told("owner-need-text")
    await desk.answer("Чай")
    for text in ("даром", "0", "-5", "1e3", "999999999999"):
        await desk.answer(text)
        assert desk.told("error-bad-number", least=1, most=1_000_000)
    await desk.answer("10", "не хочу")
    assert desk.told("owner-need-photo")
    assert await rewards.everything(desk.shop.ctx, desk.by) == []


async def test_the_last_chip_tapped_twice_makes_one_reward(desk: Office) -> None:
    await desk.go("owner-go-rewards", "owner-reward-new")
    await desk.answer("Чай", "10")
    await desk.tap("owner-reward-without-picture")
    await desk.tap("owner-reward-without-stock")
    screen = desk.me.last["message_id"]
    await desk.me.tap_data("or:set:0:member_limit:1", screen)
    await desk.me.tap_data("or:set:0:member_limit:1", screen)
    assert desk.me.alerts[-1] == desk.say.label("owner-stale")
    assert (await only(desk)).member_limit == 1


async def test_a_chip_of_an_earlier_step_does_nothing(desk: Office) -> None:
    await desk.go("owner-go-rewards", "owner-reward-new")
    await desk.answer("Чай")
    screen = desk.me.last["message_id"]
    await desk.me.tap("100")
    await desk.me.tap_data("or:set:0:points:500", screen)
    assert desk.me.alerts[-1] == desk.say.label("owner-stale")


@pytest.mark.parametrize(
    "data", ["or:set:1:points:-5", "or:edit:1:hidden_at:", "or:open:99::", "or:hide:99::"]
)
async def test_forged_taps_change_nothing(desk: Office, data: str) -> None:
    await new_reward(desk)
    before = await only(desk)
    await desk.tap("owner-reward-points")
    await desk.me.tap_data(data, desk.me.last["message_id"])
    assert desk.me.alerts
    assert desk.me.alerts[-1] != desk.say.label("error-unexpected")
    assert await only(desk) == before
