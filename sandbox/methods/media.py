"""Photos, documents and other files, alone or in albums."""

from collections.abc import Callable
from typing import Any

from sandbox import texts
from sandbox.chats import Message
from sandbox.errors import NotModelled, bad_request
from sandbox.methods.access import writable_chat
from sandbox.methods.registry import Handler, models
from sandbox.methods.sending import CAPTION, COMMON, markup_of, send
from sandbox.params import Params
from sandbox.telegram import Telegram

_ALBUM_LIMIT = 10
# Photos and videos share an album; documents and audio only stand with their own kind.
_VISUAL = frozenset({"photo", "video"})


def _sender(kind: str) -> Handler:
    def handler(telegram: Telegram, params: Params) -> Message:
        chat = writable_chat(telegram, params)
        content = media_content(telegram, params, kind)
        return send(telegram, params, chat, content, markup_of(params, chat))

    return handler


def media_content(telegram: Telegram, params: Params, kind: str) -> dict[str, Any]:
    """Return the message fields of a file with its caption."""
    caption = texts.caption(params, telegram.user).as_fields("caption")
    content = dict(telegram.files.from_params(params, kind, kind)) | caption
    if caption and params.flag("show_caption_above_media"):
        content["show_caption_above_media"] = True
    if params.flag("has_spoiler"):
        content["has_media_spoiler"] = True
    return content


_SHOWN = ("show_caption_above_media", "has_spoiler")
_PICTURE = ("duration", "width", "height", "thumbnail")
_registrations: dict[str, tuple[str, ...]] = {
    "photo": (*CAPTION, *_SHOWN),
    "document": (*CAPTION, "thumbnail", "disable_content_type_detection"),
    "video": (*CAPTION, *_SHOWN, *_PICTURE, "supports_streaming"),
    "animation": (*CAPTION, *_SHOWN, *_PICTURE),
    "voice": (*CAPTION, "duration"),
    "audio": (*CAPTION, "duration", "performer", "title", "thumbnail"),
    "sticker": ("emoji",),
}
for _kind, _parameters in _registrations.items():
    models(f"send{_kind.capitalize()}", *COMMON, _kind, *_parameters)(_sender(_kind))


def input_media(
    telegram: Telegram, raw: Any, params: Params, allowed: Callable[[str], bool]
) -> dict[str, Any]:
    """Return the message fields of one InputMedia object; raise Telegram's 400."""
    if not isinstance(raw, dict):
        raise bad_request("can't parse InputMedia: expected an Object")
    kind = str(raw.get("type", ""))
    if not allowed(kind):
        raise bad_request(f'can\'t parse InputMedia: type "{kind}" is unsupported')
    values = {name: value for name, value in raw.items() if name != "media"}
    return media_content(telegram, Params(values | {kind: raw.get("media")}, params.files), kind)


@models("sendMediaGroup", *(name for name in COMMON if name != "reply_markup"), "media")
def send_media_group(telegram: Telegram, params: Params) -> list[Message]:
    chat = writable_chat(telegram, params)
    media = params.json("media", "can't parse media JSON object")
    if not isinstance(media, list):
        raise bad_request("expected an Array of InputMedia")
    if not media:
        raise bad_request("there are no messages to send")
    if len(media) > _ALBUM_LIMIT:
        raise bad_request("too many messages to send as an album")
    if len(media) == 1:
        raise NotModelled("an album of one: the documentation asks for 2-10 items")
    kinds = {item.get("type") for item in media if isinstance(item, dict)}
    if len(kinds) > 1 and not kinds <= _VISUAL:
        raise bad_request("message type can't be mixed with other message types in an album")
    allowed = _VISUAL | {"document", "audio"}
    contents = [input_media(telegram, item, params, allowed.__contains__) for item in media]
    telegram.rates.admit(chat.id, len(contents))
    album = str(telegram.sent_total + 1)
    return [telegram.post(chat, content | {"media_group_id": album}) for content in contents]
