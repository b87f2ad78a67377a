"""Checks typed text."""

from services.parsing.errors import BadText


def one_line(text: str, *, most: int) -> str:
    """The text on one line, spaces folded. Raises BadText unless it has 1 to `most` characters."""
    clean = " ".join(text.split())
    if not 1 <= len(clean) <= most:
        raise BadText(most)
    return clean


def paragraph(text: str, *, most: int) -> str:
    """The text with its lines kept. Raises BadText unless it has 1 to `most` characters."""
    clean = text.strip()
    if not 1 <= len(clean) <= most:
        raise BadText(most)
    return clean
