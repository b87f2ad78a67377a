"""Questions about members: typed, built, ready-made and saved."""

from aiogram import Router

from handlers.owner import audience
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
        audience,
        segments,
        saved_segments,
        segment_actions,
        condition_builder,
        builder_steps,
        rfm_groups,
    ):
        section.add_to(router)
