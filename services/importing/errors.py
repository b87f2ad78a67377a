"""Refusals of files that are brought in."""

from dataclasses import dataclass

from services.errors import DomainError


@dataclass
class BadFile(DomainError):
    """Not a table that can be read, or one without rows. `name` is the file's."""

    name: str


class UnknownFileKind(DomainError):
    """Nothing tells what the rows of a file are."""


@dataclass
class UnknownColumn(DomainError):
    """A column that the file does not have, or that such a file cannot have."""

    column: str


class ColumnMissing(DomainError):
    """A file without what every such file needs."""


class ImportCrossed(DomainError):
    """Something of a file was made by somebody else just then, by another import perhaps. What had
    come in stays; the same file brings the rest.
    """


class ImportUnderWay(DomainError):
    """Another file is coming in: two at once would each make what both name. What had come in of
    this one stays; the same file brings the rest.
    """


class NoOwner(DomainError):
    """The shop has no owner yet to whom this could belong."""
