"""Inviting a friend: a link of one's own, to send or to show."""

from urllib.parse import quote, urlencode

from aiogram import Router
from aiogram.types import InlineKeyboardButton

from handlers import screens
from handlers.desk import Desk
from handlers.member.access import add_section
from messengers.links import LinkKind
from messengers.pictures import Picture, Tint

SHARING = "https://t.me/share/url"


def add_to(router: Router) -> None:
    add_section(router, show, "invite", menu="menu-invite", data="my_invite")


async def show(desk: Desk) -> None:
    if desk.event.from_user is None:
        return
    terms = await desk.terms()
    bonus = terms.welcome_bonus
    link = desk.links.to(LinkKind.REFERRAL, desk.member_id)
    words = desk.say.label("invite-words", shop=terms.shop_name, points=bonus)
    sharing = urlencode({"url": link, "text": words}, quote_via=quote)
    share = InlineKeyboardButton(text=desk.say.label("button-share"), url=f"{SHARING}?{sharing}")
    await desk.album.send(
        desk.bot,
        desk.chat_id,
        Picture(link, Tint.INVITATION),
        desk.say("invite", link=link, points=bonus, worth=terms.worth(bonus)),
        screens.keyboard([share]),
    )
