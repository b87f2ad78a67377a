"""Stamp cards: how far each is, as a picture, and the gifts that wait."""

from aiogram import Bot, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from handlers import screens
from handlers.member import vouchers
from handlers.member.access import add_section
from handlers.member.formats import local_day
from messengers.picture_cache import Album
from messengers.stamp_pictures import StampPicture, Style
from messengers.words import Say
from services import programme
from services.context import Context
from services.errors import Gone
from services.rewards import vouchers as held
from services.stamps import stamp_wallet
from services.stamps.stamp_wallet import OwnCard

OPEN = "my_stamps"


class Show(CallbackData, prefix="stamps"):
    """Also under the messages that tell of stamps."""

    id: int


def add_to(router: Router) -> None:
    add_section(router, show, "stamps", data=OPEN)
    router.callback_query.register(show_one, Show.filter())


async def link(ctx: Context, say: Say) -> list[InlineKeyboardButton]:
    """The way to here from other sections; empty in a shop without stamp cards."""
    if not await stamp_wallet.running(ctx):
        return []
    return [screens.button(say.label("button-stamps"), OPEN)]


async def show(
    event: Message | CallbackQuery, bot: Bot, ctx: Context, member_id: int, say: Say, album: Album
) -> None:
    """The only card at once; of several, a list to choose from."""
    cards = await stamp_wallet.mine(ctx, member_id)
    waiting = await _waiting(ctx, member_id, say)
    if len(cards) == 1 and event.from_user is not None:
        await _send(bot, event.from_user.id, ctx, say, album, cards[0], waiting)
        return
    rows = [
        [
            screens.button(
                say.label("stamps-line", title=card.title, stamps=_shown(card), needed=card.needed),
                Show(id=card.id),
            )
        ]
        for card in cards
    ]
    text = say("stamps" if cards else "stamps-none")
    await screens.show(event, text, screens.keyboard(*rows, *waiting))


async def show_one(
    query: CallbackQuery,
    callback_data: Show,
    bot: Bot,
    ctx: Context,
    member_id: int,
    say: Say,
    album: Album,
) -> None:
    cards = await stamp_wallet.mine(ctx, member_id)
    card = next((card for card in cards if card.id == callback_data.id), None)
    if card is None:
        raise Gone
    waiting = await _waiting(ctx, member_id, say)
    every = [screens.button(say.label("button-all-stamps"), OPEN)] if len(cards) > 1 else []
    await _send(bot, query.from_user.id, ctx, say, album, card, [*waiting, every])


async def _waiting(ctx: Context, member_id: int, say: Say) -> list[screens.Row]:
    """A button for each voucher that can be shown at the till."""
    return [
        [screens.button(say.label("button-gift", title=ticket.title), vouchers.Show(id=ticket.id))]
        for ticket in await held.mine(ctx, member_id)
    ]


async def _send(
    bot: Bot,
    chat_id: int,
    ctx: Context,
    say: Say,
    album: Album,
    card: OwnCard,
    rows: list[screens.Row],
) -> None:
    picture = StampPicture(_shown(card), card.needed, Style.of(card.id))
    markup: InlineKeyboardMarkup = screens.keyboard(*rows)
    await album.send(bot, chat_id, picture, await _caption(ctx, say, card), markup)


def _shown(card: OwnCard) -> int:
    return min(card.stamps, card.needed)


async def _caption(ctx: Context, say: Say, card: OwnCard) -> str:
    lines = [
        say("stamp-card", title=card.title, stamps=_shown(card), needed=card.needed),
        say("stamp-card-left", left=card.needed - _shown(card), reward=card.reward),
        say("stamp-card-how", by=card.by, target=card.target or ""),
    ]
    if card.least:
        terms = await programme.current(ctx)
        lines.append(say("stamp-card-least", least=terms.money(card.least)))
    if card.expires_at is not None and not card.paused:
        lines.append(say("stamp-card-until", until=local_day(say, card.expires_at)))
    if card.paused:
        lines.append(say("stamp-card-paused"))
    return "\n".join(lines)
