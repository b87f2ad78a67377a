"""Keyboards: what may be asked for, what is refused, what is dropped in silence."""

import json
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import urlsplit

from sandbox.errors import ApiError, NotModelled, bad_request
from sandbox.html import checked_link

Kind = Literal["inline", "keyboard", "remove", "force_reply"]
ROW_LIMIT = 12
INLINE_LIMIT = 100
KEYBOARD_LIMIT = 300
BYTES_LIMIT = 10 * 1024
_CALLBACK_BYTES = 64
_COPY_LIMIT = 256
_PLACEHOLDER_LIMIT = 64
_STYLES = ("danger", "success", "primary")
_KEYBOARD_OPTIONS = (
    "is_persistent", "resize_keyboard", "one_time_keyboard", "input_field_placeholder", "selective",
)  # fmt: skip
_REPLY_BUTTON = frozenset({"text", "request_contact", "request_location", "style"})
_PRIVATE_ONLY = {
    "request_contact": "phone number can be requested",
    "request_location": "location can be requested",
    "web_app": "web App buttons can be used",
}
# The order in which Telegram looks for a button's one action.
_ACTIONS = (
    "url", "callback_data", "callback_game", "pay", "switch_inline_query",
    "switch_inline_query_chosen_chat", "switch_inline_query_current_chat", "login_url", "web_app",
    "copy_text",
)  # fmt: skip


@dataclass(frozen=True)
class Markup:
    """A checked reply markup. `value` is what the message or the screen keeps."""

    kind: Kind
    value: dict[str, Any]

    @property
    def inline(self) -> dict[str, Any] | None:
        """Return the inline keyboard to show under the message, if there is any."""
        return self.value if self.kind == "inline" and self.value["inline_keyboard"] else None


def parse_markup(raw: Any, *, private: bool) -> Markup | None:
    """Check a decoded `reply_markup`; raise Telegram's 400, or NotModelled.

    Of several markups in one object the first in Telegram's order counts.
    """
    if not isinstance(raw, dict):
        raise bad_request("object expected as reply markup")
    if rows := _rows(raw, "keyboard", ""):
        return _reply_keyboard(raw, rows, private=private)
    if rows := _rows(raw, "inline_keyboard", " of the InlineKeyboardMarkup"):
        return _inline_keyboard(rows, private=private)
    if raw.get("remove_keyboard"):
        return Markup("remove", {"remove_keyboard": True})
    if raw.get("force_reply"):
        _check_placeholder(raw)
        return Markup("force_reply", raw)
    return None


def _rows(raw: dict[str, Any], field: str, owner: str) -> list[list[Any]]:
    rows = raw.get(field)
    if rows is None:
        return []
    if not isinstance(rows, list):
        raise bad_request(f'field "{field}" must be of type Array')
    if not all(isinstance(row, list) for row in rows):
        raise bad_request(f'field "{field}"{owner} must be an Array of Arrays')
    return rows


def _measured(markup: dict[str, Any]) -> dict[str, Any]:
    if len(json.dumps(markup, ensure_ascii=False).encode()) > BYTES_LIMIT:
        raise bad_request("reply markup is too long")
    return markup


def _inline_keyboard(raw: list[list[Any]], *, private: bool) -> Markup:
    rows = []
    for row in raw:
        buttons = [_inline_button(button, private=private) for button in row]
        if kept := [button for button in buttons if button][:ROW_LIMIT]:
            rows.append(kept)
    if sum(map(len, rows)) > INLINE_LIMIT:
        raise bad_request("reply markup is too long")
    return Markup("inline", _measured({"inline_keyboard": rows}))


def _inline_button(raw: Any, *, private: bool) -> dict[str, Any] | None:
    if not isinstance(raw, dict):
        raise _bad_button("InlineKeyboardButton must be an Object")
    given = {name: value for name, value in raw.items() if value not in (None, "")}
    if "text" not in raw:
        raise _bad_button('Can\'t find field "text"')
    if "icon_custom_emoji_id" in given:
        raise NotModelled("custom emoji on buttons")
    style = _style(given.get("style", ""))
    action = next((name for name in _ACTIONS if name in given), None)
    if action is None:
        raise _bad_button("Text buttons are unallowed in the inline keyboard")
    check = _ACTION_CHECKS.get(action)
    if check is None:
        raise NotModelled(f"inline button with {action}")
    value = check(given[action], private)
    text = str(raw["text"])
    return {"text": text, action: value} | style if text.strip() else None


def _style(raw: Any) -> dict[str, str]:
    style = str(raw).lower()
    if style in ("", "default"):
        return {}
    if style not in _STYLES:
        raise bad_request("invalid button style specified")
    return {"style": style}


def _callback_data(value: Any, _private: bool) -> str:
    if not isinstance(value, str) or not 1 <= len(value.encode()) <= _CALLBACK_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    return value


def _url(value: Any, _private: bool) -> str:
    link = checked_link(str(value))
    if link is None:
        raise bad_request(f"inline keyboard button URL '{value}' is invalid: Wrong HTTP URL")
    return link


def _web_app(value: Any, private: bool) -> dict[str, Any]:
    if not private:
        raise bad_request("BUTTON_TYPE_INVALID")
    url = str(value.get("url", "")) if isinstance(value, dict) else ""
    if urlsplit(url).scheme != "https":
        raise bad_request(
            f"inline keyboard button Web App URL '{url}' is invalid: Only HTTPS links are allowed"
        )
    return {"url": url}


def _copy_text(value: Any, _private: bool) -> dict[str, Any]:
    text = value.get("text", "") if isinstance(value, dict) else ""
    if not 1 <= len(text) <= _COPY_LIMIT:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    return {"text": text}


_ACTION_CHECKS = {
    "url": _url,
    "callback_data": _callback_data,
    "web_app": _web_app,
    "copy_text": _copy_text,
}


def _reply_keyboard(
    raw: dict[str, Any], raw_rows: list[list[Any]], *, private: bool
) -> Markup | None:
    rows = []
    total = 0
    for row in raw_rows:
        kept = [b for b in (_reply_button(button, private=private) for button in row) if b]
        kept = kept[: min(ROW_LIMIT, KEYBOARD_LIMIT - total)]
        total += len(kept)
        if kept:
            rows.append(kept)
    _check_placeholder(raw)
    if not rows:
        return None
    options = {name: value for name, value in raw.items() if name in _KEYBOARD_OPTIONS}
    return Markup("keyboard", _measured(options | {"keyboard": rows}))


def _reply_button(raw: Any, *, private: bool) -> dict[str, Any] | None:
    if isinstance(raw, str):
        raw = {"text": raw}
    if not isinstance(raw, dict):
        raise bad_request(
            "can't parse keyboard button: KeyboardButton must be a String or an Object"
        )
    given = {name: value for name, value in raw.items() if value not in (None, False, "")}
    if not private:
        for name, message in _PRIVATE_ONLY.items():
            if name in given:
                raise bad_request(f"{message} in private chats only")
    if unknown := given.keys() - _REPLY_BUTTON:
        raise NotModelled(f"reply keyboard button with {', '.join(sorted(unknown))}")
    style = _style(given.pop("style", ""))
    return given | style if str(given.get("text", "")).strip() else None


def _check_placeholder(raw: dict[str, Any]) -> None:
    if len(raw.get("input_field_placeholder") or "") > _PLACEHOLDER_LIMIT:
        raise bad_request("input field placeholder is too long")


def _bad_button(message: str) -> ApiError:
    return bad_request(f"can't parse inline keyboard button: {message}")
