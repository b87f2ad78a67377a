"""The cashier's room: find a guest, type the amount, give points or ask to spend them."""

from itertools import chain

from aiogram import F, Router
from aiogram.filters import Command, CommandStart, StateFilter
from aiogram.types import Message

from handlers.cashier import (
    after_sale,
    find_guest,
    guest,
    moving,
    refunding,
    selling,
    till,
    vouchers,
    workplace,
)
from handlers.cashier.buttons import (
    Accept,
    Act,
    Sale,
    Serve,
    ToTill,
    Undo,
    Withdraw,
    WorkAt,
)
from handlers.cashier.refund_buttons import Back, BackAct, Bought, Move, Purchases
from handlers.cashier.served import Till
from handlers.desk import hand_desk
from handlers.menu import MEMBER_ROWS, Pressed
from handlers.routing import Prefixed
from messengers.scanning import is_image
from services.staff.identities import Visitor

MENU = (*chain.from_iterable(MEMBER_ROWS), "menu-owner", "menu-join")


def build_router() -> Router:
    """A router that knows everything a cashier can do."""
    router = Router(name="cashier")
    hand_desk(router)
    _register_taps(router)
    router.callback_query.filter(Prefixed(router))
    _register_door(router)
    at_work = Router(name="cashier at work")
    at_work.message.filter(is_staff)
    _register_messages(at_work)
    router.include_router(at_work)
    return router


def _register_taps(router: Router) -> None:
    """Open to everybody: the services ask for the role, so that a former cashier gets a word."""
    tap = router.callback_query
    tap.register(selling.refuse_worn, Sale.filter(), selling.is_worn)
    tap.register(selling.award, Sale.filter(F.act == Act.AWARD))
    tap.register(selling.spend, Sale.filter(F.act == Act.SPEND))
    tap.register(selling.ask, Sale.filter(F.act == Act.ASK))
    tap.register(selling.choose, Sale.filter(F.act == Act.CHOOSE))
    tap.register(selling.other, Sale.filter(F.act == Act.OTHER))
    tap.register(after_sale.undo, Undo.filter())
    tap.register(after_sale.serve, Serve.filter())
    tap.register(after_sale.withdraw, Withdraw.filter())
    tap.register(vouchers.accept, Accept.filter())
    tap.register(till.open_till, ToTill.filter())
    tap.register(workplace.work_at, WorkAt.filter())
    _register_refunds(router)


def _register_refunds(router: Router) -> None:
    tap = router.callback_query
    tap.register(refunding.latest, Purchases.filter())
    tap.register(refunding.menu, Bought.filter())
    tap.register(refunding.refuse_worn, Back.filter(), refunding.is_worn)
    tap.register(refunding.ask_amount, Back.filter(F.act == BackAct.TYPE))
    tap.register(refunding.lines, Back.filter(F.act == BackAct.LINES))
    tap.register(refunding.pieces, Back.filter(F.act == BackAct.PIECES))
    tap.register(refunding.look, Back.filter(F.act == BackAct.LOOK))
    tap.register(refunding.do, Back.filter(F.act == BackAct.DO))
    tap.register(refunding.refuse_worn, Move.filter(), refunding.is_worn)
    tap.register(moving.ask, Move.filter(F.to == 0))
    tap.register(moving.do, Move.filter())


def _register_door(router: Router) -> None:
    """Handlers open to anybody: an invitation, and the till, which says that it is for staff."""
    router.message.register(
        till.join_staff, CommandStart(deep_link=True, magic=F.args.startswith("s-"))
    )
    router.message.register(till.open_till, Command("cashier"))
    router.message.register(till.open_till, Pressed("menu-cashier"))
    router.message.register(
        till.dismissed, StateFilter(Till), is_no_staff, is_said, ~Pressed(*MENU)
    )


def _register_messages(router: Router) -> None:
    read = router.message.register
    free = StateFilter(None)
    serving = StateFilter(Till)
    to_move = StateFilter(Till.move)
    read(moving.by_link, to_move, CommandStart(deep_link=True, magic=F.args.startswith("c-")))
    read(moving.by_picture, to_move, shows_picture)
    read(moving.by_typing, to_move, is_said, ~Pressed(*MENU))
    read(
        find_guest.by_link,
        CommandStart(deep_link=True, magic=F.args.startswith(("c-", "v-", "o-"))),
    )
    read(find_guest.by_picture, StateFilter(None, Till), shows_picture)
    read(find_guest.by_typing, free, is_said)
    read(find_guest.by_typing_another, serving, is_said)
    read(till.leave_purchase, StateFilter(Till.refund, Till.move), Command("cancel"))
    read(till.close_guest, serving, Command("cancel"))
    read(till.step_aside, serving, is_command)
    read(till.step_aside, serving, Pressed(*MENU))
    read(guest.take_amount, StateFilter(Till.amount), is_said)
    read(refunding.take_amount, StateFilter(Till.refund), is_said)
    read(selling.take_points, StateFilter(Till.points), is_said)
    read(guest.not_an_amount, serving, is_no_text)


# Plain functions, not `F`: aiogram runs a magic filter in a thread of its own.


async def is_staff(_message: Message, visitor: Visitor) -> bool:
    return visitor.role is not None


async def is_no_staff(_message: Message, visitor: Visitor) -> bool:
    return visitor.role is None


async def is_said(message: Message) -> bool:
    """A text that is no command."""
    return message.text is not None and not message.text.startswith("/")


async def is_command(message: Message) -> bool:
    return message.text is not None and message.text.startswith("/")


async def is_no_text(message: Message) -> bool:
    return message.text is None


async def shows_picture(message: Message) -> bool:
    document = message.document
    return bool(message.photo) or (document is not None and is_image(document.mime_type))
