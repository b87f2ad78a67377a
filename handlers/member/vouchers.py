"""A member's vouchers: showing one to a cashier, or giving it back."""

from aiogram import Bot, Router

from handlers import screens
from handlers.desk import Desk
from handlers.formats import local_day
from handlers.member.access import Tapped
from handlers.member.captions import write_under
from handlers.routing import Tap
from messengers.links import LinkKind, Links
from messengers.picture_cache import Album
from messengers.pictures import Picture, Tint
from messengers.words import Say
from services.enums import VoucherStatus
from services.messaging.deliveries import NoticeAct
from services.rewards import voucher_returns, vouchers
from services.rewards.vouchers import Ticket

OPEN = "my_vouchers"
REWARDS = "my_rewards"


class Show(Tap, prefix=NoticeAct.VOUCHER):
    """Also under the message that brings a gift."""

    id: int


class Return(Tap, prefix="my_return"):
    """Ask whether to give a voucher back; `sure`: do it."""

    id: int
    sure: bool


def add_to(router: Router) -> None:
    router.callback_query.register(mine, Tapped(OPEN))
    router.callback_query.register(show, Show.filter())
    router.callback_query.register(give_back, Return.filter())


async def mine(desk: Desk) -> None:
    tickets = await vouchers.mine(desk.ctx, desk.member_id)
    rows = [
        [
            screens.button(
                desk.say.label(
                    "voucher-line", title=ticket.title, until=local_day(desk.say, ticket.expires_at)
                ),
                Show(id=ticket.id),
            )
        ]
        for ticket in tickets
    ]
    back = [screens.button(desk.say.label("button-back"), REWARDS)]
    text = desk.say("vouchers" if tickets else "vouchers-empty")
    await desk.show(text, screens.keyboard(*rows, back))


async def show(desk: Desk, tap: Show) -> None:
    ticket = await vouchers.show(desk.ctx, desk.member_id, tap.id)
    if ticket.status is VoucherStatus.ISSUED and ticket.expires_at > desk.ctx.clock.now():
        await send(desk.bot, desk.chat_id, desk.say, desk.links, desk.album, ticket)
    else:
        await desk.show(_over(desk.say, ticket))


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


async def give_back(desk: Desk, tap: Return) -> None:
    """Giving back is asked once more, under the very picture."""
    if tap.sure:
        ticket = await voucher_returns.cancel(desk.ctx, desk.member_id, tap.id)
        text = desk.say(
            "voucher-returned",
            title=ticket.title,
            points=ticket.points,
            balance=ticket.balance,
        )
        await write_under(desk.query, text)
        return
    ticket = await vouchers.show(desk.ctx, desk.member_id, tap.id)
    if ticket.status is not VoucherStatus.ISSUED:
        await write_under(desk.query, _over(desk.say, ticket))
        return
    text = "\n\n".join(
        [_voucher(desk.say, ticket), desk.say("voucher-return-ask", points=ticket.points)]
    )
    yes = Return(id=ticket.id, sure=True)
    buttons = screens.keyboard(
        [screens.button(desk.say.label("button-return-yes"), yes, style="danger")],
        [screens.button(desk.say.label("button-keep"), OPEN)],
    )
    await write_under(desk.query, text, buttons)
