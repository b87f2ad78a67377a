"""The catalogue: rewards are added step by step, and each of their fields can be changed."""

from typing import Any

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from handlers.owner.steps import STEP, Answer, Go, Place, back, go, page_of, pages, short
from handlers.screens import button, in_rows, keyboard, show
from handlers.taps import Tap
from messengers.words import Say
from services import errors, programme, rewards
from services.context import Context
from services.numbers import parse_whole
from services.people import Visitor
from services.rewards import RANGES, TITLE_LENGTH, CatalogueReward, NewReward
from services.texts import one_line

STEPS = ("title", "points", "picture", "stock", "member_limit")
"""What a new reward is asked for, in this order."""

FIELDS = (*STEPS[:2], "description", *STEPS[2:])

CHIPS: dict[str, tuple[int | None, ...]] = {
    "title": (),
    "points": (50, 100, 150, 200, 300, 500),
    "description": (None,),
    "picture": (None,),
    "stock": (None, 10, 30, 100),
    "member_limit": (None, 1, 2, 5),
}
NEW = 0
"""Stands for the reward that is being added."""


class Rewarding(StatesGroup):
    field = State()  # a field is being typed, sent or chosen


class RewardTap(CallbackData, prefix="or"):
    act: str
    reward_id: int = NEW
    field: str = ""
    value: int | None = None


def add_to(router: Router) -> None:
    router.callback_query.register(catalogue, Go.filter(F.to == Place.REWARDS))
    router.callback_query.register(open_reward, RewardTap.filter(F.act == "open"))
    router.callback_query.register(hide, RewardTap.filter(F.act.in_({"hide", "show"})))
    router.callback_query.register(start_new, RewardTap.filter(F.act == "new"))
    router.callback_query.register(edit, RewardTap.filter(F.act == "edit"))
    router.callback_query.register(
        choose, RewardTap.filter(F.act == "set"), Rewarding.field, flags=STEP
    )
    router.message.register(answer, Answer(), Rewarding.field, flags=STEP)


async def catalogue(
    query: CallbackQuery, callback_data: Go, ctx: Context, say: Say, visitor: Visitor
) -> None:
    every = await rewards.everything(ctx, visitor.identity_id)
    rows = [
        [
            button(
                short(say.label("owner-reward-line", **_line(reward))),
                RewardTap(act="open", reward_id=reward.id),
            )
        ]
        for reward in page_of(every, callback_data.page)
    ]
    new = [button(say.label("owner-reward-new"), RewardTap(act="new"), style="primary")]
    turn = pages(Place.REWARDS, callback_data.page, len(every))
    text = say("owner-rewards" if every else "owner-rewards-none")
    await show(query, text, keyboard(new, *rows, turn, back(say)))


def _line(reward: CatalogueReward) -> dict[str, str | int | bool]:
    return {"title": short(reward.title, 18), "points": reward.points, "hidden": reward.hidden}


async def open_reward(
    query: CallbackQuery, callback_data: RewardTap, ctx: Context, say: Say, visitor: Visitor
) -> None:
    await _reward(query, ctx, say, visitor, callback_data.reward_id)


