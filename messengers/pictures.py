"""Pictures with a QR code: plain enough for any camera, made without a single RGB pixel.

They hold a link and nothing about the person behind it.
"""

import hashlib
from dataclasses import dataclass
from enum import Enum
from io import BytesIO

import qrcode
from PIL import Image, ImageDraw

DESIGN = 1
"""Goes up when pictures look different, so that old uploads are not used again."""

MODULE = 16
QUIET_MODULES = 4  # ISO/IEC 18004 asks for four light modules around the code
FRAME = 32
RADIUS = 48
SMOOTH = 4

INK = 255
PAPER = 254
"""Palette: 0 is the frame's colour, up to PAPER it fades into white, INK is the code's black."""


class Tint(Enum):
    """The frame's colour: what a picture is for can be seen from afar."""

    CARD = (16, 94, 84)
    VOUCHER = (196, 84, 22)
    COUPON = (132, 40, 116)
    INVITATION = (48, 74, 160)


@dataclass(frozen=True, slots=True)
class Picture:
    """A QR code of a link in a frame."""

    link: str
    tint: Tint

    @property
    def key(self) -> str:
        """Names everything the picture is made from: two different ones never share a key."""
        content = f"{DESIGN}:{self.tint.name}:{self.link}"
        return hashlib.sha256(content.encode()).hexdigest()

    def draw(self) -> bytes:
        """The picture as PNG, at least 640 pixels wide. Takes milliseconds: call it in a thread."""
        code = _code(self.link)
        panel = code.width + 2 * QUIET_MODULES * MODULE
        canvas = Image.new("L", (panel + 2 * FRAME, panel + 2 * FRAME))
        canvas.paste(_panel(panel), (FRAME, FRAME))
        corner = FRAME + QUIET_MODULES * MODULE
        canvas.paste(INK, (corner, corner), code)
        canvas.putpalette(_palette(self.tint.value))
        png = BytesIO()
        canvas.save(png, "PNG")
        return png.getvalue()


def _code(link: str) -> Image.Image:
    """The code alone, a mask of whole modules."""
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=0)
    code.add_data(link, optimize=0)
    code.make(fit=True)
    modules = code.get_matrix()
    size = len(modules)
    dots = bytes(255 if dark else 0 for row in modules for dark in row)
    small = Image.frombytes("L", (size, size), dots)
    return small.resize((size * MODULE, size * MODULE), Image.Resampling.NEAREST)


def _panel(size: int) -> Image.Image:
    """White paper with round corners, smoothed only where they are."""
    panel = Image.new("L", (size, size), PAPER)
    big = Image.new("L", (2 * RADIUS * SMOOTH, 2 * RADIUS * SMOOTH))
    ImageDraw.Draw(big).ellipse((0, 0, big.width - 1, big.height - 1), fill=PAPER)
    disc = big.resize((2 * RADIUS, 2 * RADIUS), Image.Resampling.BOX)
    for left, top in ((0, 0), (RADIUS, 0), (0, RADIUS), (RADIUS, RADIUS)):
        part = disc.crop((left, top, left + RADIUS, top + RADIUS))
        panel.paste(part, (left and size - RADIUS, top and size - RADIUS))
    return panel


def _palette(frame: tuple[int, int, int]) -> list[int]:
    fade = [part + (255 - part) * step // PAPER for step in range(PAPER + 1) for part in frame]
    return [*fade, 0, 0, 0]
