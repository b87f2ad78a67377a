"""The first run: a preset, a name, the programme in one plain sentence, and it is live."""

from dataclasses import replace
from enum import StrEnum

from aiogram import F, Router
from aiogram.fsm.state import State, StatesGroup

from handlers.desk import Desk
from handlers.owner.programme import programme_words, terms
from handlers.owner.programme.term_table import RATE
from handlers.owner.shared.fields import NEW, Draft, Values
from handlers.owner.shared.form import FormTap, Screen
from handlers.owner.shared.navigation import STEP, Go, Place, Typed, go, short
from handlers.routing import Tap
from handlers.screens import button, keyboard
from services.programme import Terms, settings
from services.programme.settings import Preset


class LaunchForm(StatesGroup):
    name = State()  # the shop's name is being typed
    read = State()  # the whole programme is on the screen


class PresetTap(Tap, prefix="olp"):
    preset: Preset


class LaunchAct(StrEnum):
    KEEP = "keep"  # the shop's name
    READ = "read"
    CHANGE = "change"
    GO = "go"


class LaunchTap(Tap, prefix="ol"):
    act: LaunchAct


class LaunchTermTap(FormTap, prefix="olt"):
    pass


def add_to(router: Router) -> None:
    tap = router.callback_query.register
    tap(ask_preset, Go.filter(F.to == Place.LAUNCH))
    tap(choose_preset, PresetTap.filter())
    tap(keep_name, LaunchTap.on(LaunchAct.KEEP), LaunchForm.name, flags=STEP)
    router.message.register(type_name, Typed(), LaunchForm.name, flags=STEP)
    tap(read_again, LaunchTap.on(LaunchAct.READ), flags=STEP)
    tap(choose_term, LaunchTap.on(LaunchAct.CHANGE), flags=STEP)
    tap(launch, LaunchTap.on(LaunchAct.GO), flags=STEP)
    form.add_to(router)


async def ask_preset(desk: Desk) -> None:
    shop = (await desk.terms()).shop_name
    rows = []
    for kind in Preset:
        changes = await settings.preset(desk.ctx, kind)
        rate = programme_words.rates(desk.say, changes.rates.values())
        rows.append(
            [button(desk.say.label(f"owner-preset-{kind}", rate=rate), PresetTap(preset=kind))]
        )
    rows.append([go(desk.say, "owner-launch-later", Place.HOME)])
    await desk.show(desk.say("owner-launch-preset", shop=shop), keyboard(*rows))


async def choose_preset(desk: Desk, tap: PresetTap) -> None:
    changes = await settings.preset(desk.ctx, tap.preset)
    rates = {f"{RATE}{level_id}": rate for level_id, rate in changes.rates.items()}
    await desk.wait(LaunchForm.name, form.draft(**changes.values, **rates))
    shop = (await desk.terms()).shop_name
    keep = button(
        desk.say.label("owner-launch-keep", name=short(shop, 18)),
        LaunchTap(act=LaunchAct.KEEP),
        style="primary",
    )
    await desk.show(
        desk.say("owner-launch-name"),
        keyboard([keep], [go(desk.say, "button-back", Place.LAUNCH)]),
    )


async def keep_name(desk: Desk) -> None:
    await form.draw_card(desk, await form.known(desk))


async def type_name(desk: Desk) -> None:
    await form.take(desk, await form.known(desk), {"shop_name": desk.message.text})


async def _read(desk: Desk, draft: Draft) -> Screen:
    """The whole programme as it would be, before it is live."""
    drafted = await _drafted(desk, draft)
    text = "\n\n".join(
        (
            desk.say("owner-launch-read"),
            programme_words.sentence(desk.say, drafted),
            programme_words.example(desk.say, drafted),
        )
    )
    live, change = LaunchTap(act=LaunchAct.GO), LaunchTap(act=LaunchAct.CHANGE)
    return text, keyboard(
        [button(desk.say.label("owner-launch-go"), live, style="success")],
        [button(desk.say.label("owner-launch-change"), change)],
        [go(desk.say, "button-back", Place.LAUNCH)],
    )


async def read_again(desk: Desk) -> None:
    draft = await form.known_or_none(desk)
    if draft is None:
        await ask_preset(desk)
    else:
        await form.draw_card(desk, draft)


async def choose_term(desk: Desk) -> None:
    draft = await form.known_or_none(desk)
    if draft is None:
        await ask_preset(desk)
        return
    rows = terms.term_rows(form, desk.say, await _drafted(desk, draft))
    to_draft = [button(desk.say.label("button-back"), LaunchTap(act=LaunchAct.READ))]
    await desk.show(desk.say("owner-launch-what"), keyboard(*rows, to_draft))


async def _drafted(desk: Desk, draft: Draft) -> Terms:
    return await settings.preview(desk.ctx, terms.changes_of(draft.values))


async def launch(desk: Desk) -> None:
    draft = await form.known_or_none(desk)
    if draft is None and (await desk.terms()).launched_at is None:
        await ask_preset(desk)
        return
    await form.end(desk, form.draft() if draft is None else draft)


async def _launch(desk: Desk, values: Values) -> int:
    await settings.launch(desk.ctx, desk.actor_id, terms.changes_of(values))
    return NEW


async def _launched(desk: Desk, _: int) -> None:
    await desk.show(
        desk.say("owner-launched", shop=(await desk.terms()).shop_name),
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


form = replace(
    terms.form,
    tap=LaunchTermTap,
    asking=terms.TermsForm.drafted,
    sure=LaunchForm.read,
    terms=_drafted,
    card=_read,
    preview=None,
    add=_launch,
    show=_launched,
    out=lambda say, _: [button(say.label("button-back"), LaunchTap(act=LaunchAct.CHANGE))],
    toast=False,
)
