"""The terms of the programme; callers say `programme.terms(session)`."""

from services.programme.books import current, locked, of_version, publish, terms
from services.programme.model import Terms

__all__ = ["Terms", "current", "locked", "of_version", "publish", "terms"]
