"""The screens of a refund: which purchase, how much of it, what would happen, what has happened."""

from collections.abc import Sequence

from handlers.cashier.buttons import Serve, ToTill
from handlers.cashier.refund_buttons import Back, BackAct, Bought, Move
from handlers.cashier.sale_screens import Screen, short
from handlers.screens import Row, button, in_rows, keyboard
from messengers.words import Say
from services.refunds import refund_previews
from services.refunds.refund_previews import Preview, Refundable, RefundableLine
from services.refunds.refunds import Refunded

TITLE_LENGTH = 20
MOST_PIECES = 12


def purchases(say: Say, found: Sequence[refund_previews.Bought], member: int) -> Screen:
    """The latest ones, each a button as long as something of it is left."""
    lines = [say("bought-title" if found else "bought-none")]
    lines += [
        say("bought-gone", at=one.at, name=short(one.member_name), amount=one.amount)
        for one in found
        if not one.left.minor
    ]
    rows: list[Row] = [
        [
            button(
                say.label(
                    "bought-line",
                    at=say.short_moment(one.at),
                    name=short(one.member_name),
                    amount=one.amount,
                ),
                Bought(purchase=one.purchase_id),
            )
        ]
        for one in found
        if one.left.minor
    ]
    if member and found:
        again = say.label("till-serve", name=short(found[0].member_name))
        rows.append([button(again, Serve(member=member))])
    return "\n".join(lines), keyboard(*rows, _to_till(say))


def menu(say: Say, bought: Refundable, seconds: int) -> Screen:
    """One purchase, and the ways in which it can go back."""
    lines = [say("refund-purchase", name=bought.member_name, amount=bought.amount, at=bought.at)]
    if bought.so_far:
        lines.append(say("refund-left", left=bought.left))
    back = Back(act=BackAct.LOOK, purchase=bought.purchase_id, so_far=bought.so_far, at=seconds)
    rows: list[Row] = [[button(say.label("refund-all", left=bought.left), back)]]
    if bought.lines:
        rows.append([button(say.label("refund-lines"), back.then(BackAct.LINES))])
    rows.append([button(say.label("refund-part"), back.then(BackAct.TYPE))])
    if bought.movable:
        move = Move(purchase=bought.purchase_id, at=seconds)
        rows.append([button(say.label("move-start"), move)])
    else:
        paid_with = bought.with_points
        lines.append(say("error-paid-with-points" if paid_with else "error-partly-refunded"))
    return "\n".join(lines), keyboard(*rows, _to_till(say))


def how_much(say: Say, bought: Refundable) -> Screen:
    text = say("refund-how-much", name=bought.member_name, left=bought.left)
    return text, keyboard(_to_purchase(say, bought.purchase_id))


def which_line(say: Say, bought: Refundable, back: Back) -> Screen:
    rows = []
    for line in bought.lines:
        then = back.then(BackAct.LOOK, line=line.line_id, amount=line.left.minor)
        if line.pieces > 1:
            then = back.then(BackAct.PIECES, line=line.line_id)
        label = say.label("refund-line", title=_cut(line.title), pieces=line.pieces, left=line.left)
        rows.append([button(label, then)])
    text = say("refund-which-line", name=bought.member_name)
    return text, keyboard(*rows, _to_purchase(say, bought.purchase_id))


def how_many(say: Say, line: RefundableLine, back: Back) -> Screen:
    numbers = [*range(1, min(line.pieces, MOST_PIECES)), line.pieces]
    pieces = [
        button(str(number), back.then(BackAct.LOOK, line=line.line_id, amount=line.worth(number)))
        for number in numbers
    ]
    text = say("refund-how-many", title=line.title, pieces=line.pieces, left=line.left)
    return text, keyboard(
        *in_rows(pieces, 4), [button(say.label("button-back"), back.then(BackAct.LINES))]
    )


def confirmation(say: Say, seen: Preview, back: Back) -> Screen:
    """The effects of a refund, before it is done."""
    lines = [
        say("refund-confirm", name=seen.member_name, amount=seen.amount),
        "",
        *_what_goes(say, seen),
        say("refund-will-hold", balance=seen.balance),
    ]
    return "\n".join(lines), keyboard(
        [button(say.label("refund-do"), back, style="danger")],
        _to_purchase(say, back.purchase),
    )


def done(say: Say, refunded: Refunded) -> Screen:
    lines = [
        say("refund-done", name=refunded.member_name, amount=refunded.amount),
        "",
        *_what_goes(say, refunded),
        say("undone-balance", balance=refunded.balance),
    ]
    more: Row = []
    if not refunded.whole:
        more = [button(say.label("refund-more"), Bought(purchase=refunded.purchase_id))]
    return "\n".join(lines), keyboard(more, _to_till(say))


def _what_goes(say: Say, what: Preview | Refunded) -> list[str]:
    lines = []
    if what.paid.minor:
        lines.append(say("refund-money", paid=what.paid))
    for key, points in (
        ("refund-returned", what.points_returned),
        ("refund-taken", what.points_taken),
        ("refund-owed", what.points_owed),
        ("refund-forgiven", what.points_forgiven),
    ):
        if points:
            lines.append(say(key, points=points))
    return lines


def _to_till(say: Say) -> Row:
    return [button(say.label("till-back"), ToTill())]


def _to_purchase(say: Say, purchase: int) -> Row:
    return [button(say.label("button-back"), Bought(purchase=purchase))]


def _cut(title: str) -> str:
    return title if len(title) <= TITLE_LENGTH else f"{title[: TITLE_LENGTH - 1]}…"
