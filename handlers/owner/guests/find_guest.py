"""Guests: what the shop knows of them and asks them, behind one button of the first screen; and
finding one of them by name or phone.
"""

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from handlers.owner.guests import guest_page
from handlers.owner.segments.question_screen import to_it
from handlers.owner.shared.navigation import STEP, Go, GuestTap, Place, Typed, back, go, short
from handlers.screens import button, keyboard, show
from messengers.words import Say
from services.context import Context
from services.members import member_search
from services.members.member_search import Called
from services.parsing.texts import one_line
from services.staff.identities import Visitor

SECTIONS = (
    ("owner-go-attributes", Place.ATTRIBUTES),
    ("owner-go-quizzes", Place.QUIZZES),
    ("owner-go-feedback", Place.FEEDBACK),
)
SOUGHT_LENGTH = 60
CHOICES = 10
"""Guests to choose from: among more of them nobody looks, a longer name is typed sooner."""


class Seeking(StatesGroup):
    guest = State()  # their name or phone is typed next


class FindTap(CallbackData, prefix="ogf"):
    pass


def add_to(router: Router) -> None:
    router.callback_query.register(guests, Go.filter(F.to == Place.GUESTS))
    router.callback_query.register(ask, FindTap.filter(), flags=STEP)
    router.message.register(seek, Typed(), Seeking.guest, flags=STEP)
    router.callback_query.register(choose, GuestTap.filter(), flags=STEP)


async def guests(query: CallbackQuery, say: Say) -> None:
    rows = [[go(say, key, place)] for key, place in SECTIONS]
    find = [button(say.label("guests-find"), FindTap(), style="primary")]
    await show(query, say("owner-guests"), keyboard(find, *rows, back(say)))


async def ask(query: CallbackQuery, say: Say, state: FSMContext) -> None:
    await state.set_state(Seeking.guest)
    await state.set_data({})
    await show(query, say("guests-ask"), keyboard(back(say, Place.GUESTS)))


async def seek(
    message: Message, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    """One guest's page at once; of several, a choice. Until one is found, the next text seeks."""
    sought = one_line(message.text or "", most=SOUGHT_LENGTH)
    found = await member_search.find(ctx, visitor.identity_id, sought, limit=CHOICES)
    if len(found.first) == 1:
        await state.clear()
        await _open(message, ctx, say, visitor, found.first[0].member_id, in_question=False)
        return
    if found.first:
        text = say("guests-several", count=len(found.first), more=found.more)
    else:
        text = say("guests-none", sought=sought)
    rows = [[_choice(say, one)] for one in found.first]
    await show(message, text, keyboard(*rows, back(say, Place.GUESTS)))


def _choice(say: Say, one: Called) -> InlineKeyboardButton:
    """Namesakes are told apart by the day on which they joined."""
    joined = say.day(one.joined_at.astimezone(say.timezone).date())
    name = short(one.name or say.label("owner-nobody"))
    return button(
        say.label("guests-choice", name=name, joined=joined), GuestTap(member_id=one.member_id)
    )


async def choose(
    query: CallbackQuery,
    callback_data: GuestTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
) -> None:
    """The guest of a choice, or a sample of a question: that stays to be gone back to."""
    in_question = "tree" in await state.get_data()
    await _open(query, ctx, say, visitor, callback_data.member_id, in_question=in_question)
    if not in_question:
        await state.clear()


async def _open(
    event: CallbackQuery | Message,
    ctx: Context,
    say: Say,
    visitor: Visitor,
    member_id: int,
    *,
    in_question: bool,
) -> None:
    another = button(say.label("guests-another"), FindTap())
    text, rows = await guest_page.draw(ctx, say, visitor, member_id)
    way_back = to_it(say) if in_question else back(say, Place.GUESTS)
    await show(event, text, keyboard(*rows, [another], way_back))
