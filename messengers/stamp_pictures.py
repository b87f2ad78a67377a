"""A stamp card as a picture: a slot for every stamp and the gift behind them, without a word.

Words would need a font with every alphabet, and no dependency brings one: they stand in the
caption. So a picture depends on its numbers and colour only, and everybody whose card looks the
same may be shown the same upload.
"""

import hashlib
from dataclasses import dataclass
from enum import Enum
from io import BytesIO

from PIL import Image, ImageDraw

DESIGN = 1
"""Goes up when pictures look different, so that old uploads are not used again."""

SLOT = 140
GAP = 28
FRAME = 56
MOST_IN_ROW = 5
SMOOTH = 4
"""Shapes are drawn so many times larger, then shrunk: Pillow draws hard edges."""

Colour = tuple[int, int, int]
Box = tuple[int, int, int, int]

PAPER: Colour = (255, 252, 246)
GOLD: Colour = (226, 164, 44)
COLOURS = 64


class Style(Enum):
    """The colour of a card, so that several of one shop are told apart at a glance."""

    COFFEE = (122, 76, 48)
    FOREST = (28, 112, 86)
    BERRY = (168, 44, 88)
    SEA = (38, 92, 160)

    @classmethod
    def of(cls, card_id: int) -> "Style":
        """Cards made one after another look different."""
        styles = tuple(cls)
        return styles[card_id % len(styles)]


@dataclass(frozen=True, slots=True)
class StampPicture:
    """`stamped` of `needed` slots are filled; the gift comes after the last."""

    stamped: int
    needed: int
    style: Style

    @property
    def key(self) -> str:
        """Names everything the picture is made from: two different ones never share a key."""
        content = f"stamps:{DESIGN}:{self.style.name}:{self.stamped}:{self.needed}"
        return hashlib.sha256(content.encode()).hexdigest()

    def draw(self) -> bytes:
        """The picture as PNG. Takes milliseconds: call it in a thread."""
        slots = self.needed + 1
        rows = -(-slots // MOST_IN_ROW)
        in_row = -(-slots // rows)
        step = SLOT + GAP
        size = (2 * FRAME + in_row * step - GAP, 2 * FRAME + rows * step - GAP)
        canvas = Image.new("RGB", size, self.style.value)
        looks = [_stamped(self.style.value)] * self.stamped
        looks += [_empty(self.style.value)] * (self.needed - self.stamped)
        looks.append(_gift(self.style.value))
        for number, look in enumerate(looks):
            row, column = divmod(number, in_row)
            missing = in_row * (row + 1) - slots  # the last row stands in the middle
            left = FRAME + column * step + max(0, missing) * step // 2
            canvas.paste(look, (left, FRAME + row * step))
        png = BytesIO()
        canvas.quantize(COLOURS).save(png, "PNG")
        return png.getvalue()


def _stamped(ink: Colour) -> Image.Image:
    """A disc with a tick."""
    slot, pen = _disc(ink, PAPER)
    tick = [_at(27, 52), _at(44, 69), _at(74, 33)]
    pen.line(tick, fill=ink, width=_part(9), joint="curve")
    for point in (tick[0], tick[-1]):
        _dot(pen, point, _part(4), ink)
    return _shrunk(slot)


def _empty(ink: Colour) -> Image.Image:
    """A ring around a paler place."""
    pale = _mixed(ink, PAPER, 35)
    slot, pen = _disc(ink, pale)
    pen.ellipse(_box(6, 6, 94, 94), fill=ink)
    pen.ellipse(_box(10, 10, 90, 90), fill=_mixed(ink, PAPER, 12))
    return _shrunk(slot)


def _gift(ink: Colour) -> Image.Image:
    """A golden disc with a box and its ribbon."""
    slot, pen = _disc(ink, GOLD)
    for left in (32, 50):
        pen.ellipse(_box(left, 22, left + 18, 38), outline=PAPER, width=_part(4))
    pen.rectangle(_box(25, 37, 75, 48), fill=PAPER)
    pen.rectangle(_box(29, 51, 71, 77), fill=PAPER)
    pen.rectangle(_box(46, 37, 54, 77), fill=GOLD)
    return _shrunk(slot)


def _disc(around: Colour, fill: Colour) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    slot = Image.new("RGB", (SLOT * SMOOTH, SLOT * SMOOTH), around)
    pen = ImageDraw.Draw(slot)
    pen.ellipse(_box(1, 1, 99, 99), fill=fill)
    return slot, pen


def _dot(pen: ImageDraw.ImageDraw, centre: tuple[int, int], radius: int, ink: Colour) -> None:
    x, y = centre
    pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=ink)


def _shrunk(slot: Image.Image) -> Image.Image:
    return slot.resize((SLOT, SLOT), Image.Resampling.BOX)


def _mixed(one: Colour, other: Colour, percent: int) -> Colour:
    """`percent` of the other colour in the first."""
    red, green, blue = (
        here + (there - here) * percent // 100 for here, there in zip(one, other, strict=True)
    )
    return red, green, blue


def _part(percent: int) -> int:
    return SLOT * SMOOTH * percent // 100


def _at(x: int, y: int) -> tuple[int, int]:
    return _part(x), _part(y)


def _box(left: int, top: int, right: int, bottom: int) -> Box:
    """A place in a slot, in percent of its side."""
    return (*_at(left, top), *_at(right, bottom))
