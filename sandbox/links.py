"""Links a person may follow, and the pictures that hold them."""

import io
import re
from urllib.parse import parse_qs, urlsplit

import zxingcpp
from PIL import Image

_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
_HOSTS = ("t.me", "telegram.me")


def check_payload(payload: str) -> str:
    """Return the start payload; raise ValueError with Telegram's code when it is not one."""
    if not _PAYLOAD.fullmatch(payload):
        raise ValueError("START_PARAM_TOO_LONG" if len(payload) > 64 else "START_PARAM_INVALID")  # noqa: PLR2004 - Telegram's own limit
    return payload


def bot_link_payload(url: str, username: str) -> str | None:
    """Return the payload of a link to the bot ("" without one), None for any other link."""
    if url.startswith("tg://resolve"):
        query = parse_qs(urlsplit(url).query)
        name = query.get("domain", [""])[0]
    else:
        parts = urlsplit(url if "://" in url else f"https://{url}")
        if parts.hostname not in _HOSTS:
            return None
        query = parse_qs(parts.query)
        name = parts.path.strip("/")
    if name.lower() != username.lower():
        return None
    return query.get("start", [""])[0]


def read_qr(data: bytes) -> str | None:
    """Return the text of the QR code in a picture, as a phone's camera reads it."""
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    found = zxingcpp.read_barcodes(
        picture, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    )
    return found[0].text if found else None
