"""A QR code to print: whoever points a camera at it comes to the card."""

from aiogram import Bot, F, Router
from aiogram.types import CallbackQuery

from handlers.owner.shared.navigation import Go, Place, back
from handlers.screens import keyboard
from messengers.links import LinkKind, Links
from messengers.picture_cache import Album
from messengers.pictures import Picture, Tint
from messengers.words import Say
from services import programme
from services.context import Context

NAME = "main"
"""The poster's name in its link; members who come by it carry it as their source."""


def add_to(router: Router) -> None:
    router.callback_query.register(poster, Go.filter(F.to == Place.POSTER))


async def poster(
    query: CallbackQuery, bot: Bot, ctx: Context, say: Say, links: Links, album: Album
) -> None:
    terms = await programme.current(ctx)
    link = links.to(LinkKind.POSTER, NAME)
    caption = say("owner-poster", shop=terms.shop_name, link=link)
    await album.send(
        bot, query.from_user.id, Picture(link, Tint.INVITATION), caption, keyboard(back(say))
    )
