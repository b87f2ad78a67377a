"""The catalogue: rewards are added step by step, and each of their fields can be changed."""

from collections.abc import Mapping
from typing import Any

from aiogram import F, Router
from aiogram.fsm.state import State, StatesGroup

from handlers.desk import Desk
from handlers.owner.shared.field_editor import Doing, Editor, Field, ThingTap, number
from handlers.owner.shared.navigation import Go, Place, back, short
from handlers.screens import in_rows, keyboard
from services.context import Context
from services.errors import Gone
from services.parsing.texts import one_line, paragraph
from services.rewards import rewards
from services.rewards.rewards import (
    DESCRIPTION_LENGTH,
    RANGES,
    TITLE_LENGTH,
    CatalogueReward,
    NewReward,
)

FIELDS = {
    "title": Field(lambda text: one_line(text, most=TITLE_LENGTH)),
    "points": Field(number(RANGES["points"]), (50, 100, 150, 200, 300, 500)),
    "description": Field(lambda text: paragraph(text, most=DESCRIPTION_LENGTH), (None,)),
    "picture": Field(None, (None,)),
    "stock": Field(number(RANGES["stock"]), (None, 10, 30, 100)),
    "member_limit": Field(number(RANGES["member_limit"]), (None, 1, 2, 5)),
}

ASKED = ("title", "points", "picture", "stock", "member_limit")
"""What a new reward is asked for, in this order."""


class Rewarding(StatesGroup):
    field = State()  # a field is being typed, sent or chosen


class RewardTap(ThingTap, prefix="or"):
    pass


def add_to(router: Router) -> None:
    router.callback_query.register(catalogue, Go.filter(F.to == Place.REWARDS))
    editor.add_to(router)


async def catalogue(desk: Desk, tap: Go) -> None:
    lines = {
        reward.id: desk.say.label(
            "owner-reward-line",
            title=short(reward.title, 18),
            points=reward.points,
            hidden=reward.hidden,
        )
        for reward in await rewards.everything(desk.ctx, desk.actor_id)
    }
    text = desk.say("owner-rewards" if lines else "owner-rewards-none")
    await desk.show(text, editor.choices(desk.say, lines, tap.page))


async def _reward(desk: Desk, reward_id: int) -> None:
    reward = await _find(desk, reward_id)
    terms = await desk.terms()
    text = desk.say(
        "owner-reward",
        title=reward.title,
        points=reward.points,
        worth=terms.worth(reward.points),
        description=f"\n{reward.description}" if reward.description else "",
        stock="none" if reward.stock is None else reward.stock,
        limit="none" if reward.member_limit is None else reward.member_limit,
        picture=reward.picture is not None,
        hidden=reward.hidden,
        taken=reward.taken,
    )
    edits = in_rows(editor.edits(desk.say, reward_id), 2)
    turn = [editor.turn(desk.say, reward_id, hidden=reward.hidden)]
    await desk.show(text, keyboard(*edits, turn, back(desk.say, Place.REWARDS)))


async def _find(desk: Desk, reward_id: int) -> CatalogueReward:
    every = await rewards.everything(desk.ctx, desk.actor_id)
    found = next((reward for reward in every if reward.id == reward_id), None)
    if found is None:
        raise Gone
    return found


async def _add(ctx: Context, actor_id: int, known: Mapping[str, Any]) -> int:
    return await rewards.add(ctx, actor_id, NewReward(**known))


editor = Editor(
    thing="reward",
    place=Place.REWARDS,
    tap=RewardTap,
    state=Rewarding.field,
    fields=FIELDS,
    asked=ASKED,
    doing=Doing(add=_add, change=rewards.change, hide=rewards.hide, show=_reward),
)
