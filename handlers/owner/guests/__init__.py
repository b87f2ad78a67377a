"""One guest, and the journal of all acts."""

from aiogram import Router

from handlers.owner.guests import find_guest, journal


def add_to(router: Router) -> None:
    for section in (
        find_guest,
        journal,
    ):
        section.add_to(router)
