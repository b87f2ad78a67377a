"""What members get for points: rewards, stamps and good causes; and the goods that these name."""

from aiogram import Router

from handlers.owner.rewards import funds, goods, payouts, rewards, stamp_draft, stamps


def add_to(router: Router) -> None:
    for section in (
        rewards,
        funds,
        stamps,
        stamp_draft,
        goods,
        payouts,
    ):
        section.add_to(router)
