"""Joining: one screen that says what this is and what is kept, one tap, and there is a card."""

from aiogram import Bot, Router
from aiogram.enums import ChatMemberStatus
from aiogram.filters import CommandObject, CommandStart
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, ChatMemberUpdated, InlineKeyboardMarkup, Message

from handlers import screens
from handlers.callback_middleware import Tap
from handlers.member import card, quiz
from handlers.member.access import as_member
from handlers.menu import main_menu
from messengers.links import Link, LinkKind, Links, read_payload
from messengers.picture_cache import Album
from messengers.words import Say, Words
from services.context import Context
from services.enums import Role, Source
from services.members import members
from services.members.members import Joining
from services.points import balances
from services.staff import identities
from services.staff.identities import Visitor

PAYLOAD = "source"
"""In the conversation's data: the link by which somebody came."""

BRING = (LinkKind.POSTER, LinkKind.REFERRAL, LinkKind.QUIZ)
"""Links that are remembered until somebody joins: that is how they came."""


class Consent(CallbackData, prefix="my_consent"):
    """Draw the consent screen again, in this language, with offers wanted or not."""

    language: str
    ads: bool


class Join(CallbackData, prefix="my_join"):
    ads: bool


def add_for_guests(router: Router) -> None:
    router.message.register(meet, CommandStart())
    router.callback_query.register(join, Join.filter())
    router.callback_query.register(redraw, Consent.filter())


def add_for_members(router: Router) -> None:
    router.message.register(home, CommandStart())
    router.callback_query.register(joined_before, Join.filter())


def add_for_all(router: Router) -> None:
    router.my_chat_member.register(coming_and_going)


async def meet(
    message: Message,
    command: CommandObject,
    ctx: Context,
    say: Say,
    words: Words,
    visitor: Visitor,
    state: FSMContext,
) -> None:
    """`/start` by somebody who has no card; the poster or friend who sent them is remembered.

    Staff come to work: they get their keyboard, and the card is one of its buttons.
    """
    await _welcome_back(ctx, visitor)
    payload = command.args or ""
    link = read_payload(payload)
    if link is not None and link.kind in BRING:
        await state.update_data({PAYLOAD: payload})
        if _no_card(visitor, link):
            await message.answer(say("start-no-card"), reply_markup=main_menu(say, visitor))
            return
    elif visitor.role is not None:
        await greet_staff(message, say, visitor)
        return
    await invite(message, ctx, say, words, visitor)


async def greet_staff(message: Message, say: Say, visitor: Visitor) -> None:
    """What there is to do here for somebody who works here, with the keyboard for it."""
    key = "start-owner" if visitor.role is Role.OWNER else "start-cashier"
    await message.answer(say(key), reply_markup=main_menu(say, visitor))


async def invite(
    event: Message | CallbackQuery,
    ctx: Context,
    say: Say,
    words: Words,
    visitor: Visitor,
    *,
    ads: bool = False,
) -> None:
    """Show the consent screen."""
    gift = await members.welcome(ctx, visitor.identity_id)
    text = say("consent", shop=gift.shop_name, points=gift.bonus, worth=gift.worth)
    await screens.show(event, text, _consent_buttons(say, words, ads=ads))


def _consent_buttons(say: Say, words: Words, *, ads: bool) -> InlineKeyboardMarkup:
    toggle = Consent(language=say.language, ads=not ads)
    languages = [
        screens.button(words.say(code).label("language-name"), Consent(language=code, ads=ads))
        for code in words.languages
        if code != say.language
    ]
    return screens.keyboard(
        [screens.button(say.label("button-join"), Join(ads=ads), style="success")],
        [screens.button(say.label("button-offers-too", on=ads), toggle)],
        languages,
    )


async def redraw(
    query: CallbackQuery,
    callback_data: Consent,
    ctx: Context,
    say: Say,
    words: Words,
    visitor: Visitor,
) -> None:
    language = words.nearest(callback_data.language)
    if language != visitor.language:
        await identities.speak(ctx, visitor.identity_id, language)
        say = words.say(language, visitor.timezone)
    await invite(query, ctx, say, words, visitor, ads=callback_data.ads)


async def join(
    query: CallbackQuery,
    callback_data: Join,
    bot: Bot,
    ctx: Context,
    say: Say,
    links: Links,
    album: Album,
    visitor: Visitor,
    state: FSMContext,
) -> None:
    payload = (await state.get_data()).get(PAYLOAD, "")
    came = joining(payload, query.from_user.full_name, ads=callback_data.ads)
    joined = await members.join(ctx, visitor.identity_id, came)
    await state.clear()
    gift = joined.welcome
    await screens.show(query, say("joined", points=gift.bonus, worth=gift.worth))
    menu = main_menu(say, as_member(visitor, joined.member_id))
    await bot.send_message(visitor.external_id, say("joined-menu"), reply_markup=menu)
    await card.send(bot, visitor.external_id, ctx, joined.member_id, say, links, album)
    link = read_payload(payload)
    if link is not None and link.kind is LinkKind.QUIZ:
        await quiz.open_link(bot, visitor.external_id, ctx, joined.member_id, say, link)


def joining(payload: str, name: str, *, ads: bool) -> Joining:
    """How somebody joins who came by this link; without one, by themselves."""
    link = read_payload(payload)
    if link is not None and link.kind is LinkKind.POSTER:
        return Joining(ads, Source.POSTER, link.value, name=name)
    if link is not None and link.kind is LinkKind.QUIZ:
        return Joining(ads, Source.POSTER, f"quiz-{link.value}", name=name)
    if link is not None and link.kind is LinkKind.REFERRAL:
        return Joining(ads, Source.REFERRAL, referrer_id=link.number, name=name)
    return Joining(ads, name=name)


async def joined_before(_: CallbackQuery, tap: Tap, say: Say) -> None:
    """A second tap on the same button."""
    tap.toast(say.label("joined-before"))


async def home(
    message: Message,
    command: CommandObject,
    bot: Bot,
    ctx: Context,
    member_id: int,
    say: Say,
    visitor: Visitor,
) -> None:
    """`/start` by a member, whatever link brought them; a quiz's link opens the quiz."""
    await _welcome_back(ctx, visitor)
    link = read_payload(command.args or "")
    if link is not None and link.kind is LinkKind.QUIZ:
        await quiz.open_link(bot, visitor.external_id, ctx, member_id, say, link)
        return
    if _no_card(visitor, link):
        await message.answer(say("start-no-card"), reply_markup=main_menu(say, visitor))
        return
    balance = await balances.balance(ctx, member_id)
    text = say("home", points=balance.points, worth=balance.worth)
    await message.answer(text, reply_markup=main_menu(say, visitor))
    await quiz.invite(bot, visitor.external_id, ctx, member_id, say)


def _no_card(visitor: Visitor, link: Link | None) -> bool:
    """Staff who point the camera at a friend's invitation meant the guest's card beside it."""
    return visitor.role is not None and link is not None and link.kind is LinkKind.REFERRAL


async def _welcome_back(ctx: Context, visitor: Visitor) -> None:
    if not visitor.reachable:
        await identities.reachable(ctx, visitor.external_id, yes=True)


async def coming_and_going(event: ChatMemberUpdated, ctx: Context) -> None:
    """Somebody blocked the bot, or let it back in."""
    here = event.new_chat_member.status != ChatMemberStatus.KICKED
    await identities.reachable(ctx, event.from_user.id, yes=here)
