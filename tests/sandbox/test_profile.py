"""What the bot says of itself."""

from aiogram import Bot
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeDefault,
    MenuButtonCommands,
    MenuButtonDefault,
    MenuButtonWebApp,
    WebAppInfo,
)

from sandbox import Person, World


def command(name: str) -> list[BotCommand]:
    return [BotCommand(command=name, description=name)]


async def test_get_me_is_the_bot_of_the_token(world: World, bot: Bot) -> None:
    me = await bot.get_me()
    assert (me.id, me.username, me.is_bot) == (bot.id, "kopilka_demo_bot", True)
    assert world.called("getMe") == [{}]


async def test_commands_are_kept_by_scope_and_language(bot: Bot, anna: Person) -> None:
    scope = BotCommandScopeChat(chat_id=anna.id)
    await bot.set_my_commands(command("start"))
    await bot.set_my_commands(command("start"), language_code="ru")
    await bot.set_my_commands(command("owner"), scope=scope)
    assert [c.command for c in await bot.get_my_commands()] == ["start"]
    assert [c.command for c in await bot.get_my_commands(scope=scope)] == ["owner"]
    assert await bot.get_my_commands(scope=scope, language_code="ru") == []
    await bot.delete_my_commands(scope=scope)
    assert await bot.get_my_commands(scope=scope) == []


async def test_a_person_sees_the_narrowest_scope(world: World, bot: Bot, anna: Person) -> None:
    def seen(language: str) -> list[str]:
        return [c["command"] for c in world.profile.commands_for(anna.id, language)]

    assert seen("ru") == []
    await bot.set_my_commands(command("all"), scope=BotCommandScopeDefault())
    assert seen("ru") == ["all"]
    await bot.set_my_commands(command("private"), scope=BotCommandScopeAllPrivateChats())
    assert seen("ru") == ["private"]
    private = BotCommandScopeAllPrivateChats()
    await bot.set_my_commands(command("russian"), scope=private, language_code="ru")
    assert (seen("ru"), seen("en")) == (["russian"], ["private"])
    await bot.set_my_commands(command("mine"), scope=BotCommandScopeChat(chat_id=anna.id))
    assert seen("ru") == ["mine"]


async def test_names_and_descriptions_fall_back_to_the_common_one(bot: Bot) -> None:
    assert (await bot.get_my_name()).name == "Kopilka"
    await bot.set_my_name("Копилка", language_code="ru")
    await bot.set_my_description("Points that stay yours")
    await bot.set_my_short_description("Points")
    assert (await bot.get_my_name(language_code="ru")).name == "Копилка"
    assert (await bot.get_my_name(language_code="de")).name == "Kopilka"
    assert (await bot.get_my_description("ru")).description == "Points that stay yours"
    assert (await bot.get_my_short_description()).short_description == "Points"


async def test_menu_buttons_are_for_one_chat_or_all(bot: Bot, anna: Person) -> None:
    assert isinstance(await bot.get_chat_menu_button(), MenuButtonCommands)
    app = MenuButtonWebApp(text="Shop", web_app=WebAppInfo(url="https://example.com"))
    await bot.set_chat_menu_button(anna.id, app)
    button = await bot.get_chat_menu_button(anna.id)
    assert isinstance(button, MenuButtonWebApp)
    assert (button.text, button.web_app.url) == ("Shop", "https://example.com")
    await bot.set_chat_menu_button(anna.id)
    assert isinstance(await bot.get_chat_menu_button(anna.id), MenuButtonDefault)


async def test_chats_and_people_are_described(bot: Bot, anna: Person) -> None:
    chat = await bot.get_chat(anna.id)
    assert (chat.type, chat.first_name, chat.username) == ("private", "Anna", "anna")
    assert (await bot.get_chat_member(anna.id, anna.id)).user.id == anna.id
    assert await bot.get_chat_member_count(anna.id) == 2
    assert (await bot.get_user_profile_photos(anna.id)).total_count == 0
