"""What members get for points: rewards, stamps and good causes; and the goods that these name."""

from aiogram import Router

from handlers.owner.rewards import funds, goods, payouts, rewards, stamps


def add_to(router: Router) -> None:
    for section in (
        rewards,
        funds,
        stamps,
        goods,
        payouts,
    ):
        section.add_to(router)
