"""The bot's own profile: texts by language, commands by scope and language, menu buttons."""

import re
from typing import Any

from sandbox.errors import ApiError, bad_request
from sandbox.methods.access import known_chat
from sandbox.methods.registry import Handler, models
from sandbox.params import Params
from sandbox.profile import Command, ScopeKey
from sandbox.telegram import Telegram

_LANGUAGE = re.compile(r"[a-z]{2}")
_COMMAND = re.compile(r"[a-z0-9_]+")
_COMMANDS_LIMIT = 100
_COMMAND_LENGTH = 32
_DESCRIPTION_LENGTH = 256
_TEXTS = {
    # method suffix: (parameter, limit, code Telegram answers with)
    "Name": ("name", 64, "BOT_TITLE_INVALID"),
    "Description": ("description", 512, "BOT_DESCRIPTION_INVALID"),
    "ShortDescription": ("short_description", 120, "BOT_SHORT_DESCRIPTION_INVALID"),
}
_SCOPES = {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"}
_CHAT_SCOPES = {"chat", "chat_administrators", "chat_member"}


@models("getMe")
def get_me(telegram: Telegram, _: Params) -> dict[str, Any]:
    return telegram.bot | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def _language(params: Params) -> str:
    code = params.text("language_code")
    if code and not _LANGUAGE.fullmatch(code):
        raise bad_request("invalid language code specified")
    return code


def _setter(name: str, limit: int, code: str) -> Handler:
    def handler(telegram: Telegram, params: Params) -> bool:
        text = params.text(name)
        if len(text) > limit:
            raise bad_request(code)
        telegram.profile.texts[name, _language(params)] = text
        return True

    return handler


def _getter(name: str) -> Handler:
    def handler(telegram: Telegram, params: Params) -> dict[str, str]:
        stored = telegram.profile.texts
        default = telegram.profile.default_name if name == "name" else ""
        text = stored.get((name, _language(params))) or stored.get((name, "")) or default
        return {name: text}

    return handler


for _suffix, (_name, _limit, _code) in _TEXTS.items():
    models(f"setMy{_suffix}", _name, "language_code")(_setter(_name, _limit, _code))
    models(f"getMy{_suffix}", "language_code")(_getter(_name))


def _scope(telegram: Telegram, params: Params) -> ScopeKey:
    raw = params.json("scope", "can't parse BotCommandScope JSON object")
    if not raw:
        return ("default", 0, 0)
    if not isinstance(raw, dict):
        raise bad_request("can't parse BotCommandScope: BotCommandScope must be an Object")
    kind = str(raw.get("type"))
    if kind in _SCOPES:
        return (kind, 0, 0)
    if kind not in _CHAT_SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    chat = known_chat(telegram, Params(raw))
    if kind != "chat" and chat.private:
        raise bad_request("can't use specified scope in private chats")
    return (kind, chat.id, Params(raw).integer("user_id") if kind == "chat_member" else 0)


def _command(raw: Any) -> Command:
    if not isinstance(raw, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    command = str(raw.get("command", "")).removeprefix("/")
    description = str(raw.get("description", "")).strip()
    for problem, message in (
        (not command, "command must be non-empty"),
        (len(command) > _COMMAND_LENGTH, "command length must not exceed 32"),
        (not _COMMAND.fullmatch(command), "BOT_COMMAND_INVALID"),
        (not description, "command description must be non-empty"),
        (
            len(description) > _DESCRIPTION_LENGTH,
            "command description length must not exceed 256",
        ),
    ):
        if problem:
            raise bad_request(message)
    return {"command": command, "description": description}


@models("setMyCommands", "commands", "scope", "language_code")
def set_my_commands(telegram: Telegram, params: Params) -> bool:
    raw = params.json("commands", "can't parse commands JSON object")
    if not isinstance(raw, list):
        raise bad_request("expected an Array of BotCommand")
    if len(raw) > _COMMANDS_LIMIT:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    key = (_scope(telegram, params), _language(params))
    telegram.profile.commands[key] = [_command(item) for item in raw]
    telegram.publish("commands", chat_id=key[0][1] or None)
    return True


@models("getMyCommands", "scope", "language_code")
def get_my_commands(telegram: Telegram, params: Params) -> list[Command]:
    return telegram.profile.commands.get((_scope(telegram, params), _language(params)), [])


@models("deleteMyCommands", "scope", "language_code")
def delete_my_commands(telegram: Telegram, params: Params) -> bool:
    scope = _scope(telegram, params)
    telegram.profile.commands.pop((scope, _language(params)), None)
    telegram.publish("commands", chat_id=scope[1] or None)
    return True


@models("setChatMenuButton", "chat_id", "menu_button")
def set_chat_menu_button(telegram: Telegram, params: Params) -> bool:
    chat_id = known_chat(telegram, params).id if "chat_id" in params else 0
    button = params.json("menu_button") or {"type": "default"}
    if not isinstance(button, dict) or button.get("type") not in ("default", "commands", "web_app"):
        raise _bad_menu_button()
    if button["type"] == "web_app":
        url = str((button.get("web_app") or {}).get("url", ""))
        if not url.startswith("https://") or not button.get("text"):
            raise _bad_menu_button()
    telegram.profile.menu_buttons[chat_id] = button
    telegram.publish("commands", chat_id=chat_id or None)
    return True


def _bad_menu_button() -> ApiError:
    return bad_request("can't parse menu button: wrong MenuButton specified")


@models("getChatMenuButton", "chat_id")
def get_chat_menu_button(telegram: Telegram, params: Params) -> dict[str, Any]:
    chat_id = known_chat(telegram, params).id if "chat_id" in params else 0
    return telegram.profile.menu_buttons.get(
        chat_id, {"type": "default" if chat_id else "commands"}
    )
