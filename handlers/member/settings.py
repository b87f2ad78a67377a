"""Settings: language, offers, time zone, and the way to one's own data."""

from dataclasses import replace

from aiogram import Router
from aiogram.filters import Command
from babel.dates import get_timezone_location

from handlers import screens
from handlers.desk import Desk
from handlers.formats import clock_time
from handlers.member import leaving
from handlers.member.access import Tapped, add_section
from handlers.menu import main_menu
from handlers.routing import Tap
from messengers.words import Say
from services.errors import Gone
from services.feedback import feedback_answers
from services.members import members
from services.parsing.phones import region_of
from services.profiles import profiles
from services.staff import identities

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


class Speak(Tap, prefix="my_language"):
    language: str


class Ads(Tap, prefix="my_ads"):
    yes: bool


class FeedbackRequests(Tap, prefix="my_questions"):
    yes: bool


class Zone(Tap, prefix="my_zone"):
    """None: the shop's own."""

    name: str | None = None


def add_to(router: Router) -> None:
    add_section(router, show, "settings", menu="menu-settings", data=OPEN)
    router.message.register(languages, Command("language"))
    taps = router.callback_query
    taps.register(languages, Tapped(LANGUAGES))
    taps.register(speak, Speak.filter())
    taps.register(set_ads, Ads.filter())
    taps.register(set_feedback, FeedbackRequests.filter())
    taps.register(zones, Tapped(ZONES_OPEN))
    taps.register(set_zone, Zone.filter())


async def show(desk: Desk) -> None:
    profile = await profiles.show(desk.ctx, desk.member_id)
    terms = await desk.terms()
    text = desk.say(
        "settings",
        language=desk.say.label("language-name"),
        ads=profile.ads_consent,
        zone=_place(desk.say, profile.timezone or terms.timezone.key),
        time=clock_time(desk.say, desk.ctx.clock.now()),
    )
    ads = Ads(yes=not profile.ads_consent)
    questions = FeedbackRequests(yes=not profile.questions)
    buttons = screens.keyboard(
        [screens.button(desk.say.label("button-offers-too", on=profile.ads_consent), ads)],
        [screens.button(desk.say.label("button-questions-too", on=profile.questions), questions)],
        [
            screens.button(desk.say.label("button-language"), LANGUAGES),
            screens.button(desk.say.label("button-zone"), ZONES_OPEN),
        ],
        [screens.button(desk.say.label("button-export"), leaving.EXPORT)],
        [screens.button(desk.say.label("button-leave"), leaving.LEAVE)],
    )
    await desk.show(text, buttons)


def _place(say: Say, zone: str) -> str:
    return str(get_timezone_location(zone, locale=say.language, return_city=True))


async def languages(desk: Desk) -> None:
    rows = [
        [screens.button(desk.words.say(code).label("language-name"), Speak(language=code))]
        for code in desk.words.languages
    ]
    back = [screens.button(desk.say.label("button-back"), OPEN)]
    await desk.show(desk.say("language-choose"), screens.keyboard(*rows, back))


async def speak(desk: Desk, tap: Speak) -> None:
    """The menu under the chat is drawn again: it speaks too."""
    language = desk.words.nearest(tap.language)
    await identities.speak(desk.ctx, desk.actor_id, language)
    desk = replace(desk, say=desk.words.say(language, desk.visitor.timezone))
    await show(desk)
    await desk.tell(desk.say("language-set"), main_menu(desk.say, desk.visitor))


async def set_ads(desk: Desk, tap: Ads) -> None:
    await members.set_ads_consent(desk.ctx, desk.member_id, yes=tap.yes)
    await show(desk)


async def set_feedback(desk: Desk, tap: FeedbackRequests) -> None:
    """Whether to be asked how a visit was."""
    await feedback_answers.want_feedback(desk.ctx, desk.member_id, yes=tap.yes)
    await show(desk)


async def zones(desk: Desk) -> None:
    shop = (await desk.terms()).timezone
    others = RUSSIA if region_of(shop) == "RU" else ELSEWHERE
    choices = [
        screens.button(_place(desk.say, zone), Zone(name=zone))
        for zone in others
        if zone != shop.key
    ]
    own = screens.button(
        desk.say.label("button-shop-zone", zone=_place(desk.say, shop.key)), Zone()
    )
    back = screens.button(desk.say.label("button-back"), OPEN)
    rows = [[own], *screens.in_rows(choices, 2), [back]]
    await desk.show(desk.say("zone-choose"), screens.keyboard(*rows))


async def set_zone(desk: Desk, tap: Zone) -> None:
    zone = tap.name
    if zone is not None and zone not in {*RUSSIA, *ELSEWHERE}:
        raise Gone
    await profiles.set_timezone(desk.ctx, desk.member_id, zone)
    here = zone or (await desk.terms()).timezone.key
    await show(replace(desk, say=desk.words.say(desk.visitor.language, here)))
