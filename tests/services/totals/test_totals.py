"""What members bought is kept with every receipt, and is what the receipts say."""

from random import Random

import pytest

from services.back_office import flags
from services.back_office.flags import Verdict
from services.checkout import moving, purchases, redemptions
from services.errors import DomainError
from services.fraud import fraud_limits
from services.integrity import rebuilding, verify
from services.pricing.model import Line
from services.refunds import refund_previews, refunds, undoing
from tests.cast import Shop
from tests.services.checkout.purchases_made import Total, categories, of_receipts, stored


async def at_the_till(shop: Shop) -> tuple[int, int]:
    """Boris's identity and Anna's member id. Nobody watches for fraud."""
    await shop.unwatched()
    return await shop.hire(shop.boris), await shop.join(shop.anna)


async def sound(shop: Shop) -> None:
    """The kept totals are those of the receipts, for us, for `verify` and for the rebuilding."""
    assert await stored(shop.ctx) == await of_receipts(shop.ctx)
    assert [str(problem) for problem in (await verify.run(shop.ctx)).problems] == []
    assert (await rebuilding.rebuild(shop.ctx)).mended == 0


async def test_a_receipt_counts_in_the_categories_of_its_lines(shop: Shop) -> None:
    boris, anna = await at_the_till(shop)
    coffee, cakes = await categories(shop, "Coffee", "Cakes")
    first = shop.clock.now()
    cup, cake = Line(200_00, 2, coffee), Line(500_00, 1, cakes)
    lines = (cup, cake, Line(100_00, 1, coffee), Line(50_00, title="Bag"))
    await purchases.record(shop.ctx, boris, anna, 850_00, key="first", lines=lines)
    await shop.later(days=3)
    await purchases.record(shop.ctx, boris, anna, 200_00, key="second", lines=(cup,))
    await purchases.record(shop.ctx, boris, anna, 70_00, key="bare")
    visits, totals = await stored(shop.ctx)
    assert visits[anna] == (3, 1120_00, first, shop.clock.now())
    assert totals == {
        (anna, coffee): Total(2, 5, 500_00, first, shop.clock.now()),
        (anna, cakes): Total(1, 1, 500_00, first, first),
    }
    await sound(shop)


async def test_a_repeated_request_counts_once(shop: Shop) -> None:
    boris, anna = await at_the_till(shop)
    (coffee,) = await categories(shop, "Coffee")
    for _ in range(2):
        lines = (Line(200_00, 2, coffee),)
        await purchases.record(shop.ctx, boris, anna, 200_00, key="same", lines=lines)
    _, totals = await stored(shop.ctx)
    assert totals[anna, coffee].purchases == 1
    await sound(shop)


async def test_a_line_that_goes_back_leaves_its_category(shop: Shop) -> None:
    boris, anna = await at_the_till(shop)
    coffee, cakes = await categories(shop, "Coffee", "Cakes")
    lines = (Line(400_00, 4, coffee), Line(600_00, 1, cakes))
    receipt = await purchases.record(shop.ctx, boris, anna, 1000_00, key="k", lines=lines)
    now, bought = shop.clock.now(), receipt.purchase_id
    cups, cake = (await refund_previews.look(shop.ctx, boris, bought)).lines
    await refunds.refund(shop.ctx, boris, bought, lines={cups.line_id: 100_00}, key="a cup")
    _, totals = await stored(shop.ctx)
    assert totals[anna, coffee] == Total(1, 4, 300_00, now, now)
    await refunds.refund(shop.ctx, boris, bought, lines={cake.line_id: 600_00}, key="the cake")
    visits, totals = await stored(shop.ctx)
    assert totals == {(anna, coffee): Total(1, 4, 300_00, now, now)}
    assert visits[anna] == (1, 300_00, now, now)
    await sound(shop)


async def test_a_sum_that_goes_back_is_taken_from_the_lines_in_order(shop: Shop) -> None:
    boris, anna = await at_the_till(shop)
    coffee, cakes = await categories(shop, "Coffee", "Cakes")
    lines = (Line(400_00, 4, coffee), Line(600_00, 1, cakes))
    receipt = await purchases.record(shop.ctx, boris, anna, 1000_00, key="k", lines=lines)
    await refunds.refund(shop.ctx, boris, receipt.purchase_id, amount=500_00, key="half")
    _, totals = await stored(shop.ctx)
    now = shop.clock.now()
    assert totals == {(anna, cakes): Total(1, 1, 500_00, now, now)}
    await sound(shop)


async def test_undoing_gives_back_what_was_before(shop: Shop) -> None:
    boris, anna = await at_the_till(shop)
    (coffee,) = await categories(shop, "Coffee")
    lines = (Line(300_00, 1, coffee),)
    first = await purchases.record(shop.ctx, boris, anna, 300_00, key="1", lines=lines)
    before = await stored(shop.ctx)
    await shop.later(minutes=5)
    second = await purchases.record(shop.ctx, boris, anna, 300_00, key="2", lines=lines)
    await undoing.undo(shop.ctx, boris, second.purchase_id)
    assert await stored(shop.ctx) == before
    await undoing.undo(shop.ctx, boris, first.purchase_id)
    visits, totals = await stored(shop.ctx)
    assert (visits[anna], totals) == ((0, 0, None, None), {})
    await sound(shop)


