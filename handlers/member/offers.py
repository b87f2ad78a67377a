"""A member's offers, and being left in peace."""

from collections.abc import Sequence

from aiogram import Router
from aiogram.types import InlineKeyboardButton

from handlers import coupon_words, screens
from handlers.desk import Desk
from handlers.formats import local_day
from handlers.member import coupons, vouchers
from handlers.member.access import STEP, add_section
from handlers.routing import Tap
from messengers import segment_words
from messengers.words import Say
from services.members import members
from services.offers import member_offers
from services.offers.member_offers import OwnOffer
from services.profiles import profiles
from services.programme import Terms
from services.segments import shop_names
from services.segments.questions import audience_reasons
from services.segments.questions.tree import Node
from services.segments.shop_names import Names

OPEN = "my_offers"
MOST = 6
ROOM = screens.MESSAGE - 200
"""For offers; under them it may say that they are switched off."""

WORDS_LENGTH = 300
"""Of a question in words: it says why, and may be as long as its owner likes."""


class Stop(Tap, prefix="stop"):
    """Under every offer. `id` is the delivery's; the consent is the tapper's own."""

    id: int


class Resume(Tap, prefix="my_resume"):
    """Send me offers again. `here`: the tap came from the list of offers."""

    here: bool


def add_to(router: Router) -> None:
    add_section(router, show, "offers", menu="menu-offers", data=OPEN)
    router.callback_query.register(stop, Stop.filter(), flags=STEP)
    router.callback_query.register(resume, Resume.filter(), flags=STEP)


async def show(desk: Desk) -> None:
    mine = (await member_offers.mine(desk.ctx, desk.member_id))[:MOST]
    wanted = (await profiles.show(desk.ctx, desk.member_id)).ads_consent
    whys = await _whys(desk, mine)
    offers = [_offer(desk.say, own, why) for own, why in zip(mine, whys, strict=True)]
    head, *shown = screens.fitting([desk.say("offers" if mine else "offers-empty"), *offers], ROOM)
    rows = [[way] for own in mine[: len(shown)] if (way := _to_show(desk.say, own)) is not None]
    if not wanted:
        shown.append(desk.say("offers-off"))
        rows.append([screens.button(desk.say.label("button-offers-on"), Resume(here=True))])
    await desk.show("\n\n".join([head, *shown]), screens.keyboard(*rows))


def _to_show(say: Say, own: OwnOffer) -> InlineKeyboardButton | None:
    """The way to what can be shown at the till."""
    if own.voucher_id is not None:
        label = say.label("button-gift", title=own.title)
        return screens.button(label, vouchers.Show(id=own.voucher_id))
    if own.coupon_id is not None:
        label = say.label("button-coupon", title=own.title)
        return screens.button(label, coupons.Show(id=own.coupon_id))
    return None


async def _whys(desk: Desk, mine: Sequence[OwnOffer]) -> list[str]:
    """Why each of them came. Names are read only for a question that has no words of its own."""
    asked = [own.audience if own.why == audience_reasons.OTHER else None for own in mine]
    if all(node is None for node in asked):
        return [desk.say("offer-why", why=own.why) for own in mine]
    known, terms = await shop_names.known(desk.ctx), await desk.terms()
    return [
        desk.say("offer-why", why=own.why)
        if node is None
        else desk.say("offer-why-words", words=_words(desk.say, known, terms, node))
        for own, node in zip(mine, asked, strict=True)
    ]


def _words(say: Say, known: Names, terms: Terms, node: Node) -> str:
    return screens.short(segment_words.said(say, known, terms, node), WORDS_LENGTH)


def _offer(say: Say, own: OwnOffer, why: str) -> str:
    until = "always" if own.valid_until is None else local_day(say, own.valid_until)
    parts = [
        say("offer", title=own.title, text=own.text, until=until),
        say("offer-gives", kind=own.kind, value=own.value, waits=own.voucher_id is None),
        say("offer-terms", **coupon_words.in_brief(own.asked)).strip(),
        why,
    ]
    return "\n".join(part for part in parts if part)


async def stop(desk: Desk) -> None:
    """One tap and no more offers; the one above stays, it was promised."""
    if not await members.set_ads_consent(desk.ctx, desk.member_id, yes=False):
        desk.toast("offers-stopped-before")
        return
    undo = screens.button(desk.say.label("button-undo-stop"), Resume(here=False))
    text = desk.say("offers-stopped")
    await desk.tell(text, screens.keyboard([undo]))


async def resume(desk: Desk, tap: Resume) -> None:
    await members.set_ads_consent(desk.ctx, desk.member_id, yes=True)
    if tap.here:
        await show(desk)
    else:
        await desk.show(desk.say("offers-resumed"))
