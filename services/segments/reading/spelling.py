"""Compares names regardless of their spelling."""

import re

_QUOTES = re.compile(r"[«»“”„‘’\"']")


def plain(name: str) -> str:
    """The name without differences of case, spaces, «ё» and the kind of quotes."""
    return " ".join(_QUOTES.sub("'", name).casefold().replace("ё", "е").split())
