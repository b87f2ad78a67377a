"""A QR code to print: whoever points a camera at it comes to the card."""

from aiogram import F, Router

from handlers.desk import Desk
from handlers.owner.shared.navigation import Go, Place, back
from handlers.screens import keyboard
from messengers.links import LinkKind
from messengers.pictures import Picture, Tint

NAME = "main"
"""The poster's name in its link; members who come by it carry it as their source."""


def add_to(router: Router) -> None:
    router.callback_query.register(poster, Go.filter(F.to == Place.POSTER))


async def poster(desk: Desk) -> None:
    terms = await desk.terms()
    link = desk.links.to(LinkKind.POSTER, NAME)
    caption = desk.say("owner-poster", shop=terms.shop_name, link=link)
    picture, markup = Picture(link, Tint.INVITATION), keyboard(back(desk.say, Place.SETUP))
    await desk.album.send(desk.bot, desk.chat_id, picture, caption, markup)
