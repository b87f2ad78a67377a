"""The little SQL that both engines have but spell apart."""

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from models.base import Base


def insert_into(session: AsyncSession, table: type[Base]) -> postgresql.Insert | sqlite.Insert:
    """An INSERT that can say ON CONFLICT, which SQLAlchemy leaves to each dialect."""
    return inserting(session.get_bind().dialect.name, table)


def inserting(dialect: str, table: type[Base] | Table) -> postgresql.Insert | sqlite.Insert:
    """The same for a dialect by its name, for who builds a statement once."""
    return postgresql.insert(table) if dialect == "postgresql" else sqlite.insert(table)
