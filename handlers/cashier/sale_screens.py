"""The screens between an amount and its receipt."""

from collections.abc import Sequence

from aiogram.types import InlineKeyboardMarkup

from handlers.cashier.buttons import Act, Sale, ToTill, Undo, Withdraw
from handlers.cashier.refund_buttons import Bought
from handlers.screens import button, keyboard
from messengers.words import Say
from services.checkout.purchases import Receipt
from services.checkout.quotes import MissedOffer, Quote, UsedOffer
from services.checkout.redemption_steps import Request
from services.facts import Fact

Screen = tuple[str, InlineKeyboardMarkup]

NAME_LENGTH = 14
"""Of a name on a button: a phone shows about 30 characters."""


ASKED_LENGTH = 40
"""Of goods or outlets that an offer asks for: it is one line among others."""


def short(name: str, most: int = NAME_LENGTH) -> str:
    return name if len(name) <= most else f"{name[: most - 1]}…"


def choices(say: Say, quote: Quote, sale: Sale, typed: Sequence[str] = ()) -> Screen:
    """How to pay: with as many points as may, with some, with none. `typed`: the lines, shown."""
    lines = [say("quote-title", amount=quote.amount, name=quote.member_name), *typed]
    lines += [_offer(say, offer) for offer in quote.offers]
    lines += [say("quote-rule", title=title) for title in quote.rules]
    if quote.discount.minor:
        lines.append(say("quote-due", due=quote.to_pay))
    if quote.frozen:
        lines.append(say("guest-frozen"))
    elif not quote.reachable:
        lines.append(say("guest-unreachable"))
    elif quote.most_points:
        lines.append(say("quote-most", points=quote.most_points))
    if quote.missed:
        lines += ["", *(_missed(say, offer) for offer in quote.missed)]
    award = say.label("quote-award", points=quote.earns)
    back = [button(say.label("till-not-this-guest"), ToTill())]
    if not quote.most_points:
        markup = keyboard([button(award, sale.then(Act.AWARD), style="success")], back)
        return "\n".join(lines), markup
    spend = say.label("quote-spend", points=quote.most_points)
    none = say.label("quote-spend-none", points=quote.earns)
    markup = keyboard(
        [button(spend, sale.then(Act.SPEND, quote.most_points), style="primary")],
        [button(say.label("quote-spend-other"), sale.then(Act.OTHER))],
        [button(none, sale.then(Act.AWARD), style="success")],
        back,
    )
    return "\n".join(lines), markup


def _offer(say: Say, offer: UsedOffer) -> str:
    """An offer in use and what it gives, so that the cashier can name it."""
    return say(
        "quote-offer",
        title=offer.title,
        cheaper=bool(offer.discount.minor),
        off=offer.discount,
        points=offer.points,
    )


def _missed(say: Say, offer: MissedOffer) -> str:
    """An offer that is not in use and what it would take, for the cashier to tell the guest."""
    names = {name: short(str(offer.asked[name]), ASKED_LENGTH) for name in ("goods", "outlets")}
    facts = {**offer.asked, **names}
    return say("quote-missed", title=offer.title, why=offer.why, lack=offer.lack, **facts)


def confirmation(say: Say, quote: Quote, sale: Sale) -> Screen:
    """The effects of the redemption, before the guest is asked."""
    text = say(
        "spend-confirm",
        name=quote.member_name,
        amount=quote.amount,
        discount=quote.discount if quote.discount.minor else 0,
        points=quote.points,
        to_pay=quote.to_pay,
        earns=quote.earns,
    )
    ask = say.label("spend-ask", name=short(quote.member_name))
    return text, keyboard(
        [button(ask, sale.then(Act.ASK, quote.points), style="primary")],
        [button(say.label("button-back"), sale.then(Act.CHOOSE))],
    )


def how_many(say: Say, quote: Quote, sale: Sale) -> Screen:
    text = say("spend-how-many", name=quote.member_name, most=quote.most_points)
    return text, keyboard([button(say.label("button-back"), sale.then(Act.CHOOSE))])


def waiting(say: Say, request: Request, minutes: int) -> Screen:
    text = say(
        "spend-waiting",
        name=request.member_name,
        points=request.points,
        to_pay=request.to_pay,
        minutes=minutes,
    )
    withdraw = Withdraw(redemption=request.redemption_id)
    return text, keyboard([button(say.label("spend-withdraw"), withdraw)])


def receipt_screen(say: Say, receipt: Receipt) -> Screen:
    facts: dict[str, Fact] = {
        "name": receipt.member_name,
        "amount": receipt.amount,
        "balance": receipt.balance,
    }
    if receipt.held:
        text = say("receipt-held", **facts)
    else:
        text = say("receipt-done", earned=receipt.points_earned, **facts)
    if receipt.discount.minor:
        text += "\n" + say("receipt-saved", discount=receipt.discount, due=receipt.paid)
    if receipt.held:
        text += "\n" + say("till-held")
    undo = Undo(purchase=receipt.purchase_id)
    return text, keyboard(
        [button(say.label("receipt-undo"), undo)],
        [button(say.label("receipt-back"), Bought(purchase=receipt.purchase_id))],
    )
