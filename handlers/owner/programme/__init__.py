"""The terms of the programme: launch, settings, levels, returns, earlier versions."""

from aiogram import Router

from handlers.owner.programme import launch, levels, returns, terms, versions


def add_to(router: Router) -> None:
    for section in (
        terms,
        levels,
        returns,
        versions,
        launch,
    ):
        section.add_to(router)
