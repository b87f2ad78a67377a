"""A broadcast in the making: whom it is for, and its post."""

import json
from typing import Any

from aiogram import F, Router
from aiogram.enums import ContentType
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.owner.audience.audience_picker import Picker, choices
from handlers.owner.audience.audience_words import described, reach_text
from handlers.owner.broadcasts.post_taps import Posting, PostTap, sample_card, sample_stop
from handlers.owner.broadcasts.send_post import control
from handlers.owner.shared.navigation import STEP, Answer, Go, Place, back, go
from handlers.screens import button, keyboard, show
from messengers.words import Say, Words
from services.campaigns import campaigns
from services.context import Context
from services.segments import audience_queries
from services.segments.questions.tree import Node, from_json, to_json
from services.staff.identities import Visitor

POSTS = {
    ContentType.TEXT,
    ContentType.PHOTO,
    ContentType.VIDEO,
    ContentType.ANIMATION,
    ContentType.DOCUMENT,
}


def add_to(router: Router) -> None:
    tap, message = router.callback_query.register, router.message.register
    tap(start, Go.filter(F.to == Place.BROADCAST))
    picker.add_to(router)
    message(take_post, Answer(), Posting.post, flags=STEP)


async def start(
    query: CallbackQuery, ctx: Context, say: Say, state: FSMContext, visitor: Visitor
) -> None:
    await state.set_state(Posting.audience)
    await state.set_data({})
    past = [button(say.label("owner-post-past"), PostTap(act="past"))]
    await show(query, say("owner-broadcast"), await choices(ctx, say, visitor, past))


async def ask_post(
    event: Message | CallbackQuery,
    ctx: Context,
    say: Say,
    state: FSMContext,
    visitor: Visitor,
    audience: Node,
) -> None:
    """The audience is known: say exactly whom it has, and ask for the post."""
    reach = await audience_queries.count(ctx, visitor.identity_id, audience)
    lines = [
        say("owner-post-whom", whom=await described(ctx, say, audience)),
        reach_text(say, reach),
    ]
    another = go(say, "owner-post-another", Place.BROADCAST)
    if reach.reachable:
        lines.append(say("owner-post-ask"))
        await state.set_state(Posting.post)
        await state.set_data({"audience": to_json(audience)})
    else:
        lines.append(say("owner-post-nobody"))
    await show(event, "\n\n".join(lines), keyboard([another], back(say)))


picker = Picker(Posting.audience, Place.BROADCAST, ask_post)


async def take_post(
    message: Message, ctx: Context, say: Say, words: Words, state: FSMContext, visitor: Visitor
) -> None:
    post = await read_post(message, say)
    if post is None:
        return
    data = await state.get_data()
    audience = from_json(data["audience"])
    posts = {say.language: post}
    campaign_id = await campaigns.draft(ctx, visitor.identity_id, audience, posts)
    await state.clear()
    await show_post(message, say)
    await control(message, ctx, say, words, visitor, campaign_id)


async def read_post(message: Message, say: Say) -> dict[str, Any] | None:
    """The message as it is kept; None, with a sentence, for what a broadcast can't carry."""
    if message.content_type not in POSTS or message.media_group_id is not None:
        await message.answer(say("owner-post-unfit"))
        return None
    post: dict[str, Any] = json.loads(message.model_dump_json(exclude_none=True))
    return post


async def show_post(message: Message, say: Say) -> None:
    """The post as members will see it."""
    bare = message.model_copy(update={"reply_markup": None})
    buttons = keyboard([sample_card(say)], [sample_stop(say)])
    await bare.send_copy(message.chat.id, reply_markup=buttons)
