"""Help, privacy, and an answer to whatever people do."""

import pytest

from handlers.commands import MEMBER
from services.programme import settings
from services.programme.settings import Changes
from tests.handlers.member.guest import Guest


async def test_help_and_privacy(somebody: Guest) -> None:
    await somebody.join()
    await somebody.press("menu-help")
    assert somebody.sees("help")
    await somebody.person.send("/privacy")
    assert somebody.sees("privacy", shop="Зерно")
    assert somebody.words("button-export") in somebody.labels


async def test_privacy_names_who_answers_for_the_data(anna: Guest) -> None:
    await anna.join()
    olga = await anna.shop.identity(anna.shop.olga)
    await settings.change(anna.shop.ctx, olga, Changes({"privacy_contact": "data@example.org"}))
    await anna.person.send("/privacy")
    assert anna.sees("privacy-contact", contact="data@example.org")


async def test_every_command_is_known(somebody: Guest) -> None:
    """Each listed command has its own answer, and its line in the list has words."""
    await somebody.join()
    for command, words in MEMBER:
        await somebody.person.send(f"/{command}")
        assert not somebody.sees("not-understood"), command
        assert somebody.say.label(words)


async def test_what_nobody_understands_is_answered_with_the_menu(somebody: Guest) -> None:
    await somebody.join()
    person = somebody.person
    for act in (
        person.send("привет"),
        person.send("/nonsense"),
        person.send_sticker(),
        person.send_voice(),
        person.send_location(),
        person.send_photo(person.photo()),
        person.send_document(b"%PDF", "file.pdf"),
        person.share_contact(),
    ):
        await act
        assert somebody.sees("not-understood")
        assert somebody.say.label("menu-card") in person.keyboard[0]


@pytest.mark.parametrize(
    "data", ["", "nonsense", "my_why:abc:0", "my_fund:-1", "voucher:999", "my_reward:1", "x" * 64]
)
async def test_every_tap_is_answered_in_words(somebody: Guest, data: str) -> None:
    await somebody.join()
    before = len(somebody.person.alerts)
    await somebody.person.tap_data(data or "-", somebody.person.last["message_id"])
    assert len(somebody.person.alerts) == before + 1
    assert somebody.alert != somebody.words("error-unexpected")


async def test_edited_messages_and_groups_are_none_of_our_business(anna: Guest) -> None:
    await anna.join()
    person = anna.person
    await person.send("/balance")
    mine = next(m for m in reversed(person.messages) if not m["from"]["is_bot"])
    count = len(person.messages)
    await person.edit(mine["message_id"], "/card")
    group = anna.shop.world.group("Соседи", [person])
    await person.send_in_group(group, "/card")
    assert len(person.messages) == count
    assert [m for m in anna.shop.world.calls if m[1].get("chat_id") == group.id] == []
