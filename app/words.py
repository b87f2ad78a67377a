"""The words of `locales/`, read once a run, for the command line and for the program."""

from functools import cache

from messengers.words import Words
from services.languages import LOCALES


@cache
def read_words(default: str) -> Words:
    """Every language; `default` as in Words. Takes most of a second the first time."""
    return Words(LOCALES, default)
