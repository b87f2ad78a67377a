"""Groups: the grid of RFM as a picture, each group by itself, and who moved since the first of the
month.
"""

from collections.abc import Sequence

from aiogram import Bot, F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, InlineKeyboardButton

from handlers.owner.segments import question_screen
from handlers.owner.shared.navigation import Go, Place, back
from handlers.screens import button, in_rows, keyboard, show
from messengers.group_picture import NUMBERS, GroupPicture
from messengers.picture_cache import Album
from messengers.words import Say
from services.context import Context
from services.segments.rfm import overview
from services.segments.rfm.movement import Move
from services.segments.rfm.overview import Overview, Standing
from services.segments.rfm.scores import Group
from services.staff.identities import Visitor

SHOWN = 12
"""Moves on one screen, the largest."""


class GroupTap(CallbackData, prefix="ogr"):
    group: Group


class AskGroupTap(CallbackData, prefix="oga"):
    """Open the group as a question."""

    group: Group


class MovesTap(CallbackData, prefix="ogm"):
    pass


def add_to(router: Router) -> None:
    router.callback_query.register(grid, Go.filter(F.to == Place.GROUPS))
    router.callback_query.register(one, GroupTap.filter())
    router.callback_query.register(ask, AskGroupTap.filter())
    router.callback_query.register(moves, MovesTap.filter())


async def grid(
    query: CallbackQuery, bot: Bot, ctx: Context, say: Say, visitor: Visitor, album: Album
) -> None:
    seen = await overview.show(ctx, visitor.identity_id)
    if not seen.buyers:
        await show(query, say("group-nobody-bought"), keyboard(back(say, Place.SEGMENTS)))
        return
    lines = [_line(say, standing) for standing in seen.groups.values()]
    caption = say("group-grid", buyers=seen.buyers) + "\n\n" + "\n".join(lines)
    buttons = [_button(say, group) for group, one in seen.groups.items() if one.members]
    turns = [button(say.label("group-moves", count=_moved(seen.moves)), MovesTap())]
    markup = keyboard(*in_rows(buttons, 2), turns, back(say, Place.SEGMENTS))
    picture = GroupPicture(seen.cells)
    await album.send(bot, query.from_user.id, picture, caption, markup)


async def one(
    query: CallbackQuery, callback_data: GroupTap, ctx: Context, say: Say, visitor: Visitor
) -> None:
    seen = await overview.show(ctx, visitor.identity_id)
    group = callback_data.group
    lines = [_about(say, seen.groups[group])]
    mine = [move for move in seen.moves if group in {move.before, move.now}]
    lines.append(_moves(say, seen, mine))
    reach = button(say.label("group-ask"), AskGroupTap(group=group))
    await show(query, "\n\n".join(lines), keyboard([reach], back(say, Place.GROUPS)))


async def ask(
    query: CallbackQuery,
    callback_data: AskGroupTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
) -> None:
    """The group as a question: seen, narrowed, saved and spoken to like any other."""
    node = overview.question(callback_data.group)
    await question_screen.ask(query, ctx, say, state, visitor, node)


async def moves(query: CallbackQuery, ctx: Context, say: Say, visitor: Visitor) -> None:
    seen = await overview.show(ctx, visitor.identity_id)
    await show(query, _moves(say, seen, seen.moves), keyboard(back(say, Place.GROUPS)))


def name(say: Say, group: Group) -> str:
    return say.label(f"group-name-{group}")


def _button(say: Say, group: Group) -> InlineKeyboardButton:
    label = say.label("group-button", number=NUMBERS[group], group=name(say, group))
    return button(label, GroupTap(group=group))


def _line(say: Say, standing: Standing) -> str:
    return say(
        "group-line",
        number=NUMBERS[standing.group],
        group=name(say, standing.group),
        members=standing.members,
        sales=standing.sales_percent,
    )


def _about(say: Say, standing: Standing) -> str:
    group = standing.group
    parts = [
        say(
            "group-about",
            group=name(say, group),
            meaning=say.label(f"group-meaning-{group}"),
            members=standing.members,
            share=standing.share_percent,
            sales=standing.sales_percent,
        )
    ]
    if standing.average_receipt is not None:
        parts.append(say("group-average", average=standing.average_receipt))
    if standing.members and standing.expected is not None:
        parts.append(say("group-expected", expected=standing.expected))
    return "\n".join([*parts, "", say("group-advice", advice=say.label(f"group-advice-{group}"))])


def _moves(say: Say, seen: Overview, some: Sequence[Move]) -> str:
    since = seen.since.astimezone(say.timezone).date()
    if not some:
        return say("group-nobody-moved", since=since)
    lines = [
        say(
            "group-move",
            members=move.members,
            before=name(say, move.before),
            now=name(say, move.now),
        )
        for move in some[:SHOWN]
    ]
    if len(some) > SHOWN:
        lines.append(say("group-moves-rest", members=_moved(some[SHOWN:])))
    return "\n".join([say("group-moved", since=since), *lines])


def _moved(some: Sequence[Move]) -> int:
    return sum(move.members for move in some)
