"""Joining: one screen that says what this is and what is kept, one tap, and there is a card."""

from dataclasses import replace

from aiogram import Router
from aiogram.enums import ChatMemberStatus
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import ChatMemberUpdated, InlineKeyboardMarkup

from handlers import screens
from handlers.desk import Desk
from handlers.member import card, quiz
from handlers.member.access import as_member
from handlers.menu import main_menu
from handlers.routing import Tap
from messengers.links import Link, LinkKind, read_payload
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


class Consent(Tap, prefix="my_consent"):
    """Draw the consent screen again, in this language, with offers wanted or not."""

    language: str
    ads: bool


class Join(Tap, prefix="my_join"):
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


async def meet(desk: Desk, command: CommandObject) -> None:
    """`/start` by somebody who has no card; the poster or friend who sent them is remembered.

    Staff come to work: they get their keyboard, and the card is one of its buttons.
    """
    await _welcome_back(desk)
    payload = command.args or ""
    link = read_payload(payload)
    if link is not None and link.kind in BRING:
        await desk.state.update_data({PAYLOAD: payload})
        if _no_card(desk.visitor, link):
            await desk.tell(desk.say("start-no-card"), main_menu(desk.say, desk.visitor))
            return
    elif desk.visitor.role is not None:
        await greet_staff(desk)
        return
    await invite(desk)


async def greet_staff(desk: Desk) -> None:
    """Greet somebody who works here, with the keyboard for it."""
    key = "start-owner" if desk.visitor.role is Role.OWNER else "start-cashier"
    await desk.tell(desk.say(key), main_menu(desk.say, desk.visitor))


async def invite(desk: Desk, *, ads: bool = False) -> None:
    """Show the consent screen."""
    gift = await members.welcome(desk.ctx, desk.actor_id)
    text = desk.say("consent", shop=gift.shop_name, points=gift.bonus, worth=gift.worth)
    await desk.show(text, _consent_buttons(desk.say, desk.words, ads=ads))


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


async def redraw(desk: Desk, tap: Consent) -> None:
    language = desk.words.nearest(tap.language)
    if language != desk.visitor.language:
        await identities.speak(desk.ctx, desk.actor_id, language)
        desk = replace(desk, say=desk.words.say(language, desk.visitor.timezone))
    await invite(desk, ads=tap.ads)


async def join(desk: Desk, tap: Join) -> None:
    payload = (await desk.state.get_data()).get(PAYLOAD, "")
    came = joining(payload, desk.query.from_user.full_name, ads=tap.ads)
    joined = await members.join(desk.ctx, desk.actor_id, came)
    await desk.state.clear()
    gift = joined.welcome
    await desk.show(desk.say("joined", points=gift.bonus, worth=gift.worth))
    desk = replace(desk, visitor=as_member(desk.visitor, joined.member_id))
    await desk.tell(desk.say("joined-menu"), main_menu(desk.say, desk.visitor))
    await card.send(desk)
    link = read_payload(payload)
    if link is not None and link.kind is LinkKind.QUIZ:
        await quiz.open_link(desk, link)


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


async def joined_before(desk: Desk) -> None:
    """A second tap on the same button."""
    desk.toast("joined-before")


async def home(desk: Desk, command: CommandObject) -> None:
    """`/start` by a member, whatever link brought them; a quiz's link opens the quiz."""
    await _welcome_back(desk)
    link = read_payload(command.args or "")
    if link is not None and link.kind is LinkKind.QUIZ:
        await quiz.open_link(desk, link)
        return
    if _no_card(desk.visitor, link):
        await desk.tell(desk.say("start-no-card"), main_menu(desk.say, desk.visitor))
        return
    balance = await balances.balance(desk.ctx, desk.member_id)
    text = desk.say("home", points=balance.points, worth=balance.worth)
    await desk.tell(text, main_menu(desk.say, desk.visitor))
    await quiz.invite(desk)


def _no_card(visitor: Visitor, link: Link | None) -> bool:
    """Staff who point the camera at a friend's invitation meant the guest's card beside it."""
    return visitor.role is not None and link is not None and link.kind is LinkKind.REFERRAL


async def _welcome_back(desk: Desk) -> None:
    if not desk.visitor.reachable:
        await identities.reachable(desk.ctx, desk.chat_id, yes=True)


async def coming_and_going(event: ChatMemberUpdated, ctx: Context) -> None:
    """Somebody blocked the bot, or let it back in."""
    here = event.new_chat_member.status != ChatMemberStatus.KICKED
    await identities.reachable(ctx, event.from_user.id, yes=here)
