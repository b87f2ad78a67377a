"""The tables, one family a file. Importing this package registers them all."""

from models import (
    charity,
    goods,
    ledger,
    messaging,
    offers,
    people,
    programme,
    rewards,
    segmentation,
    stamps,
    surveys,
    system,
    till,
    trust,
)
from models.base import Base

__all__ = [
    "Base",
    "charity",
    "goods",
    "ledger",
    "messaging",
    "offers",
    "people",
    "programme",
    "rewards",
    "segmentation",
    "stamps",
    "surveys",
    "system",
    "till",
    "trust",
]
