"""How the bot introduces itself to Telegram: commands and descriptions in every language."""

import logging

from aiogram import Bot
from aiogram.exceptions import AiogramError
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat

from handlers.commands import CASHIER, MEMBER, OWNER, Commands
from messengers.words import Words
from services.context import Context
from services.enums import Role
from services.staff import team

log = logging.getLogger(__name__)


async def introduce(bot: Bot, ctx: Context, words: Words) -> None:
    """Tell Telegram what the bot can do. A refusal is logged: the bot works without it."""
    for language in (None, *words.languages):
        say = words.say(language or words.default)
        try:
            await bot.set_my_commands(
                _commands(words, language, MEMBER),
                scope=BotCommandScopeAllPrivateChats(),
                language_code=language,
            )
            await bot.set_my_description(say.label("bot-description"), language_code=language)
            await bot.set_my_short_description(
                say.label("bot-short-description"), language_code=language
            )
        except AiogramError as refusal:
            log.warning("The bot could not introduce itself: %s", refusal)
            return
    for chat_id, role in await team.chats(ctx):
        await introduce_to_staff(bot, words, chat_id, role)


async def introduce_to_staff(bot: Bot, words: Words, chat_id: int, role: Role) -> None:
    """Show staff their own commands beside the members'."""
    commands = CASHIER + MEMBER if role is Role.CASHIER else OWNER + CASHIER + MEMBER
    for language in (None, *words.languages):
        try:
            await bot.set_my_commands(
                _commands(words, language, commands),
                scope=BotCommandScopeChat(chat_id=chat_id),
                language_code=language,
            )
        except AiogramError as refusal:
            # Somebody named in the settings who has not opened the bot yet.
            log.info("No staff commands for %d: %s", chat_id, refusal)
            return


def _commands(words: Words, language: str | None, table: Commands) -> list[BotCommand]:
    say = words.say(language or words.default)
    return [BotCommand(command=name, description=say.label(key)) for name, key in table]
