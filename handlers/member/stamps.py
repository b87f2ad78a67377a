"""Stamp cards: how far each is, as a picture, and the gifts that wait."""

from aiogram import Router
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from handlers import screens
from handlers.desk import Desk
from handlers.formats import local_day
from handlers.member import vouchers
from handlers.member.access import add_section
from handlers.routing import Tap
from messengers.stamp_pictures import StampPicture, Style
from services.errors import Gone
from services.messaging.deliveries import NoticeAct
from services.rewards import vouchers as held
from services.stamps import stamp_wallet
from services.stamps.stamp_wallet import OwnCard

OPEN = "my_stamps"


class Show(Tap, prefix=NoticeAct.STAMPS):
    """Also under the messages that tell of stamps."""

    id: int


def add_to(router: Router) -> None:
    add_section(router, show, "stamps", data=OPEN)
    router.callback_query.register(show_one, Show.filter())


async def link(desk: Desk) -> list[InlineKeyboardButton]:
    """The way to here from other sections; empty in a shop without stamp cards."""
    if not await stamp_wallet.running(desk.ctx):
        return []
    return [screens.button(desk.say.label("button-stamps"), OPEN)]


async def show(desk: Desk) -> None:
    """The only card at once; of several, a list to choose from."""
    cards = await stamp_wallet.mine(desk.ctx, desk.member_id)
    waiting = await _waiting(desk)
    if len(cards) == 1 and desk.event.from_user is not None:
        await _send(desk, cards[0], waiting)
        return
    rows = [
        [
            screens.button(
                desk.say.label(
                    "stamps-line", title=card.title, stamps=_shown(card), needed=card.needed
                ),
                Show(id=card.id),
            )
        ]
        for card in cards
    ]
    text = desk.say("stamps" if cards else "stamps-none")
    await desk.show(text, screens.keyboard(*rows, *waiting))


async def show_one(desk: Desk, tap: Show) -> None:
    cards = await stamp_wallet.mine(desk.ctx, desk.member_id)
    card = next((card for card in cards if card.id == tap.id), None)
    if card is None:
        raise Gone
    waiting = await _waiting(desk)
    every = [screens.button(desk.say.label("button-all-stamps"), OPEN)] if len(cards) > 1 else []
    await _send(desk, card, [*waiting, every])


async def _waiting(desk: Desk) -> list[screens.Row]:
    """A button for each voucher that can be shown at the till."""
    return [
        [
            screens.button(
                desk.say.label("button-gift", title=ticket.title), vouchers.Show(id=ticket.id)
            )
        ]
        for ticket in await held.mine(desk.ctx, desk.member_id)
    ]


async def _send(desk: Desk, card: OwnCard, rows: list[screens.Row]) -> None:
    picture = StampPicture(_shown(card), card.needed, Style.of(card.id))
    markup: InlineKeyboardMarkup = screens.keyboard(*rows)
    await desk.album.send(desk.bot, desk.chat_id, picture, await _caption(desk, card), markup)


def _shown(card: OwnCard) -> int:
    return min(card.stamps, card.needed)


async def _caption(desk: Desk, card: OwnCard) -> str:
    lines = [
        desk.say("stamp-card", title=card.title, stamps=_shown(card), needed=card.needed),
        desk.say("stamp-card-left", left=card.needed - _shown(card), reward=card.reward),
        desk.say("stamp-card-how", by=card.by, target=card.target or ""),
    ]
    if card.least:
        terms = await desk.terms()
        lines.append(desk.say("stamp-card-least", least=terms.money(card.least)))
    if card.expires_at is not None and not card.paused:
        lines.append(desk.say("stamp-card-until", until=local_day(desk.say, card.expires_at)))
    if card.paused:
        lines.append(desk.say("stamp-card-paused"))
    return "\n".join(lines)
