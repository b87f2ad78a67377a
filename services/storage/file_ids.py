"""Files that the messenger already has, so that each is sent over the wire once."""

from sqlalchemy import delete, select

from models.messaging import Upload
from services.context import Context
from services.storage.upserts import insert_into


async def find(ctx: Context, bot_id: int, key: str) -> str | None:
    """The file id under which a bot may send this content again. `key` names the content."""
    async with ctx.db.read() as session:
        query = select(Upload.file_id).where(Upload.bot_id == bot_id, Upload.key == key)
        return (await session.scalars(query)).one_or_none()


async def keep(ctx: Context, bot_id: int, key: str, file_id: str) -> None:
    """Remember a file id; a newer one takes the place of an older."""
    async with ctx.db.write() as session:
        await session.execute(
            insert_into(session, Upload)
            .values(bot_id=bot_id, key=key, file_id=file_id)
            .on_conflict_do_update(index_elements=["bot_id", "key"], set_={"file_id": file_id})
        )


async def forget(ctx: Context, bot_id: int, key: str) -> None:
    """The messenger does not know this file id any more."""
    async with ctx.db.write() as session:
        await session.execute(delete(Upload).where(Upload.bot_id == bot_id, Upload.key == key))
