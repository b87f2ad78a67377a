"""What Telegram refuses, in its exact words, through both doors."""

from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.methods import (
    AnswerCallbackQuery,
    CopyMessage,
    CopyMessages,
    DeleteMessage,
    DeleteMessages,
    EditMessageReplyMarkup,
    EditMessageText,
    ForwardMessage,
    ForwardMessages,
    GetFile,
    GetUserProfilePhotos,
    PinChatMessage,
    SendChatAction,
    SendDice,
    SendDocument,
    SendLocation,
    SendMediaGroup,
    SendMessage,
    SendPhoto,
    SetMessageReaction,
    SetMyCommands,
    SetMyDescription,
    SetMyName,
    SetMyShortDescription,
    TelegramMethod,
    UnpinChatMessage,
)
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BotCommandScopeChatMember,
    BufferedInputFile,
    InputMediaDocument,
    InputMediaPhoto,
    MessageEntity,
    ReactionTypeEmoji,
    ReplyParameters,
)

from sandbox import Person, World

from .conftest import picture

ANNA = 501
NOBODY = 999
STALE = "query is too old and response timeout expired or query ID is invalid"


def document(data: bytes = b"x") -> BufferedInputFile:
    return BufferedInputFile(data, "a.txt")


def photo(width: int, height: int) -> BufferedInputFile:
    return BufferedInputFile(picture(width, height), "p.png")


def commands(*pairs: tuple[str, str]) -> SetMyCommands:
    return SetMyCommands(commands=[BotCommand(command=c, description=d) for c, d in pairs])


def album(count: int) -> SendMediaGroup:
    item = InputMediaDocument(media=document())
    return SendMediaGroup(chat_id=ANNA, media=[item] * count)


REFUSED: list[tuple[str, TelegramMethod[Any]]] = [
    ("message text is empty", SendMessage(chat_id=ANNA, text="")),
    ("text must be non-empty", SendMessage(chat_id=ANNA, text="  \n ")),
    ("text must be non-empty", SendMessage(chat_id=ANNA, text="<b> </b>", parse_mode="HTML")),
    ("message is too long", SendMessage(chat_id=ANNA, text="я" * 4097)),
    ("text is too long", SendMessage(chat_id=ANNA, text="<b></b>" * 5000, parse_mode="HTML")),
    ("unsupported parse_mode", SendMessage(chat_id=ANNA, text="x", parse_mode="BBCode")),
    ("chat not found", SendMessage(chat_id=NOBODY, text="x")),
    ("chat not found", SendMessage(chat_id="@channel", text="x")),
    ("chat_id is empty", SendMessage(chat_id="", text="x")),
    (
        "can't parse entities: Unsupported start tag \"\" at byte offset 2",
        SendMessage(chat_id=ANNA, text="1 < 2", parse_mode="HTML"),
    ),
    (
        "entity begins in a middle of a UTF-16 symbol at byte offset 1",
        SendMessage(
            chat_id=ANNA, text="a😀b", entities=[MessageEntity(type="bold", offset=2, length=1)]
        ),
    ),
    (
        "entity ends in a middle of a UTF-16 symbol at byte offset 0",
        SendMessage(
            chat_id=ANNA, text="😀b", entities=[MessageEntity(type="bold", offset=0, length=1)]
        ),
    ),
    (
        "message to be replied not found",
        SendMessage(chat_id=ANNA, text="x", reply_parameters=ReplyParameters(message_id=77)),
    ),
    (
        "message caption is too long",
        SendDocument(chat_id=ANNA, document=document(), caption="x" * 1025),
    ),
    ("there is no photo in the request", SendPhoto(chat_id=ANNA, photo="")),
    (
        "wrong remote file identifier specified: can't unserialize it",
        SendPhoto(chat_id=ANNA, photo="AgACnonsense"),
    ),
    ("file must be non-empty", SendDocument(chat_id=ANNA, document=document(b""))),
    ("IMAGE_PROCESS_FAILED", SendPhoto(chat_id=ANNA, photo=document(b"no picture"))),
    ("IMAGE_PROCESS_FAILED", SendPhoto(chat_id=ANNA, photo=document(picture()[:200]))),
    ("PHOTO_INVALID_DIMENSIONS", SendPhoto(chat_id=ANNA, photo=photo(2100, 100))),
    ("PHOTO_INVALID_DIMENSIONS", SendPhoto(chat_id=ANNA, photo=photo(9000, 1001))),
    (
        "file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes",
        SendPhoto(chat_id=ANNA, photo=document(b"x" * (10 * 1024 * 1024 + 1))),
    ),
    ("invalid file_id", GetFile(file_id="nonsense")),
    ("wrong latitude or longitude specified", SendLocation(chat_id=ANNA, latitude=91, longitude=0)),
    ("wrong dice emoji specified", SendDice(chat_id=ANNA, emoji="🙂")),
    ("wrong parameter action in request", SendChatAction(chat_id=ANNA, action="thinking")),
    ("user not found", GetUserProfilePhotos(user_id=NOBODY)),
    ("message to edit not found", EditMessageText(chat_id=ANNA, message_id=77, text="x")),
    ("message to edit not found", EditMessageReplyMarkup(chat_id=ANNA, message_id=77)),
    ("message to delete not found", DeleteMessage(chat_id=ANNA, message_id=77)),
    ("message identifiers are not specified", DeleteMessages(chat_id=ANNA, message_ids=[])),
    (
        "too many message identifiers specified",
        DeleteMessages(chat_id=ANNA, message_ids=list(range(1, 102))),
    ),
    ("invalid message identifier specified", DeleteMessages(chat_id=ANNA, message_ids=[0])),
    ("message to copy not found", CopyMessage(chat_id=ANNA, from_chat_id=ANNA, message_id=77)),
    (
        "message to forward not found",
        ForwardMessage(chat_id=ANNA, from_chat_id=ANNA, message_id=77),
    ),
    (
        "message identifiers must be in a strictly increasing order",
        CopyMessages(chat_id=ANNA, from_chat_id=ANNA, message_ids=[2, 1]),
    ),
    (
        "there are no messages to forward",
        ForwardMessages(chat_id=ANNA, from_chat_id=ANNA, message_ids=[77]),
    ),
    ("message to pin not found", PinChatMessage(chat_id=ANNA, message_id=77)),
    ("message to unpin not found", UnpinChatMessage(chat_id=ANNA)),
    ("message to react not found", SetMessageReaction(chat_id=ANNA, message_id=77)),
    ("REACTION_INVALID", SetMessageReaction(
        chat_id=ANNA, message_id=1, reaction=[ReactionTypeEmoji(emoji="🧀")])),
    (STALE, AnswerCallbackQuery(callback_query_id="12345")),
    ("there are no messages to send", album(0)),
    ("too many messages to send as an album", album(11)),
    (
        "message type can't be mixed with other message types in an album",
        SendMediaGroup(
            chat_id=ANNA,
            media=[InputMediaDocument(media=document()), InputMediaPhoto(media=photo(9, 9))],
        ),
    ),
    ("command must be non-empty", commands(("/", "x"))),
    ("command length must not exceed 32", commands(("a" * 33, "x"))),
    ("BOT_COMMAND_INVALID", commands(("Start", "x"))),
    ("command description must be non-empty", commands(("start", ""))),
    ("command description length must not exceed 256", commands(("start", "x" * 257))),
    ("BOT_COMMANDS_TOO_MUCH", commands(*[(f"c{n}", "x") for n in range(101)])),
    ("chat not found", SetMyCommands(commands=[], scope=BotCommandScopeChat(chat_id=NOBODY))),
    (
        "can't use specified scope in private chats",
        SetMyCommands(commands=[], scope=BotCommandScopeChatMember(chat_id=ANNA, user_id=ANNA)),
    ),
    ("invalid language code specified", SetMyCommands(commands=[], language_code="rus")),
    ("BOT_TITLE_INVALID", SetMyName(name="x" * 65)),
    ("BOT_DESCRIPTION_INVALID", SetMyDescription(description="x" * 513)),
    ("BOT_SHORT_DESCRIPTION_INVALID", SetMyShortDescription(short_description="x" * 121)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "method"),
    REFUSED,
    ids=[f"{type(method).__name__}-{words[:40]}" for words, method in REFUSED],
)
async def test_refused_in_telegrams_words(
    world: World, bot: Bot, words: str, method: TelegramMethod[Any]
) -> None:
    await world.person("Anna", user_id=ANNA).start()
    with pytest.raises(TelegramBadRequest) as refusal:
        await bot(method)
    assert refusal.value.message == f"Bad Request: {words}"
    assert world.sent_total == 0


