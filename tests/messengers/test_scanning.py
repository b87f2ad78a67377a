"""Reading QR codes from what people send: quickly, once, and never more than they can need."""

import io

import pytest
import qrcode
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageFilter

from messengers import scanning
from messengers.pictures import Picture, Tint
from tests.cast import Shop

LINK = "https://t.me/kopilka_demo_bot?start=c-token-0000000000000001"


def encoded(picture: Image.Image, kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    picture.save(out, kind)
    return out.getvalue()


def code(size: int) -> Image.Image:
    drawn: Image.Image = qrcode.make(LINK).get_image()
    return drawn.convert("L").resize((size, size))


def photo(size: int = 900, side: int = 3000) -> Image.Image:
    """A code of so many pixels in a corner of a grey photo."""
    canvas = Image.new("RGB", (side, side * 3 // 4), "gray")
    canvas.paste(code(size), (side // 9, side // 9))
    return canvas


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "BMP"])
def test_a_code_is_read(kind: str) -> None:
    assert scanning.read(encoded(photo(), kind)) == [LINK]


@pytest.mark.parametrize("tint", list(Tint))
def test_our_own_pictures_are_read(tint: Tint) -> None:
    assert scanning.read(Picture(LINK, tint).draw()) == [LINK]


@pytest.mark.parametrize("degrees", [7, 45, 90, 180])
def test_a_crooked_blurred_photo_is_read(degrees: int) -> None:
    turned = photo().rotate(degrees, expand=True, fillcolor="gray")
    assert scanning.read(encoded(turned.filter(ImageFilter.GaussianBlur(3)), "JPEG")) == [LINK]


def test_a_small_code_in_a_large_photo_is_read_at_full_size() -> None:
    assert scanning.read(encoded(photo(size=120, side=5000), "JPEG")) == [LINK]


def test_all_codes_of_a_picture_are_read() -> None:
    canvas = photo()
    canvas.paste(qrcode.make("menu").get_image().resize((900, 900)), (1700, 900))
    assert sorted(scanning.read(encoded(canvas))) == [LINK, "menu"]


def test_a_picture_without_a_code() -> None:
    assert scanning.read(encoded(Image.effect_noise((1200, 900), 90))) == []


@pytest.mark.parametrize("side", [5001, 10_000, 20_000])
def test_a_picture_of_too_many_pixels_is_not_decoded(side: int) -> None:
    with pytest.raises(scanning.PictureTooLarge):
        scanning.read(encoded(Image.new("1", (side, side))))


@given(st.binary(max_size=300))
def test_no_picture_at_all(data: bytes) -> None:
    assert scanning.read(data) == []


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "BMP"])
def test_a_picture_cut_short(kind: str) -> None:
    whole = encoded(code(400), kind)
    for length in range(0, len(whole), max(1, len(whole) // 40)):
        assert scanning.read(whole[:length]) in ([], [LINK])


async def test_a_large_file_is_refused_before_it_is_fetched(sqlite_shop: Shop) -> None:
    shop = sqlite_shop
    await shop.boris.start()
    await shop.hire(shop.boris)
    huge = b"\xff\xd8" + bytes(scanning.MOST_BYTES)
    await shop.boris.send_document(huge, "photo.jpg", mime="image/jpeg")
    assert shop.boris.text == shop.words.say("ru")("scan-too-large")
    assert shop.world.called("getFile") == []


async def test_a_photo_is_fetched_in_a_middling_size_first(sqlite_shop: Shop) -> None:
    shop = sqlite_shop
    await shop.boris.start()
    await shop.hire(shop.boris)
    await shop.boris.send_photo(encoded(photo()))
    sizes = [size["file_id"] for size in shop.boris.messages[-2]["photo"]]
    fetched = [call["file_id"] for call in shop.world.called("getFile")]
    assert len(sizes) > 3
    assert fetched == [sizes[-2]]


async def test_a_photo_without_a_code_is_tried_in_its_largest_size_too(sqlite_shop: Shop) -> None:
    shop = sqlite_shop
    await shop.boris.start()
    await shop.hire(shop.boris)
    await shop.boris.send_photo(encoded(Image.new("RGB", (2000, 1500), "gray")))
    assert shop.boris.text == shop.words.say("ru")("scan-nothing")
    assert len(shop.world.called("getFile")) == 2


async def test_a_document_that_is_no_picture_is_not_the_till_s(sqlite_shop: Shop) -> None:
    shop = sqlite_shop
    await shop.boris.start()
    await shop.hire(shop.boris)
    await shop.boris.send_document(b"%PDF-1.7", "menu.pdf", mime="application/pdf")
    assert shop.world.called("getFile") == []
