"""The owner's numbers: of the shop's own day, and without what was undone."""

from datetime import UTC, datetime, timedelta

import pytest

from services.back_office import shop_numbers
from services.charity import charity
from services.checkout import purchases, redemptions
from services.money import Money
from services.points import points_expiry
from services.refunds import undoing
from services.staff.errors import NotStaff
from tests.cast import Shop
from tests.services.crowd import award, guest


async def test_a_day_a_week_and_a_month(shop: Shop) -> None:
    ctx = shop.ctx
    olga, boris = await shop.identity(shop.olga), await shop.hire(shop.boris)
    anna = await shop.join(shop.anna)
    await purchases.record(ctx, boris, anna, 1000_00, key="long ago")
    await award(ctx, anna, 40, key="short", expires_at=shop.clock.now() + timedelta(days=3))
    await shop.clock.move(timedelta(days=5))
    await points_expiry.expire_due(ctx)
    new = await guest(ctx, 1)
    await shop.clock.move(timedelta(days=2))

    await purchases.record(ctx, boris, new, 500_00, key="first")
    request = await redemptions.request(ctx, boris, anna, 200_00, 50, key="points")
    await redemptions.approve(ctx, anna, request.redemption_id)
    undone = await purchases.record(ctx, boris, anna, 9000_00, key="undone")
    await undoing.undo(ctx, boris, undone.purchase_id)
    fund = await charity.add_fund(ctx, olga, "Dogs", "And cats")
    await charity.give(ctx, anna, fund, 10, key="gift")

    day = await shop_numbers.numbers(ctx, olga)
    assert day.since == datetime(2026, 3, 8, 21, tzinfo=UTC)  # midnight in Moscow
    assert (day.new_members, day.members) == (0, 2)
    assert (day.purchases, day.turnover, day.paid) == (
        2,
        Money(700_00, "RUB"),
        Money(650_00, "RUB"),
    )
    assert (day.points_given, day.points_spent, day.points_expired) == (15 + 4, 50 + 10, 0)
    assert (day.redemptions, day.donations, day.points_donated) == (1, 1, 10)
    assert (day.buyers, day.returning, day.returning_percent) == (2, 1, 50)
    assert day.points_outstanding == 100 + 30 - 60 + 4 + 100 + 15
    assert day.worth == Money(day.points_outstanding * 100, "RUB")

    week = await shop_numbers.numbers(ctx, olga, 7)
    assert (week.new_members, week.purchases, week.points_expired) == (1, 2, 40)
    month = await shop_numbers.numbers(ctx, olga, 30)
    assert (month.new_members, month.purchases) == (2, 3)
    assert (month.buyers, month.returning) == (2, 0)


async def test_a_shop_without_anything(shop: Shop) -> None:
    numbers = await shop_numbers.numbers(shop.ctx, await shop.identity(shop.olga), 30)
    assert (numbers.purchases, numbers.points_outstanding, numbers.returning_percent) == (0, 0, 0)


async def test_only_an_owner_sees_them(sqlite_shop: Shop) -> None:
    boris = await sqlite_shop.hire(sqlite_shop.boris)
    with pytest.raises(NotStaff):
        await shop_numbers.numbers(sqlite_shop.ctx, boris)
