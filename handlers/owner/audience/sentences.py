"""What the bot made of a question in words: what it did not understand, underlined."""

import html
from collections.abc import Sequence

from messengers.words import Say
from services.segments.sentences import Understood, Unknown

NEAREST_SHOWN = 3
UNCLEAR_SHOWN = 5
"""What is not understood and has something near it, so much of it as a message holds."""


def explain(say: Say, text: str, read: Understood) -> str:
    """The text with underlined what was not understood, and the nearest that exists, as HTML."""
    lines = [say("question-unclear"), underlined(text, read.unknown)]
    lines += [
        say("question-nearest", text=one.text, nearest=", ".join(one.nearest[:NEAREST_SHOWN]))
        for one in [one for one in read.unknown if one.nearest][:UNCLEAR_SHOWN]
    ]
    lines.append(say("question-instead", ways=len(read.instead)))
    return "\n\n".join(lines)


def underlined(text: str, unknown: Sequence[Unknown]) -> str:
    shown, end = "", 0
    for one in unknown:
        shown += html.escape(text[end : one.start], quote=False)
        shown += f"<u>{html.escape(text[one.start : one.end], quote=False)}</u>"
        end = one.end
    return shown + html.escape(text[end:], quote=False)
