"""Inviting a friend: a link of one's own, to send or to show."""

from urllib.parse import quote, urlencode

from aiogram import Bot, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from handlers import screens
from handlers.member.access import add_section
from messengers.links import LinkKind, Links
from messengers.picture_cache import Album
from messengers.pictures import Picture, Tint
from messengers.words import Say
from services import programme
from services.context import Context

SHARING = "https://t.me/share/url"


def add_to(router: Router) -> None:
    add_section(router, show, "invite", menu="menu-invite", data="my_invite")


async def show(
    event: Message | CallbackQuery,
    bot: Bot,
    ctx: Context,
    member_id: int,
    say: Say,
    links: Links,
    album: Album,
) -> None:
    if event.from_user is None:
        return
    terms = await programme.current(ctx)
    bonus = terms.welcome_bonus
    link = links.to(LinkKind.REFERRAL, member_id)
    words = say.label("invite-words", shop=terms.shop_name, points=bonus)
    sharing = urlencode({"url": link, "text": words}, quote_via=quote)
    share = InlineKeyboardButton(text=say.label("button-share"), url=f"{SHARING}?{sharing}")
    await album.send(
        bot,
        event.from_user.id,
        Picture(link, Tint.INVITATION),
        say("invite", link=link, points=bonus, worth=terms.worth(bonus)),
        screens.keyboard([share]),
    )
