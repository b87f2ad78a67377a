"""Keeping a question under a name, live or as a frozen list; renaming and deleting it."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.owner.audience.audience_words import described
from handlers.owner.segments.question_screen import (
    Asking,
    AskTap,
    draw_saved,
    node_of,
    number_of,
    still,
    to_it,
)
from handlers.owner.segments.segments import home
from handlers.owner.shared.navigation import SENTENCE_LENGTH, STEP, Go, Place, Typed, on_acts, short
from handlers.screens import button, keyboard, show
from messengers.words import Say
from services.context import Context
from services.errors import Gone
from services.segments import saved_segments
from services.segments.questions.tree import to_json
from services.staff.identities import Visitor


def add_to(router: Router) -> None:
    router.message.register(take_name, Typed(), Asking.name, flags=STEP)
    on_acts(
        router,
        AskTap,
        {
            "save": ask_name,
            "freeze": ask_name,
            "rename": ask_new_name,
            "named": take_proposed,
            "delete": ask_delete,
            "gone": delete,
        },
    )


async def ask_name(
    query: CallbackQuery, callback_data: AskTap, ctx: Context, say: Say, state: FSMContext
) -> None:
    """A name is typed, or the question's own words serve; for a segment as for a frozen list."""
    act = callback_data.act
    words = await described(ctx, say, still(await state.get_data(), callback_data.value))
    proposed = short(words, saved_segments.NAME_LENGTH)
    await state.set_state(Asking.name)
    await state.update_data(act=act, proposed=proposed)
    own_words = button(short(proposed, SENTENCE_LENGTH), AskTap(act="named"))
    await show(query, say(f"question-name-{act}"), keyboard([own_words], to_it(say)))


async def ask_new_name(
    query: CallbackQuery,
    callback_data: AskTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
) -> None:
    one = await saved_segments.show(ctx, visitor.identity_id, number_of(callback_data.value))
    await state.set_state(Asking.name)
    await state.set_data({"tree": to_json(one.node), "segment": one.id, "act": "rename"})
    await show(query, say("question-name-rename"), keyboard(to_it(say)))


async def take_name(
    message: Message, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    await _keep(message, ctx, say, state, visitor, message.text or "")


async def take_proposed(
    query: CallbackQuery, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    data = await state.get_data()
    if "proposed" not in data:
        raise Gone
    await _keep(query, ctx, say, state, visitor, data["proposed"])


async def _keep(
    event: Message | CallbackQuery,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
    name: str,
) -> None:
    data = await state.get_data()
    if data.get("act") == "rename" and "segment" in data:
        await saved_segments.rename(ctx, visitor.identity_id, data["segment"], name)
        await draw_saved(event, ctx, say, state, visitor, data["segment"])
        return
    frozen = data.get("act") == "freeze"
    one = await saved_segments.save(ctx, visitor.identity_id, name, node_of(data), frozen=frozen)
    await draw_saved(event, ctx, say, state, visitor, one.id)


async def ask_delete(
    query: CallbackQuery, callback_data: AskTap, ctx: Context, say: Say, visitor: Visitor
) -> None:
    one = await saved_segments.show(ctx, visitor.identity_id, number_of(callback_data.value))
    yes = button(
        say.label("question-delete"), AskTap(act="gone", value=callback_data.value), style="danger"
    )
    await show(query, say("question-delete-sure", name=one.name), keyboard([yes], to_it(say)))


async def delete(
    query: CallbackQuery,
    callback_data: AskTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
) -> None:
    await saved_segments.delete(ctx, visitor.identity_id, number_of(callback_data.value))
    await home(query, Go(to=Place.SEGMENTS), ctx, say, state, visitor)
