"""Telegram's HTML: the rules of `parse_mode=HTML`, with the errors Telegram gives.

Rules and texts follow TDLib's MessageEntity.cpp. Offsets in errors count UTF-8 bytes of the
input; offsets in entities count UTF-16 code units of the result.
"""

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from sandbox.errors import ApiError, NotModelled, bad_request

Entity = dict[str, Any]

_TAG_TYPES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "blockquote": "blockquote",
    "pre": "pre",
    "code": "code",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_CHARACTER = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-zA-Z]+));?")
_SPACE = " \t\r\n\0\v"
_NAME_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")
_UNICODE_END = 0x10FFFF
_USER_LINK = re.compile(r"tg://user\?id=(\d+)$")


def utf16_length(text: str) -> int:
    """Return the length Telegram counts entity offsets in."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def decode_characters(text: str) -> str:
    """Decode the few HTML character references that Telegram knows; leave others as text."""
    return _CHARACTER.sub(_decode_one, text) if "&" in text else text


def _decode_one(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    if name:
        return _NAMED.get(name, match[0])
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(code) if 0 < code < _UNICODE_END else match[0]


def checked_link(url: str) -> str | None:
    """Return the link as Telegram keeps it, or None when it is no link."""
    if not url or any(c in _SPACE for c in url):
        return None
    if "://" not in url:
        url = f"http://{url}"
    parts = urlsplit(url)
    if parts.scheme.lower() in ("tg", "ton"):
        return url
    if parts.scheme.lower() not in ("http", "https") or "." not in (parts.hostname or ""):
        return None
    return url if parts.path or parts.query else f"{url}/"


@dataclass
class _OpenTag:
    name: str
    argument: str
    offset: int
    out_index: int


@dataclass
class _Parser:
    source: str
    position: int = 0
    out: list[str] = field(default_factory=list)
    utf16: int = 0
    open_tags: list[_OpenTag] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def parse(self) -> tuple[str, list[Entity]]:
        source = self.source
        while (start := source.find("<", self.position)) >= 0:
            self._emit(source[self.position : start])
            self.position = start + 1
            if source.startswith("/", self.position):
                self._end_tag(start)
            else:
                self._start_tag(start)
        self._emit(source[self.position :])
        if self.open_tags:
            name = self.open_tags[-1].name
            raise _complaint(f'Can\'t find end tag corresponding to start tag "{name}"')
        text = "".join(self.out)
        if any("\ud800" <= c <= "\udfff" for c in text):
            raise _complaint(
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            )
        return text, self.entities

    def _emit(self, raw: str) -> None:
        if raw:
            text = decode_characters(raw)
            self.out.append(text)
            self.utf16 += utf16_length(text)

    def _fail(self, message: str, at: int) -> ApiError:
        offset = len(self.source[:at].encode("utf-8", "surrogatepass"))
        return _complaint(f"{message} at byte offset {offset}")

    def _skip_spaces(self) -> None:
        while self._peek() and self._peek() in _SPACE:
            self.position += 1

    def _peek(self) -> str:
        return self.source[self.position : self.position + 1]

    def _word(self, stop: str) -> str:
        begin = self.position
        while self._peek() and self._peek() not in stop:
            self.position += 1
        return self.source[begin : self.position]

    def _start_tag(self, start: int) -> None:
        name = self._word(_SPACE + ">").lower()
        if not self._peek():
            raise self._fail("Unclosed start tag", start)
        if name == "tg-time":
            raise NotModelled("dates in HTML")
        if name not in _TAG_TYPES:
            raise self._fail(f'Unsupported start tag "{name}"', start)
        attributes: dict[str, str] = {}
        while True:
            self._skip_spaces()
            if not self._peek():
                raise self._fail(f'Unclosed start tag "{name}"', start)
            if self._peek() == ">":
                break
            key, value = self._attribute(name, start)
            attributes[key] = value
        self.position += 1
        argument = _argument(name, attributes)
        if name == "span" and argument != "spoiler":
            raise self._fail('Tag "span" must have class "tg-spoiler"', start)
        self.open_tags.append(_OpenTag(name, argument, self.utf16, len(self.out)))

    def _attribute(self, tag: str, start: int) -> tuple[str, str]:
        key = self._word(_SPACE + "=>\"'/")
        if not key:
            raise self._fail(f'Empty attribute name in the tag "{tag}"', start)
        self._skip_spaces()
        if self._peek() != "=":
            return key, ""
        self.position += 1
        self._skip_spaces()
        quote = self._peek()
        if not quote:
            raise self._fail(f'Unclosed start tag "{tag}"', start)
        if quote in "\"'":
            self.position += 1
            value = decode_characters(self._word(quote))
            self.position += 1
        else:
            begin = self.position
            match = _NAME_TOKEN.match(self.source, begin)
            value = match[0].lower() if match else ""
            self.position += len(value)
            if self._peek() and self._peek() not in _SPACE + ">":
                raise self._fail("Unexpected end of name token", begin)
        if not self._peek():
            raise self._fail("Unclosed start tag", start)
        return key, value

    def _end_tag(self, start: int) -> None:
        if not self.open_tags:
            raise self._fail("Unexpected end tag", start)
        self.position += 1
        found = self._word(_SPACE + ">").lower()
        self._skip_spaces()
        if self._peek() != ">":
            raise self._fail("Unclosed end tag", start)
        self.position += 1
        tag = self.open_tags[-1]
        if found and found != tag.name:
            offset = len(self.source[:start].encode())
            raise _complaint(
                f"Unmatched end tag at byte offset {offset}, "
                f'expected "</{tag.name}>", found "</{found}>"'
            )
        self.open_tags.pop()
        if self.utf16 > tag.offset:
            self._close(tag)

    def _close(self, tag: _OpenTag) -> None:
        kind = _TAG_TYPES[tag.name]
        entity: Entity = {"type": kind, "offset": tag.offset, "length": self.utf16 - tag.offset}
        if tag.name == "a":
            link = _link_entity(tag.argument or "".join(self.out[tag.out_index :]))
            if link is None:
                return
            entity |= link
        elif tag.name == "tg-emoji":
            if not tag.argument.isdigit() or int(tag.argument) == 0:
                raise _complaint("Invalid custom emoji identifier specified")
            entity["custom_emoji_id"] = tag.argument
        elif kind == "blockquote" and tag.argument:
            entity["type"] = "expandable_blockquote"
        elif kind in ("pre", "code") and self._merge_code(tag, entity):
            return
        self.entities.append(entity)

    def _merge_code(self, tag: _OpenTag, entity: Entity) -> bool:
        """Join `code` and `pre` around the same text into one block that knows its language."""
        language = tag.argument
        if language:
            entity["language"] = language
        last = self.entities[-1] if self.entities else None
        if (
            last is None
            or last["type"] not in ("code", "pre")
            or last["type"] == entity["type"]
            or (last["offset"], last["length"]) != (entity["offset"], entity["length"])
        ):
            return False
        language = language or last.get("language", "")
        if language:
            last |= {"type": "pre", "language": language}
        return bool(language)


def _argument(tag: str, attributes: dict[str, str]) -> str:
    if tag == "a":
        return attributes.get("href", "")
    if tag == "code":
        css = attributes.get("class", "")
        return css.removeprefix("language-") if css.startswith("language-") else ""
    if tag == "span":
        css = attributes.get("class", "")
        return css.removeprefix("tg-") if css.startswith("tg-") else ""
    if tag == "blockquote":
        return "expandable" if "expandable" in attributes else ""
    return attributes.get("emoji-id", "") if tag == "tg-emoji" else ""


def _link_entity(url: str) -> Entity | None:
    if user := _USER_LINK.match(url):
        return {"type": "text_mention", "user_id": int(user[1])}
    link = checked_link(url)
    return {"url": link} if link else None


def _complaint(message: str) -> ApiError:
    return bad_request(f"can't parse entities: {message}")


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """Return the plain text and its entities in closing order; raise Telegram's 400."""
    text, entities = _Parser(source).parse()
    for entity in entities:
        if entity["type"] == "code":
            entity.pop("language", None)
    return text, entities
