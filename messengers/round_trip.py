"""The shortest round trip to Telegram, which a pacer may rely on."""

import math
from dataclasses import dataclass

CALM = 60.0
"""Seconds after which what was seen begins to be forgotten."""

ENOUGH = 100
"""Round trips to see before the shortest of them means anything."""

DOUBT = 0.25
"""The shortest trip possible may be shorter than any seen by this part of the usual excess."""


@dataclass(slots=True)
class _Trips:
    count: int = 0
    total: float = 0.0
    shortest: float = math.inf


class ShortestTrip:
    """Judges by the last one to two minutes."""

    def __init__(self) -> None:
        self._now = self._before = _Trips()
        self._since = -math.inf

    def trusted(self) -> float:
        """Seconds that every trip takes at least; 0 while there are too few to know."""
        count = self._now.count + self._before.count
        if count < ENOUGH:
            return 0.0
        shortest = min(self._now.shortest, self._before.shortest)
        usual = (self._now.total + self._before.total) / count
        return max(0.0, shortest - DOUBT * (usual - shortest))

    def seen(self, trip: float, at: float) -> None:
        if at - self._since > CALM:
            self._before = self._now if at - self._since <= 2 * CALM else _Trips()
            self._now, self._since = _Trips(), at
        self._now.count += 1
        self._now.total += trip
        self._now.shortest = min(self._now.shortest, trip)
