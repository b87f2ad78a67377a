"""Questions about chats, people and files; signs of life."""

from typing import TYPE_CHECKING, Any

from sandbox.chats import Chat
from sandbox.errors import bad_request
from sandbox.files import DOWNLOAD_BYTES
from sandbox.methods.access import known_chat, writable_chat
from sandbox.methods.registry import models
from sandbox.params import Params

if TYPE_CHECKING:
    from sandbox.world import World

_ACTIONS = frozenset({
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note",
    "upload_video_note",
})  # fmt: skip


@models("sendChatAction", "chat_id", "action")
def send_chat_action(world: "World", params: Params) -> bool:
    chat = writable_chat(world, params)
    action = params.text("action")
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.publish("typing", chat_id=chat.id, action=action)
    return True


@models("getChat", "chat_id")
def get_chat(world: "World", params: Params) -> dict[str, Any]:
    chat = known_chat(world, params)
    # Every full answer names the accent colour and the most reactions; plain chats have these.
    info = chat.info | {"accent_color_id": 0, "max_reaction_count": 11}
    info["accepted_gift_types"] = dict.fromkeys(
        ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription",
         "gifts_from_channels"), False
    )  # fmt: skip
    if chat.pinned:
        info["pinned_message"] = chat.posts[chat.pinned[-1]].message
    return info


@models("getChatMember", "chat_id", "user_id")
def get_chat_member(world: "World", params: Params) -> dict[str, Any]:
    chat = known_chat(world, params)
    user_id = params.integer("user_id")
    user = world.user(user_id)
    if user is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    inside = user_id in _member_ids(world, chat)
    return {"status": "member" if inside else "left", "user": user}


@models("getChatMemberCount", "chat_id")
def get_chat_member_count(world: "World", params: Params) -> int:
    return len(_member_ids(world, known_chat(world, params)))


def _member_ids(world: "World", chat: Chat) -> set[int]:
    if chat.private:
        return {chat.id, world.bot["id"]}
    bot = set() if chat.gone else {world.bot["id"]}
    return {person.id for person in world.groups[chat.id].members} | bot


@models("leaveChat", "chat_id")
def leave_chat(world: "World", params: Params) -> bool:
    chat = writable_chat(world, params)
    if chat.private:
        raise bad_request("chat member status can't be changed in private chats")
    chat.gone = "bot is not a member of the group chat"
    return True


@models("getFile", "file_id")
def get_file(world: "World", params: Params) -> dict[str, Any]:
    stored = world.files.get(params.text("file_id"))
    if stored is None:
        raise bad_request("invalid file_id")
    if len(stored.data) > DOWNLOAD_BYTES:
        raise bad_request("file is too big")
    return stored.described() | {"file_path": stored.path}


@models("getUserProfilePhotos", "user_id", "offset", "limit")
def get_user_profile_photos(world: "World", params: Params) -> dict[str, Any]:
    if world.user(params.integer("user_id")) is None:
        raise bad_request("user not found")
    # Nobody in the sandbox has a profile photo.
    return {"total_count": 0, "photos": []}
