"""Questions about chats, people and files; signs of life."""

from typing import Any

from sandbox.chats import Chat
from sandbox.errors import bad_request
from sandbox.files import DOWNLOAD_BYTES
from sandbox.methods.access import known_chat, writable_chat
from sandbox.methods.registry import models
from sandbox.params import Params
from sandbox.telegram import Telegram

_ACTIONS = frozenset({
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note",
    "upload_video_note",
})  # fmt: skip


@models("sendChatAction", "chat_id", "action")
def send_chat_action(telegram: Telegram, params: Params) -> bool:
    chat = writable_chat(telegram, params)
    action = params.text("action")
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    telegram.publish("typing", chat_id=chat.id, action=action)
    return True


@models("getChat", "chat_id")
def get_chat(telegram: Telegram, params: Params) -> dict[str, Any]:
    chat = known_chat(telegram, params)
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
def get_chat_member(telegram: Telegram, params: Params) -> dict[str, Any]:
    chat = known_chat(telegram, params)
    user_id = params.integer("user_id")
    user = telegram.user(user_id)
    if user is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    inside = user_id in _member_ids(telegram, chat)
    return {"status": "member" if inside else "left", "user": user}


@models("getChatMemberCount", "chat_id")
def get_chat_member_count(telegram: Telegram, params: Params) -> int:
    return len(_member_ids(telegram, known_chat(telegram, params)))


def _member_ids(telegram: Telegram, chat: Chat) -> frozenset[int]:
    if chat.private:
        return frozenset({chat.id, telegram.bot["id"]})
    return chat.members if chat.gone else chat.members | {telegram.bot["id"]}


@models("leaveChat", "chat_id")
def leave_chat(telegram: Telegram, params: Params) -> bool:
    chat = writable_chat(telegram, params)
    if chat.private:
        raise bad_request("chat member status can't be changed in private chats")
    chat.gone = "bot is not a member of the group chat"
    return True


@models("getFile", "file_id")
def get_file(telegram: Telegram, params: Params) -> dict[str, Any]:
    stored = telegram.files.get(params.text("file_id"))
    if stored is None:
        raise bad_request("invalid file_id")
    if len(stored.data) > DOWNLOAD_BYTES:
        raise bad_request("file is too big")
    return stored.described() | {"file_path": stored.path}


@models("getUserProfilePhotos", "user_id", "offset", "limit")
def get_user_profile_photos(telegram: Telegram, params: Params) -> dict[str, Any]:
    if telegram.user(params.integer("user_id")) is None:
        raise bad_request("user not found")
    # Nobody in the sandbox has a profile photo.
    return {"total_count": 0, "photos": []}
