"""Finding one guest by name or phone."""

from aiogram import Router
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import InlineKeyboardButton

from handlers.desk import Desk
from handlers.owner.audience.question_taps import back_to_question
from handlers.owner.guests import guest_page
from handlers.owner.shared.navigation import STEP, GuestTap, Place, Typed, back, short
from handlers.routing import Tap
from handlers.screens import button, keyboard
from messengers.words import Say
from services.members import member_search
from services.members.member_search import Called
from services.parsing.texts import one_line

SOUGHT_LENGTH = 60
CHOICES = 10
"""Guests to choose from: among more of them nobody looks, a longer name is typed sooner."""


class SearchForm(StatesGroup):
    guest = State()  # their name or phone is typed next


class FindTap(Tap, prefix="ogf"):
    pass


def add_to(router: Router) -> None:
    router.callback_query.register(ask, FindTap.filter(), flags=STEP)
    router.message.register(seek, Typed(), SearchForm.guest, flags=STEP)
    router.callback_query.register(choose, GuestTap.filter(), flags=STEP)


async def ask(desk: Desk) -> None:
    await desk.state.set_state(SearchForm.guest)
    await desk.state.set_data({})
    await desk.show(desk.say("guests-ask"), keyboard(back(desk.say, Place.GUESTS)))


async def seek(desk: Desk) -> None:
    """One guest's page at once; of several, a choice. Until one is found, the next text seeks."""
    sought = one_line(desk.message.text or "", most=SOUGHT_LENGTH)
    found = await member_search.find(desk.ctx, desk.actor_id, sought, limit=CHOICES)
    if len(found.first) == 1:
        await desk.state.clear()
        await _open(desk, found.first[0].member_id, in_question=False)
        return
    if found.first:
        text = desk.say("guests-several", count=len(found.first), more=found.more)
    else:
        text = desk.say("guests-none", sought=sought)
    rows = [[_choice(desk.say, one)] for one in found.first]
    await desk.show(text, keyboard(*rows, back(desk.say, Place.GUESTS)))


def _choice(say: Say, one: Called) -> InlineKeyboardButton:
    """Namesakes are told apart by the day on which they joined."""
    joined = say.day(one.joined_at.astimezone(say.timezone).date())
    name = short(one.name or say.label("owner-nobody"))
    return button(
        say.label("guests-choice", name=name, joined=joined), GuestTap(member_id=one.member_id)
    )


async def choose(desk: Desk, tap: GuestTap) -> None:
    """The guest of a choice, or a sample of a question: that stays to be gone back to."""
    in_question = "tree" in await desk.state.get_data()
    await _open(desk, tap.member_id, in_question=in_question)
    if not in_question:
        await desk.state.clear()


async def _open(desk: Desk, member_id: int, *, in_question: bool) -> None:
    another = button(desk.say.label("guests-another"), FindTap())
    text, rows = await guest_page.draw(desk, member_id)
    way_back = back_to_question(desk.say) if in_question else back(desk.say, Place.GUESTS)
    await desk.show(text, keyboard(*rows, [another], way_back))
