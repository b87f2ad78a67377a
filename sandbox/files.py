"""Files in the world: uploads, photo sizes, ids that mean something only here."""

import base64
import io
import math
import mimetypes
import warnings
from dataclasses import dataclass, field
from typing import Any

from PIL import Image, ImageOps, UnidentifiedImageError

from sandbox.errors import ApiError, NotModelled, bad_request
from sandbox.params import Params, Upload

PHOTO_BYTES = 10 * 1024 * 1024
UPLOAD_BYTES = 50 * 1024 * 1024
DOWNLOAD_BYTES = 20 * 1024 * 1024
_SIDES_SUM = 10_000
_RATIO = 20
_LONGEST_SIDE = 1280
_SIZES = (90, 320, 800, _LONGEST_SIDE)
_JPEG_QUALITY = 87
_FOLDERS = {"photo": "photos", "document": "documents", "video": "videos", "voice": "voice",
            "animation": "animations", "sticker": "stickers", "audio": "music"}  # fmt: skip
_TYPE_NAMES = {"photo": "Photo", "document": "Document", "video": "Video", "voice": "VoiceNote",
               "animation": "Animation", "sticker": "Sticker", "audio": "Audio"}  # fmt: skip
_MIMES = {"photo": "image/jpeg", "video": "video/mp4", "animation": "video/mp4",
          "voice": "audio/ogg", "sticker": "image/webp", "audio": "audio/mpeg"}  # fmt: skip


@dataclass
class StoredFile:
    """One file, and what a message that carries it holds: {"document": {...}}."""

    file_id: str
    unique_id: str
    kind: str
    path: str
    data: bytes
    message_fields: dict[str, Any] = field(default_factory=dict)

    def described(self) -> dict[str, Any]:
        """Return the fields that every kind of file shares."""
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.data),
        }


class FileStore:
    """Keeps files by id and by download path."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}
        self._count = 0

    def from_params(self, params: Params, name: str, kind: str) -> dict[str, Any]:
        """Return the message fields for the file given as upload or as `file_id`."""
        value = params.text(name)
        upload = params.files.get(name)
        if upload is None and value.startswith("attach://"):
            upload = params.files.get(value.removeprefix("attach://"))
            if upload is None:
                raise bad_request(f"there is no {kind} in the request")
        if upload is not None:
            return self.add(upload, kind)
        if value.startswith(("http://", "https://")):
            raise NotModelled("sending a file by URL: the sandbox has no internet")
        return self.reuse(value, kind)

    def reuse(self, file_id: str, kind: str) -> dict[str, Any]:
        """Return the message fields of a stored file; raise Telegram's 400."""
        stored = self._by_id.get(file_id)
        if stored is None:
            raise bad_request("wrong remote file identifier specified: can't unserialize it")
        # Everything but photos is a document inside: it may be named as another kind of
        # document and stays what it is.
        if stored.kind != kind and "photo" in (stored.kind, kind):
            real, wanted = _TYPE_NAMES[stored.kind], _TYPE_NAMES[kind]
            raise bad_request(f"can't use file of type {real} as {wanted}")
        return stored.message_fields

    def add(self, upload: Upload, kind: str) -> dict[str, Any]:
        """Store an upload; raise what Telegram says of one it cannot take."""
        if not upload.data:
            raise bad_request("file must be non-empty")
        if kind == "photo":
            return self._add_photo(upload.data)
        if len(upload.data) > UPLOAD_BYTES:
            raise ApiError(413, "Request Entity Too Large")
        stored = self._store(kind, upload.data, _extension(upload))
        value = stored.described() | _DETAILS.get(kind, {})
        mime = upload.mime or mimetypes.guess_type(upload.name)[0] or _MIMES.get(kind)
        if mime and kind != "sticker":
            value["mime_type"] = mime
        if kind not in ("sticker", "voice"):
            value["file_name"] = upload.name
        stored.message_fields = {kind: value}
        if kind == "animation":
            # Bots of the past know animations as documents, so Telegram gives both.
            stored.message_fields["document"] = {
                k: v for k, v in value.items() if k not in ("width", "height", "duration")
            }
        return stored.message_fields

    def get(self, file_id: str) -> StoredFile | None:
        return self._by_id.get(file_id)

    def at(self, path: str) -> StoredFile | None:
        """Return the file under a path that `getFile` gave."""
        return self._by_path.get(path)

    def _add_photo(self, data: bytes) -> dict[str, Any]:
        if len(data) > PHOTO_BYTES:
            raise bad_request(
                f"file of size {len(data)} bytes is too big for a photo; "
                f"the maximum size is {PHOTO_BYTES} bytes"
            )
        picture = _open_picture(data)
        stored = [
            (self._store("photo", _jpeg(picture, size), ".jpg"), size)
            for size in _photo_sizes(*picture.size)
        ]
        fields = {
            "photo": [
                file.described() | {"width": width, "height": height}
                for file, (width, height) in stored
            ]
        }
        for file, _ in stored:
            file.message_fields = fields
        return fields

    def _store(self, kind: str, data: bytes, extension: str) -> StoredFile:
        self._count += 1
        number = self._count
        file_id = _token(f"sandbox file {kind} {number:08d}")
        path = f"{_FOLDERS[kind]}/file_{number}{extension}"
        stored = StoredFile(file_id, f"AQAD{number:08d}", kind, path, data)
        self._by_id[file_id] = stored
        self._by_path[path] = stored
        return stored


_DETAILS: dict[str, dict[str, Any]] = {
    "video": {"width": 640, "height": 360, "duration": 1},
    "animation": {"width": 320, "height": 240, "duration": 1},
    "voice": {"duration": 1},
    "audio": {"duration": 1},
    "sticker": {
        "type": "regular",
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
    },
}


def _token(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _extension(upload: Upload) -> str:
    return "." + upload.name.rsplit(".", 1)[1] if "." in upload.name else ""


def _open_picture(data: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(data))
            width, height = picture.size
            if width + height > _SIDES_SUM or max(width, height) > _RATIO * min(width, height):
                raise bad_request("PHOTO_INVALID_DIMENSIONS")
            return _opaque(ImageOps.exif_transpose(picture))
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise bad_request("PHOTO_INVALID_DIMENSIONS") from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        raise bad_request("IMAGE_PROCESS_FAILED") from None


def _photo_sizes(width: int, height: int) -> list[tuple[int, int]]:
    """Return the sizes Telegram keeps: ascending, never larger than the original."""
    longest = max(width, height)
    sides = [side for side in _SIZES if side < longest]
    sides.append(min(longest, _LONGEST_SIDE))
    return [
        (max(1, math.floor(width * side / longest)), max(1, math.floor(height * side / longest)))
        for side in dict.fromkeys(sides)
    ]


def _opaque(picture: Image.Image) -> Image.Image:
    """Return the picture in plain colours; what shines through becomes white."""
    if "A" not in picture.getbands() and "transparency" not in picture.info:
        return picture.convert("RGB")
    layer = picture.convert("RGBA")
    canvas = Image.new("RGB", layer.size, "white")
    canvas.paste(layer, mask=layer.getchannel("A"))
    return canvas


def _jpeg(picture: Image.Image, size: tuple[int, int]) -> bytes:
    resized = picture
    if size != picture.size:
        resized = picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    out = io.BytesIO()
    resized.save(out, "JPEG", quality=_JPEG_QUALITY)
    return out.getvalue()
