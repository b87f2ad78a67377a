"""The catalogue: what points can be exchanged for, and exchanging them."""

from aiogram import Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import InlineKeyboardMarkup

from handlers import screens
from handlers.desk import Desk
from handlers.member import stamps, vouchers
from handlers.member.access import add_section
from handlers.routing import Tap
from messengers.words import Say
from services.points import balances
from services.rewards import rewards
from services.rewards import vouchers as held
from services.rewards.rewards import CatalogueReward

OPEN = vouchers.REWARDS
PAGE = 8
TITLE_LENGTH = 24


class Page(Tap, prefix="my_shelf"):
    number: int


class Look(Tap, prefix="my_reward"):
    reward_id: int


class Take(Tap, prefix="my_take"):
    """Ask whether to take a reward."""

    reward_id: int


class Confirm(Tap, prefix="my_taken"):
    """Take it. `intent` is made when the question is drawn: two taps on it are one."""

    reward_id: int
    intent: str


def add_to(router: Router) -> None:
    add_section(router, show, "rewards", menu="menu-rewards", data=OPEN)
    router.callback_query.register(turn, Page.filter())
    router.callback_query.register(look, Look.filter())
    router.callback_query.register(ask, Take.filter())
    router.callback_query.register(take, Confirm.filter())


async def show(desk: Desk) -> None:
    await _show_page(desk, 0)


async def turn(desk: Desk, tap: Page) -> None:
    await _show_page(desk, tap.number)


async def _show_page(desk: Desk, number: int) -> None:
    shelf = await rewards.catalogue(desk.ctx, desk.member_id)
    have = await balances.balance(desk.ctx, desk.member_id)
    start = PAGE * number if 0 <= PAGE * number < len(shelf) else 0
    rows = [
        [screens.button(_label(desk.say, reward), Look(reward_id=reward.id))]
        for reward in shelf[start : start + PAGE]
    ]
    turning = []
    if start:
        turning.append(screens.button(desk.say.label("button-page-back"), Page(number=number - 1)))
    if start + PAGE < len(shelf):
        after = Page(number=start // PAGE + 1)
        turning.append(screens.button(desk.say.label("button-page-on"), after))
    mine = [
        screens.button(desk.say.label("button-my-vouchers"), vouchers.OPEN),
        *await stamps.link(desk),
    ]
    text = desk.say("rewards", points=have.points) if shelf else desk.say("rewards-empty")
    await desk.show(text, screens.keyboard(*rows, turning, mine))


def _label(say: Say, reward: CatalogueReward) -> str:
    title = reward.title
    if len(title) > TITLE_LENGTH:
        title = f"{title[: TITLE_LENGTH - 1].rstrip()}…"
    return say.label("reward-line", title=title, points=reward.points, affordable=reward.affordable)


async def look(desk: Desk, tap: Look) -> None:
    """One reward, with its picture if it has one."""
    reward = await rewards.look(desk.ctx, desk.member_id, tap.reward_id)
    have = await balances.balance(desk.ctx, desk.member_id)
    text, buttons = _reward(desk.say, reward, have.points), _reward_buttons(desk.say, reward)
    if reward.picture is not None and desk.bot is not None:
        try:
            await desk.bot.send_photo(
                desk.chat_id, reward.picture, caption=text, reply_markup=buttons
            )
        except TelegramBadRequest:
            pass  # a picture that another bot was given: the words are enough
        else:
            return
    await desk.show(text, buttons)


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


async def ask(desk: Desk, tap: Take) -> None:
    reward = await rewards.look(desk.ctx, desk.member_id, tap.reward_id)
    have = await balances.balance(desk.ctx, desk.member_id)
    text = desk.say(
        "reward-ask",
        title=reward.title,
        points=reward.points,
        left=have.points - reward.points,
        days=reward.voucher_days,
    )
    yes = Confirm(reward_id=reward.id, intent=desk.ctx.secrets.token())
    buttons = screens.keyboard(
        [screens.button(desk.say.label("button-take-yes"), yes, style="success")],
        [screens.button(desk.say.label("button-back"), Look(reward_id=reward.id))],
    )
    await desk.show(text, buttons)


async def take(desk: Desk, tap: Confirm) -> None:
    key = f"{desk.member_id}:{tap.intent}"
    ticket = await held.request(desk.ctx, desk.member_id, tap.reward_id, key=key)
    if not ticket.new:
        desk.toast("voucher-made-before")
        return
    done = desk.say(
        "reward-taken", title=ticket.title, points=ticket.points, balance=ticket.balance
    )
    await desk.show(done)
    await vouchers.send(desk.bot, desk.chat_id, desk.say, desk.links, desk.album, ticket)
