"""Stamps at the till: how far a guest is, and what an undo takes along."""

from services.rewards import vouchers
from services.stamps import stamp_cards
from services.stamps.stamp_cards import NewCard
from tests.handlers.cashier.counter import Counter, roubles


async def sell(till: Counter) -> None:
    await till.scan(till.shop.anna)
    await till.cashier.send("200")
    await till.tap("quote-spend-none", points=6)


async def test_the_guest_s_screen_says_how_far_they_are_and_an_undo_what_it_took(
    till: Counter,
) -> None:
    ctx = till.shop.ctx
    olga = await till.shop.identity(till.shop.olga)
    await stamp_cards.make(ctx, olga, NewCard("Кофе", "Кофе в подарок", needed=2))
    await stamp_cards.make(ctx, olga, NewCard("Большие", "Торт", least=500_00))
    await till.scan(till.shop.anna)
    assert not till.shows("guest-stamps", title="Кофе", stamps=0, needed=2)
    await sell(till)
    await till.scan(till.shop.anna)
    assert till.shows("guest-stamps", title="Кофе", stamps=1, needed=2)
    assert "Большие" not in till.cashier.text
    await sell(till)
    await till.tap("receipt-undo")
    assert till.shows("undone-done", name="Анна", amount=roubles(200))
    assert till.shows("undone-stamps", title="Кофе", count=1, used=False)
    await sell(till)
    (gift,) = await vouchers.mine(ctx, await till.shop.member_id(till.shop.anna))
    await vouchers.accept(ctx, await till.shop.identity(till.cashier), gift.id)
    await till.tap("receipt-undo")
    assert till.shows("undone-stamps", title="Кофе", count=0, used=True)
