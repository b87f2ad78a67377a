"""Photos and files, up and down, through both doors."""

import io

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramEntityTooLarge
from aiogram.types import BufferedInputFile, InputMediaPhoto, InputMediaVideo, PhotoSize
from PIL import Image

from sandbox import NotModelled, Person, Upload, World

from .conftest import picture


def upload(data: bytes, name: str = "p.png") -> BufferedInputFile:
    return BufferedInputFile(data, name)


def sides(photo: list[PhotoSize] | None) -> list[tuple[int, int]]:
    return [(size.width, size.height) for size in photo or []]


@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [
        (2000, 1000, [(90, 45), (320, 160), (800, 400), (1280, 640)]),
        (1280, 720, [(90, 50), (320, 180), (800, 450), (1280, 720)]),
        (600, 800, [(67, 90), (240, 320), (600, 800)]),
        (60, 40, [(60, 40)]),
    ],
)
async def test_a_photo_is_kept_in_ascending_sizes(
    bot: Bot, anna: Person, width: int, height: int, expected: list[tuple[int, int]]
) -> None:
    sent = await bot.send_photo(anna.id, upload(picture(width, height)))
    assert sides(sent.photo) == expected


async def test_a_photo_becomes_jpeg_and_comes_down_again(bot: Bot, anna: Person) -> None:
    sent = await bot.send_photo(anna.id, upload(picture(2000, 1000)))
    assert sent.photo
    largest = sent.photo[-1]
    down = await bot.download(largest)
    assert down
    data = down.read()
    assert len(data) == largest.file_size
    with Image.open(io.BytesIO(data)) as image:
        assert (image.format, image.size) == ("JPEG", (1280, 640))
    assert anna.photo() == data


async def test_what_shines_through_becomes_white(bot: Bot, anna: Person) -> None:
    out = io.BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(out, "PNG")
    await bot.send_photo(anna.id, upload(out.getvalue()))
    with Image.open(io.BytesIO(anna.photo())) as image:
        assert image.getpixel((10, 10)) == (255, 255, 255)


async def test_a_persons_photo_is_recompressed_too(bot: Bot, anna: Person) -> None:
    await anna.send_photo(picture(3000, 3000), caption="my receipt")
    message = anna.messages[-1]
    assert message["caption"] == "my receipt"
    assert [size["width"] for size in message["photo"]] == [90, 320, 800, 1280]
    file = await bot.get_file(message["photo"][-1]["file_id"])
    assert file.file_path
    assert file.file_path.startswith("photos/")


async def test_a_photo_is_sent_again_by_its_id_without_an_upload(bot: Bot, anna: Person) -> None:
    sent = await bot.send_photo(anna.id, upload(picture()))
    assert sent.photo
    again = await bot.send_photo(anna.id, sent.photo[0].file_id)
    assert again.photo == sent.photo


async def test_a_document_keeps_its_bytes_and_name(bot: Bot, anna: Person) -> None:
    sent = await bot.send_document(anna.id, upload(b"a;b", "export.csv"), caption="data")
    assert sent.document
    assert (sent.document.file_name, sent.document.mime_type) == ("export.csv", "text/csv")
    assert (sent.document.file_size, sent.caption) == (3, "data")
    down = await bot.download(sent.document)
    assert down
    assert down.read() == b"a;b"
    again = await bot.send_video(anna.id, sent.document.file_id)
    assert again.document == sent.document


async def test_other_kinds_of_files_stay_what_they_are(bot: Bot, anna: Person) -> None:
    data = upload(b"12345", "f.bin")
    assert (await bot.send_video(anna.id, data)).video
    animation = await bot.send_animation(anna.id, data)
    assert animation.animation
    assert animation.document
    assert (await bot.send_voice(anna.id, data)).voice
    assert (await bot.send_audio(anna.id, data)).audio
    assert (await bot.send_sticker(anna.id, data)).sticker


async def test_an_album_is_several_messages_with_one_group(bot: Bot, anna: Person) -> None:
    sent = await bot.send_media_group(
        anna.id,
        [
            InputMediaPhoto(media=upload(picture()), caption="first"),
            InputMediaVideo(media=upload(b"video", "v.mp4")),
        ],
    )
    assert len({message.media_group_id for message in sent}) == 1
    assert [message.caption for message in sent] == ["first", None]
    assert len(anna.messages) == 2


async def test_fifty_megabytes_are_the_most(bot: Bot, anna: Person) -> None:
    data = bytes(50 * 1024 * 1024 + 1)
    with pytest.raises(TelegramEntityTooLarge) as refusal:
        await bot.send_document(anna.id, upload(data))
    assert refusal.value.message == "Request Entity Too Large"


async def test_only_twenty_megabytes_come_down(bot: Bot, anna: Person) -> None:
    await anna.send_document(bytes(20 * 1024 * 1024 + 1), "big.zip")
    with pytest.raises(TelegramBadRequest) as refusal:
        await bot.get_file(anna.messages[-1]["document"]["file_id"])
    assert refusal.value.message == "Bad Request: file is too big"


async def test_a_huge_picture_is_refused_before_it_is_unpacked(world: World, anna: Person) -> None:
    # A PNG header alone: 60,000 x 60,000 pixels would be a bomb if anybody decoded it.
    out = io.BytesIO()
    Image.new("1", (60_000, 3000)).save(out, "PNG")
    with pytest.raises(Exception, match="PHOTO_INVALID_DIMENSIONS"):
        await world.call(
            "sendPhoto", {"chat_id": anna.id}, {"photo": Upload("p.png", out.getvalue())}
        )


async def test_files_by_url_are_not_modelled(world: World, anna: Person) -> None:
    with pytest.raises(NotModelled, match="by URL"):
        await world.call("sendPhoto", {"chat_id": anna.id, "photo": "https://example.com/a.png"})


async def test_an_upload_that_is_named_but_not_sent(world: World, anna: Person) -> None:
    with pytest.raises(Exception, match="there is no photo in the request"):
        await world.call("sendPhoto", {"chat_id": anna.id, "photo": "attach://lost"})
