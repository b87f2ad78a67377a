"""The assortment: outlets, categories and products."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, PrimaryKey, Title


class Outlet(Base):
    """One of the places where the shop sells."""

    __tablename__ = "outlets"

    id: Mapped[PrimaryKey]
    name: Mapped[Title]
    created_at: Mapped[datetime]
    hidden_at: Mapped[datetime | None]


class Category(Base):
    """A kind of goods or services that a rule can name: coffee, delivery, gift certificates."""

    __tablename__ = "categories"

    id: Mapped[PrimaryKey]
    name: Mapped[Title]
    created_at: Mapped[datetime]
    hidden_at: Mapped[datetime | None]


class Product(Base):
    """One thing that is sold. `sku` is the till's own number of it."""

    __tablename__ = "products"

    id: Mapped[PrimaryKey]
    name: Mapped[Title]
    sku: Mapped[str | None] = mapped_column(String(64), unique=True)
    category_id: Mapped[int | None] = mapped_column(ForeignKey("categories.id"), index=True)
    created_at: Mapped[datetime]
    hidden_at: Mapped[datetime | None]
