"""Checks at the till: their limits, and the receipts that wait for an answer."""

from aiogram import Router

from handlers.owner.trust import flags, limits


def add_to(router: Router) -> None:
    for section in (
        limits,
        flags,
    ):
        section.add_to(router)
