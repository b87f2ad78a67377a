"""INSERT ... ON CONFLICT on both databases."""

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from models.base import Base


def insert_into(session: AsyncSession, table: type[Base]) -> postgresql.Insert | sqlite.Insert:
    """An INSERT that allows ON CONFLICT, which SQLAlchemy has only in each dialect."""
    return inserting(session.get_bind().dialect.name, table)


def inserting(dialect: str, table: type[Base] | Table) -> postgresql.Insert | sqlite.Insert:
    """`insert_into` by the dialect's name, for statements that are built once."""
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
