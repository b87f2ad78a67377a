"""The post of a broadcast in each language: shown, added, replaced, taken out."""

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.callback_middleware import Tap
from handlers.owner.broadcasts.new_broadcast import read_post, show_post
from handlers.owner.broadcasts.post_taps import Posting, PostTap, to
from handlers.owner.broadcasts.send_post import control
from handlers.owner.shared.navigation import STEP, Answer
from handlers.screens import Row, button, keyboard, show
from messengers.words import Say, Words
from services.campaigns import campaigns
from services.context import Context
from services.errors import Gone
from services.staff.identities import Visitor


def add_to(router: Router) -> None:
    tap = router.callback_query.register
    tap(version, PostTap.filter(F.act == "version"))
    tap(send_version, PostTap.filter(F.act == "see"))
    tap(ask_version, PostTap.filter(F.act == "also"))
    router.message.register(take_version, Answer(), Posting.translation, flags=STEP)
    tap(remove, PostTap.filter(F.act == "remove"))


async def version(
    query: CallbackQuery, callback_data: PostTap, ctx: Context, say: Say, visitor: Visitor
) -> None:
    """One language of a post, and what can be done with it."""
    campaign_id, language = callback_data.campaign_id, callback_data.value
    draft = await campaigns.preview(ctx, visitor.identity_id, campaign_id)
    if language not in draft.languages:
        raise Gone
    alone = len(draft.languages) == 1

    def way(key: str, act: str) -> Row:
        return [button(say.label(key), to(act, campaign_id, language))]

    await show(
        query,
        say("owner-post-version-title", language=language, alone=alone),
        keyboard(
            way("owner-post-me", "see"),
            way("owner-post-replace", "also"),
            [] if alone else way("owner-post-remove", "remove"),
            way("button-back", "look"),
        ),
    )


async def send_version(
    _query: CallbackQuery,
    callback_data: PostTap,
    ctx: Context,
    say: Say,
    visitor: Visitor,
    tap: Tap,
) -> None:
    await campaigns.send_to_self(
        ctx, visitor.identity_id, callback_data.campaign_id, language=callback_data.value
    )
    tap.toast(say.label("owner-post-on-its-way"))


async def ask_version(
    query: CallbackQuery,
    callback_data: PostTap,
    ctx: Context,
    say: Say,
    state: FSMContext,
    words: Words,
    visitor: Visitor,
) -> None:
    campaign_id, language = callback_data.campaign_id, callback_data.value
    if language not in words.languages:
        raise Gone
    draft = await campaigns.preview(ctx, visitor.identity_id, campaign_id)
    await state.set_state(Posting.translation)
    await state.set_data({"campaign_id": campaign_id, "language": language})
    text = say("owner-post-ask-version", language=language, again=language in draft.languages)
    way_back = button(say.label("button-back"), to("look", campaign_id))
    await show(query, text, keyboard([way_back]))


async def take_version(
    message: Message, ctx: Context, say: Say, words: Words, state: FSMContext, visitor: Visitor
) -> None:
    post = await read_post(message, say)
    if post is None:
        return
    data = await state.get_data()
    campaign_id = data["campaign_id"]
    posts = {data["language"]: post}
    await campaigns.change(ctx, visitor.identity_id, campaign_id, posts=posts)
    await state.clear()
    await show_post(message, say)
    await control(message, ctx, say, words, visitor, campaign_id)


async def remove(
    query: CallbackQuery,
    callback_data: PostTap,
    ctx: Context,
    say: Say,
    words: Words,
    visitor: Visitor,
) -> None:
    campaign_id = callback_data.campaign_id
    await campaigns.remove_post(ctx, visitor.identity_id, campaign_id, callback_data.value)
    await control(query, ctx, say, words, visitor, campaign_id)
