"""The first run: a preset, a name, the programme in one plain sentence, and it is live."""

from typing import Any

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from handlers.owner.programme import programme_words
from handlers.owner.shared.navigation import STEP, Go, Place, Typed, go, short
from handlers.screens import button, keyboard, show
from messengers.words import Say
from services import programme
from services.context import Context
from services.programme import settings
from services.programme.settings import Changes, Preset
from services.staff.identities import Visitor

DRAFT = "draft"
"""Key of the conversation's data under which the terms wait that are not live yet."""


class Launching(StatesGroup):
    name = State()  # the shop's name is being typed
    read = State()  # the whole programme is on the screen


class PresetTap(CallbackData, prefix="olp"):
    preset: Preset


class LaunchTap(CallbackData, prefix="ol"):
    act: str


def add_to(router: Router) -> None:
    router.callback_query.register(ask_preset, Go.filter(F.to == Place.LAUNCH))
    router.callback_query.register(choose_preset, PresetTap.filter())
    router.callback_query.register(
        keep_name, LaunchTap.filter(F.act == "keep"), Launching.name, flags=STEP
    )
    router.message.register(type_name, Typed(), Launching.name, flags=STEP)
    router.callback_query.register(read_again, LaunchTap.filter(F.act == "read"), flags=STEP)
    router.callback_query.register(launch, LaunchTap.filter(F.act == "go"), flags=STEP)


async def ask_preset(event: Message | CallbackQuery, ctx: Context, say: Say) -> None:
    terms = await programme.current(ctx)
    rows = []
    for kind in Preset:
        changes = await settings.preset(ctx, kind)
        rate = programme_words.rates(say, changes.rates.values())
        rows.append([button(say.label(f"owner-preset-{kind}", rate=rate), PresetTap(preset=kind))])
    rows.append([go(say, "owner-launch-later", Place.HOME)])
    await show(event, say("owner-launch-preset", shop=terms.shop_name), keyboard(*rows))


async def choose_preset(
    query: CallbackQuery, callback_data: PresetTap, ctx: Context, say: Say, state: FSMContext
) -> None:
    changes = await settings.preset(ctx, callback_data.preset)
    await state.set_state(Launching.name)
    await state.set_data({DRAFT: changes.to_json()})
    terms = await programme.current(ctx)
    keep = button(
        say.label("owner-launch-keep", name=short(terms.shop_name, 18)),
        LaunchTap(act="keep"),
        style="primary",
    )
    await show(
        query,
        say("owner-launch-name"),
        keyboard([keep], [go(say, "button-back", Place.LAUNCH)]),
    )


async def keep_name(query: CallbackQuery, ctx: Context, say: Say, state: FSMContext) -> None:
    await read(query, ctx, say, state, Changes())


async def type_name(message: Message, ctx: Context, say: Say, state: FSMContext) -> None:
    await read(message, ctx, say, state, Changes({"shop_name": message.text}))


async def read(
    event: Message | CallbackQuery, ctx: Context, say: Say, state: FSMContext, more: Changes
) -> None:
    """Show the whole programme as it would be with `more`, before it is live."""
    changes = draft_of(await state.get_data()).and_then(more)
    terms = await settings.preview(ctx, changes)
    await state.set_state(Launching.read)
    await state.set_data({DRAFT: changes.to_json()})
    text = "\n\n".join(
        (
            say("owner-launch-read"),
            programme_words.sentence(say, terms),
            programme_words.example(say, terms),
        )
    )
    await show(
        event,
        text,
        keyboard(
            [button(say.label("owner-launch-go"), LaunchTap(act="go"), style="success")],
            [button(say.label("owner-launch-change"), LaunchTap(act="change"))],
            [go(say, "button-back", Place.LAUNCH)],
        ),
    )


async def read_again(query: CallbackQuery, ctx: Context, say: Say, state: FSMContext) -> None:
    if DRAFT in await state.get_data():
        await read(query, ctx, say, state, Changes())
    else:
        await ask_preset(query, ctx, say)


async def launch(
    query: CallbackQuery, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    data = await state.get_data()
    if DRAFT not in data and (await programme.current(ctx)).launched_at is None:
        await ask_preset(query, ctx, say)
        return
    changes = draft_of(data) if DRAFT in data else Changes()
    terms = await settings.launch(ctx, visitor.identity_id, changes)
    await state.clear()
    await show(
        query,
        say("owner-launched", shop=terms.shop_name),
        keyboard(
            [go(say, "owner-go-staff", Place.STAFF), go(say, "owner-go-poster", Place.POSTER)],
            [go(say, "owner-go-rewards", Place.REWARDS), go(say, "owner-go-home", Place.HOME)],
        ),
    )


def draft_of(data: dict[str, Any]) -> Changes:
    return Changes.from_json(data[DRAFT])
