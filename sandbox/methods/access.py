"""Which chats the bot may read and write, and what it is told when it may not."""

from typing import TYPE_CHECKING

from sandbox.chats import BLOCKED, Chat
from sandbox.errors import bad_request, forbidden
from sandbox.params import Params

if TYPE_CHECKING:
    from sandbox.world import World


def writable_chat(world: "World", params: Params, name: str = "chat_id") -> Chat:
    """Return the chat the bot wants to write in; raise Telegram's 400 or 403."""
    chat = known_chat(world, params, name)
    if chat.gone:
        raise forbidden(chat.gone)
    return chat


def readable_chat(world: "World", params: Params) -> Chat:
    """Return a chat where the bot may still tidy up: deleting outlives a block."""
    chat = known_chat(world, params)
    if chat.gone and chat.gone != BLOCKED:
        raise forbidden(chat.gone)
    return chat


def known_chat(world: "World", params: Params, name: str = "chat_id") -> Chat:
    """Return a chat the bot has seen, even if it may not write there any more."""
    try:
        chat_id = int(params.text(name))
    except ValueError:
        # Bots reach channels and supergroups by @name; the sandbox has none.
        raise bad_request("chat not found") from None
    chat = world.chats.get(chat_id)
    if chat is not None:
        return chat
    if world.user(chat_id) is not None:
        raise forbidden("bot can't initiate conversation with a user")
    raise bad_request("chat not found")
