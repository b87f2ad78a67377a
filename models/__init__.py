"""What is stored: one family of tables a file. Importing this package knows them all."""

from models import charity, ledger, people, programme, rewards, running, speaking, till
from models.base import Base

__all__ = [
    "Base",
    "charity",
    "ledger",
    "people",
    "programme",
    "rewards",
    "running",
    "speaking",
    "till",
]
