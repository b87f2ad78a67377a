"""The profile: what a member may tell about themselves, each for a reason that is told."""

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from handlers import screens
from handlers.member import attributes, children, fields, phone, quiz
from handlers.member.access import STEP, Tapped, Typed, add_section
from handlers.member.fields import INTERESTS, PROFILE, FieldName
from handlers.member.states import Fields
from messengers.words import Say, Words
from services import programme
from services.context import Context
from services.enums import ContactTime, Family, Gender
from services.errors import Gone
from services.parsing.birthdays import parse_birthday
from services.profiles import profile_bonus, profiles
from services.profiles.profiles import Profile

BONUS = "my_profile_bonus"
CHIP_BYTES = 50
"""What fits into callback data beside its prefix."""

TYPED = {
    FieldName.NAME: Fields.name,
    FieldName.BIRTHDAY: Fields.birthday,
    FieldName.CITY: Fields.city,
}
"""Fields whose answer is the next message."""


class Field(CallbackData, prefix="my_field"):
    name: FieldName


class Remove(CallbackData, prefix="my_blank"):
    name: FieldName


class ChooseGender(CallbackData, prefix="my_gender"):
    gender: Gender


class ChooseFamily(CallbackData, prefix="my_family"):
    family: Family


class ChooseTime(CallbackData, prefix="my_time"):
    when: ContactTime


class ChooseCity(CallbackData, prefix="my_city"):
    city: str


class Toggle(CallbackData, prefix="my_interest"):
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


async def show(
    event: Message | CallbackQuery, ctx: Context, member_id: int, say: Say, *, saved: bool = False
) -> None:
    """Everything the shop knows, each with a way to change it; and what more answers bring."""
    given = await profile_bonus.claim(ctx, member_id) if saved else 0
    profile = await profiles.show(ctx, member_id)
    more = await profile_bonus.progress(ctx, member_id)
    told = (await attributes.every(ctx, member_id))[: attributes.MOST]
    own = await children.line(ctx, member_id, say)
    parts = [say("profile")]
    if saved:
        parts.insert(0, say("profile-saved"))
    if given:
        parts.insert(1, say("profile-thanks", points=given))
    lines = [fields.line(say, profile, name) for name in FieldName]
    parts.append("\n".join([*lines, own, *attributes.lines(say, told)]))
    rows = screens.in_rows(
        [
            *(screens.button(fields.label(say, name), Field(name=name)) for name in FieldName),
            screens.button(say.label("field-children"), children.OPEN),
            *attributes.buttons(told),
        ],
        2,
    )
    if more is not None and more.left:
        parts.append(say("profile-more", left=more.left, points=more.points))
    elif more is not None:
        rows.append([screens.button(say.label("button-profile-bonus", points=more.points), BONUS)])
    rows += await quiz.ways_in(ctx, member_id, say)
    await screens.show(event, "\n\n".join(parts), screens.keyboard(*rows))


async def claim(query: CallbackQuery, ctx: Context, member_id: int, say: Say) -> None:
    """The profile was filled before the shop thanked for it."""
    await show(query, ctx, member_id, say, saved=True)


async def open_field(
    query: CallbackQuery,
    callback_data: Field,
    ctx: Context,
    member_id: int,
    say: Say,
    state: FSMContext,
) -> None:
    """Why the field helps, what is in it, and how to answer."""
    name = callback_data.name
    profile = await profiles.show(ctx, member_id)
    if name is FieldName.PHONE and profile.phone is None:
        await phone.ask(query, say, state)
        return
    locked = name is FieldName.BIRTHDAY and profile.birthday_locked
    if name in TYPED and not locked:
        await state.set_state(TYPED[name])
    value = fields.value(say, profile, name)
    parts = [await _why(ctx, say, name)]
    if value is not None:
        parts.append(fields.line(say, profile, name))
    parts.append(say("birthday-locked" if locked else f"ask-{name}"))
    rows = [] if locked else await _answers(ctx, say, profile, name)
    if value is not None and name is not FieldName.NAME and not locked:
        rows.append([screens.button(say.label("button-remove"), Remove(name=name))])
    rows.append([screens.button(say.label("button-back"), PROFILE)])
    await screens.show(query, "\n\n".join(parts), screens.keyboard(*rows))


async def _why(ctx: Context, say: Say, name: FieldName) -> str:
    if name is FieldName.BIRTHDAY:
        return say("why-field-birthday", points=(await programme.current(ctx)).birthday_bonus)
    return say(f"why-field-{name}")


