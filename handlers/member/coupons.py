"""A member's coupons: an offer of one's own as a picture to show at the till."""

from aiogram import Bot, F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import InlineKeyboardMarkup

from handlers import coupon_words, screens
from handlers.desk import Desk
from handlers.routing import Tap
from messengers.links import LinkKind, Links, read_payload
from messengers.picture_cache import Album
from messengers.pictures import Picture, Tint
from messengers.words import Say
from services.messaging.deliveries import NoticeAct
from services.offers import coupons
from services.offers.coupons import Coupon, State

OFFERS = "my_offers"


class Show(Tap, prefix=NoticeAct.COUPON):
    """Also under the message that brings the offer."""

    id: int


def add_to(router: Router) -> None:
    router.callback_query.register(show, Show.filter())
    router.message.register(
        scanned, CommandStart(deep_link=True, magic=F.args.startswith(f"{LinkKind.COUPON}-"))
    )


async def show(desk: Desk, tap: Show) -> None:
    coupon = await coupons.show(desk.ctx, desk.member_id, tap.id)
    if coupon.over:
        await desk.show(_over(desk.say, coupon), _to_offers(desk.say))
    else:
        await _send(desk.bot, desk.chat_id, desk.say, desk.links, desk.album, coupon)


async def scanned(desk: Desk, command: CommandObject) -> None:
    """One's own coupon opens; somebody else's is a link like any other."""
    link = read_payload(command.args or "")
    coupon = None if link is None else await coupons.own(desk.ctx, desk.member_id, link.value)
    if coupon is None:
        raise SkipHandler
    if coupon.over:
        await desk.tell(_over(desk.say, coupon), _to_offers(desk.say))
    else:
        await _send(desk.bot, desk.chat_id, desk.say, desk.links, desk.album, coupon)


async def _send(
    bot: Bot, chat_id: int, say: Say, links: Links, album: Album, coupon: Coupon
) -> None:
    picture = Picture(links.to(LinkKind.COUPON, coupon.token), Tint.COUPON)
    parts = [coupon_words.about(say, coupon)]
    if coupon.state is State.EARLY and coupon.since is not None:
        parts.append(say("coupon-early", since=coupon.since))
    parts += ["", say("coupon-how", code=coupon.code)]
    await album.send(bot, chat_id, picture, "\n".join(parts), _to_offers(say))


def _to_offers(say: Say) -> InlineKeyboardMarkup:
    return screens.keyboard([screens.button(say.label("button-my-offers"), OFFERS)])


def _over(say: Say, coupon: Coupon) -> str:
    return say("coupon-over", title=coupon.title, state=coupon.state.value, until=coupon.until)
