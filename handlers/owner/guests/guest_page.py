"""One guest's page: who they are to the shop, and in which segments."""

from collections.abc import Iterator

from aiogram.types import InlineKeyboardButton

from handlers.desk import Desk
from handlers.owner.audience.question_taps import AskAct, AskTap
from handlers.owner.guests.journal import AboutTap, AccountTap
from handlers.owner.segments import rfm_groups
from handlers.owner.shared.navigation import SENTENCE_LENGTH, short
from handlers.screens import Row, button, in_rows
from messengers import segment_words
from messengers.words import Say
from services.back_office import guest_page
from services.back_office.guest_page import Guest
from services.segments.shop_names import Names

SEGMENTS = 16
"""Buttons of segments, the shop's own in front: more of them is no screen but a list."""


async def draw(desk: Desk, member_id: int) -> tuple[str, list[Row]]:
    """The page's text, and the rows that are the guest's own. Raises Gone."""
    guest = await guest_page.show(desk.ctx, desk.actor_id, member_id)
    own, ready = _own(desk.say, guest), _ready(desk.say, guest)
    count = len(own) + len(ready)
    text = "\n".join(_about(desk.say, guest))
    text += "\n\n" + desk.say("guests-segments", count=count, rest=max(0, count - SEGMENTS))
    rows: list[Row] = [
        *in_rows(own[:SEGMENTS], 1),
        *in_rows(ready[: max(0, SEGMENTS - len(own))], 2),
        [
            button(desk.say.label("guests-account"), AccountTap(member_id=member_id)),
            button(desk.say.label("guests-journal"), AboutTap(member_id=member_id)),
        ],
    ]
    return text, rows


def _about(say: Say, guest: Guest) -> Iterator[str]:
    yield say("guest-title", name=guest.name or say.label("owner-nobody"), level=guest.level)
    if guest.balance.points >= 0:
        yield say("guest-balance", points=guest.balance.points, worth=guest.balance.worth)
    else:
        yield say("card-debt", points=-guest.balance.points)
    if guest.balance.frozen:
        yield say("guests-frozen")
    yield say("guests-since", joined=guest.joined_at.astimezone(say.timezone).date())
    if guest.days_ago is None:
        yield say("guests-bought-nothing")
    else:
        yield say("guest-visits", days=guest.days_ago, count=guest.purchases)
    if guest.average is not None:
        yield say("guests-spent", spent=guest.spent, average=guest.average)
    if guest.favourites:
        yield say("guest-favourites", goods=", ".join(short(one) for one in guest.favourites))
    if guest.group is not None:
        yield say("guests-group", group=rfm_groups.name(say, guest.group))
    if guest.stage is not None:
        stage = segment_words.value_name(say, Names(), "stage", guest.stage.value)
        yield say("guests-stage", stage=stage)
    if guest.expected is not None:
        yield say("guests-expected", expected=guest.expected)
    yield say("guests-reach", reachable=guest.reachable, agreed=guest.agreed)


def _own(say: Say, guest: Guest) -> list[InlineKeyboardButton]:
    """The segments that the shop saved."""
    return [
        button(
            short(say.label("question-line", name=one.name, frozen=one.frozen), SENTENCE_LENGTH),
            AskTap(act=AskAct.OPEN, value=str(one.id)),
        )
        for one in guest.saved
    ]


def _ready(say: Say, guest: Guest) -> list[InlineKeyboardButton]:
    return [
        button(say.label(f"segment-ready-{name}"), AskTap(act=AskAct.TAKE, value=name))
        for name in guest.ready
    ]
