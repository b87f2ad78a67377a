"""Which chats the bot may read and write, and what it is told when it may not."""

from sandbox.chats import BLOCKED, Chat
from sandbox.errors import bad_request, forbidden
from sandbox.params import Params
from sandbox.telegram import Telegram


def writable_chat(telegram: Telegram, params: Params, name: str = "chat_id") -> Chat:
    """Return the chat the bot wants to write in; raise Telegram's 400 or 403."""
    chat = known_chat(telegram, params, name)
    if chat.gone:
        raise forbidden(chat.gone)
    return chat


def readable_chat(telegram: Telegram, params: Params) -> Chat:
    """Return a chat where the bot may still tidy up: deleting outlives a block."""
    chat = known_chat(telegram, params)
    if chat.gone and chat.gone != BLOCKED:
        raise forbidden(chat.gone)
    return chat


def known_chat(telegram: Telegram, params: Params, name: str = "chat_id") -> Chat:
    """Return a chat the bot has seen, even if it may not write there any more."""
    try:
        chat_id = int(params.text(name))
    except ValueError:
        # Bots reach channels and supergroups by @name; the sandbox has none.
        raise bad_request("chat not found") from None
    chat = telegram.chats.get(chat_id)
    if chat is not None:
        return chat
    if telegram.user(chat_id) is not None:
        raise forbidden("bot can't initiate conversation with a user")
    raise bad_request("chat not found")
