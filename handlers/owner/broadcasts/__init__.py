"""The owner's broadcasts: a post, its audience and its hour, and how far each has come."""

from aiogram import Router

from handlers.owner.broadcasts import new_broadcast, post_languages, send_post, sent_posts


def add_to(router: Router) -> None:
    for section in (
        new_broadcast,
        post_languages,
        send_post,
        sent_posts,
    ):
        section.add_to(router)
