"""The profile: what a member may tell about themselves, each for a reason that is told."""

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.types import InlineKeyboardButton

from handlers import screens
from handlers.desk import Desk
from handlers.member import attributes, children, fields, phone, quiz
from handlers.member.access import STEP, Tapped, Typed, add_section
from handlers.member.fields import INTERESTS, PROFILE, FieldName
from handlers.member.states import Fields
from handlers.routing import Tap
from services.enums import ContactTime, Family, Gender
from services.errors import Gone
from services.parsing.birthdays import parse_birthday
from services.profiles import profile_bonus, profiles
from services.profiles.profiles import Profile

BONUS = "my_profile_bonus"
CHIP_BYTES = 50
"""The room that callback data leaves beside its prefix."""

TYPED = {
    FieldName.NAME: Fields.name,
    FieldName.BIRTHDAY: Fields.birthday,
    FieldName.CITY: Fields.city,
}
"""Fields whose answer is the next message."""


class Field(Tap, prefix="my_field"):
    name: FieldName


class Remove(Tap, prefix="my_blank"):
    name: FieldName


class ChooseGender(Tap, prefix="my_gender"):
    gender: Gender


class ChooseFamily(Tap, prefix="my_family"):
    family: Family


class ChooseTime(Tap, prefix="my_time"):
    when: ContactTime


class ChooseCity(Tap, prefix="my_city"):
    city: str


class Toggle(Tap, prefix="my_interest"):
    interest: str


def add_to(router: Router) -> None:
    add_section(router, show, "profile", menu="menu-profile", data=PROFILE)
    taps = router.callback_query
    taps.register(open_field, Field.filter())
    taps.register(remove, Remove.filter())
    taps.register(choose_gender, ChooseGender.filter())
    taps.register(choose_city, ChooseCity.filter())
    taps.register(choose_family, ChooseFamily.filter())
    taps.register(choose_time, ChooseTime.filter())
    taps.register(claim, Tapped(BONUS))
    taps.register(toggle, Toggle.filter())


def add_steps(router: Router) -> None:
    router.message.register(type_name, StateFilter(Fields.name), Typed(), flags=STEP)
    router.message.register(type_birthday, StateFilter(Fields.birthday), Typed(), flags=STEP)
    router.message.register(type_city, StateFilter(Fields.city), Typed(), flags=STEP)


async def show(desk: Desk, *, saved: bool = False) -> None:
    """Everything the shop knows, each with a way to change it; and what more answers bring."""
    given = await profile_bonus.claim(desk.ctx, desk.member_id) if saved else 0
    profile = await profiles.show(desk.ctx, desk.member_id)
    more = await profile_bonus.progress(desk.ctx, desk.member_id)
    told = (await attributes.every(desk))[: attributes.MOST]
    own = await children.line(desk)
    parts = [desk.say("profile")]
    if saved:
        parts.insert(0, desk.say("profile-saved"))
    if given:
        parts.insert(1, desk.say("profile-thanks", points=given))
    lines = [fields.line(desk.say, profile, name) for name in FieldName]
    parts.append("\n".join([*lines, own, *attributes.lines(desk.say, told)]))
    rows = screens.in_rows(
        [
            *(screens.button(fields.label(desk.say, name), Field(name=name)) for name in FieldName),
            screens.button(desk.say.label("field-children"), children.OPEN),
            *attributes.buttons(told),
        ],
        2,
    )
    if more is not None and more.left:
        parts.append(desk.say("profile-more", left=more.left, points=more.points))
    elif more is not None:
        rows.append(
            [screens.button(desk.say.label("button-profile-bonus", points=more.points), BONUS)]
        )
    rows += await quiz.ways_in(desk)
    await desk.show("\n\n".join(parts), screens.keyboard(*rows))


async def claim(desk: Desk) -> None:
    """The profile was filled before the shop thanked for it."""
    await show(desk, saved=True)


async def open_field(desk: Desk, tap: Field) -> None:
    """Why the field helps, what is in it, and how to answer."""
    name = tap.name
    profile = await profiles.show(desk.ctx, desk.member_id)
    if name is FieldName.PHONE and profile.phone is None:
        await phone.ask(desk)
        return
    locked = name is FieldName.BIRTHDAY and profile.birthday_locked
    if name in TYPED and not locked:
        await desk.state.set_state(TYPED[name])
    value = fields.value(desk.say, profile, name)
    parts = [await _why(desk, name)]
    if value is not None:
        parts.append(fields.line(desk.say, profile, name))
    parts.append(desk.say("birthday-locked" if locked else f"ask-{name}"))
    rows = [] if locked else await _answers(desk, profile, name)
    if value is not None and name is not FieldName.NAME and not locked:
        rows.append([screens.button(desk.say.label("button-remove"), Remove(name=name))])
    rows.append([screens.button(desk.say.label("button-back"), PROFILE)])
    await desk.show("\n\n".join(parts), screens.keyboard(*rows))