async def test_a_moved_receipt_counts_where_and_when_it_belongs(shop: Shop) -> None:
    boris, anna = await at_the_till(shop)
    vera = await shop.join(shop.vera)
    (coffee,) = await categories(shop, "Coffee")
    lines, bought_at = (Line(300_00, 1, coffee),), shop.clock.now()
    receipt = await purchases.record(shop.ctx, boris, anna, 300_00, key="k", lines=lines)
    await shop.later(days=2)
    now = shop.clock.now()
    await purchases.record(shop.ctx, boris, vera, 300_00, key="own", lines=lines)
    await moving.move(shop.ctx, boris, receipt.purchase_id, vera, key="m")
    visits, totals = await stored(shop.ctx)
    assert totals == {(vera, coffee): Total(2, 2, 600_00, bought_at, now)}
    assert visits[anna] == (0, 0, None, None)
    assert visits[vera] == (2, 600_00, bought_at, now)
    await sound(shop)


async def test_what_points_paid_is_no_money(shop: Shop) -> None:
    boris, anna = await at_the_till(shop)
    coffee, cakes = await categories(shop, "Coffee", "Cakes")
    lines = (Line(400_00, 4, coffee), Line(600_00, 1, cakes))
    ask = redemptions.request(shop.ctx, boris, anna, 1000_00, 100, key="k", lines=lines)
    receipt = await redemptions.approve(shop.ctx, anna, (await ask).redemption_id)
    _, totals = await stored(shop.ctx)
    paid = totals[anna, coffee].paid, totals[anna, cakes].paid
    assert paid == (360_00, 540_00)
    await refunds.refund(shop.ctx, boris, receipt.purchase_id, amount=100_00, key="part")
    _, totals = await stored(shop.ctx)
    assert totals[anna, coffee].paid == 270_00
    await sound(shop)


@pytest.mark.parametrize(("verdict", "left"), [(Verdict.ACCEPT, 1), (Verdict.UNDO, 0)])
async def test_a_held_receipt_counts_until_it_is_undone(
    shop: Shop, verdict: Verdict, left: int
) -> None:
    boris, anna = await at_the_till(shop)
    (coffee,) = await categories(shop, "Coffee")
    olga = await shop.identity(shop.olga)
    await fraud_limits.change(shop.ctx, olga, "size_amount", 100_00)
    lines = (Line(900_00, 1, coffee),)
    receipt = await purchases.record(shop.ctx, boris, anna, 900_00, key="k", lines=lines)
    assert receipt.held
    assert len((await stored(shop.ctx))[1]) == 1
    (flag,) = await flags.page(shop.ctx, olga, opened=True, limit=5)
    await flags.resolve(shop.ctx, olga, flag.id, verdict)
    assert len((await stored(shop.ctx))[1]) == left
    await sound(shop)


@pytest.mark.parametrize("seed", range(4))
async def test_whatever_happens_totals_are_those_of_the_receipts(shop: Shop, seed: int) -> None:
    dice = Random(seed)
    boris, anna = await at_the_till(shop)
    members = [anna, await shop.join(shop.vera)]
    choices = [*await categories(shop, "Coffee", "Cakes", "Tea"), None]
    bought: list[int] = []
    for step in range(30):
        key = f"act-{step}"
        try:
            if not bought or dice.random() < 0.5:
                bought.append(await _buy(shop, dice, boris, dice.choice(members), choices, key))
            else:
                await _send_back(shop, dice, boris, dice.choice(bought), members, key)
        except DomainError:
            continue  # not enough points, gone already: as at any till
        if dice.random() < 0.3:
            await shop.later(hours=dice.randrange(1, 40))
    assert (await stored(shop.ctx))[1]
    await sound(shop)


async def _buy(
    shop: Shop, dice: Random, boris: int, member: int, choices: list[int | None], key: str
) -> int:
    lines = tuple(
        Line(dice.randrange(1_00, 900_00), dice.randrange(1, 5), dice.choice(choices), title="x")
        for _ in range(dice.randrange(1, 5))
    )
    amount = sum(line.amount for line in lines)
    if dice.random() < 0.7:
        done = await purchases.record(shop.ctx, boris, member, amount, key=key, lines=lines)
    else:
        points = dice.randrange(1, 40)
        asked = await redemptions.request(
            shop.ctx, boris, member, amount, points, key=key, lines=lines
        )
        done = await redemptions.approve(shop.ctx, member, asked.redemption_id)
    return done.purchase_id


async def _send_back(
    shop: Shop, dice: Random, boris: int, purchase: int, members: list[int], key: str
) -> None:
    way = dice.randrange(5)
    if way == 0:
        await undoing.undo(shop.ctx, await shop.identity(shop.olga), purchase)
    elif way == 1:
        await moving.move(shop.ctx, boris, purchase, dice.choice(members), key=key)
    elif way == 2:
        lines = (await refund_previews.look(shop.ctx, boris, purchase)).lines
        part = {line.line_id: dice.randrange(1, line.left.minor + 1) for line in lines[:2]}
        await refunds.refund(shop.ctx, boris, purchase, lines=part, key=key)
    else:
        left = (await refund_previews.look(shop.ctx, boris, purchase)).left.minor
        await refunds.refund(shop.ctx, boris, purchase, amount=dice.randrange(1, left + 1), key=key)
