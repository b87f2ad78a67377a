"""How Telegram cleans, trims and marks a text."""

from aiogram import Bot
from aiogram.types import BufferedInputFile

from sandbox import Person, World
from sandbox.texts import normalise

from .conftest import picture


def test_spaces_around_a_text_are_cut_and_entities_follow() -> None:
    formatted = normalise("  \n bold  ", [{"type": "bold", "offset": 4, "length": 6}])
    assert formatted.text == "bold"
    assert formatted.entities == [{"type": "bold", "offset": 0, "length": 4}]


def test_leading_spaces_that_are_formatted_stay() -> None:
    formatted = normalise("  x", [{"type": "code", "offset": 0, "length": 3}])
    assert formatted.text == "  x"


def test_control_characters_become_spaces_and_carriage_returns_go() -> None:
    assert normalise("a\x00b\r\nc", []).text == "a b\nc"


def test_commands_links_and_mentions_are_found() -> None:
    found = normalise("/start x, see https://t.me/a?b=c or @kopilka_bot (not a@b.c)", []).entities
    assert [(e["type"], e["offset"], e["length"]) for e in found] == [
        ("bot_command", 0, 6),
        ("url", 14, 18),
        ("mention", 36, 12),
    ]


def test_nothing_is_formatted_inside_code() -> None:
    entities = [
        {"type": "bold", "offset": 0, "length": 9},
        {"type": "code", "offset": 3, "length": 3},
    ]
    found = normalise("one" + "two" + "six", entities).entities
    assert [(e["type"], e["offset"], e["length"]) for e in found] == [
        ("bold", 0, 3),
        ("code", 3, 3),
        ("bold", 6, 3),
    ]


def test_only_a_hundred_entities_are_kept() -> None:
    source = [{"type": "bold", "offset": 2 * n, "length": 1} for n in range(150)]
    assert len(normalise("x " * 150, source).entities) == 100


async def test_parse_mode_wins_over_entities(bot: Bot, anna: Person) -> None:
    sent = await bot.send_message(anna.id, "<i>x</i>", parse_mode="html", entities=[])
    assert sent.text == "x"
    assert [entity.type for entity in sent.entities or []] == ["italic"]


async def test_someone_known_is_mentioned_and_a_stranger_is_not(
    world: World, bot: Bot, anna: Person
) -> None:
    stranger = world.person("Stranger")
    text = f'<a href="tg://user?id={anna.id}">A</a> <a href="tg://user?id={stranger.id}">S</a>'
    sent = await bot.send_message(anna.id, text, parse_mode="HTML")
    assert [(e.type, e.user.id) for e in sent.entities or [] if e.user] == [
        ("text_mention", anna.id)
    ]
    assert len(sent.entities or []) == 1


async def test_a_caption_is_a_text_too(bot: Bot, anna: Person) -> None:
    sent = await bot.send_photo(
        anna.id, BufferedInputFile(picture(), "p.png"), caption=" <b>x</b> ", parse_mode="HTML"
    )
    assert sent.caption == "x"
    assert [entity.type for entity in sent.caption_entities or []] == ["bold"]