async def _why(desk: Desk, name: FieldName) -> str:
    if name is FieldName.BIRTHDAY:
        return desk.say("why-field-birthday", points=(await desk.terms()).birthday_bonus)
    return desk.say(f"why-field-{name}")


async def _answers(desk: Desk, profile: Profile, name: FieldName) -> list[screens.Row]:
    """Answers that are a tap away."""
    buttons: list[InlineKeyboardButton] = []
    match name:
        case FieldName.PHONE:
            buttons = [screens.button(desk.say.label("button-another-phone"), phone.ASK)]
        case FieldName.GENDER:
            buttons = [
                screens.button(desk.say.label(f"gender-{gender}"), ChooseGender(gender=gender))
                for gender in Gender
            ]
        case FieldName.FAMILY:
            buttons = [
                screens.button(desk.say.label(f"family-{family}"), ChooseFamily(family=family))
                for family in Family
            ]
        case FieldName.CONTACT_TIME:
            buttons = [
                screens.button(desk.say.label(f"contact-time-{when}"), ChooseTime(when=when))
                for when in ContactTime
            ]
        case FieldName.CITY:
            buttons = [
                screens.button(city, ChooseCity(city=city))
                for city in await profiles.usual_cities(desk.ctx)
                if len(city.encode()) <= CHIP_BYTES and ":" not in city
            ]
        case FieldName.INTERESTS:
            buttons = [
                screens.button(
                    desk.say.label(
                        "interest-chip",
                        interest=desk.say.label(f"interest-{key}"),
                        on=key in profile.interests,
                    ),
                    Toggle(interest=key),
                )
                for key in INTERESTS
            ]
        case _:
            pass
    return screens.in_rows(buttons, 2)


async def type_name(desk: Desk) -> None:
    await profiles.rename(desk.ctx, desk.member_id, desk.message.text or "")
    await _saved(desk)


async def type_birthday(desk: Desk) -> None:
    birthday = parse_birthday(desk.message.text or "", desk.words.languages)
    await profiles.set_birthday(desk.ctx, desk.member_id, birthday)
    await _saved(desk)


async def type_city(desk: Desk) -> None:
    await profiles.set_city(desk.ctx, desk.member_id, desk.message.text or "")
    await _saved(desk)


async def _saved(desk: Desk) -> None:
    await desk.state.clear()
    await show(desk, saved=True)


async def choose_gender(desk: Desk, tap: ChooseGender) -> None:
    await profiles.set_gender(desk.ctx, desk.member_id, tap.gender)
    await show(desk, saved=True)


async def choose_family(desk: Desk, tap: ChooseFamily) -> None:
    await profiles.set_family(desk.ctx, desk.member_id, tap.family)
    await show(desk, saved=True)


async def choose_time(desk: Desk, tap: ChooseTime) -> None:
    await profiles.set_contact_time(desk.ctx, desk.member_id, tap.when)
    await show(desk, saved=True)


async def choose_city(desk: Desk, tap: ChooseCity) -> None:
    await profiles.set_city(desk.ctx, desk.member_id, tap.city)
    await show(desk, saved=True)


async def toggle(desk: Desk, tap: Toggle) -> None:
    chosen = set((await profiles.show(desk.ctx, desk.member_id)).interests) ^ {tap.interest}
    known = tuple(key for key in INTERESTS if key in chosen)
    await profiles.set_interests(desk.ctx, desk.member_id, known)
    interests = Field(name=FieldName.INTERESTS)
    await open_field(desk, interests)


async def remove(desk: Desk, tap: Remove) -> None:
    match tap.name:
        case FieldName.PHONE:
            await profiles.remove_phone(desk.ctx, desk.member_id)
        case FieldName.BIRTHDAY:
            await profiles.set_birthday(desk.ctx, desk.member_id, None)
        case FieldName.GENDER:
            await profiles.set_gender(desk.ctx, desk.member_id, None)
        case FieldName.CITY:
            await profiles.set_city(desk.ctx, desk.member_id, None)
        case FieldName.INTERESTS:
            await profiles.set_interests(desk.ctx, desk.member_id, ())
        case FieldName.FAMILY:
            await profiles.set_family(desk.ctx, desk.member_id, None)
        case FieldName.CONTACT_TIME:
            await profiles.set_contact_time(desk.ctx, desk.member_id, None)
        case FieldName.NAME:
            raise Gone  # a card has a name; no button takes it away
    await show(desk, saved=True)
