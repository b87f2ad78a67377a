"""The words of `locales/`, read once a run, for the command line and for the program."""

from functools import cache
from pathlib import Path

from messengers.words import Words

LOCALES = Path(__file__).parent.parent / "locales"


@cache
def read_words(default: str) -> Words:
    """Every language; `default` as in Words. Takes most of a second the first time."""
    return Words(LOCALES, default)
