"""The guest at the till: their screen, and the amount that the cashier types for them."""

from collections.abc import Iterator, Sequence
from contextlib import suppress

from aiogram.exceptions import TelegramBadRequest

from handlers import coupon_words
from handlers.cashier import served
from handlers.cashier.buttons import Act, Sale, ToTill
from handlers.cashier.lines import kept, shown_lines
from handlers.cashier.refund_buttons import Purchases
from handlers.cashier.sale_screens import choices, short
from handlers.cashier.served import Guest
from handlers.desk import Desk
from handlers.screens import button, keyboard
from messengers.words import Say
from services import goods, programme
from services.checkout import guest_hints, quotes, typed_lines
from services.checkout.customers import Customer
from services.checkout.guest_hints import SmallTalk
from services.offers.coupons import Coupon
from services.staff.errors import OwnCard
from services.stamps import stamp_wallet
from services.stamps.stamp_wallet import Progress


async def receive(desk: Desk, customer: Customer, coupon: Coupon | None = None) -> None:
    """Open a guest's screen, as a new message below all others; on top, the coupon they showed."""
    if customer.member_id == desk.visitor.member_id:
        raise OwnCard
    await served.serve(desk, Guest(customer.member_id, desk.seconds))
    buttons = keyboard(
        [button(desk.say.label("guest-purchases"), Purchases(member=customer.member_id))],
        [button(desk.say.label("till-not-this-guest"), ToTill())],
    )
    stamps = await stamp_wallet.of_guest(desk.ctx, desk.actor_id, customer.member_id)
    sold = await goods.examples(desk.ctx, 2)
    talk = await guest_hints.about(desk.ctx, desk.actor_id, customer.member_id)
    await desk.tell(_text(desk.say, customer, talk, stamps, coupon, sold), buttons)


def _text(
    say: Say,
    customer: Customer,
    talk: SmallTalk,
    stamps: Sequence[Progress],
    coupon: Coupon | None,
    sold: Sequence[str],
) -> str:
    lines = [*_coupon(say, coupon)] if coupon is not None else []
    lines += [
        say("guest-title", name=customer.name, level=customer.level),
        say("guest-balance", points=customer.points, worth=customer.worth)
        if customer.points >= 0
        else say("card-debt", points=-customer.points),
    ]
    lines += _talk(say, talk, customer.purchases_count)
    if customer.level_perks is not None:
        lines.append(say("guest-perks", perks=customer.level_perks))
    if customer.phone_tail is not None:
        lines.append(say("guest-phone", tail=customer.phone_tail))
    if customer.frozen:
        lines.append(say("guest-frozen"))
    elif not customer.reachable:
        lines.append(say("guest-unreachable"))
    lines += [say("guest-offer", title=title) for title in _other_offers(customer, talk, coupon)]
    lines += [
        say("guest-stamps", title=card.title, stamps=card.stamps, needed=card.needed)
        for card in stamps
    ]
    if customer.open_vouchers:
        lines.append(say("guest-vouchers", count=customer.open_vouchers))
    lines += ["", say("guest-ask-amount")]
    if sold:
        lines.append(say("guest-ask-lines", one=short(sold[0]), other=short(sold[:2][-1])))
    return "\n".join(lines)


def _talk(say: Say, talk: SmallTalk, purchases: int) -> Iterator[str]:
    if talk.birthday is not None:
        day = say.day_and_month(talk.birthday)
        yield say("guest-birthday", day=day, days=talk.days_to_birthday)
    if talk.days_ago is None:
        yield say("guest-new")
    else:
        yield say("guest-visits", days=talk.days_ago, count=purchases)
    if talk.favourites:
        yield say("guest-favourites", goods=", ".join(short(one) for one in talk.favourites))


def _other_offers(customer: Customer, talk: SmallTalk, coupon: Coupon | None) -> list[str]:
    """Titles besides the coupon's: it stands on top, and another copy may have the same one."""
    titles = [*customer.offers, *talk.offers]
    if coupon is not None and not coupon.over and coupon.title in titles:
        titles.remove(coupon.title)
    return titles


def _coupon(say: Say, coupon: Coupon) -> tuple[str, ...]:
    """The coupon that was shown, and whether it counts for this receipt."""
    state = say(
        "guest-coupon-state",
        state=coupon.state.value,
        lined=bool(coupon.asked["goods"]),
        since=coupon.since or 0,
        until=coupon.until,
    )
    return coupon_words.about(say, coupon), state, ""


async def take_amount(desk: Desk) -> None:
    """Digits for an open guest are an amount; typed again, they replace the amount before."""
    guest = await served.guest_at(desk)
    if guest is None:
        await desk.tell(desk.say("till-stale"))
        return
    terms = await programme.current(desk.ctx)
    stock = await goods.assortment(desk.ctx)
    typed = typed_lines.read(desk.message.text or "", terms.currency, stock)
    amount, lines = typed.amount, typed.lines
    quote = await quotes.make(desk.ctx, desk.actor_id, guest.member, amount.minor, lines=lines)
    sale = Sale(
        act=Act.CHOOSE,
        member=guest.member,
        amount=amount.minor,
        points=0,
        at=desk.seconds,
        typed=desk.message.message_id,
        lined=bool(lines),
    )
    receipt = kept(sale, lines)
    sent = await desk.tell(*choices(desk.say, quote, sale, shown_lines(desk.say, terms, lines)))
    await retire(desk, guest)
    await served.serve(
        desk, Guest(guest.member, desk.seconds, screen=sent.message_id, receipt=receipt)
    )


async def retire(desk: Desk, guest: Guest) -> None:
    """Take the buttons off the guest's screen before this one: one receipt has one set."""
    if guest.screen is not None:
        with suppress(TelegramBadRequest):  # deleted by hand, or without buttons already
            await desk.bot.edit_message_reply_markup(
                chat_id=desk.visitor.external_id, message_id=guest.screen, reply_markup=None
            )


async def not_an_amount(desk: Desk) -> None:
    await desk.tell(desk.say("till-digits-please"))
