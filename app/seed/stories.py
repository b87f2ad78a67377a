"""The acts of the demonstration shop's guests in two years: purchases, rewards, birthdays."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from random import Random
from zoneinfo import ZoneInfo

from app.seed.crowd import Guest, visits
from app.seed.history import History, Life
from app.seed.menu import Dish
from app.seed.texts import ShopTexts
from models.charity import Fund
from models.rewards import Reward
from services import dates

HOW_OFTEN = (86, 8, 3, 3)
"""Of a hundred visits: just buying, paying partly with points, taking a reward, donating."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The goods on sale, and the rewards for points."""

    menu: tuple[Dish, ...]
    rewards: list[Reward]
    funds: list[Fund]


class Act(StrEnum):
    JOIN = "join"
    BUY = "buy"
    REDEEM = "redeem"
    REWARD = "reward"
    DONATE = "donate"
    BIRTHDAY = "birthday"


def story(
    rng: Random, texts: ShopTexts, guest: Guest, now: datetime, *, saving: bool
) -> list[tuple[datetime, Act]]:
    """The acts of one guest, in the order of time; a guest who saves spends no points."""
    acts = [(guest.joined_at, Act.JOIN)]
    acts += [(at, Act.BIRTHDAY) for at in _birthdays(texts, guest, now)]
    for at in visits(rng, texts, guest, now):
        act = rng.choices((Act.BUY, Act.REDEEM, Act.REWARD, Act.DONATE), HOW_OFTEN)[0]
        spends = act is not Act.BUY and not saving
        acts.append((at, Act.REDEEM if spends and act is Act.REDEEM else Act.BUY))
        if spends and act is not Act.REDEEM:
            acts.append((at + timedelta(minutes=1), act))
    return sorted(acts)


def _birthdays(texts: ShopTexts, guest: Guest, now: datetime) -> list[datetime]:
    """The mornings on which a bonus was given: a week after joining at the soonest."""
    if guest.birthday is None:
        return []
    day, month, _ = guest.birthday
    zone = ZoneInfo(texts.timezone)
    mornings = [
        dates.at_wall_time(dates.birthday_in(year, month, day), time(9, 5), zone)
        for year in range(guest.joined_at.year, now.year + 1)
    ]
    return [at for at in mornings if guest.joined_at + timedelta(days=8) < at < now]


async def play(
    history: History, rng: Random, shelf: Shelf, life: Life, at: datetime, act: Act
) -> None:
    """Do one of them, as the ledger writes it."""
    match act:
        case Act.JOIN:
            await history.welcome(life, at)
        case Act.BIRTHDAY:
            await history.birthday(life, at)
        case Act.BUY | Act.REDEEM:
            dishes = rng.choices(shelf.menu, k=rng.choice((1, 1, 2, 2, 3)))
            await history.buy(life, dishes, at, spend=act is Act.REDEEM)
        case Act.REWARD:
            await history.take_reward(life, rng.choice(shelf.rewards), at)
        case Act.DONATE:
            await history.donate(life, rng.choice(shelf.funds), rng.choice((20, 50, 100)), at)
