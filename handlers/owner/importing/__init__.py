"""A till's file brought in."""

from aiogram import Router

from handlers.owner.importing import import_file


def add_to(router: Router) -> None:
    import_file.add_to(router)
