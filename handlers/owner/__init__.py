"""The owner's room: the programme's terms, the team, and what the shop says to its members."""

from aiogram import F, Router
from aiogram.filters import Command, StateFilter

from handlers.desk import Desk, hand_desk
from handlers.menu import Pressed, main_menu
from handlers.owner import home, poster, staff
from handlers.owner.broadcasts import new_broadcast, post_languages, send_post, sent_posts
from handlers.owner.broadcasts.live_progress import TapsLeave
from handlers.owner.broadcasts.post_taps import Posting
from handlers.owner.earning import earning_rules, policies, rule_answers, rule_draft
from handlers.owner.earning.policies import Policing
from handlers.owner.earning.rule_draft import Earning
from handlers.owner.guests import find_guest, journal
from handlers.owner.guests.find_guest import Seeking
from handlers.owner.guests.journal import Journaling
from handlers.owner.importing import import_file
from handlers.owner.importing.import_file import Bringing
from handlers.owner.offers import new_offer, offers
from handlers.owner.offers.offer_draft import Offering
from handlers.owner.programme import launch, levels, returns, terms, versions
from handlers.owner.programme.launch import Launching
from handlers.owner.programme.levels import Grading
from handlers.owner.programme.terms import Ruling
from handlers.owner.rewards import funds, goods, payouts, rewards, stamp_draft, stamps
from handlers.owner.rewards.funds import Funding
from handlers.owner.rewards.goods import Shelving
from handlers.owner.rewards.rewards import Rewarding
from handlers.owner.rewards.stamp_draft import Stamping
from handlers.owner.segments import (
    builder_steps,
    condition_builder,
    pasted_lists,
    rfm_groups,
    saved_segments,
    segment_actions,
    segments,
)
from handlers.owner.segments.question_screen import Asking
from handlers.owner.shared.navigation import STEP, Answer, FlowEnds, is_owner
from handlers.owner.surveys import attributes, feedback, quiz_questions, quiz_terms, quizzes
from handlers.owner.surveys.attributes import Attributing
from handlers.owner.surveys.feedback import Satisfying
from handlers.owner.surveys.quiz_questions import Quizmaking
from handlers.owner.trust import flags, limits
from handlers.owner.trust.limits import Limiting
from messengers.telegram import SAMPLE
from services.staff.errors import NotOwner

SECTIONS = (
    home,
    segments,
    pasted_lists,
    saved_segments,
    segment_actions,
    condition_builder,
    builder_steps,
    new_broadcast,
    post_languages,
    send_post,
    sent_posts,
    offers,
    new_offer,
    rewards,
    funds,
    stamps,
    stamp_draft,
    goods,
    rfm_groups,
    payouts,
    terms,
    levels,
    returns,
    earning_rules,
    rule_answers,
    rule_draft,
    policies,
    versions,
    launch,
    staff,
    journal,
    poster,
    limits,
    flags,
    find_guest,
    attributes,
    quizzes,
    quiz_questions,
    quiz_terms,
    feedback,
    import_file,
)
FLOWS = (
    *(Launching, Ruling, Rewarding, Funding, Posting, Offering, Stamping, Shelving),
    *(Journaling, Limiting, Grading, Earning, Policing, Asking),
    *(Attributing, Quizmaking, Satisfying, Bringing, Seeking),
)
OURS = (
    *("og:", "on:", "ol:", "olp:", "ou:", "osi:", "osr:", "or:", "of:", "oj:", "oa:", "ob:"),
    *("oo:", "od:", "campaign:", "unfreeze:", SAMPLE, "ost:", "osd:", "ogs:"),
    *("oja:", "ojf:", "otl:", "otf:", "flag_accept:", "flag_undo:", "flag_block:", "olv:", "ort:"),
    *("flag_receipt:", "oe:", "oed:", "oep:", "oct:", "opo:", "ovr:", "oq:", "oqb:", "oqd:"),
    *("oat:", "oqz:", "ofb:", "fbr:"),
    *("ogr:", "oga:", "ogm", "oim:", "ogf", "ogt:", "ojg:"),
)
"""How the data of the room's taps begins."""


def build_router() -> Router:
    """A router that knows everything an owner can do.

    It stops a member's update early: a tap by its data, a message by who sends it.
    """
    room = Router(name="owner")
    room.callback_query.filter(F.data.startswith(OURS))
    room.include_routers(_inside(), _outside())
    return room


def _inside() -> Router:
    router = Router(name="owner at work")
    for observer in (router.message, router.callback_query):
        observer.filter(is_owner)
        observer.middleware(FlowEnds())
    router.callback_query.middleware(TapsLeave())
    hand_desk(router)
    for section in SECTIONS:
        section.add_to(router)
    router.callback_query.register(explain_sample, F.data == SAMPLE, flags=STEP)
    router.message.register(cancel, Command("cancel"), StateFilter(*FLOWS))
    router.message.register(text_please, Answer(), StateFilter(*FLOWS), flags=STEP)
    router.callback_query.register(stale, flags=STEP)
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
    await desk.state.clear()
    flow = raw_state.partition(":")[0].lower()
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
