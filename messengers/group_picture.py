"""The grid of RFM as a picture: recency to the right, frequency upwards, a colour for each group.

Like a stamp card it holds figures only, so that one picture serves every language: the small
number in a cell is that of its group, whose name stands in the caption.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from services.segments.rfm.scores import GROUP_OF, SCORES, Group

DESIGN = 1
"""Goes up when pictures look different, so that old uploads are not used again."""

CELL = 150
GAP = 8
EDGE = 70
"""Left and below, where the scores stand."""

COUNT_SIZE, NUMBER_SIZE, SCORE_SIZE = 46, 24, 32

Colour = tuple[int, int, int]

PAPER: Colour = (255, 252, 246)
INK: Colour = (58, 48, 42)
COLOURS: Mapping[Group, Colour] = {
    Group.CHAMPIONS: (22, 112, 72),
    Group.LOYAL: (62, 148, 92),
    Group.POTENTIAL: (120, 184, 108),
    Group.NEW: (92, 178, 206),
    Group.PROMISING: (150, 208, 224),
    Group.ATTENTION: (246, 208, 96),
    Group.FADING: (250, 224, 152),
    Group.AT_RISK: (238, 146, 78),
    Group.CANT_LOSE: (200, 64, 52),
    Group.HIBERNATING: (186, 178, 170),
    Group.LOST: (138, 130, 124),
}
DARK = 140
"""Of the brightness of a colour, 0-255: below it, figures are white."""

NUMBERS: Mapping[Group, int] = {group: number for number, group in enumerate(Group, 1)}
"""The name of a group in the picture and in its caption."""


@dataclass(frozen=True, slots=True)
class GroupPicture:
    """`cells`: how many members have each pair of scores for recency and frequency, if any."""

    cells: Mapping[tuple[int, int], int]

    @property
    def key(self) -> str:
        """Names everything the picture is made from: two different ones never share a key."""
        counts = ",".join(str(self.cells.get(cell, 0)) for cell in GROUP_OF)
        return hashlib.sha256(f"groups:{DESIGN}:{counts}".encode()).hexdigest()

    def draw(self) -> bytes:
        """The picture as PNG. Takes milliseconds: call it in a thread."""
        side = EDGE + len(SCORES) * (CELL + GAP) + GAP
        canvas = Image.new("RGB", (side, side), PAPER)
        pen = ImageDraw.Draw(canvas)
        for (recency, frequency), group in GROUP_OF.items():
            self._cell(pen, recency, frequency, group)
        for score in SCORES:
            middle = place_of(score, score)
            _write(pen, str(score), (middle[0] + CELL // 2, side - EDGE // 2), SCORE_SIZE)
            _write(pen, str(score), (EDGE // 2, middle[1] + CELL // 2), SCORE_SIZE)
        # The letters that these measures go by in every language.
        _write(pen, "F / R", (EDGE // 2, side - EDGE // 2), NUMBER_SIZE)
        png = BytesIO()
        canvas.quantize(len(COLOURS) * 8).save(png, "PNG")
        return png.getvalue()

    def _cell(self, pen: ImageDraw.ImageDraw, recency: int, frequency: int, group: Group) -> None:
        left, top = place_of(recency, frequency)
        colour = COLOURS[group]
        ink = PAPER if _brightness(colour) < DARK else INK
        box = (left, top, left + CELL, top + CELL)
        pen.rounded_rectangle(box, radius=14, fill=colour)
        _write(pen, str(NUMBERS[group]), (left + 22, top + 22), NUMBER_SIZE, ink)
        if members := self.cells.get((recency, frequency), 0):
            centre = (left + CELL // 2, top + CELL // 2)
            _write(pen, f"{members:,}".replace(",", " "), centre, COUNT_SIZE, ink)


def place_of(recency: int, frequency: int) -> tuple[int, int]:
    """The left top corner of a cell: the best are on the right and on top."""
    step = CELL + GAP
    return EDGE + GAP + (recency - 1) * step, GAP + (SCORES[-1] - frequency) * step


def _write(
    pen: ImageDraw.ImageDraw,
    text: str,
    centre: tuple[int, int],
    size: int,
    ink: Colour = INK,
) -> None:
    """Around a point, smaller where it would be wider than a cell."""
    font = ImageFont.load_default(size)
    width = font.getlength(text)
    if width > CELL - 2 * GAP:
        font = ImageFont.load_default(int(size * (CELL - 2 * GAP) / width))
    pen.text(centre, text, fill=ink, font=font, anchor="mm")


def _brightness(colour: Colour) -> int:
    """As the eye sees it, by ITU-R BT.601."""
    red, green, blue = colour
    return (299 * red + 587 * green + 114 * blue) // 1000
