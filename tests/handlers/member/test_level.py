"""The level on the card and behind it."""

import re

from services import programme
from services.checkout import purchases
from services.levels import level_changes, levels
from services.levels.level_changes import Edit
from services.money import Money
from tests.handlers.member.guest import Guest


async def buy(guest: Guest, roubles: int, key: str) -> None:
    shop = guest.shop
    olga = await shop.identity(shop.olga)
    await purchases.record(shop.ctx, olga, await guest.member_id(), roubles * 100, key=key)
    await shop.settle()


async def test_the_card_says_what_is_missing(somebody: Guest) -> None:
    await somebody.join()
    await buy(somebody, 28_800, "k")
    await somebody.person.send("/card")
    missing = Money(1_200_00, "RUB")
    assert somebody.sees("card-next", by="spend", missing=missing, next="Золото")


async def test_behind_the_level_is_the_whole_ladder(somebody: Guest) -> None:
    shop = somebody.shop
    await somebody.join()
    olga = await shop.identity(shop.olga)
    gold = (await programme.current(shop.ctx)).levels[1]
    await level_changes.change(shop.ctx, olga, Edit(gold.id, {"perks": "Сироп <бесплатно>"}))
    await buy(somebody, 30_000, "k")
    assert "Сироп <бесплатно>" in somebody.person.messages[-1]["text"]
    await somebody.person.send("/card")
    await somebody.tap("button-level", level="Золото")
    assert somebody.sees("level-own", level="Золото", rate="5")
    assert somebody.sees("level-perks", perks="Сироп <бесплатно>")
    assert somebody.sees("level-reached", by="spend", days=365, reached=Money(30_000_00, "RUB"))
    assert somebody.sees("level-next", by="spend", missing=Money(70_000_00, "RUB"), next="Платина")
    assert re.search(r"▸ Золото — 5 ?%", somebody.text)
    assert re.search(r"• Платина — 7 ?%", somebody.text)
    await shop.later(days=366)
    progress = await levels.progress(shop.ctx, await somebody.member_id())
    assert progress.kept_until is not None
    assert somebody.sees(
        "notice-level-grace",
        level="Золото",
        until=progress.kept_until,
        by="spend",
        missing=Money(30_000_00, "RUB"),
        with_perks=True,
        perks="Сироп <бесплатно>",
    )
    await somebody.person.send("/card")
    await somebody.tap("button-level", level="Золото")
    assert somebody.sees(
        "level-kept", by="spend", until=progress.kept_until, missing=Money(30_000_00, "RUB")
    )


async def test_visits_and_the_highest_level(somebody: Guest) -> None:
    shop = somebody.shop
    await somebody.join()
    olga = await shop.identity(shop.olga)
    await buy(somebody, 50_000, "one")
    await level_changes.change(shop.ctx, olga, Edit(None, {"by": "visits"}))
    await shop.later(minutes=1)
    await somebody.person.send("/card")
    assert somebody.sees("card-next", by="visits", missing=1, next="Платина")
    await buy(somebody, 1, "two")
    await somebody.person.send("/card")
    await somebody.tap("button-level", level="Платина")
    assert somebody.sees("level-reached", by="visits", days=365, reached=2)
    assert somebody.sees("level-highest")
