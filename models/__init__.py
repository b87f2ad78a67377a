"""What is stored: one family of tables a file. Importing this package knows them all."""

from models import (
    charity,
    goods,
    ledger,
    offers,
    people,
    programme,
    rewards,
    running,
    speaking,
    stamps,
    till,
    trust,
)
from models.base import Base

__all__ = [
    "Base",
    "charity",
    "goods",
    "ledger",
    "offers",
    "people",
    "programme",
    "rewards",
    "running",
    "speaking",
    "stamps",
    "till",
    "trust",
]
