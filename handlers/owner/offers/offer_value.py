"""The value and the days of an offer that is being made."""

from aiogram import F, Router

from handlers.desk import Desk
from handlers.owner.offers import offer_words
from handlers.owner.offers.offer_draft import DRAFTED, DraftTap, OfferForm, card, to_card
from handlers.owner.shared.navigation import STEP, Typed
from handlers.screens import button, in_rows, keyboard
from services.enums import OfferKind
from services.errors import Gone
from services.offers.offer_editing import LONGEST, PERCENTS, VALUES
from services.parsing.numbers import parse_money, parse_whole
from services.programme.settings import parse_percent

VALID = (3, 7, 14, 30)  # days


def add_to(router: Router) -> None:
    tap, message = router.callback_query.register, router.message.register
    for handler in (ask_gift, choose_gift, ask_days, choose_days):
        tap(handler, DraftTap.filter(F.act == handler.__name__), DRAFTED, flags=STEP)
    message(type_gift, Typed(), OfferForm.gift, flags=STEP)
    message(type_days, Typed(), OfferForm.days, flags=STEP)


async def ask_gift(desk: Desk) -> None:
    await desk.state.set_state(OfferForm.gift)
    terms = await desk.terms()
    chips = [
        button(
            offer_words.what(desk.say, terms, kind, value),
            DraftTap(act="choose_gift", value=kind, more=value),
        )
        for kind, value in offer_words.usual(terms)
    ]
    await desk.show(
        desk.say("owner-draft-ask-gift"), keyboard(*in_rows(chips, 2), to_card(desk.say))
    )


async def choose_gift(desk: Desk, tap: DraftTap) -> None:
    if tap.value not in set(OfferKind):
        raise Gone
    await desk.state.update_data(kind=tap.value, value=tap.more)
    await card(desk)


async def type_gift(desk: Desk) -> None:
    """A number of what is chosen now; of points when that has none."""
    text = desk.message.text or ""
    kind = OfferKind((await desk.state.get_data())["kind"])
    if kind is OfferKind.PERCENT or text.strip().endswith("%"):
        kind, value = OfferKind.PERCENT, parse_percent(text, most=PERCENTS.most)
    elif kind is OfferKind.AMOUNT:
        value = parse_money(text, (await desk.terms()).currency).minor
    else:
        kind = kind if kind in VALUES else OfferKind.POINTS
        value = parse_whole(text, least=VALUES[kind].least, most=VALUES[kind].most)
    await desk.state.update_data(kind=kind, value=value)
    await card(desk)


async def ask_days(desk: Desk) -> None:
    await desk.state.set_state(OfferForm.days)
    chips = [
        button(desk.say.label("owner-life", days=days), DraftTap(act="choose_days", more=days))
        for days in VALID
    ]
    await desk.show(
        desk.say("owner-draft-ask-days"), keyboard(*in_rows(chips, 2), to_card(desk.say))
    )


async def choose_days(desk: Desk, tap: DraftTap) -> None:
    await desk.state.update_data(valid_days=tap.more)
    await card(desk)


async def type_days(desk: Desk) -> None:
    await desk.state.update_data(
        valid_days=parse_whole(desk.message.text or "", least=1, most=LONGEST)
    )
    await card(desk)
