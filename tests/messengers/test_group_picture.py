"""The grid of groups as a picture: a colour for each group, figures where somebody is."""

from io import BytesIO

from PIL import Image

from messengers.group_picture import CELL, COLOURS, GroupPicture, place_of
from services.segments.rfm.scores import GROUP_OF, Group

FULL = {cell: 10 * number for number, cell in enumerate(GROUP_OF, 1)}


def seen(cells: dict[tuple[int, int], int]) -> Image.Image:
    return Image.open(BytesIO(GroupPicture(cells).draw())).convert("RGB")


def near(picture: Image.Image, place: tuple[int, int], group: Group) -> bool:
    pixel = picture.getpixel(place)
    return isinstance(pixel, tuple) and all(
        abs(here - there) < 12 for here, there in zip(pixel, COLOURS[group], strict=True)
    )


def test_every_cell_has_the_colour_of_its_group() -> None:
    picture = seen(FULL)
    for cell, group in GROUP_OF.items():
        left, top = place_of(*cell)
        assert near(picture, (left + CELL // 2, top + CELL - 20), group), cell


def test_the_best_are_in_the_right_upper_corner() -> None:
    left, top = place_of(5, 5)
    assert GROUP_OF[5, 5] is Group.CHAMPIONS
    assert all(place_of(*cell)[0] <= left and place_of(*cell)[1] >= top for cell in GROUP_OF)


def test_a_count_of_any_size_stays_in_its_cell() -> None:
    left, top = place_of(3, 3)
    heights = range(top + CELL // 3, top + 2 * CELL // 3)
    for count in (7, 1_234_567):
        picture = seen({(3, 3): count})
        edges = [(left + part, height) for part in (3, CELL - 4) for height in heights]
        assert all(near(picture, place, Group.ATTENTION) for place in edges)
        written = [(left + part, top + CELL // 2) for part in range(CELL)]
        assert not all(near(picture, place, Group.ATTENTION) for place in written)


def test_the_same_counts_are_the_same_upload_and_others_are_another() -> None:
    keys = [GroupPicture(cells).key for cells in ({}, {(5, 5): 1}, {(5, 4): 1}, {(5, 5): 2}, FULL)]
    assert len(set(keys)) == len(keys)
    assert GroupPicture({(5, 5): 1, (1, 1): 0}).key == keys[1]
    assert GroupPicture(dict(reversed(FULL.items()))).key == keys[-1]


def test_it_is_a_small_png() -> None:
    png = GroupPicture(FULL).draw()
    picture = Image.open(BytesIO(png))
    assert (picture.format, picture.mode) == ("PNG", "P")
    assert len(png) < 60_000
