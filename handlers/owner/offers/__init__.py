"""Personal and standing offers."""

from aiogram import Router

from handlers.owner.offers import new_offer, offers


def add_to(router: Router) -> None:
    for section in (
        offers,
        new_offer,
    ):
        section.add_to(router)
