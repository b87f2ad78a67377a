"""The owner's room: the programme's terms, the team, and what the shop says to its members."""

from aiogram import F, Router
from aiogram.filters import Command, StateFilter

from handlers.desk import Desk, hand_desk
from handlers.menu import Pressed, main_menu
from handlers.owner import (
    audience,
    broadcasts,
    earning,
    guests,
    home,
    importing,
    offers,
    poster,
    programme,
    rewards,
    segments,
    staff,
    surveys,
    trust,
)
from handlers.owner.broadcasts.live_progress import TapsLeave
from handlers.owner.shared.navigation import STEP, Answer, FlowEnds, is_owner
from handlers.routing import Prefixed, flows, folder
from messengers.telegram import SAMPLE
from services.staff.errors import NotOwner

FOLDERS = (
    home,
    audience,
    segments,
    broadcasts,
    offers,
    rewards,
    programme,
    earning,
    guests,
    surveys,
    trust,
    staff,
    poster,
    importing,
)
"""Folders that owners tap most stand first. Their files register handlers by `add_to(router)`."""


def build_router() -> Router:
    """A router that knows everything an owner can do.

    It stops a member's update early: a tap by its data, a message by who sends it.
    """
    room = Router(name="owner")
    room.include_routers(_inside(), _outside())
    room.callback_query.filter(Prefixed(room, SAMPLE))
    return room


def _inside() -> Router:
    router = Router(name="owner at work")
    for observer in (router.message, router.callback_query):
        observer.filter(is_owner)
        observer.middleware(FlowEnds())
    router.callback_query.middleware(TapsLeave())
    hand_desk(router)
    router.include_routers(*map(folder, FOLDERS))
    waiting = StateFilter(*flows(router))
    last = Router(name="owner, whatever is left")
    last.callback_query.register(explain_sample, F.data == SAMPLE, flags=STEP)
    last.message.register(cancel, Command("cancel"), waiting, flags=STEP)
    last.message.register(text_please, Answer(), waiting, flags=STEP)
    last.callback_query.register(stale, flags=STEP)
    router.include_router(last)
    return router


def _outside() -> Router:
    """What anybody else finds at this door."""
    router = Router(name="owner, from outside")
    hand_desk(router)
    router.message.register(refuse, Command("owner"))
    router.message.register(refuse, Pressed("menu-owner"))
    router.callback_query.register(refuse)
    return router


async def cancel(desk: Desk, raw_state: str) -> None:
    # A question belongs to what it is asked for.
    form = raw_state.partition(":")[0].removesuffix("Form").lower()
    flow = (await desk.state.get_data()).get("purpose", form)
    await desk.state.clear()
    await desk.tell(desk.say("owner-cancelled", flow=flow), main_menu(desk.say, desk.visitor))


async def text_please(desk: Desk) -> None:
    """A tap was awaited, or a text and not a sticker: the step stays."""
    key = "owner-need-tap" if desk.message.text is not None else "owner-need-text"
    await desk.tell(desk.say(key))


async def explain_sample(desk: Desk) -> None:
    desk.toast("owner-sample")


async def stale(desk: Desk) -> None:
    desk.alert("owner-stale")


async def refuse(_desk: Desk) -> None:
    raise NotOwner