async def _reward(
    event: Message | CallbackQuery, ctx: Context, say: Say, visitor: Visitor, reward_id: int
) -> None:
    reward = await _find(ctx, visitor, reward_id)
    terms = await programme.current(ctx)
    text = say(
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
    edits = [
        button(say.label(f"owner-reward-{_dashed(field)}"), _tap("edit", reward_id, field))
        for field in FIELDS
    ]
    turn = "show" if reward.hidden else "hide"
    hide = button(say.label(f"owner-{turn}"), RewardTap(act=turn, reward_id=reward_id))
    await show(event, text, keyboard(*in_rows(edits, 2), [hide], back(say, Place.REWARDS)))


async def _find(ctx: Context, visitor: Visitor, reward_id: int) -> CatalogueReward:
    every = await rewards.everything(ctx, visitor.identity_id)
    found = next((reward for reward in every if reward.id == reward_id), None)
    if found is None:
        raise errors.Gone
    return found


async def hide(
    query: CallbackQuery, callback_data: RewardTap, ctx: Context, say: Say, visitor: Visitor
) -> None:
    hidden = callback_data.act == "hide"
    await rewards.hide(ctx, visitor.identity_id, callback_data.reward_id, hidden=hidden)
    await _reward(query, ctx, say, visitor, callback_data.reward_id)


async def start_new(query: CallbackQuery, say: Say, state: FSMContext) -> None:
    await state.set_data({"new": {}})
    await _ask(query, say, state, STEPS[0], NEW)


async def edit(query: CallbackQuery, callback_data: RewardTap, say: Say, state: FSMContext) -> None:
    if callback_data.field not in FIELDS:
        raise errors.Gone
    await _ask(query, say, state, callback_data.field, callback_data.reward_id)


async def _ask(
    event: Message | CallbackQuery, say: Say, state: FSMContext, field: str, reward_id: int
) -> None:
    await state.set_state(Rewarding.field)
    await state.update_data(field=field, reward_id=reward_id)
    chips = [_chip(say, reward_id, field, value) for value in CHIPS[field]]
    way_back = [go(say, "button-cancel", Place.REWARDS)]
    if reward_id != NEW:
        way_back = [button(say.label("button-back"), RewardTap(act="open", reward_id=reward_id))]
    text = say(f"owner-reward-ask-{_dashed(field)}")
    await show(event, text, keyboard(*in_rows(chips, 3), way_back))


def _chip(say: Say, reward_id: int, field: str, value: int | None) -> InlineKeyboardButton:
    label = say.label(f"owner-reward-without-{_dashed(field)}") if value is None else str(value)
    return button(label, _tap("set", reward_id, field, value))


def _tap(act: str, reward_id: int, field: str, value: int | None = None) -> RewardTap:
    return RewardTap(act=act, reward_id=reward_id, field=field, value=value)


async def choose(
    query: CallbackQuery,
    callback_data: RewardTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
    tap: Tap,
) -> None:
    data = await state.get_data()
    asked = (data["reward_id"], data["field"])
    if asked != (callback_data.reward_id, callback_data.field):
        tap.alert(say.label("owner-stale"))
        return
    await _take(query, ctx, say, state, visitor, data, callback_data.value)


async def answer(
    message: Message, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    data = await state.get_data()
    field = data["field"]
    if field == "picture":
        if not message.photo:
            await message.answer(say("owner-need-photo"))
            return
        await _take(message, ctx, say, state, visitor, data, message.photo[-1].file_id)
        return
    if message.text is None:
        await message.answer(say("owner-need-text"))
        return
    value: str | int = message.text
    if field in RANGES:
        value = parse_whole(message.text, least=RANGES[field].least, most=RANGES[field].most)
    elif field == "title":
        value = one_line(message.text, most=TITLE_LENGTH)
    await _take(message, ctx, say, state, visitor, data, value)


async def _take(
    event: Message | CallbackQuery,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
    data: dict[str, Any],
    value: str | int | None,
) -> None:
    """A field is known: change it, or ask the new reward's next one."""
    field, reward_id = data["field"], data["reward_id"]
    if reward_id != NEW:
        await rewards.change(ctx, visitor.identity_id, reward_id, **{field: value})
        await state.clear()
        await _reward(event, ctx, say, visitor, reward_id)
        return
    known = {**data["new"], field: value}
    following = STEPS[STEPS.index(field) + 1 :]
    if following:
        await state.update_data(new=known)
        await _ask(event, say, state, following[0], NEW)
        return
    reward_id = await rewards.add(ctx, visitor.identity_id, NewReward(**known))
    await state.clear()
    await _reward(event, ctx, say, visitor, reward_id)


def _dashed(name: str) -> str:
    return name.replace("_", "-")
