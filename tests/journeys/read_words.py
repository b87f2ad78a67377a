"""Imported before a process forks: every word is read already, half a second that each start pays.

What is read does not change, so processes that share nothing else may share it.
"""

from functools import cache

from messengers import words
from tests.cast import ROOT

words._read = cache(words._read)
words.Words(ROOT / "locales", "ru")
