"""Pictures: any camera reads them, and no two links share one."""

from io import BytesIO

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFilter

from messengers.pictures import QUIET_MODULES, Picture, Tint

LINK = "https://t.me/kopilka_demo_bot?start=c-abcdefghijklmnopqrstuv"


def drawn(link: str = LINK, tint: Tint = Tint.CARD) -> Image.Image:
    return Image.open(BytesIO(Picture(link, tint).draw()))


@pytest.mark.parametrize("tint", Tint)
def test_it_is_read_large_small_and_blurred(tint: Tint) -> None:
    picture = drawn(tint=tint)
    photo = picture.convert("RGB")
    for seen in (
        photo,
        photo.resize((200, 200)),
        photo.filter(ImageFilter.GaussianBlur(4)),
        photo.rotate(17, expand=True, fillcolor="gray"),
    ):
        assert [found.text for found in zxingcpp.read_barcodes(seen)] == [LINK]


def test_it_is_large_enough_and_light() -> None:
    png = Picture(LINK, Tint.CARD).draw()
    picture = Image.open(BytesIO(png))
    assert min(picture.size) >= 640
    assert (picture.format, picture.mode) == ("PNG", "P")
    assert len(png) < 16_000


def test_the_code_corrects_errors_and_has_its_quiet_zone() -> None:
    picture = drawn().convert("L")
    [found] = zxingcpp.read_barcodes(picture)
    assert found.ec_level == "M"
    corner = found.position.top_left
    module = 16
    around = picture.crop(
        (corner.x - QUIET_MODULES * module + 1, corner.y, corner.x, corner.y + 200)
    )
    assert around.getextrema() == (255, 255)


def test_what_is_drawn_depends_on_the_link_and_the_tint_only() -> None:
    assert Picture(LINK, Tint.CARD).draw() == Picture(LINK, Tint.CARD).draw()
    keys = {Picture(link, tint).key for link in (LINK, f"{LINK}w") for tint in Tint}
    assert len(keys) == 2 * len(Tint)
    assert all(len(key) <= 64 for key in keys)


@settings(deadline=None, max_examples=25)
@given(
    st.text(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-", min_size=1, max_size=62
    )
)
def test_any_payload_is_read_back(value: str) -> None:
    link = f"https://t.me/kopilka_demo_bot?start=c-{value}"
    assert [found.text for found in zxingcpp.read_barcodes(drawn(link))] == [link]
