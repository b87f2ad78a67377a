"""A question in words, with its reach, as every screen of the owner shows it."""

from dataclasses import dataclass

from handlers.desk import Desk
from handlers.owner.shared.navigation import short
from messengers import segment_words
from messengers.words import Say
from services import programme
from services.context import Context
from services.programme import Terms
from services.segments import shop_names
from services.segments.audience_queries import Reach
from services.segments.member_lists import ListMatch
from services.segments.questions.tree import Node
from services.segments.shop_names import Names

WORDS = 600
"""Letters of a question on a screen: with all that stands beside it, a message has 4,096."""

UNKNOWN_SHOWN = 20

SEGMENTS_SHOWN = 60
"""Saved segments as buttons, the newest: a message has a hundred. Others are named in words."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One language's words for questions of one shop."""

    say: Say
    names: Names
    terms: Terms

    def whole(self, node: Node) -> str:
        """A question in words that are read back, as plain text of any length."""
        return segment_words.said(self.say, self.names, self.terms, node)

    def of(self, node: Node, most: int = WORDS) -> str:
        """The same, as much of it as a screen or a button holds."""
        return short(self.whole(node), most)


async def wording(ctx: Context, say: Say) -> Wording:
    return Wording(say, await shop_names.known(ctx), await programme.current(ctx))


async def described(desk: Desk, node: Node) -> str:
    """One question in words, as much of it as a screen holds."""
    return (await wording(desk.ctx, desk.say)).of(node)


def reach_text(say: Say, reach: Reach) -> str:
    """How many match, how many can be reached, and why not all."""
    return say(
        "owner-reach",
        matched=reach.matched,
        reachable=reach.reachable,
        refused=reach.no_consent,
        often=reach.too_often,
        blocked=reach.blocked,
    )


def list_text(say: Say, found: ListMatch) -> str:
    """How many of a list are known, and the first of those that are not."""
    unknown = ", ".join(found.unknown[:UNKNOWN_SHOWN])
    rest = max(0, len(found.unknown) - UNKNOWN_SHOWN)
    return say("owner-list-found", found=found.matched, unknown=unknown or 0, rest=rest)
