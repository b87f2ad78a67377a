"""What reading gives."""

from dataclasses import dataclass

from services.segments.questions.tree import Node


@dataclass(frozen=True, slots=True)
class Unknown:
    """Words from `start` to `end` that are no part of the question, and what they may have been."""

    start: int
    end: int
    text: str
    nearest: tuple[str, ...]
    about: tuple[str, ...] = ()
    """What they seem to ask of, when that much is clear."""


@dataclass(frozen=True, slots=True)
class Understood:
    """`tree` is normal, and None when nothing was understood; with no `unknown` it says it all.

    `instead`: whole sentences, each understood better, that may be asked instead.
    """

    tree: Node | None
    unknown: tuple[Unknown, ...]
    language: str
    instead: tuple[str, ...] = ()
