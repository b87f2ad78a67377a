"""The card: a picture any camera reads, and under it what its member has."""

from aiogram import Bot, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from handlers import screens
from handlers.callback_middleware import Tap
from handlers.member import level, stamps
from handlers.member.access import Tapped, add_section
from handlers.member.balance_details import details
from handlers.member.captions import write_under
from handlers.member.formats import clock_time
from messengers.links import LinkKind, Links
from messengers.picture_cache import Album
from messengers.pictures import Picture, Tint
from messengers.telegram import OPEN_CARD
from messengers.words import Say
from services.context import Context
from services.members import cards
from services.members.cards import Card
from services.messaging import responses
from services.points.balances import Balance

OPEN = "my_card"
NEW_CODE = "my_code"


class OpenCard(CallbackData, prefix=OPEN_CARD):
    """Under every broadcast. `id` is the delivery's."""

    id: int


def add_to(router: Router) -> None:
    router.callback_query.register(new_code, Tapped(NEW_CODE))
    router.callback_query.register(show_after_post, OpenCard.filter())
    add_section(router, show, "card", menu="menu-card", data=OPEN)


async def show(
    event: Message | CallbackQuery,
    bot: Bot,
    ctx: Context,
    member_id: int,
    say: Say,
    links: Links,
    album: Album,
) -> None:
    if event.from_user is not None:
        await send(bot, event.from_user.id, ctx, member_id, say, links, album)


async def show_after_post(
    query: CallbackQuery,
    callback_data: OpenCard,
    bot: Bot,
    ctx: Context,
    member_id: int,
    say: Say,
    links: Links,
    album: Album,
) -> None:
    """The card, whose member is known to have answered."""
    await responses.tapped(ctx, member_id, callback_data.id)
    await show(query, bot, ctx, member_id, say, links, album)


async def send(
    bot: Bot, chat_id: int, ctx: Context, member_id: int, say: Say, links: Links, album: Album
) -> None:
    own = await cards.show(ctx, member_id)
    picture = Picture(links.to(LinkKind.CARD, own.token), Tint.CARD)
    await album.send(bot, chat_id, picture, _caption(say, own), await _buttons(ctx, say, own))


async def new_code(
    query: CallbackQuery,
    bot: Bot,
    ctx: Context,
    member_id: int,
    say: Say,
    links: Links,
    album: Album,
    tap: Tap,
) -> None:
    """Bring the caption up to date; a code with most of its life ahead stays."""
    if not isinstance(query.message, Message) or not query.message.photo:
        await send(bot, query.from_user.id, ctx, member_id, say, links, album)
        return
    own = await cards.show(ctx, member_id)
    if not await write_under(query, _caption(say, own), await _buttons(ctx, say, own)):
        tap.toast(say.label("card-code-alive", until=clock_time(say, own.code_expires_at)))


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


async def _buttons(ctx: Context, say: Say, own: Card) -> InlineKeyboardMarkup:
    return screens.keyboard(
        [
            screens.button(say.label("menu-balance"), level.BALANCE),
            screens.button(say.label("button-new-code"), NEW_CODE),
        ],
        [screens.button(say.label("button-level", level=own.level), level.OPEN)],
        await stamps.link(ctx, say),
    )
