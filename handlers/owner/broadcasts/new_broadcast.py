"""A broadcast in the making: whom it is for, and its post."""

import json
from typing import Any

from aiogram import F, Router
from aiogram.enums import ContentType
from aiogram.types import Message

from handlers.desk import Desk
from handlers.owner.audience import purpose
from handlers.owner.audience.audience_words import described, reach_text
from handlers.owner.audience.choice import choose
from handlers.owner.audience.question_taps import AskAct
from handlers.owner.broadcasts.post_taps import (
    BroadcastForm,
    PostAct,
    PostTap,
    sample_card,
    sample_stop,
)
from handlers.owner.broadcasts.send_post import control
from handlers.owner.shared.navigation import STEP, Answer, Go, Place, back, go
from handlers.screens import Row, button, keyboard
from messengers.words import Say
from services.campaigns import campaigns
from services.segments import audience_queries
from services.segments.questions.tree import Node, from_json, to_json

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
    purpose.add(POSTING)
    message(take_post, Answer(), BroadcastForm.post, flags=STEP)


async def start(desk: Desk) -> None:
    await choose(desk, POSTING)


async def ask_post(desk: Desk, audience: Node) -> None:
    """The audience is known: say exactly whom it has, and ask for the post."""
    reach = await audience_queries.count(desk.ctx, desk.actor_id, audience)
    lines = [
        desk.say("owner-post-whom", whom=await described(desk, audience)),
        reach_text(desk.say, reach),
    ]
    another = go(desk.say, "owner-post-another", Place.BROADCAST)
    if reach.reachable:
        lines.append(desk.say("owner-post-ask"))
        await desk.state.set_state(BroadcastForm.post)
        await desk.state.set_data({"audience": to_json(audience)})
    else:
        lines.append(desk.say("owner-post-nobody"))
    await desk.show("\n\n".join(lines), keyboard([another], back(desk.say, Place.SPEAK)))


def _past(say: Say) -> Row:
    return [button(say.label("owner-post-past"), PostTap(act=PostAct.PAST))]


POSTING = purpose.Purpose(
    flow="broadcast",
    act=AskAct.BROADCAST,
    choice="owner-broadcast",
    home=Place.BROADCAST,
    then=ask_post,
    more=_past,
)


async def take_post(desk: Desk) -> None:
    post = await read_post(desk.message, desk.say)
    if post is None:
        return
    data = await desk.state.get_data()
    audience = from_json(data["audience"])
    posts = {desk.say.language: post}
    campaign_id = await campaigns.draft(desk.ctx, desk.actor_id, audience, posts)
    await desk.state.clear()
    await show_post(desk)
    await control(desk, campaign_id)


async def read_post(message: Message, say: Say) -> dict[str, Any] | None:
    """The message as it is kept; None, with a sentence, for what a broadcast can't carry."""
    if message.content_type not in POSTS or message.media_group_id is not None:
        await message.answer(say("owner-post-unfit"))
        return None
    post: dict[str, Any] = json.loads(message.model_dump_json(exclude_none=True))
    return post


async def show_post(desk: Desk) -> None:
    """The post as members will see it."""
    bare = desk.message.model_copy(update={"reply_markup": None})
    buttons = keyboard([sample_card(desk.say)], [sample_stop(desk.say)])
    await bare.send_copy(desk.chat_id, reply_markup=buttons)
