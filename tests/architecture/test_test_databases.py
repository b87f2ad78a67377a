"""What every other test relies on: each test has a database of its own."""

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine


@pytest.mark.parametrize("visit", ["first", "second"])
async def test_nothing_is_left_from_another_test(empty_database_url: str, visit: str) -> None:
    engine = create_async_engine(empty_database_url)
    async with engine.begin() as connection:
        await connection.execute(text("CREATE TABLE traces (visit TEXT)"))
        await connection.execute(text("INSERT INTO traces VALUES (:visit)"), {"visit": visit})
        left = (await connection.execute(text("SELECT visit FROM traces"))).scalars().all()
    await engine.dispose()
    assert left == [visit]
