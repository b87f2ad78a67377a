"""Text as Telegram keeps it: parsed, cleaned, trimmed, measured."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sandbox.errors import NotModelled, bad_request
from sandbox.html import Entity, parse_html, utf16_length
from sandbox.params import Params

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
_RAW_BYTES = 32_768
_ENTITY_LIMIT = 100
# The high bytes of the second half of a character beyond 0xFFFF.
_LOW_SURROGATE = range(0xDC, 0xE0)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_SPLITTABLE = {"bold", "italic", "underline", "strikethrough", "spoiler"}
_DETECTED: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("bot_command", "/", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?\b")),
    ("url", ".", re.compile(r"(?<![\w@.])(?:https?://[\w.-]+|t\.me)(?:/[^\s<>\"]*)?")),
    ("mention", "@", re.compile(r"(?<![\w/])@[A-Za-z0-9_]{3,32}\b")),
)


@dataclass(frozen=True)
class Formatted:
    """Text with its entities, ready to stand in a message."""

    text: str
    entities: list[Entity]

    def as_fields(self, name: str) -> dict[str, Any]:
        """Return the message fields for a `text` or a `caption`."""
        if not self.text:
            return {}
        fields: dict[str, Any] = {name: self.text}
        if self.entities:
            fields["entities" if name == "text" else "caption_entities"] = self.entities
        return fields


Lookup = Callable[[int], dict[str, Any] | None]


def message_text(params: Params, find_user: Lookup) -> Formatted:
    """Return the text of a message; raise Telegram's 400 when it cannot be sent."""
    if not params.text("text"):
        raise bad_request("message text is empty")
    formatted = _formatted(params, "text", "entities", find_user)
    if not formatted.text:
        raise bad_request("text must be non-empty")
    if len(formatted.text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return formatted


def caption(params: Params, find_user: Lookup) -> Formatted:
    """Return the caption, which may be empty; raise Telegram's 400 when it is too long."""
    formatted = _formatted(params, "caption", "caption_entities", find_user)
    if len(formatted.text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return formatted


def _formatted(params: Params, name: str, entities_name: str, find_user: Lookup) -> Formatted:
    source = params.text(name)
    try:
        raw_size = len(source.encode())
    except UnicodeEncodeError:
        raise bad_request("strings must be encoded in UTF-8") from None
    if raw_size > _RAW_BYTES:
        raise bad_request("text is too long")
    mode = params.text("parse_mode").lower()
    if mode in ("", "none"):
        entities = _given_entities(params.json(entities_name), source)
        text = source
    elif mode == "html":
        text, entities = parse_html(source)
    elif mode in ("markdown", "markdownv2"):
        raise NotModelled(f"parse_mode {mode}")
    else:
        raise bad_request("unsupported parse_mode")
    return normalise(text, entities, find_user)


def normalise(text: str, entities: list[Entity], find_user: Lookup = lambda _: None) -> Formatted:
    """Clean and trim as Telegram does, find commands and links, keep the first 100 entities."""
    text = (
        _CONTROL.sub(lambda m: "" if m[0] == "\r" else " ", text)
        if _CONTROL.search(text)
        else (text)
    )
    text = text.rstrip(" \n\t")
    if entities:
        entities = _resolved(_split_around_code(entities), find_user)
        entities.sort(key=lambda e: (e["offset"], -e["length"]))
    first = entities[0]["offset"] if entities else len(text)
    lead = 0
    while lead < min(first, len(text)) and text[lead] in " \n":
        lead += 1
    text = text[lead:]
    if entities:
        entities = _clipped(entities, lead, utf16_length(text))
    entities = _with_detected(text, entities)
    return Formatted(text, entities[:_ENTITY_LIMIT])


def _given_entities(raw: Any, text: str) -> list[Entity]:
    if not raw:
        return []
    if not isinstance(raw, list):
        raise bad_request("can't parse entities: expected an Array")
    units = text.encode("utf-16-le")
    entities = []
    for item in raw:
        if not isinstance(item, dict) or not {"type", "offset", "length"} <= item.keys():
            raise bad_request("can't parse entities: expected an Object")
        offset, end = item["offset"], item["offset"] + item["length"]
        if offset < 0 or item["length"] <= 0 or end * 2 > len(units):
            continue
        _check_boundary(units, offset, "begins")
        _check_boundary(units, end, "ends")
        entities.append(dict(item))
    return entities


def _check_boundary(units: bytes, at: int, verb: str) -> None:
    if 2 * at < len(units) and units[2 * at + 1] in _LOW_SURROGATE:
        offset = len(units[: 2 * at - 2].decode("utf-16-le").encode())
        raise bad_request(f"entity {verb} in a middle of a UTF-16 symbol at byte offset {offset}")


def _resolved(entities: list[Entity], find_user: Lookup) -> list[Entity]:
    """Turn mentions by id into users; a mention of a stranger is plain text."""
    kept = []
    for entity in entities:
        if entity["type"] == "text_mention" and "user_id" in entity:
            user = find_user(entity["user_id"])
            if user is None:
                continue
            named = {k: v for k, v in entity.items() if k != "user_id"}
            kept.append(named | {"user": user})
        else:
            kept.append(entity)
    return kept


def _split_around_code(entities: list[Entity]) -> list[Entity]:
    """Cut other formatting out of code: Telegram never formats inside it."""
    blocks = [
        (e["offset"], e["offset"] + e["length"]) for e in entities if e["type"] in ("code", "pre")
    ]
    if not blocks:
        return list(entities)
    result = []
    for entity in entities:
        if entity["type"] not in _SPLITTABLE:
            result.append(entity)
            continue
        start, end = entity["offset"], entity["offset"] + entity["length"]
        for begin, finish in sorted(blocks):
            if begin >= end or finish <= start:
                continue
            if begin > start:
                result.append(entity | {"offset": start, "length": begin - start})
            start = max(start, finish)
        if start < end:
            result.append(entity | {"offset": start, "length": end - start})
    return result


def _clipped(entities: list[Entity], lead: int, size: int) -> list[Entity]:
    kept = []
    for entity in entities:
        offset = entity["offset"] - lead
        length = min(entity["length"], size - offset)
        if length > 0:
            kept.append(entity | {"offset": offset, "length": length})
    return kept


def _with_detected(text: str, entities: list[Entity]) -> list[Entity]:
    taken = [(e["offset"], e["offset"] + e["length"]) for e in entities]
    found = []
    for kind, hint, pattern in _DETECTED:
        if hint not in text:
            continue
        for match in pattern.finditer(text):
            offset = utf16_length(text[: match.start()])
            length = utf16_length(match[0])
            if not any(offset < end and start < offset + length for start, end in taken):
                found.append({"type": kind, "offset": offset, "length": length})
                taken.append((offset, offset + length))
    if not found:
        return entities
    return sorted([*entities, *found], key=lambda e: (e["offset"], -e["length"]))
