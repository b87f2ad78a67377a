"""Errors of imports."""

from dataclasses import dataclass

from services.errors import DomainError


@dataclass
class BadFile(DomainError):
    """Not a readable table, or one without rows. `name` is the file's name."""

    name: str


class UnknownFileKind(DomainError):
    """The columns of a file do not show its kind."""


@dataclass
class UnknownColumn(DomainError):
    """A column that the file does not have, or a field that this kind of file cannot have."""

    column: str


class ColumnMissing(DomainError):
    """A file without a field that its kind needs."""


class ImportCrossed(DomainError):
    """Somebody else, perhaps another import, created the same row at the same moment. Imported rows
    stay; importing the same file again adds the rest.
    """


class ImportUnderWay(DomainError):
    """Another import is running; two at once could create the same rows. Rows of this one that were
    imported stay; importing the same file again adds the rest.
    """


class NoOwner(DomainError):
    """The shop has no owner yet, who is needed as the author of imported campaigns and offers."""
