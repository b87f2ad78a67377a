"""Edits: the bot's own messages only, and never to what they already are."""

from typing import Any

from sandbox import texts
from sandbox.chats import Chat, Message, Post
from sandbox.errors import bad_request
from sandbox.keyboards import Markup
from sandbox.methods.access import writable_chat
from sandbox.methods.media import input_media
from sandbox.methods.registry import models
from sandbox.methods.sending import CAPTION, link_preview, markup_of
from sandbox.params import Params
from sandbox.telegram import Telegram

_TARGET = ("chat_id", "message_id", "reply_markup")
_MEDIA = ("photo", "video", "animation", "document", "audio")
_CAPTIONED = (*_MEDIA, "voice")
_EDITABLE = ("text", *_CAPTIONED)
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def _target(telegram: Telegram, params: Params, *, only_markup: bool = False) -> tuple[Chat, Post]:
    """Return the message to edit: one of the bot's own, of a kind whose content can change.

    The keyboard alone changes under any kind.
    """
    params.require("chat_id")
    params.require("message_id")
    chat = writable_chat(telegram, params)
    post = chat.posts.get(params.integer("message_id"))
    if post is None:
        raise bad_request("message to edit not found")
    changeable = only_markup or any(kind in post.message for kind in _EDITABLE)
    if not post.outgoing or post.forwarded or post.reply_kind or not changeable:
        raise bad_request("message can't be edited")
    return chat, post


def _inline_markup(params: Params, chat: Chat) -> Markup | None:
    markup = markup_of(params, chat)
    if markup is not None and markup.kind != "inline":
        raise bad_request("inline keyboard expected")
    return markup


def _finish(
    telegram: Telegram, chat: Chat, post: Post, message: Message, markup: Markup | None
) -> Message:
    """Store the edited message. An edit without a keyboard takes the old one away."""
    message.pop("reply_markup", None)
    if markup is not None and markup.inline:
        message["reply_markup"] = markup.inline
    if _shown(message) == _shown(post.message):
        raise bad_request(_NOT_MODIFIED)
    message["edit_date"] = telegram.clock.timestamp()
    telegram.replace(chat, post, message)
    return message


def _shown(message: Message) -> Message:
    return {name: value for name, value in message.items() if name != "edit_date"}


def _without(message: Message, *names: str) -> Message:
    return {name: value for name, value in message.items() if name not in names}


@models("editMessageText", *_TARGET, "text", "parse_mode", "entities", "link_preview_options",
        "disable_web_page_preview")  # fmt: skip
def edit_message_text(telegram: Telegram, params: Params) -> Message:
    params.require("text")
    formatted = texts.message_text(params, telegram.user)
    chat, post = _target(telegram, params)
    markup = _inline_markup(params, chat)
    if "text" not in post.message:
        raise bad_request("there is no text in the message to edit")
    message = _without(post.message, "text", "entities", "link_preview_options")
    message |= formatted.as_fields("text")
    if preview := link_preview(params):
        message["link_preview_options"] = preview
    return _finish(telegram, chat, post, message, markup)


@models("editMessageCaption", *_TARGET, *CAPTION, "show_caption_above_media")
def edit_message_caption(telegram: Telegram, params: Params) -> Message:
    caption = texts.caption(params, telegram.user)
    chat, post = _target(telegram, params)
    markup = _inline_markup(params, chat)
    if not any(kind in post.message for kind in _CAPTIONED):
        raise bad_request("there is no caption in the message to edit")
    names = ("caption", "caption_entities", "show_caption_above_media")
    message = _without(post.message, *names) | caption.as_fields("caption")
    if caption.text and params.flag("show_caption_above_media"):
        message["show_caption_above_media"] = True
    return _finish(telegram, chat, post, message, markup)


@models("editMessageMedia", *_TARGET, "media")
def edit_message_media(telegram: Telegram, params: Params) -> Message:
    raw: Any = params.json("media", "can't parse media JSON object")
    content = input_media(telegram, raw, params, _MEDIA.__contains__)
    chat, post = _target(telegram, params)
    markup = _inline_markup(params, chat)
    if not any(kind in post.message for kind in (*_MEDIA, "text")):
        raise bad_request("message media can't be edited")
    message = _without(
        post.message, *_MEDIA, "text", "entities", "link_preview_options", "caption",
        "caption_entities", "show_caption_above_media", "has_media_spoiler",
    )  # fmt: skip
    return _finish(telegram, chat, post, message | content, markup)


@models("editMessageReplyMarkup", *_TARGET)
def edit_message_reply_markup(telegram: Telegram, params: Params) -> Message:
    chat, post = _target(telegram, params, only_markup=True)
    return _finish(telegram, chat, post, dict(post.message), _inline_markup(params, chat))


@models("stopMessageLiveLocation", *_TARGET)
def stop_message_live_location(telegram: Telegram, params: Params) -> Message:
    _target(telegram, params)
    # Locations in the sandbox stand still.
    raise bad_request("there is no live location in the message to edit")
