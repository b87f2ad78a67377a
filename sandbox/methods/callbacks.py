"""The answer to a tap."""

from sandbox.errors import bad_request
from sandbox.methods.registry import models
from sandbox.params import Params
from sandbox.telegram import Telegram

_TEXT_LIMIT = 200


@models("answerCallbackQuery", "callback_query_id", "text", "show_alert", "url", "cache_time")
def answer_callback_query(telegram: Telegram, params: Params) -> bool:
    tap = telegram.taps.get(params.text("callback_query_id"))
    now = telegram.clock.now().timestamp()
    if tap is None or now - tap.born > telegram.callback_window:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    text = params.text("text")
    if len(text) > _TEXT_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    url = params.text("url")
    link = f"t.me/{telegram.bot['username']}?start="
    if url and not url.removeprefix("https://").lower().startswith(link.lower()):
        raise bad_request("URL_INVALID")
    if tap.answer is not None:
        # The button has stopped spinning already; a second answer shows nothing.
        return True
    alert = params.flag("show_alert")
    tap.answer = {"text": text, "show_alert": alert, "url": url}
    if text:
        telegram.chats[tap.chat_id].alerts.append(text)
    telegram.publish(
        "answer", chat_id=tap.chat_id, message_id=tap.message_id, data=tap.data, **tap.answer
    )
    return True
