"""The catalogue: rewards are added step by step, and each of their fields can be changed."""

from functools import partial

from aiogram import F, Router
from aiogram.fsm.state import State, StatesGroup

from handlers.desk import Desk
from handlers.owner.shared.fields import Field, number_in, text_by
from handlers.owner.shared.form import Act, Form, FormTap, to_thing_or
from handlers.owner.shared.listing import Listing
from handlers.owner.shared.navigation import Go, Place, back, short
from handlers.screens import in_rows, keyboard
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


class RewardForm(StatesGroup):
    field = State()  # a field is being typed, sent or chosen


class RewardTap(FormTap, prefix="or"):
    pass


def add_to(router: Router) -> None:
    router.callback_query.register(catalogue, Go.filter(F.to == Place.REWARDS))
    form.add_to(router)


async def catalogue(desk: Desk, tap: Go) -> None:
    await listing.draw(desk, tap.page)


def _line(desk: Desk, reward: CatalogueReward) -> str:
    return desk.say.label(
        "owner-reward-line",
        title=short(reward.title, 18),
        points=reward.points,
        hidden=reward.hidden,
    )


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
    edits = in_rows(form.edits(desk.say, reward_id), 2)
    hiding = [form.hiding(desk.say, reward_id, hidden=reward.hidden)]
    await desk.show(text, keyboard(*edits, hiding, back(desk.say, Place.REWARDS)))


async def _find(desk: Desk, reward_id: int) -> CatalogueReward:
    every = await rewards.everything(desk.ctx, desk.actor_id)
    found = next((reward for reward in every if reward.id == reward_id), None)
    if found is None:
        raise Gone
    return found


form = Form(
    name="reward",
    tap=RewardTap,
    asking=RewardForm.field,
    fields=(
        Field("title", text_by(partial(one_line, most=TITLE_LENGTH))),
        Field("points", number_in(RANGES["points"]), (50, 100, 150, 200, 300, 500)),
        Field("description", text_by(partial(paragraph, most=DESCRIPTION_LENGTH)), (None,)),
        Field("picture", chips=(None,), picture=True),
        Field("stock", number_in(RANGES["stock"]), (None, 10, 30, 100)),
        Field("member_limit", number_in(RANGES["member_limit"]), (None, 1, 2, 5)),
    ),
    steps=("title", "points", "picture", "stock", "member_limit"),
    add=lambda desk, values: rewards.add(desk.ctx, desk.actor_id, NewReward(**values)),
    change=lambda desk, one, values: rewards.change(desk.ctx, desk.actor_id, one, **values),
    hide=lambda desk, one, hidden: rewards.hide(desk.ctx, desk.actor_id, one, hidden=hidden),
    show=_reward,
    out=to_thing_or(Place.REWARDS, RewardTap),
    strict=True,
)

listing: Listing[CatalogueReward] = Listing(
    items=lambda desk: rewards.everything(desk.ctx, desk.actor_id),
    text=lambda desk, every: desk.say("owner-rewards" if every else "owner-rewards-none"),
    above=lambda desk: [form.new(desk.say)],
    label=_line,
    tap=lambda reward: form.to(Act.OPEN, reward.id),
    page=lambda page: Go(to=Place.REWARDS, page=page),
    back=lambda desk: back(desk.say, Place.GIVE),
)
