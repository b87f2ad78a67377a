"""Finding out whether a message arrived when the line broke, or the process died, during it.

The reasoning, and its limits, are in docs/decisions/0005-exactly-once.md.
"""

import asyncio
from collections.abc import Collection
from dataclasses import dataclass

from messengers.failures import Busy
from messengers.pacing import Pacer
from messengers.seen_messages import Sight
from messengers.telegram import Telegram
from services.messaging.outbox import Outgoing

IN_FLIGHT = 5.0
"""Seconds after which no request is still on its way to Telegram."""

PATIENCE = 5.0
"""Seconds more to wait until some later message is sent, whose id bounds the search."""

REACH = 50
"""How far past the newest id to look when no later message comes: the bot is quiet then."""

MOST = 2_000
"""The most ids that are tried for one message; with more, its outcome stays unknown."""

ABREAST = 8


@dataclass(frozen=True, slots=True)
class Doubt:
    """A delivery that may have arrived: if so, its id is past `floor`."""

    delivery: Outgoing
    floor: int
    since: float  # by the pacer's timer


class TooManyIds(Exception):
    """The bot has sent or got too much since to find one message among it."""


class LostMessages:
    def __init__(self, telegram: Telegram, pacer: Pacer, sight: Sight) -> None:
        self._telegram = telegram
        self._pacer = pacer
        self._sight = sight

    def wait(self, doubt: Doubt) -> float:
        """Seconds until the message can be looked for."""
        landed = doubt.since + IN_FLIGHT
        sure = landed if self._sight.sent_since >= landed else landed + PATIENCE
        return sure - self._pacer.timer()

    async def find(self, doubt: Doubt, others: Collection[int]) -> int | None:
        """The id under which it arrived, or None: it never did.

        `others` are ids of messages known to be something else. Raises Failure, TooManyIds.
        """
        newest = self._sight.newest
        if self._sight.sent_since < doubt.since + IN_FLIGHT:
            newest += REACH
        ids = [
            number
            for number in range(doubt.floor + 1, newest + 1)
            if number not in others and number not in self._sight
        ]
        if len(ids) > MOST:
            raise TooManyIds(f"{len(ids)} message ids after {doubt.floor}")
        for start in range(0, len(ids), ABREAST):
            some = ids[start : start + ABREAST]
            standing = await asyncio.gather(*(self._look(doubt, one) for one in some))
            for number, stands in zip(some, standing, strict=True):
                if stands:
                    self._sight.saw(doubt.delivery.chat_id, number)
                    return number
        return None

    async def _look(self, doubt: Doubt, message_id: int) -> bool:
        while True:
            try:
                return await self._telegram.stands(message_id, doubt.delivery)
            except Busy as busy:
                await self._pacer.refused(busy.retry_after)
