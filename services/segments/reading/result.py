"""The result of reading a sentence."""

from dataclasses import dataclass

from services.segments.questions.tree import Node


@dataclass(frozen=True, slots=True)
class Unknown:
    """Words from `start` to `end` that are not part of the question, and similar known words."""

    start: int
    end: int
    text: str
    nearest: tuple[str, ...]
    about: tuple[str, ...] = ()
    """Attributes that they seem to ask about, if that is clear."""


@dataclass(frozen=True, slots=True)
class Understood:
    """`tree` is in normal form; None when nothing was understood. Without `unknown` it is complete.

    `instead`: whole sentences to ask instead; each is understood better.
    """

    tree: Node | None
    unknown: tuple[Unknown, ...]
    language: str
    instead: tuple[str, ...] = ()
