"""What two spellings of one name have in common."""

import re

_QUOTES = re.compile(r"[«»“”„‘’\"']")


def plain(name: str) -> str:
    """Case, spaces, «ё» and the kind of quotes are not told apart."""
    return " ".join(_QUOTES.sub("'", name).casefold().replace("ё", "е").split())
