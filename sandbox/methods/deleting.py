"""Deletes, pins and reactions: what a bot does to a message that already stands."""

from sandbox.chats import Chat, Post
from sandbox.errors import bad_request
from sandbox.methods.access import readable_chat, writable_chat
from sandbox.methods.registry import models
from sandbox.params import Params
from sandbox.telegram import Telegram

_DELETABLE_SECONDS = 48 * 3600
# Nobody may throw until they like the number.
_DICE_SECONDS = 24 * 3600
# The free reactions a bot may use; others need a chat that allows them.
_REACTIONS = frozenset(
    "👍👎❤🔥🥰👏😁🤔🤯😱🤬😢🎉🤩🤮💩🙏👌🕊🤡🥱🥴😍🐳🌚🌭💯🤣⚡🍌🏆💔🤨😐🍓🍾💋🖕😈😴😭🤓👻👀🎃🙈😇😨🤝✍🤗🫡🎅🎄☃💅🤪🗿🆒💘🙉🦄😘💊🙊😎👾😡"
)


def _check_deletable(telegram: Telegram, chat: Chat, post: Post) -> None:
    age = telegram.clock.timestamp() - post.message["date"]
    # In a group the bot is a plain member here: others' messages are not its to delete.
    allowed = age <= _DELETABLE_SECONDS and (chat.private or post.outgoing)
    if not allowed or ("dice" in post.message and age < _DICE_SECONDS):
        raise bad_request("message can't be deleted for everyone")


@models("deleteMessage", "chat_id", "message_id")
def delete_message(telegram: Telegram, params: Params) -> bool:
    chat = readable_chat(telegram, params)
    post = chat.posts.get(params.integer("message_id"))
    if post is None:
        raise bad_request("message to delete not found")
    _check_deletable(telegram, chat, post)
    telegram.remove(chat, post.message["message_id"])
    return True


@models("deleteMessages", "chat_id", "message_ids")
def delete_messages(telegram: Telegram, params: Params) -> bool:
    chat = readable_chat(telegram, params)
    # Those that are gone are skipped in silence.
    ids = [message_id for message_id in params.message_ids() if message_id in chat.posts]
    for message_id in ids:
        _check_deletable(telegram, chat, chat.posts[message_id])
    for message_id in ids:
        telegram.remove(chat, message_id)
    return True


@models("pinChatMessage", "chat_id", "message_id", "disable_notification")
def pin_chat_message(telegram: Telegram, params: Params) -> bool:
    chat = _pinnable_chat(telegram, params)
    message_id = params.integer("message_id")
    if message_id not in chat.posts:
        raise bad_request("message to pin not found")
    if message_id in chat.pinned:
        chat.pinned.remove(message_id)
    chat.pinned.append(message_id)
    return True


@models("unpinChatMessage", "chat_id", "message_id")
def unpin_chat_message(telegram: Telegram, params: Params) -> bool:
    chat = _pinnable_chat(telegram, params)
    message_id = params.integer("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    if message_id not in chat.posts:
        raise bad_request("message to unpin not found")
    if message_id in chat.pinned:
        chat.pinned.remove(message_id)
    return True


@models("unpinAllChatMessages", "chat_id")
def unpin_all_chat_messages(telegram: Telegram, params: Params) -> bool:
    chat = _pinnable_chat(telegram, params)
    chat.pinned.clear()
    return True


def _pinnable_chat(telegram: Telegram, params: Params) -> Chat:
    chat = writable_chat(telegram, params)
    if not chat.private:
        raise bad_request("not enough rights to manage pinned messages in the chat")
    return chat


@models("setMessageReaction", "chat_id", "message_id", "reaction", "is_big")
def set_message_reaction(telegram: Telegram, params: Params) -> bool:
    chat = readable_chat(telegram, params)
    post = chat.posts.get(params.integer("message_id"))
    if post is None:
        raise bad_request("message to react not found")
    reactions = params.json("reaction", "can't parse reaction types JSON object") or []
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    for reaction in reactions:
        if reaction.get("type") != "emoji" or (
            reaction.get("emoji", "").rstrip("\ufe0f") not in _REACTIONS
        ):
            raise bad_request("REACTION_INVALID")
    post.reactions = [reaction["emoji"] for reaction in reactions]
    return True
