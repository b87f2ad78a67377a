"""Pictures of stamp cards: as many slots as there are, one look for one key."""

from io import BytesIO
from itertools import product

import pytest
from PIL import Image

from messengers.stamp_pictures import (
    FRAME,
    GAP,
    GOLD,
    MOST_IN_ROW,
    PAPER,
    SLOT,
    StampPicture,
    Style,
)

PLACES = [
    (FRAME + column * (SLOT + GAP) // 2, FRAME + row * (SLOT + GAP))
    for row in range(5)
    for column in range(2 * MOST_IN_ROW)
]
"""Where a slot's left top corner may be: rows that are not full stand in the middle."""


def seen(stamped: int, needed: int) -> tuple[int, int]:
    """How many slots are stamped, and how many gifts there are, by their colours."""
    picture = Image.open(BytesIO(StampPicture(stamped, needed, Style.COFFEE).draw()))
    pixels = picture.convert("RGB")
    found = []
    for x, y in PLACES:
        if x + SLOT > pixels.width - FRAME + 1 or y + SLOT > pixels.height - FRAME + 1:
            continue
        # Near the rim at the height of the middle: no tick and no ribbon reaches there.
        rims = [pixels.getpixel((x + part, y + SLOT // 2)) for part in (6, SLOT - 7)]
        outside = pixels.getpixel((x + 2, y + 2))
        if outside == pixels.getpixel((1, 1)) and rims[0] == rims[1]:
            found.append(rims[0])
    return sum(near(rim, PAPER) for rim in found), sum(near(rim, GOLD) for rim in found)


def near(one: object, other: tuple[int, int, int]) -> bool:
    return isinstance(one, tuple) and all(
        abs(here - there) < 12 for here, there in zip(one, other, strict=True)
    )


@pytest.mark.parametrize(
    ("stamped", "needed"), [(0, 2), (2, 2), (3, 5), (5, 5), (4, 6), (9, 9), (7, 20), (20, 20)]
)
def test_the_slots_are_there_and_the_gift_is_last(stamped: int, needed: int) -> None:
    assert seen(stamped, needed) == (stamped, 1)


def test_it_is_a_small_png() -> None:
    png = StampPicture(10, 20, Style.SEA).draw()
    picture = Image.open(BytesIO(png))
    assert (picture.format, picture.mode) == ("PNG", "P")
    assert len(png) < 40_000


def test_every_look_has_its_own_key_and_the_same_look_the_same() -> None:
    looks = [
        (stamped, needed, style)
        for needed, style in product(range(2, 21), Style)
        for stamped in range(needed + 1)
    ]
    keys = {StampPicture(*look).key for look in looks}
    assert len(keys) == len(looks)
    assert all(len(key) <= 64 for key in keys)
    one, other = (StampPicture(3, 5, Style.of(4)) for _ in range(2))
    assert (one.key, one.draw()) == (other.key, other.draw())
