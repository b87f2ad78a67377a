"""Flags: what looked wrong, one by one, and the owner's answer to each."""

from contextlib import suppress

from aiogram import Router
from aiogram.types import CallbackQuery, InlineKeyboardButton
from babel.dates import format_date

from handlers.desk import Desk
from handlers.owner.shared.navigation import PAGE, Place, back, go, short
from handlers.routing import Tap
from handlers.screens import Row, button, keyboard
from messengers.words import Say
from services.back_office import flags
from services.back_office.flags import Flagged, Verdict
from services.enums import FlagStatus
from services.members import members
from services.messaging.deliveries import NoticeAct
from services.refunds import undoing
from services.refunds.errors import AlreadyUndone

NAME_LENGTH = 60


class FlagsTap(Tap, prefix="otf"):
    """A list of flags, from an id on; with `flag_id`, one of them."""

    opened: bool
    before_id: int | None = None
    flag_id: int | None = None


# Also under the notice, whose taps carry an action and one id.


class AcceptFlag(Tap, prefix=NoticeAct.FLAG_ACCEPT):
    flag_id: int


class UndoFlag(Tap, prefix=NoticeAct.FLAG_UNDO):
    flag_id: int


class BlockFlag(Tap, prefix=NoticeAct.FLAG_BLOCK):
    flag_id: int


class Unfreeze(Tap, prefix=NoticeAct.UNFREEZE):
    """Also under the notice that a member said "not me"."""

    member_id: int


class UndoReceipt(Tap, prefix="flag_receipt"):
    """The receipt that an answer has left."""

    flag_id: int
    purchase_id: int


def add_to(router: Router) -> None:
    router.callback_query.register(one, FlagsTap.filter(), shows_one)
    router.callback_query.register(several, FlagsTap.filter())
    router.callback_query.register(accept, AcceptFlag.filter())
    router.callback_query.register(undo, UndoFlag.filter())
    router.callback_query.register(block, BlockFlag.filter())
    router.callback_query.register(undo_receipt, UndoReceipt.filter())
    router.callback_query.register(unfreeze, Unfreeze.filter())


async def shows_one(_query: CallbackQuery, tap: FlagsTap) -> bool:
    return tap.flag_id is not None


async def several(desk: Desk, tap: FlagsTap) -> None:
    opened, before_id = tap.opened, tap.before_id
    found = await flags.page(
        desk.ctx, desk.actor_id, opened=opened, limit=PAGE + 1, before_id=before_id
    )
    rows: list[Row] = [
        [button(_label(desk.say, flagged), FlagsTap(opened=opened, flag_id=flagged.id))]
        for flagged in found[:PAGE]
    ]
    turn = []
    if before_id is not None:
        turn.append(button("‹", FlagsTap(opened=opened)))
    if len(found) > PAGE:
        turn.append(button("›", FlagsTap(opened=opened, before_id=found[PAGE - 1].id)))
    text = desk.say("trust-flags" if found else "trust-no-flags", opened=opened)
    await desk.show(text, keyboard(*rows, turn, back(desk.say, Place.TRUST)))


async def one(desk: Desk, tap: FlagsTap) -> None:
    flagged = await flags.show(desk.ctx, desk.actor_id, tap.flag_id or 0)
    await _show(desk, flagged)


async def accept(desk: Desk, tap: AcceptFlag) -> None:
    await _answer(desk, tap.flag_id, Verdict.ACCEPT)


async def undo(desk: Desk, tap: UndoFlag) -> None:
    await _answer(desk, tap.flag_id, Verdict.UNDO)


async def block(desk: Desk, tap: BlockFlag) -> None:
    await _answer(desk, tap.flag_id, Verdict.BLOCK)


async def undo_receipt(desk: Desk, tap: UndoReceipt) -> None:
    with suppress(AlreadyUndone):
        await undoing.undo(desk.ctx, desk.actor_id, tap.purchase_id)
    await _show(desk, await flags.show(desk.ctx, desk.actor_id, tap.flag_id))


async def unfreeze(desk: Desk, tap: Unfreeze) -> None:
    name = await members.unfreeze(desk.ctx, desk.actor_id, tap.member_id)
    home_again = keyboard([go(desk.say, "owner-go-home", Place.HOME)])
    await desk.show(desk.say("owner-unfrozen", name=name), home_again)


async def _answer(desk: Desk, flag_id: int, verdict: Verdict) -> None:
    await _show(desk, await flags.resolve(desk.ctx, desk.actor_id, flag_id, verdict))


async def _show(desk: Desk, flagged: Flagged) -> None:
    opened = flagged.status is FlagStatus.OPEN
    lines = [_story(desk.say, flagged)]
    if not opened:
        lines.append(
            desk.say(
                "trust-verdict",
                status=flagged.status,
                card=flagged.blames_card,
                by=short(flagged.resolved_by or "", NAME_LENGTH),
            )
        )
    if flagged.status is FlagStatus.BLOCKED and flagged.undone:
        lines.append(desk.say("trust-undone"))
    rows = [[choice] for choice in (_choices if opened else _afterwards)(desk.say, flagged)]
    to_list = button(desk.say.label("button-back"), FlagsTap(opened=opened))
    await desk.show("\n\n".join(lines), keyboard(*rows, [to_list]))


def _story(say: Say, flagged: Flagged) -> str:
    story = say(
        "flag-story",
        suspicion=flagged.suspicion,
        cashier=short(flagged.cashier, NAME_LENGTH),
        name=short(flagged.name or say.label("owner-nobody"), NAME_LENGTH),
        amount=flagged.amount,
        points=flagged.points if flagged.status is FlagStatus.OPEN else 0,
        limit=flagged.limit,
        usual=flagged.usual or "none",
    )
    return say("trust-flag", at=flagged.at) + f"\n{story}"


def _label(say: Say, flagged: Flagged) -> str:
    what = say.label("suspicion-name", suspicion=flagged.suspicion)
    about = flagged.name if flagged.blames_card else flagged.cashier
    day = format_date(flagged.at.astimezone(say.timezone), "d MMM", locale=say.language)
    label = f"{day}, {about or say.label('owner-nobody')}: {what}"
    if flagged.purchase_id is not None:
        label += f", {say.money(flagged.amount)}"
    return short(label, 60)


def _choices(say: Say, flagged: Flagged) -> list[InlineKeyboardButton]:
    of_block = "button-flag-block-card" if flagged.blames_card else "button-flag-block-cashier"
    undoing = [button(say.label("button-flag-undo"), UndoFlag(flag_id=flagged.id))]
    return [
        button(say.label("button-flag-accept"), AcceptFlag(flag_id=flagged.id), style="success"),
        *(undoing if flagged.purchase_id is not None else []),
        button(say.label(of_block), BlockFlag(flag_id=flagged.id), style="danger"),
    ]


def _afterwards(say: Say, flagged: Flagged) -> list[InlineKeyboardButton]:
    """The actions that are left: a block leaves the receipt as it is, and can be lifted."""
    if flagged.status is not FlagStatus.BLOCKED:
        return []
    rest = []
    if flagged.purchase_id is not None and not flagged.undone:
        undoing_it = UndoReceipt(flag_id=flagged.id, purchase_id=flagged.purchase_id)
        rest.append(button(say.label("button-undo"), undoing_it))
    if flagged.blames_card and flagged.member_id is not None:
        rest.append(button(say.label("button-unfreeze"), Unfreeze(member_id=flagged.member_id)))
    return rest
