"""The catalogue: what points can be exchanged for, and exchanging them."""

from aiogram import Bot, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from handlers import screens
from handlers.callback_middleware import Tap
from handlers.member import stamps, vouchers
from handlers.member.access import add_section
from messengers.links import Links
from messengers.picture_cache import Album
from messengers.words import Say
from services.context import Context
from services.points import balances
from services.rewards import rewards
from services.rewards import vouchers as held
from services.rewards.rewards import CatalogueReward

OPEN = vouchers.REWARDS
PAGE = 8
TITLE_LENGTH = 24


class Page(CallbackData, prefix="my_shelf"):
    number: int


class Look(CallbackData, prefix="my_reward"):
    reward_id: int


class Take(CallbackData, prefix="my_take"):
    """Ask whether to take a reward."""

    reward_id: int


class Confirm(CallbackData, prefix="my_taken"):
    """Take it. `intent` is made when the question is drawn: two taps on it are one."""

    reward_id: int
    intent: str


def add_to(router: Router) -> None:
    add_section(router, show, "rewards", menu="menu-rewards", data=OPEN)
    router.callback_query.register(turn, Page.filter())
    router.callback_query.register(look, Look.filter())
    router.callback_query.register(ask, Take.filter())
    router.callback_query.register(take, Confirm.filter())


async def show(event: Message | CallbackQuery, ctx: Context, member_id: int, say: Say) -> None:
    await _show_page(event, ctx, member_id, say, 0)


async def turn(
    query: CallbackQuery, callback_data: Page, ctx: Context, member_id: int, say: Say
) -> None:
    await _show_page(query, ctx, member_id, say, callback_data.number)


async def _show_page(
    event: Message | CallbackQuery, ctx: Context, member_id: int, say: Say, number: int
) -> None:
    shelf = await rewards.catalogue(ctx, member_id)
    have = await balances.balance(ctx, member_id)
    start = PAGE * number if 0 <= PAGE * number < len(shelf) else 0
    rows = [
        [screens.button(_label(say, reward), Look(reward_id=reward.id))]
        for reward in shelf[start : start + PAGE]
    ]
    turning = []
    if start:
        turning.append(screens.button(say.label("button-page-back"), Page(number=number - 1)))
    if start + PAGE < len(shelf):
        after = Page(number=start // PAGE + 1)
        turning.append(screens.button(say.label("button-page-on"), after))
    mine = [
        screens.button(say.label("button-my-vouchers"), vouchers.OPEN),
        *await stamps.link(ctx, say),
    ]
    text = say("rewards", points=have.points) if shelf else say("rewards-empty")
    await screens.show(event, text, screens.keyboard(*rows, turning, mine))


def _label(say: Say, reward: CatalogueReward) -> str:
    title = reward.title
    if len(title) > TITLE_LENGTH:
        title = f"{title[: TITLE_LENGTH - 1].rstrip()}…"
    return say.label("reward-line", title=title, points=reward.points, affordable=reward.affordable)


async def look(
    query: CallbackQuery, callback_data: Look, ctx: Context, member_id: int, say: Say
) -> None:
    """One reward, with its picture if it has one."""
    reward = await rewards.look(ctx, member_id, callback_data.reward_id)
    have = await balances.balance(ctx, member_id)
    text, buttons = _reward(say, reward, have.points), _reward_buttons(say, reward)
    if reward.picture is not None and query.bot is not None:
        try:
            await query.bot.send_photo(
                query.from_user.id, reward.picture, caption=text, reply_markup=buttons
            )
        except TelegramBadRequest:
            pass  # a picture that another bot was given: the words are enough
        else:
            return
    await screens.show(query, text, buttons)


def _reward(say: Say, reward: CatalogueReward, have: int) -> str:
    parts = [say("reward", title=reward.title, points=reward.points)]
    if reward.description:
        parts.append(say("reward-about", text=reward.description))
    terms = [say("reward-life", days=reward.voucher_days)]
    if reward.stock is not None:
        terms.append(say("reward-stock", count=reward.stock))
    parts.append("\n".join(terms))
    if reward.left_for_member == 0:
        parts.append(say("reward-taken-up"))
    elif not reward.affordable:
        parts.append(say("reward-missing", points=reward.points - have, have=have))
    return "\n\n".join(parts)


def _reward_buttons(say: Say, reward: CatalogueReward) -> InlineKeyboardMarkup:
    take = []
    if reward.affordable and reward.left_for_member != 0:
        label = say.label("button-take", points=reward.points)
        take.append(screens.button(label, Take(reward_id=reward.id), style="primary"))
    return screens.keyboard(take, [screens.button(say.label("button-back"), OPEN)])


async def ask(
    query: CallbackQuery, callback_data: Take, ctx: Context, member_id: int, say: Say
) -> None:
    reward = await rewards.look(ctx, member_id, callback_data.reward_id)
    have = await balances.balance(ctx, member_id)
    text = say(
        "reward-ask",
        title=reward.title,
        points=reward.points,
        left=have.points - reward.points,
        days=reward.voucher_days,
    )
    yes = Confirm(reward_id=reward.id, intent=ctx.secrets.token())
    buttons = screens.keyboard(
        [screens.button(say.label("button-take-yes"), yes, style="success")],
        [screens.button(say.label("button-back"), Look(reward_id=reward.id))],
    )
    await screens.show(query, text, buttons)


async def take(
    query: CallbackQuery,
    callback_data: Confirm,
    bot: Bot,
    ctx: Context,
    member_id: int,
    say: Say,
    links: Links,
    album: Album,
    tap: Tap,
) -> None:
    key = f"{member_id}:{callback_data.intent}"
    ticket = await held.request(ctx, member_id, callback_data.reward_id, key=key)
    if not ticket.new:
        tap.toast(say.label("voucher-made-before"))
        return
    done = say("reward-taken", title=ticket.title, points=ticket.points, balance=ticket.balance)
    await screens.show(query, done)
    await vouchers.send(bot, query.from_user.id, say, links, album, ticket)
