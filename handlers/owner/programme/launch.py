"""The first run: a preset, a name, the programme in one plain sentence, and it is live."""

from typing import Any

from aiogram import F, Router
from aiogram.fsm.state import State, StatesGroup

from handlers.desk import Desk
from handlers.owner.programme import programme_words
from handlers.owner.shared.navigation import STEP, Go, Place, Typed, go, short
from handlers.routing import Tap
from handlers.screens import button, keyboard
from services.programme import settings
from services.programme.settings import Changes, Preset

DRAFT = "draft"
"""Key of the conversation's data under which the terms wait that are not live yet."""


class Launching(StatesGroup):
    name = State()  # the shop's name is being typed
    read = State()  # the whole programme is on the screen


class PresetTap(Tap, prefix="olp"):
    preset: Preset


class LaunchTap(Tap, prefix="ol"):
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


async def ask_preset(desk: Desk) -> None:
    terms = await desk.terms()
    rows = []
    for kind in Preset:
        changes = await settings.preset(desk.ctx, kind)
        rate = programme_words.rates(desk.say, changes.rates.values())
        rows.append(
            [button(desk.say.label(f"owner-preset-{kind}", rate=rate), PresetTap(preset=kind))]
        )
    rows.append([go(desk.say, "owner-launch-later", Place.HOME)])
    await desk.show(desk.say("owner-launch-preset", shop=terms.shop_name), keyboard(*rows))


async def choose_preset(desk: Desk, tap: PresetTap) -> None:
    changes = await settings.preset(desk.ctx, tap.preset)
    await desk.state.set_state(Launching.name)
    await desk.state.set_data({DRAFT: changes.to_json()})
    terms = await desk.terms()
    keep = button(
        desk.say.label("owner-launch-keep", name=short(terms.shop_name, 18)),
        LaunchTap(act="keep"),
        style="primary",
    )
    await desk.show(
        desk.say("owner-launch-name"),
        keyboard([keep], [go(desk.say, "button-back", Place.LAUNCH)]),
    )


async def keep_name(desk: Desk) -> None:
    await read(desk, Changes())


async def type_name(desk: Desk) -> None:
    await read(desk, Changes({"shop_name": desk.message.text}))


async def read(desk: Desk, more: Changes) -> None:
    """Show the whole programme as it would be with `more`, before it is live."""
    changes = draft_of(await desk.state.get_data()).and_then(more)
    terms = await settings.preview(desk.ctx, changes)
    await desk.state.set_state(Launching.read)
    await desk.state.set_data({DRAFT: changes.to_json()})
    text = "\n\n".join(
        (
            desk.say("owner-launch-read"),
            programme_words.sentence(desk.say, terms),
            programme_words.example(desk.say, terms),
        )
    )
    await desk.show(
        text,
        keyboard(
            [button(desk.say.label("owner-launch-go"), LaunchTap(act="go"), style="success")],
            [button(desk.say.label("owner-launch-change"), LaunchTap(act="change"))],
            [go(desk.say, "button-back", Place.LAUNCH)],
        ),
    )


async def read_again(desk: Desk) -> None:
    if DRAFT in await desk.state.get_data():
        await read(desk, Changes())
    else:
        await ask_preset(desk)


async def launch(desk: Desk) -> None:
    data = await desk.state.get_data()
    if DRAFT not in data and (await desk.terms()).launched_at is None:
        await ask_preset(desk)
        return
    changes = draft_of(data) if DRAFT in data else Changes()
    terms = await settings.launch(desk.ctx, desk.actor_id, changes)
    await desk.state.clear()
    await desk.show(
        desk.say("owner-launched", shop=terms.shop_name),
        keyboard(
            [
                go(desk.say, "owner-go-staff", Place.STAFF),
                go(desk.say, "owner-go-poster", Place.POSTER),
            ],
            [
                go(desk.say, "owner-go-rewards", Place.REWARDS),
                go(desk.say, "owner-go-home", Place.HOME),
            ],
        ),
    )


def draft_of(data: dict[str, Any]) -> Changes:
    return Changes.from_json(data[DRAFT])
