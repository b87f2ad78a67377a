"""Groups: the grid of RFM as a picture, each group by itself, and who moved since the first of the
month.
"""

from collections.abc import Sequence

from aiogram import F, Router
from aiogram.types import InlineKeyboardButton

from handlers.desk import Desk
from handlers.owner.audience import question_screen
from handlers.owner.shared.navigation import Go, Place, back
from handlers.routing import Tap
from handlers.screens import button, in_rows, keyboard
from messengers.group_picture import NUMBERS, GroupPicture
from messengers.words import Say
from services.segments.rfm import overview
from services.segments.rfm.group_changes import GroupChange
from services.segments.rfm.overview import Overview, Standing
from services.segments.rfm.scores import Group

SHOWN = 12
"""Moves on one screen, the largest."""


class GroupTap(Tap, prefix="ogr"):
    group: Group


class AskGroupTap(Tap, prefix="oga"):
    """Open the group as a question."""

    group: Group


class MovesTap(Tap, prefix="ogm"):
    pass


def add_to(router: Router) -> None:
    router.callback_query.register(grid, Go.filter(F.to == Place.GROUPS))
    router.callback_query.register(one, GroupTap.filter())
    router.callback_query.register(ask, AskGroupTap.filter())
    router.callback_query.register(moves, MovesTap.filter())


async def grid(desk: Desk) -> None:
    seen = await overview.show(desk.ctx, desk.actor_id)
    if not seen.buyers:
        await desk.show(desk.say("group-nobody-bought"), keyboard(back(desk.say, Place.GUESTS)))
        return
    lines = [_line(desk.say, standing) for standing in seen.groups.values()]
    caption = desk.say("group-grid", buyers=seen.buyers) + "\n\n" + "\n".join(lines)
    buttons = [_button(desk.say, group) for group, one in seen.groups.items() if one.members]
    turns = [button(desk.say.label("group-moves", count=_moved(seen.moves)), MovesTap())]
    markup = keyboard(*in_rows(buttons, 2), turns, back(desk.say, Place.GUESTS))
    picture = GroupPicture(seen.cells)
    await desk.album.send(desk.bot, desk.chat_id, picture, caption, markup)


async def one(desk: Desk, tap: GroupTap) -> None:
    seen = await overview.show(desk.ctx, desk.actor_id)
    group = tap.group
    lines = [_about(desk.say, seen.groups[group])]
    mine = [move for move in seen.moves if group in {move.before, move.now}]
    lines.append(_moves(desk.say, seen, mine))
    reach = button(desk.say.label("group-ask"), AskGroupTap(group=group))
    await desk.show("\n\n".join(lines), keyboard([reach], back(desk.say, Place.GROUPS)))


async def ask(desk: Desk, tap: AskGroupTap) -> None:
    """The group as a question: seen, narrowed, saved and spoken to like any other."""
    node = overview.question(tap.group)
    await question_screen.ask(desk, node)


async def moves(desk: Desk) -> None:
    seen = await overview.show(desk.ctx, desk.actor_id)
    await desk.show(_moves(desk.say, seen, seen.moves), keyboard(back(desk.say, Place.GROUPS)))


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


def _moves(say: Say, seen: Overview, some: Sequence[GroupChange]) -> str:
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


def _moved(some: Sequence[GroupChange]) -> int:
    return sum(move.members for move in some)
