"""What may come of each act: sums, points, answers, spans of time."""

from datetime import timedelta
from enum import StrEnum

from hypothesis import strategies as st

AMOUNTS = st.integers(1, 20_000_00) | st.sampled_from([1000_00, 3333_33, 30_000_00, 70_000_00])
POINTS = st.integers(1, 150)
SHELVES = st.sampled_from([None, 0, 1])
"""The category of what is bought, if it has one."""
LIVES = st.sampled_from([None, 1, 4, 20, 300])  # days
MOVES = st.sampled_from(
    [
        *(timedelta(minutes=minutes) for minutes in (1, 3, 10)),
        *(timedelta(hours=hours) for hours in (2, 12)),
        *(timedelta(days=days) for days in (1, 3, 10, 30, 180)),
    ]
)


class Answer(StrEnum):
    APPROVE = "approve"
    CANCEL = "cancel"
    DECLINE = "decline"
