"""The post of a broadcast in each language: shown, added, replaced, taken out."""

from aiogram import Router

from handlers.desk import Desk
from handlers.owner.broadcasts.new_broadcast import read_post, show_post
from handlers.owner.broadcasts.post_taps import BroadcastForm, PostAct, PostTap, post_tap
from handlers.owner.broadcasts.send_post import control
from handlers.owner.shared.navigation import STEP, Answer
from handlers.screens import Row, button, keyboard
from services.campaigns import campaigns
from services.errors import Gone


def add_to(router: Router) -> None:
    tap = router.callback_query.register
    tap(version, PostTap.on(PostAct.VERSION))
    tap(send_version, PostTap.on(PostAct.SEE))
    tap(ask_version, PostTap.on(PostAct.ALSO))
    router.message.register(take_version, Answer(), BroadcastForm.translation, flags=STEP)
    tap(remove, PostTap.on(PostAct.REMOVE))


async def version(desk: Desk, tap: PostTap) -> None:
    """One language of a post, and what can be done with it."""
    campaign_id, language = tap.campaign_id, tap.value
    draft = await campaigns.preview(desk.ctx, desk.actor_id, campaign_id)
    if language not in draft.languages:
        raise Gone
    alone = len(draft.languages) == 1

    def way(key: str, act: PostAct) -> Row:
        return [button(desk.say.label(key), post_tap(act, campaign_id, language))]

    await desk.show(
        desk.say("owner-post-version-title", language=language, alone=alone),
        keyboard(
            way("owner-post-me", PostAct.SEE),
            way("owner-post-replace", PostAct.ALSO),
            [] if alone else way("owner-post-remove", PostAct.REMOVE),
            way("button-back", PostAct.LOOK),
        ),
    )


async def send_version(desk: Desk, tap: PostTap) -> None:
    await campaigns.send_to_self(desk.ctx, desk.actor_id, tap.campaign_id, language=tap.value)
    desk.toast("owner-post-on-its-way")


async def ask_version(desk: Desk, tap: PostTap) -> None:
    campaign_id, language = tap.campaign_id, tap.value
    if language not in desk.words.languages:
        raise Gone
    draft = await campaigns.preview(desk.ctx, desk.actor_id, campaign_id)
    await desk.state.set_state(BroadcastForm.translation)
    await desk.state.set_data({"campaign_id": campaign_id, "language": language})
    text = desk.say("owner-post-ask-version", language=language, again=language in draft.languages)
    way_back = button(desk.say.label("button-back"), post_tap(PostAct.LOOK, campaign_id))
    await desk.show(text, keyboard([way_back]))


async def take_version(desk: Desk) -> None:
    post = await read_post(desk.message, desk.say)
    if post is None:
        return
    data = await desk.state.get_data()
    campaign_id = data["campaign_id"]
    posts = {data["language"]: post}
    await campaigns.change(desk.ctx, desk.actor_id, campaign_id, posts=posts)
    await desk.state.clear()
    await show_post(desk)
    await control(desk, campaign_id)


async def remove(desk: Desk, tap: PostTap) -> None:
    campaign_id = tap.campaign_id
    await campaigns.remove_post(desk.ctx, desk.actor_id, campaign_id, tap.value)
    await control(desk, campaign_id)
