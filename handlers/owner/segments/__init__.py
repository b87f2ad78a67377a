"""Questions about members: typed, built, ready-made and saved."""

from aiogram import Router

from handlers.owner.audience import pasted_lists
from handlers.owner.segments import (
    builder_steps,
    condition_builder,
    rfm_groups,
    saved_segments,
    segment_actions,
    segments,
)


def add_to(router: Router) -> None:
    for section in (
        segments,
        pasted_lists,
        saved_segments,
        segment_actions,
        condition_builder,
        builder_steps,
        rfm_groups,
    ):
        section.add_to(router)
