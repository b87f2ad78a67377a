"""How the bot asks for updates. Webhooks are not modelled beyond being absent."""

from typing import Any

from sandbox.errors import NotModelled, bad_request
from sandbox.methods.registry import models
from sandbox.params import Params
from sandbox.telegram import Telegram
from sandbox.updates import Update

_PAGE = 100
_LONGEST_POLL = 50


def _allow(telegram: Telegram, params: Params) -> None:
    kinds = params.json("allowed_updates", "can't parse allowed updates JSON object")
    if kinds is not None and not isinstance(kinds, list):
        raise bad_request("expected an Array of String as allowed updates")
    telegram.updates.allow(kinds)


@models("getUpdates", "offset", "limit", "timeout", "allowed_updates")
async def get_updates(telegram: Telegram, params: Params) -> list[Update]:
    _allow(telegram, params)
    return await telegram.updates.poll(
        params.integer("offset"),
        min(max(params.integer("limit", _PAGE), 1), _PAGE),
        min(max(params.integer("timeout"), 0), _LONGEST_POLL),
    )


def _drop_pending(telegram: Telegram, params: Params) -> None:
    if params.flag("drop_pending_updates"):
        telegram.updates.clear()


@models("deleteWebhook", "drop_pending_updates")
def delete_webhook(telegram: Telegram, params: Params) -> bool:
    _drop_pending(telegram, params)
    return True


@models("setWebhook", "url", "drop_pending_updates", "allowed_updates")
def set_webhook(telegram: Telegram, params: Params) -> bool:
    if "url" in params:
        raise NotModelled("delivery to a webhook: fetch updates with getUpdates")
    _drop_pending(telegram, params)
    _allow(telegram, params)
    return True


@models("getWebhookInfo")
def get_webhook_info(telegram: Telegram, _: Params) -> dict[str, Any]:
    return {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": len(telegram.updates),
        **({"allowed_updates": telegram.updates.allowed} if telegram.updates.allowed else {}),
    }
