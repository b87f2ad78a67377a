"""Forwards and copies."""

from itertools import pairwise
from typing import Any

from sandbox import texts
from sandbox.chats import Chat, Message, Post
from sandbox.errors import bad_request
from sandbox.methods.access import known_chat, writable_chat
from sandbox.methods.registry import models
from sandbox.methods.sending import CAPTION, COMMON, markup_of, send
from sandbox.params import Params
from sandbox.telegram import Telegram

_CONTENT = (
    "text", "entities", "link_preview_options", "caption", "caption_entities", "photo", "document",
    "video", "animation", "voice", "audio", "sticker", "location", "contact", "dice",
    "show_caption_above_media", "has_media_spoiler",
)  # fmt: skip


def _content(message: Message) -> dict[str, Any]:
    return {name: message[name] for name in _CONTENT if name in message}


def _source(chat: Chat, message_id: int, verb: str) -> Post:
    post = chat.posts.get(message_id)
    if post is None:
        raise bad_request(f"message to {verb} not found")
    if not _content(post.message) or post.message.get("has_protected_content"):
        raise bad_request(f"the message can't be {'copied' if verb == 'copy' else 'forwarded'}")
    return post


def _forwarded(post: Post) -> dict[str, Any]:
    message = post.message
    origin = message.get("forward_origin") or {
        "type": "user",
        "sender_user": message["from"],
        "date": message["date"],
    }
    content = _content(message) | {"forward_origin": origin}
    if markup := message.get("reply_markup"):
        # Links survive a forward; buttons that only this chat may press do not.
        rows = [[b for b in row if "url" in b] for row in markup["inline_keyboard"]]
        if all(
            len(kept) == len(row) for kept, row in zip(rows, markup["inline_keyboard"], strict=True)
        ):
            content["reply_markup"] = markup
    return content


def _batch_ids(params: Params) -> list[int]:
    ids = params.message_ids()
    if any(later <= earlier for earlier, later in pairwise(ids)):
        raise bad_request("message identifiers must be in a strictly increasing order")
    return ids


@models("copyMessage", *COMMON, *CAPTION, "from_chat_id", "message_id", "show_caption_above_media")
def copy_message(telegram: Telegram, params: Params) -> dict[str, int]:
    chat = writable_chat(telegram, params)
    origin = known_chat(telegram, params, "from_chat_id")
    post = _source(origin, params.integer("message_id"), "copy")
    content = _content(post.message)
    if params.values.get("caption") is not None and "text" not in content:
        content.pop("caption", None)
        content.pop("caption_entities", None)
        content |= texts.caption(params, telegram.user).as_fields("caption")
    message = send(telegram, params, chat, content, markup_of(params, chat))
    return {"message_id": message["message_id"]}


@models("forwardMessage", "chat_id", "from_chat_id", "message_id", "disable_notification",
        "protect_content")  # fmt: skip
def forward_message(telegram: Telegram, params: Params) -> Message:
    chat = writable_chat(telegram, params)
    origin = known_chat(telegram, params, "from_chat_id")
    post = _source(origin, params.integer("message_id"), "forward")
    return send(telegram, params, chat, _forwarded(post), None)


_BATCH_PARAMETERS = ("chat_id", "from_chat_id", "message_ids", "disable_notification",
                     "protect_content")  # fmt: skip


@models("copyMessages", *_BATCH_PARAMETERS, "remove_caption")
def copy_messages(telegram: Telegram, params: Params) -> list[dict[str, int]]:
    chat, posts = _many(telegram, params)
    contents = [_content(post.message) for post in posts]
    if params.flag("remove_caption"):
        for content in contents:
            content.pop("caption", None)
            content.pop("caption_entities", None)
    return _post_all(telegram, chat, contents)


@models("forwardMessages", *_BATCH_PARAMETERS)
def forward_messages(telegram: Telegram, params: Params) -> list[dict[str, int]]:
    chat, posts = _many(telegram, params)
    return _post_all(telegram, chat, [_forwarded(post) for post in posts])


def _many(telegram: Telegram, params: Params) -> tuple[Chat, list[Post]]:
    chat = writable_chat(telegram, params)
    origin = known_chat(telegram, params, "from_chat_id")
    # Those that are gone or may not be copied are skipped in silence.
    posts = [
        post
        for message_id in _batch_ids(params)
        if (post := origin.posts.get(message_id)) is not None
        and _content(post.message)
        and not post.message.get("has_protected_content")
    ]
    if not posts:
        raise bad_request("there are no messages to forward")
    return chat, posts


def _post_all(
    telegram: Telegram, chat: Chat, contents: list[dict[str, Any]]
) -> list[dict[str, int]]:
    telegram.rates.admit(chat.id, len(contents))
    return [{"message_id": telegram.post(chat, content)["message_id"]} for content in contents]
