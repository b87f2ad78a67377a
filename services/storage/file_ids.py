"""File ids of files that the messenger already has, so that each is uploaded once."""

from sqlalchemy import delete, select

from models.messaging import Upload
from services.context import Context
from services.storage.upserts import insert_into


async def find(ctx: Context, bot_id: int, key: str) -> str | None:
    """The file id under which a bot may send this content again. `key` identifies the content."""
    async with ctx.db.read() as session:
        query = select(Upload.file_id).where(Upload.bot_id == bot_id, Upload.key == key)
        return (await session.scalars(query)).one_or_none()


async def keep(ctx: Context, bot_id: int, key: str, file_id: str) -> None:
    """Store a file id; it replaces an older one."""
    async with ctx.db.write() as session:
        await session.execute(
            insert_into(session, Upload)
            .values(bot_id=bot_id, key=key, file_id=file_id)
            .on_conflict_do_update(index_elements=["bot_id", "key"], set_={"file_id": file_id})
        )


async def forget(ctx: Context, bot_id: int, key: str) -> None:
    """Remove a file id that the messenger no longer knows."""
    async with ctx.db.write() as session:
        await session.execute(delete(Upload).where(Upload.bot_id == bot_id, Upload.key == key))
