"""A broadcast in two languages: what stands in which is seen, sent, replaced, taken out."""

import pytest

from services.campaigns import campaigns
from services.profiles import profiles
from tests.handlers.owner.office import Office


async def two(office: Office) -> None:
    """A draft that speaks Russian and English; its screen is open."""
    await office.shop.join(office.shop.anna)
    await office.shop.join(office.shop.vera)
    await office.go("owner-go-broadcast", "owner-audience-everyone")
    await office.answer("Ждём вас!")
    await office.tap("owner-post-also", language="en")
    await office.answer("Come and see us!")


async def test_the_screen_says_in_which_languages_there_is_a_post(desk: Office) -> None:
    await two(desk)
    assert desk.sees("Сообщения: на русском, на английском.")
    await desk.tap("owner-post-version", language="en")
    await desk.tap("owner-post-remove")
    assert desk.sees("Сообщение: на русском. Его получат все.")
    assert desk.say.label("owner-post-also", language="en") in desk.labels


async def test_each_language_is_sent_to_its_author(desk: Office) -> None:
    await two(desk)
    guest = await desk.shop.join(desk.me)
    await desk.tap("owner-post-version", language="ru")
    await desk.tap("owner-post-me")
    assert desk.me.text == "Ждём вас!"
    await desk.stops_nothing()
    assert (await profiles.show(desk.shop.ctx, guest)).ads_consent


async def test_a_language_is_replaced(desk: Office) -> None:
    await two(desk)
    await desk.tap("owner-post-version", language="ru")
    await desk.tap("owner-post-replace")
    assert desk.told("owner-post-ask-version", language="ru", again=True)
    await desk.answer("Ждём вас завтра!")
    assert desk.me.texts(2)[0] == "Ждём вас завтра!"
    await desk.tap("owner-post-now", people=2)
    await desk.tap("owner-post-yes", people=2)
    assert (desk.shop.anna.text, desk.shop.vera.text) == ("Ждём вас завтра!", "Come and see us!")


@pytest.mark.parametrize("act", ["remove", "see", "version"])
async def test_the_last_language_stays_and_a_strange_one_is_none(desk: Office, act: str) -> None:
    await desk.shop.join(desk.shop.anna)
    await desk.go("owner-go-broadcast", "owner-audience-everyone")
    await desk.answer("Ждём вас!")
    strange = "ru" if act == "remove" else "en"
    await desk.me.tap_data(f"ob:{act}:1:{strange}", desk.me.last["message_id"])
    assert desk.me.alerts[-1] == desk.say.label("error-gone")
    assert (await campaigns.preview(desk.shop.ctx, desk.by, 1)).languages == ("ru",)


async def test_what_was_sent_is_no_draft_any_more(desk: Office) -> None:
    await two(desk)
    screen = desk.me.last["message_id"]
    await desk.tap("owner-post-now", people=2)
    await desk.tap("owner-post-yes", people=2)
    for data in ("ob:look:1:", "ob:now:1:", "ob:also:1:en", "ob:version:1:en", "ob:remove:1:en"):
        await desk.me.tap_data(data, screen)
        assert desk.me.alerts[-1] == desk.say.label("error-gone")
    assert len(desk.me.alerts) == 5
