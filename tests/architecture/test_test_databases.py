"""What every other test relies on: each test has a database of its own."""

import pytest
from sqlalchemy import delete, select, text
from sqlalchemy.ext.asyncio import create_async_engine

from models.goods import Category
from models.system import Lease
from tests.cast import MONDAY
from tests.engines import fast_database


@pytest.mark.parametrize("visit", ["first", "second"])
async def test_nothing_is_left_from_another_test(empty_database_url: str, visit: str) -> None:
    engine = create_async_engine(empty_database_url)
    async with engine.begin() as connection:
        await connection.execute(text("CREATE TABLE traces (visit TEXT)"))
        await connection.execute(text("INSERT INTO traces VALUES (:visit)"), {"visit": visit})
        left = (await connection.execute(text("SELECT visit FROM traces"))).scalars().all()
    await engine.dispose()
    assert left == [visit]


@pytest.mark.parametrize("visit", ["changes", "another", "one more"])
async def test_a_migrated_one_is_empty_and_whole(database_url: str, visit: str) -> None:
    """After rows, and after a test that changed the schema."""
    database = fast_database(database_url)
    async with database.write() as session:
        session.add(Category(name=visit, created_at=MONDAY))
        await session.execute(delete(Lease))
        left = (await session.execute(select(Category.id, Category.name))).all()
        if visit == "changes":
            await session.execute(text("DROP TABLE leases"))
    await database.close()
    assert left == [(1, visit)]
