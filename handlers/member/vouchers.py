"""A member's vouchers: showing one to a cashier, or giving it back."""

from aiogram import Bot, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery

from handlers import screens
from handlers.member.access import Tapped
from handlers.member.captions import write_under
from handlers.member.formats import local_day
from messengers.links import LinkKind, Links
from messengers.picture_cache import Album
from messengers.pictures import Picture, Tint
from messengers.words import Say
from services.context import Context
from services.enums import VoucherStatus
from services.rewards import voucher_returns, vouchers
from services.rewards.vouchers import Ticket

OPEN = "my_vouchers"
REWARDS = "my_rewards"


class Show(CallbackData, prefix="voucher"):
    """Also under the message that brings a gift."""

    id: int


class Return(CallbackData, prefix="my_return"):
    """Ask whether to give a voucher back; `sure`: do it."""

    id: int
    sure: bool


def add_to(router: Router) -> None:
    router.callback_query.register(mine, Tapped(OPEN))
    router.callback_query.register(show, Show.filter())
    router.callback_query.register(give_back, Return.filter())


async def mine(query: CallbackQuery, ctx: Context, member_id: int, say: Say) -> None:
    tickets = await vouchers.mine(ctx, member_id)
    rows = [
        [
            screens.button(
                say.label(
                    "voucher-line", title=ticket.title, until=local_day(say, ticket.expires_at)
                ),
                Show(id=ticket.id),
            )
        ]
        for ticket in tickets
    ]
    back = [screens.button(say.label("button-back"), REWARDS)]
    text = say("vouchers" if tickets else "vouchers-empty")
    await screens.show(query, text, screens.keyboard(*rows, back))


async def show(
    query: CallbackQuery,
    callback_data: Show,
    bot: Bot,
    ctx: Context,
    member_id: int,
    say: Say,
    links: Links,
    album: Album,
) -> None:
    ticket = await vouchers.show(ctx, member_id, callback_data.id)
    if ticket.status is VoucherStatus.ISSUED and ticket.expires_at > ctx.clock.now():
        await send(bot, query.from_user.id, say, links, album, ticket)
    else:
        await screens.show(query, _over(say, ticket))


async def send(
    bot: Bot, chat_id: int, say: Say, links: Links, album: Album, ticket: Ticket
) -> None:
    """The voucher as a picture with its code."""
    picture = Picture(links.to(LinkKind.VOUCHER, ticket.token), Tint.VOUCHER)
    rows = [[screens.button(say.label("button-my-vouchers"), OPEN)]]
    if ticket.points:
        returning = Return(id=ticket.id, sure=False)
        rows.append([screens.button(say.label("button-return-voucher"), returning)])
    await album.send(bot, chat_id, picture, _voucher(say, ticket), screens.keyboard(*rows))


def _voucher(say: Say, ticket: Ticket) -> str:
    until = local_day(say, ticket.expires_at)
    return say("voucher", title=ticket.title, code=ticket.code, until=until)


def _over(say: Say, ticket: Ticket) -> str:
    status = ticket.status
    if status is VoucherStatus.ISSUED:
        status = VoucherStatus.EXPIRED  # its time is over, the clock has only not ticked yet
    return say("voucher-over", title=ticket.title, status=status, points=ticket.points)


async def give_back(
    query: CallbackQuery, callback_data: Return, ctx: Context, member_id: int, say: Say
) -> None:
    """Giving back is asked once more, under the very picture."""
    if callback_data.sure:
        ticket = await voucher_returns.cancel(ctx, member_id, callback_data.id)
        text = say(
            "voucher-returned",
            title=ticket.title,
            points=ticket.points,
            balance=ticket.balance,
        )
        await write_under(query, text)
        return
    ticket = await vouchers.show(ctx, member_id, callback_data.id)
    if ticket.status is not VoucherStatus.ISSUED:
        await write_under(query, _over(say, ticket))
        return
    text = "\n\n".join([_voucher(say, ticket), say("voucher-return-ask", points=ticket.points)])
    yes = Return(id=ticket.id, sure=True)
    buttons = screens.keyboard(
        [screens.button(say.label("button-return-yes"), yes, style="danger")],
        [screens.button(say.label("button-keep"), OPEN)],
    )
    await write_under(query, text, buttons)
