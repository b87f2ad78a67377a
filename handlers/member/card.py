"""The card: a picture any camera reads, and under it what its member has."""

from aiogram import Router
from aiogram.types import InlineKeyboardMarkup, Message

from handlers import screens
from handlers.desk import Desk
from handlers.formats import clock_time
from handlers.member import level, stamps
from handlers.member.access import Tapped, add_section
from handlers.member.balance_details import details
from handlers.member.captions import write_under
from handlers.routing import Tap
from messengers.links import LinkKind
from messengers.pictures import Picture, Tint
from messengers.telegram import OPEN_CARD
from messengers.words import Say
from services.members import cards
from services.members.cards import Card
from services.messaging import responses
from services.points.balances import Balance

OPEN = "my_card"
NEW_CODE = "my_code"


class OpenCard(Tap, prefix=OPEN_CARD):
    """Under every broadcast. `id` is the delivery's."""

    id: int


def add_to(router: Router) -> None:
    router.callback_query.register(new_code, Tapped(NEW_CODE))
    router.callback_query.register(show_after_post, OpenCard.filter())
    add_section(router, show, "card", menu="menu-card", data=OPEN)


async def show(desk: Desk) -> None:
    if desk.event.from_user is not None:
        await send(desk)


async def show_after_post(desk: Desk, tap: OpenCard) -> None:
    """The card, whose member is known to have answered."""
    await responses.tapped(desk.ctx, desk.member_id, tap.id)
    await show(desk)


async def send(desk: Desk) -> None:
    own = await cards.show(desk.ctx, desk.member_id)
    picture = Picture(desk.links.to(LinkKind.CARD, own.token), Tint.CARD)
    await desk.album.send(
        desk.bot, desk.chat_id, picture, _caption(desk.say, own), await _buttons(desk, own)
    )


async def new_code(desk: Desk) -> None:
    """Bring the caption up to date; a code with most of its life ahead stays."""
    if not isinstance(desk.query.message, Message) or not desk.query.message.photo:
        await send(desk)
        return
    own = await cards.show(desk.ctx, desk.member_id)
    if not await write_under(desk.query, _caption(desk.say, own), await _buttons(desk, own)):
        desk.toast("card-code-alive", until=clock_time(desk.say, own.code_expires_at))


def _caption(say: Say, own: Card) -> str:
    balance = own.balance
    lines = [
        say("card", shop=own.shop_name, name=own.name, level=own.level),
        "",
        _holds(say, balance),
        *details(say, balance),
    ]
    progress = own.progress
    if progress.next_level is not None:
        lines.append(
            say(
                "card-next",
                by=progress.by.value,
                missing=progress.missing,
                next=progress.next_level,
            )
        )
    code = f"{own.code[:3]} {own.code[3:]}"
    lines.append(say("card-code", code=code, until=clock_time(say, own.code_expires_at)))
    return "\n".join(lines)


def _holds(say: Say, balance: Balance) -> str:
    if balance.points < 0:
        return say("card-debt", points=-balance.points)
    return say("card-balance", points=balance.points, worth=balance.worth)


async def _buttons(desk: Desk, own: Card) -> InlineKeyboardMarkup:
    return screens.keyboard(
        [
            screens.button(desk.say.label("menu-balance"), level.BALANCE),
            screens.button(desk.say.label("button-new-code"), NEW_CODE),
        ],
        [screens.button(desk.say.label("button-level", level=own.level), level.OPEN)],
        await stamps.link(desk),
    )