async def test_what_is_just_within_the_limits_passes(bot: Bot, anna: Person) -> None:
    await bot.send_message(anna.id, "<b>" + "я" * 4096 + "</b>", parse_mode="HTML")
    assert len(anna.text) == 4096
    await bot.send_photo(anna.id, photo(2000, 100), caption="x" * 1024)
    assert len(anna.text) == 1024
    await bot.set_my_commands([BotCommand(command="a" * 32, description="x" * 256)] * 100)


async def test_those_who_are_gone_are_gone_in_three_ways(
    world: World, bot: Bot, anna: Person
) -> None:
    await anna.block()
    stranger = world.person("Stranger")
    world.group("Cafe", [stranger])
    deleted = world.person("Deleted", started=True)
    deleted.delete_account()
    for person, words in (
        (anna, "bot was blocked by the user"),
        (stranger, "bot can't initiate conversation with a user"),
        (deleted, "user is deactivated"),
    ):
        with pytest.raises(TelegramForbiddenError) as refusal:
            await bot.send_message(person.id, "x")
        assert refusal.value.message == f"Forbidden: {words}"
        with pytest.raises(TelegramForbiddenError):
            await bot.send_chat_action(person.id, "typing")


async def test_a_group_that_threw_the_bot_out(world: World, bot: Bot, anna: Person) -> None:
    group = world.group("Cafe", [anna])
    await bot.send_message(group.id, "hello")
    await group.kick_bot(anna)
    with pytest.raises(TelegramForbiddenError) as refusal:
        await bot.send_message(group.id, "x")
    assert refusal.value.message == "Forbidden: bot was kicked from the group chat"
    await group.invite_bot(anna)
    await bot.leave_chat(group.id)
    with pytest.raises(TelegramForbiddenError) as refusal:
        await bot.send_message(group.id, "x")
    assert refusal.value.message == "Forbidden: bot is not a member of the group chat"


async def test_a_file_id_is_good_for_its_kind_only(bot: Bot, anna: Person) -> None:
    sent = await bot.send_document(anna.id, document())
    assert sent.document
    with pytest.raises(TelegramBadRequest) as refusal:
        await bot.send_photo(anna.id, sent.document.file_id)
    assert refusal.value.message == "Bad Request: can't use file of type Document as Photo"
    picture_sent = await bot.send_photo(anna.id, photo(60, 60))
    assert picture_sent.photo
    with pytest.raises(TelegramBadRequest) as refusal:
        await bot.send_document(anna.id, picture_sent.photo[-1].file_id)
    assert refusal.value.message == "Bad Request: can't use file of type Photo as Document"
