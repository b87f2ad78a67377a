"""What the bot says of itself: name, descriptions, commands, menu buttons."""

from dataclasses import dataclass, field
from typing import Any

Command = dict[str, str]
ScopeKey = tuple[str, int, int]
"""Scope type, chat id, user id (zeros where the scope has none)."""


@dataclass
class Profile:
    """Texts by language code ("" is for everyone else) and commands by scope and language."""

    default_name: str
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    commands: dict[tuple[ScopeKey, str], list[Command]] = field(default_factory=dict)
    menu_buttons: dict[int, dict[str, Any]] = field(default_factory=dict)

    def commands_for(self, chat_id: int, language: str) -> list[Command]:
        """Return the commands a person sees in a private chat: the narrowest scope wins."""
        for scope in (
            ("chat", chat_id, 0),
            ("all_private_chats", 0, 0),
            ("default", 0, 0),
        ):
            for code in (language, ""):
                if found := self.commands.get((scope, code)):
                    return found
        return []
