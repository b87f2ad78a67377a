"""Settings: language, offers, time zone, and the way to one's own data."""

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Message
from babel.dates import get_timezone_location

from handlers import screens
from handlers.member import leaving
from handlers.member.access import Tapped, add_section
from handlers.member.formats import clock_time
from handlers.menu import main_menu
from messengers.words import Say, Words
from services import programme
from services.context import Context
from services.errors import Gone
from services.feedback import feedback_answers
from services.members import members
from services.parsing.phones import region_of
from services.profiles import profiles
from services.staff import identities
from services.staff.identities import Visitor

OPEN = "my_settings"
LANGUAGES = "my_languages"
ZONES_OPEN = "my_zones"

RUSSIA = (
    "Europe/Kaliningrad", "Europe/Moscow", "Europe/Samara", "Asia/Yekaterinburg", "Asia/Omsk",
    "Asia/Krasnoyarsk", "Asia/Irkutsk", "Asia/Yakutsk", "Asia/Vladivostok", "Asia/Magadan",
    "Asia/Kamchatka",
)  # fmt: skip
"""One for each of Russia's times of day: what members of a shop there choose from."""

ELSEWHERE = (
    "Europe/London", "Europe/Berlin", "Europe/Athens", "Europe/Istanbul", "Europe/Moscow",
    "Asia/Tbilisi", "Asia/Dubai", "Asia/Tashkent", "Asia/Almaty", "Asia/Bangkok",
    "Asia/Singapore", "Asia/Tokyo", "Australia/Sydney", "America/New_York", "America/Chicago",
    "America/Los_Angeles",
)  # fmt: skip


class Speak(CallbackData, prefix="my_language"):
    language: str


class Ads(CallbackData, prefix="my_ads"):
    yes: bool


class Questions(CallbackData, prefix="my_questions"):
    yes: bool


class Zone(CallbackData, prefix="my_zone"):
    """None: the shop's own."""

    name: str | None = None


def add_to(router: Router) -> None:
    add_section(router, show, "settings", menu="menu-settings", data=OPEN)
    router.message.register(languages, Command("language"))
    taps = router.callback_query
    taps.register(languages, Tapped(LANGUAGES))
    taps.register(speak, Speak.filter())
    taps.register(set_ads, Ads.filter())
    taps.register(set_questions, Questions.filter())
    taps.register(zones, Tapped(ZONES_OPEN))
    taps.register(set_zone, Zone.filter())


async def show(event: Message | CallbackQuery, ctx: Context, member_id: int, say: Say) -> None:
    profile = await profiles.show(ctx, member_id)
    terms = await programme.current(ctx)
    text = say(
        "settings",
        language=say.label("language-name"),
        ads=profile.ads_consent,
        zone=_place(say, profile.timezone or terms.timezone.key),
        time=clock_time(say, ctx.clock.now()),
    )
    ads = Ads(yes=not profile.ads_consent)
    questions = Questions(yes=not profile.questions)
    buttons = screens.keyboard(
        [screens.button(say.label("button-offers-too", on=profile.ads_consent), ads)],
        [screens.button(say.label("button-questions-too", on=profile.questions), questions)],
        [
            screens.button(say.label("button-language"), LANGUAGES),
            screens.button(say.label("button-zone"), ZONES_OPEN),
        ],
        [screens.button(say.label("button-export"), leaving.EXPORT)],
        [screens.button(say.label("button-leave"), leaving.LEAVE)],
    )
    await screens.show(event, text, buttons)


def _place(say: Say, zone: str) -> str:
    return str(get_timezone_location(zone, locale=say.language, return_city=True))


async def languages(event: Message | CallbackQuery, say: Say, words: Words) -> None:
    rows = [
        [screens.button(words.say(code).label("language-name"), Speak(language=code))]
        for code in words.languages
    ]
    back = [screens.button(say.label("button-back"), OPEN)]
    await screens.show(event, say("language-choose"), screens.keyboard(*rows, back))


async def speak(
    query: CallbackQuery,
    callback_data: Speak,
    bot: Bot,
    ctx: Context,
    member_id: int,
    words: Words,
    visitor: Visitor,
) -> None:
    """The menu under the chat is drawn again: it speaks too."""
    language = words.nearest(callback_data.language)
    await identities.speak(ctx, visitor.identity_id, language)
    say = words.say(language, visitor.timezone)
    await show(query, ctx, member_id, say)
    menu = main_menu(say, visitor)
    await bot.send_message(visitor.external_id, say("language-set"), reply_markup=menu)


async def set_ads(
    query: CallbackQuery, callback_data: Ads, ctx: Context, member_id: int, say: Say
) -> None:
    await members.set_ads_consent(ctx, member_id, yes=callback_data.yes)
    await show(query, ctx, member_id, say)


async def set_questions(
    query: CallbackQuery, callback_data: Questions, ctx: Context, member_id: int, say: Say
) -> None:
    """Whether to be asked how a visit was."""
    await feedback_answers.want_questions(ctx, member_id, yes=callback_data.yes)
    await show(query, ctx, member_id, say)


async def zones(query: CallbackQuery, ctx: Context, say: Say) -> None:
    shop = (await programme.current(ctx)).timezone
    others = RUSSIA if region_of(shop) == "RU" else ELSEWHERE
    choices = [
        screens.button(_place(say, zone), Zone(name=zone)) for zone in others if zone != shop.key
    ]
    own = screens.button(say.label("button-shop-zone", zone=_place(say, shop.key)), Zone())
    back = screens.button(say.label("button-back"), OPEN)
    rows = [[own], *screens.in_rows(choices, 2), [back]]
    await screens.show(query, say("zone-choose"), screens.keyboard(*rows))


async def set_zone(
    query: CallbackQuery,
    callback_data: Zone,
    ctx: Context,
    member_id: int,
    words: Words,
    visitor: Visitor,
) -> None:
    zone = callback_data.name
    if zone is not None and zone not in {*RUSSIA, *ELSEWHERE}:
        raise Gone
    await profiles.set_timezone(ctx, member_id, zone)
    here = zone or (await programme.current(ctx)).timezone.key
    await show(query, ctx, member_id, words.say(visitor.language, here))
