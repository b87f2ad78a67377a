"""sendMessage and the other methods that put something new into a chat."""

from typing import Any

from sandbox import texts
from sandbox.chats import Chat, Message
from sandbox.errors import NotModelled, bad_request
from sandbox.keyboards import Markup, parse_markup
from sandbox.methods.access import writable_chat
from sandbox.methods.registry import models
from sandbox.params import Params
from sandbox.telegram import Telegram

COMMON = (
    "chat_id",
    "disable_notification",
    "protect_content",
    "allow_paid_broadcast",
    "message_effect_id",
    "reply_parameters",
    "reply_to_message_id",
    "allow_sending_without_reply",
    "reply_markup",
)
CAPTION = ("caption", "parse_mode", "caption_entities")


def markup_of(params: Params, chat: Chat) -> Markup | None:
    """Return the checked reply markup of a call."""
    if "reply_markup" not in params:
        return None
    raw = params.json("reply_markup", "can't parse reply keyboard markup JSON object")
    return parse_markup(raw, private=chat.private)


def send(
    telegram: Telegram, params: Params, chat: Chat, content: dict[str, Any], markup: Markup | None
) -> Message:
    """Finish a send: reply, protection, rates; then the message stands in the chat."""
    content |= _common_fields(params, chat)
    telegram.rates.admit(chat.id)
    return telegram.post(chat, content, markup)


def _common_fields(params: Params, chat: Chat) -> dict[str, Any]:
    if params.flag("allow_paid_broadcast"):
        raise NotModelled("paid broadcasts: the sandbox has no Stars")
    fields: dict[str, Any] = {}
    if "message_effect_id" in params:
        if not chat.private:
            raise bad_request("message effects can be used only in private chats")
        fields["effect_id"] = params.text("message_effect_id")
    if "protect_content" in params and params.flag("protect_content"):
        fields["has_protected_content"] = True
    if (replied := replied_message(params, chat)) is not None:
        fields["reply_to_message"] = {
            key: value for key, value in replied.items() if key != "reply_to_message"
        }
    return fields


def replied_message(params: Params, chat: Chat) -> Message | None:
    """Return the message a call replies to; raise Telegram's 400 when it is not there."""
    reply = params.json("reply_parameters") if "reply_parameters" in params else {}
    reply = reply or {}
    message_id = reply.get("message_id") or params.integer("reply_to_message_id")
    if not message_id:
        return None
    if reply.keys() - {"message_id", "chat_id", "allow_sending_without_reply"}:
        raise NotModelled("quotes in a reply")
    if reply.get("chat_id") not in (None, chat.id, str(chat.id)):
        raise NotModelled("replies to another chat")
    post = chat.posts.get(int(message_id))
    lenient = reply.get("allow_sending_without_reply") or params.flag("allow_sending_without_reply")
    if post is None and not lenient:
        raise bad_request("message to be replied not found")
    return post.message if post is not None else None


@models(
    "sendMessage",
    *COMMON,
    "text",
    "parse_mode",
    "entities",
    "link_preview_options",
    "disable_web_page_preview",
)
def send_message(telegram: Telegram, params: Params) -> Message:
    chat = writable_chat(telegram, params)
    content = texts.message_text(params, telegram.user).as_fields("text")
    if preview := link_preview(params):
        content["link_preview_options"] = preview
    return send(telegram, params, chat, content, markup_of(params, chat))


def link_preview(params: Params) -> dict[str, Any] | None:
    """Return the preview options a message remembers, if the call gave any."""
    if params.flag("disable_web_page_preview"):
        return {"is_disabled": True}
    if "link_preview_options" in params:
        options: dict[str, Any] = params.json("link_preview_options")
        return options
    return None


@models(
    "sendLocation",
    *COMMON,
    "latitude",
    "longitude",
    "horizontal_accuracy",
)
def send_location(telegram: Telegram, params: Params) -> Message:
    chat = writable_chat(telegram, params)
    latitude, longitude = params.number("latitude"), params.number("longitude")
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):  # noqa: PLR2004 - the globe
        raise bad_request("wrong latitude or longitude specified")
    location = {"latitude": latitude, "longitude": longitude}
    if "horizontal_accuracy" in params:
        location["horizontal_accuracy"] = params.number("horizontal_accuracy")
    return send(telegram, params, chat, {"location": location}, markup_of(params, chat))


@models("sendContact", *COMMON, "phone_number", "first_name", "last_name", "vcard")
def send_contact(telegram: Telegram, params: Params) -> Message:
    chat = writable_chat(telegram, params)
    contact = {
        name: params.text(name)
        for name in ("phone_number", "first_name", "last_name", "vcard")
        if name in params
    }
    return send(telegram, params, chat, {"contact": contact}, markup_of(params, chat))


_DICE = {"🎲": 6, "🎯": 6, "🎳": 6, "🏀": 5, "⚽": 5, "🎰": 64}


@models("sendDice", *COMMON, "emoji")
def send_dice(telegram: Telegram, params: Params) -> Message:
    chat = writable_chat(telegram, params)
    emoji = params.text("emoji", "🎲").rstrip("\ufe0f") or "🎲"
    if emoji not in _DICE:
        raise bad_request("wrong dice emoji specified")
    # No chance in a sandbox: the same message always falls the same way.
    value = telegram.sent_total % _DICE[emoji] + 1
    content = {"dice": {"emoji": emoji, "value": value}}
    return send(telegram, params, chat, content, markup_of(params, chat))
