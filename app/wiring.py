"""The dispatcher: every room behind one door, in the order in which an update tries them."""

from dataclasses import dataclass, field

from aiogram import Dispatcher

from handlers import cashier, member, owner
from handlers.callback_middleware import ForgedTaps, TapMiddleware
from handlers.error_middleware import MishapMiddleware
from handlers.fsm_storage import ConversationMemory
from handlers.owner.broadcasts.live_progress import Watching
from handlers.owner.shared.background_jobs import Workshop
from handlers.visitor_middleware import VisitorMiddleware
from messengers.links import Links
from messengers.words import Words
from services.context import Context


@dataclass(frozen=True, slots=True)
class House:
    """Values that handlers and filters get by name, beside the desk."""

    ctx: Context
    words: Words
    links: Links
    watching: Watching = field(default_factory=Watching)
    workshop: Workshop = field(default_factory=Workshop)


def build_dispatcher(house: House) -> Dispatcher:
    memory = ConversationMemory(house.ctx)
    dispatcher = Dispatcher(
        storage=memory,
        disable_fsm=True,  # VisitorMiddleware does its work in the same read
        ctx=house.ctx,
        words=house.words,
        links=house.links,
        watching=house.watching,
        workshop=house.workshop,
    )
    dispatcher.update.outer_middleware(
        VisitorMiddleware(house.ctx, house.words, house.links, memory)
    )
    dispatcher.callback_query.outer_middleware(TapMiddleware())
    dispatcher.callback_query.outer_middleware(MishapMiddleware())
    dispatcher.callback_query.middleware(ForgedTaps())
    dispatcher.message.outer_middleware(MishapMiddleware())
    dispatcher.include_routers(cashier.build_router(), owner.build_router(), member.build_router())
    return dispatcher