async def _answers(ctx: Context, say: Say, profile: Profile, name: FieldName) -> list[screens.Row]:
    """Answers that are a tap away."""
    buttons: list[InlineKeyboardButton] = []
    match name:
        case FieldName.PHONE:
            buttons = [screens.button(say.label("button-another-phone"), phone.ASK)]
        case FieldName.GENDER:
            buttons = [
                screens.button(say.label(f"gender-{gender}"), ChooseGender(gender=gender))
                for gender in Gender
            ]
        case FieldName.FAMILY:
            buttons = [
                screens.button(say.label(f"family-{family}"), ChooseFamily(family=family))
                for family in Family
            ]
        case FieldName.CONTACT_TIME:
            buttons = [
                screens.button(say.label(f"contact-time-{when}"), ChooseTime(when=when))
                for when in ContactTime
            ]
        case FieldName.CITY:
            buttons = [
                screens.button(city, ChooseCity(city=city))
                for city in await profiles.usual_cities(ctx)
                if len(city.encode()) <= CHIP_BYTES and ":" not in city
            ]
        case FieldName.INTERESTS:
            buttons = [
                screens.button(
                    say.label(
                        "interest-chip",
                        interest=say.label(f"interest-{key}"),
                        on=key in profile.interests,
                    ),
                    Toggle(interest=key),
                )
                for key in INTERESTS
            ]
        case _:
            pass
    return screens.in_rows(buttons, 2)


async def type_name(
    message: Message, ctx: Context, member_id: int, say: Say, state: FSMContext
) -> None:
    await profiles.rename(ctx, member_id, message.text or "")
    await _saved(message, ctx, member_id, say, state)


async def type_birthday(
    message: Message, ctx: Context, member_id: int, say: Say, words: Words, state: FSMContext
) -> None:
    birthday = parse_birthday(message.text or "", words.languages)
    await profiles.set_birthday(ctx, member_id, birthday)
    await _saved(message, ctx, member_id, say, state)


async def type_city(
    message: Message, ctx: Context, member_id: int, say: Say, state: FSMContext
) -> None:
    await profiles.set_city(ctx, member_id, message.text or "")
    await _saved(message, ctx, member_id, say, state)


async def _saved(
    message: Message, ctx: Context, member_id: int, say: Say, state: FSMContext
) -> None:
    await state.clear()
    await show(message, ctx, member_id, say, saved=True)


async def choose_gender(
    query: CallbackQuery, callback_data: ChooseGender, ctx: Context, member_id: int, say: Say
) -> None:
    await profiles.set_gender(ctx, member_id, callback_data.gender)
    await show(query, ctx, member_id, say, saved=True)


async def choose_family(
    query: CallbackQuery, callback_data: ChooseFamily, ctx: Context, member_id: int, say: Say
) -> None:
    await profiles.set_family(ctx, member_id, callback_data.family)
    await show(query, ctx, member_id, say, saved=True)


async def choose_time(
    query: CallbackQuery, callback_data: ChooseTime, ctx: Context, member_id: int, say: Say
) -> None:
    await profiles.set_contact_time(ctx, member_id, callback_data.when)
    await show(query, ctx, member_id, say, saved=True)


async def choose_city(
    query: CallbackQuery, callback_data: ChooseCity, ctx: Context, member_id: int, say: Say
) -> None:
    await profiles.set_city(ctx, member_id, callback_data.city)
    await show(query, ctx, member_id, say, saved=True)


async def toggle(
    query: CallbackQuery,
    callback_data: Toggle,
    ctx: Context,
    member_id: int,
    say: Say,
    state: FSMContext,
) -> None:
    chosen = set((await profiles.show(ctx, member_id)).interests) ^ {callback_data.interest}
    known = tuple(key for key in INTERESTS if key in chosen)
    await profiles.set_interests(ctx, member_id, known)
    interests = Field(name=FieldName.INTERESTS)
    await open_field(query, interests, ctx, member_id, say, state)


async def remove(
    query: CallbackQuery, callback_data: Remove, ctx: Context, member_id: int, say: Say
) -> None:
    match callback_data.name:
        case FieldName.PHONE:
            await profiles.remove_phone(ctx, member_id)
        case FieldName.BIRTHDAY:
            await profiles.set_birthday(ctx, member_id, None)
        case FieldName.GENDER:
            await profiles.set_gender(ctx, member_id, None)
        case FieldName.CITY:
            await profiles.set_city(ctx, member_id, None)
        case FieldName.INTERESTS:
            await profiles.set_interests(ctx, member_id, ())
        case FieldName.FAMILY:
            await profiles.set_family(ctx, member_id, None)
        case FieldName.CONTACT_TIME:
            await profiles.set_contact_time(ctx, member_id, None)
        case FieldName.NAME:
            raise Gone  # a card has a name; no button takes it away
    await show(query, ctx, member_id, say, saved=True)
