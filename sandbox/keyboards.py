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
_REPLY_BUTTON = frozenset({"text", "request_contact", "request_location", "style"})
_PRIVATE_ONLY = {
    "request_contact": "phone number can be requested",
    "request_location": "location can be requested",
    "web_app": "web App buttons can be used",
}
# The order in which Telegram looks for a button's one action.
_ACTIONS = ("url", "callback_data", "web_app", "copy_text", "switch_inline_query",
            "switch_inline_query_current_chat", "switch_inline_query_chosen_chat",
            "callback_game", "pay", "login_url")  # fmt: skip
_NOT_MODELLED = frozenset(_ACTIONS[5:]) | {"icon_custom_emoji_id"}


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
    """Check a decoded `reply_markup`; raise Telegram's 400, or NotModelled."""
    if not isinstance(raw, dict):
        raise bad_request("object expected as reply markup")
    if "keyboard" in raw:
        return _reply_keyboard(raw, private=private)
    if "inline_keyboard" in raw:
        return _inline_keyboard(raw["inline_keyboard"], private=private)
    if raw.get("remove_keyboard"):
        return Markup("remove", {"remove_keyboard": True})
    if raw.get("force_reply"):
        _check_placeholder(raw)
        return Markup("force_reply", raw)
    return None


def _rows(raw: Any, field: str, owner: str) -> list[list[Any]]:
    if not isinstance(raw, list):
        raise bad_request(f'field "{field}" of the {owner} must be an Array')
    if not all(isinstance(row, list) for row in raw):
        raise bad_request(f'field "{field}" of the {owner} must be an Array of Arrays')
    return raw


def _inline_keyboard(raw: Any, *, private: bool) -> Markup:
    rows = []
    for row in _rows(raw, "inline_keyboard", "InlineKeyboardMarkup"):
        buttons = [_inline_button(button, private=private) for button in row]
        if kept := [button for button in buttons if button][:ROW_LIMIT]:
            rows.append(kept)
    markup: dict[str, Any] = {"inline_keyboard": rows}
    too_many = sum(map(len, rows)) > INLINE_LIMIT
    if too_many or len(json.dumps(markup, ensure_ascii=False).encode()) > BYTES_LIMIT:
        raise bad_request("reply markup is too long")
    return Markup("inline", markup)


def _inline_button(raw: Any, *, private: bool) -> dict[str, Any] | None:
    if not isinstance(raw, dict):
        raise _bad_button("InlineKeyboardButton must be an Object")
    if "text" not in raw:
        raise _bad_button('Field "text" must be of type String')
    text = str(raw["text"])
    action = next((name for name in _ACTIONS if raw.get(name) is not None), None)
    if action is None:
        raise _bad_button("Text buttons are unallowed in the inline keyboard")
    if unknown := _NOT_MODELLED & {name for name, value in raw.items() if value is not None}:
        raise NotModelled(f"inline button with {', '.join(sorted(unknown))}")
    value = _ACTION_CHECKS[action](raw[action], private)
    if not text.strip():
        return None
    button = {"text": text, action: value}
    if style := raw.get("style"):
        button["style"] = _style(style)
    return button


def _style(style: Any) -> str:
    if style not in _STYLES:
        raise bad_request("invalid button style specified")
    return str(style)


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


def _switch_inline(value: Any, _private: bool) -> str:
    return str(value)


_ACTION_CHECKS = {
    "url": _url,
    "callback_data": _callback_data,
    "web_app": _web_app,
    "copy_text": _copy_text,
    "switch_inline_query": _switch_inline,
}


def _reply_keyboard(raw: dict[str, Any], *, private: bool) -> Markup:
    rows = []
    total = 0
    for row in _rows(raw["keyboard"], "keyboard", "ReplyKeyboardMarkup"):
        kept = [b for b in (_reply_button(button, private=private) for button in row) if b]
        kept = kept[: min(ROW_LIMIT, KEYBOARD_LIMIT - total)]
        total += len(kept)
        if kept:
            rows.append(kept)
    _check_placeholder(raw)
    if not rows:
        return Markup("remove", {"remove_keyboard": True})
    value = {name: v for name, v in raw.items() if name != "keyboard"} | {"keyboard": rows}
    if len(json.dumps(value, ensure_ascii=False).encode()) > BYTES_LIMIT:
        raise bad_request("reply markup is too long")
    return Markup("keyboard", value)


def _reply_button(raw: Any, *, private: bool) -> dict[str, Any] | None:
    if isinstance(raw, str):
        raw = {"text": raw}
    if not isinstance(raw, dict):
        raise bad_request("can't parse keyboard button: KeyboardButton must be an Object")
    button = {name: value for name, value in raw.items() if value not in (None, False)}
    if not private:
        for name, message in _PRIVATE_ONLY.items():
            if name in button:
                raise bad_request(f"{message} in private chats only")
    if unknown := button.keys() - _REPLY_BUTTON:
        raise NotModelled(f"reply keyboard button with {', '.join(sorted(unknown))}")
    if "style" in button:
        _style(button["style"])
    return button if str(button.get("text", "")).strip() else None


def _check_placeholder(raw: dict[str, Any]) -> None:
    if len(raw.get("input_field_placeholder") or "") > _PLACEHOLDER_LIMIT:
        raise bad_request("input field placeholder is too long")


def _bad_button(message: str) -> ApiError:
    return bad_request(f"can't parse inline keyboard button: {message}")
