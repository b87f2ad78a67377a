"""Keeping a question under a name, live or as a frozen list; renaming and deleting it."""

from aiogram import Router

from handlers.desk import Desk
from handlers.owner.audience.audience_words import described
from handlers.owner.audience.purpose import begin
from handlers.owner.audience.question_screen import draw_saved, node_of, question_of_screen
from handlers.owner.audience.question_taps import (
    AskAct,
    AskTap,
    QuestionForm,
    back_to_question,
    number_of,
)
from handlers.owner.segments.segments import home
from handlers.owner.shared.navigation import SENTENCE_LENGTH, STEP, Go, Place, Typed, on_acts, short
from handlers.screens import button, keyboard
from services.errors import Gone
from services.segments import saved_segments
from services.segments.questions.tree import to_json


def add_to(router: Router) -> None:
    router.message.register(take_name, Typed(), QuestionForm.name, flags=STEP)
    on_acts(
        router,
        AskTap,
        {
            AskAct.SAVE: ask_name,
            AskAct.FREEZE: ask_name,
            AskAct.RENAME: ask_new_name,
            AskAct.NAMED: take_proposed,
            AskAct.DELETE: ask_delete,
            AskAct.GONE: delete,
        },
    )


async def ask_name(desk: Desk, tap: AskTap) -> None:
    """A name is typed, or the question's own words serve; for a segment as for a frozen list."""
    act = tap.act
    words = await described(desk, question_of_screen(await desk.state.get_data(), tap.value))
    proposed = short(words, saved_segments.NAME_LENGTH)
    await desk.state.set_state(QuestionForm.name)
    await desk.state.update_data(act=act, proposed=proposed)
    own_words = button(short(proposed, SENTENCE_LENGTH), AskTap(act=AskAct.NAMED))
    await desk.show(
        desk.say(f"question-name-{act}"), keyboard([own_words], back_to_question(desk.say))
    )


async def ask_new_name(desk: Desk, tap: AskTap) -> None:
    one = await saved_segments.show(desk.ctx, desk.actor_id, number_of(tap.value))
    naming = {"tree": to_json(one.node), "segment": one.id, "act": tap.act}
    await begin(desk, QuestionForm.name, **naming)
    await desk.show(desk.say("question-name-rename"), keyboard(back_to_question(desk.say)))


async def take_name(desk: Desk) -> None:
    await _keep(desk, desk.message.text or "")


async def take_proposed(desk: Desk) -> None:
    data = await desk.state.get_data()
    if "proposed" not in data:
        raise Gone
    await _keep(desk, data["proposed"])


async def _keep(desk: Desk, name: str) -> None:
    data = await desk.state.get_data()
    if data.get("act") == AskAct.RENAME and "segment" in data:
        await saved_segments.rename(desk.ctx, desk.actor_id, data["segment"], name)
        await draw_saved(desk, data["segment"])
        return
    frozen = data.get("act") == AskAct.FREEZE
    one = await saved_segments.save(desk.ctx, desk.actor_id, name, node_of(data), frozen=frozen)
    await draw_saved(desk, one.id)


async def ask_delete(desk: Desk, tap: AskTap) -> None:
    one = await saved_segments.show(desk.ctx, desk.actor_id, number_of(tap.value))
    yes = button(
        desk.say.label("question-delete"), AskTap(act=AskAct.GONE, value=tap.value), style="danger"
    )
    await desk.show(
        desk.say("question-delete-sure", name=one.name), keyboard([yes], back_to_question(desk.say))
    )


async def delete(desk: Desk, tap: AskTap) -> None:
    await saved_segments.delete(desk.ctx, desk.actor_id, number_of(tap.value))
    await home(desk, Go(to=Place.SEGMENTS))
