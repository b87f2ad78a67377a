"""Reading QR codes from pictures that people send.

Sizes are checked before anything is downloaded, and again before anything is decoded; decoding
happens in a thread. One person's updates run one by one, so one person keeps one thread at most.
"""

import asyncio
from collections.abc import Sequence
from io import BytesIO
from typing import Protocol

import zxingcpp
from aiogram import Bot
from aiogram.types import Message
from PIL import Image

MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 25_000_000
FIRST_SIDE = 600
"""A photo comes in several sizes: the first with a side this long nearly always does."""

QUICK_SIDE = 1600
"""A large picture is read at about this size first, which decodes in a fraction of the time."""

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP")
BROKEN = (OSError, SyntaxError, ValueError, EOFError)
"""Errors that Pillow raises for a file that is no picture, or is cut short."""

QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


class PictureTooLarge(Exception):
    """More bytes or pixels than one photo of a code can need."""


class File(Protocol):
    @property
    def file_id(self) -> str: ...
    @property
    def file_size(self) -> int | None: ...


async def scan(bot: Bot, message: Message) -> list[str]:
    """The texts of the QR codes in a message's photo or image file; none when there are none.

    Raises PictureTooLarge.
    """
    for file in _worth_trying(message):
        if (file.file_size or 0) > MOST_BYTES:
            raise PictureTooLarge
        data = BytesIO()
        await bot.download(file.file_id, destination=data)
        if texts := await asyncio.to_thread(read, data.getvalue()):
            return texts
    return []


def _worth_trying(message: Message) -> Sequence[File]:
    """A photo in a middle size, then in its largest; an image file as it is."""
    if message.photo:
        largest = message.photo[-1]
        enough = (size for size in message.photo if max(size.width, size.height) >= FIRST_SIDE)
        first = next(enough, largest)
        return (first,) if first is largest else (first, largest)
    document = message.document
    return (document,) if document and is_image(document.mime_type) else ()


def is_image(mime_type: str | None) -> bool:
    return (mime_type or "").startswith("image/")


def read(data: bytes) -> list[str]:
    """The texts of the QR codes in a picture. Takes milliseconds of CPU: call it in a thread.

    Raises PictureTooLarge before anything is decoded.
    """
    for side in (QUICK_SIDE, None):
        try:
            with Image.open(BytesIO(data), formats=FORMATS) as picture:
                width, height = picture.size
                if width * height > MOST_PIXELS:
                    raise PictureTooLarge
                if side is not None:
                    picture.draft("L", (side, side))  # JPEG alone decodes smaller; others ignore it
                shrunk = picture.size != (width, height)
                found = zxingcpp.read_barcodes(picture.convert("L"), formats=QR)
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            raise PictureTooLarge from error
        except BROKEN:
            return []
        if found or not shrunk:
            return [code.text for code in found]
    return []
