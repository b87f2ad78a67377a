"""The return forecast, compared with a plain count over receipts."""

from collections import defaultdict
from datetime import datetime, timedelta
from fractions import Fraction
from random import Random

from services.segments.questions.tree import Condition
from services.segments.rfm import findings, overview, return_forecast
from services.segments.rfm.return_forecast import CELLS, Cell, Seen, chances
from tests.cast import Shop
from tests.services.segments.buyers import Life, Receipt, buyers
from tests.services.segments.rfm.test_scores import found

DAY = timedelta(days=1)
NINETY = 90 * DAY


def cell(receipts: list[Receipt], at: datetime) -> Cell:
    """The bands as a person reads them in the docs' table."""
    purchases = len(receipts)
    often = [1, 2, 3, 5, 10, 10**9]
    days = (at - max(receipt.at for receipt in receipts)) / DAY
    lately = [14, 30, 60, 120, 240, 10**9]
    return (
        next(band for band, bound in enumerate(often[1:]) if purchases < bound),
        next(band for band, bound in enumerate(lately) if days <= bound),
    )


def lives(now: datetime, chance: Random) -> dict[str, Life]:
    def receipt() -> Receipt:
        paid = chance.randrange(50_00, 900_00)
        back = chance.choice((0, 0, 0, paid // 3, paid))
        days = chance.choice((1, 30, 89, 90, 91, 104, 105, 120, 151, 211, 331))
        return Receipt(now - days * DAY - chance.randrange(3) * timedelta(hours=7), paid, back)

    return {
        f"{number}": tuple(receipt() for _ in range(chance.choice((0, 1, 1, 2, 3, 5, 12))))
        for number in range(70)
    }


async def test_what_became_of_each_cell(shop: Shop) -> None:
    now = shop.clock.now()
    of_all = lives(now, Random(5))
    ids = await buyers(shop.ctx, of_all)
    await buyers(shop.ctx, lives(now, Random(6)), left=True)
    then = now - NINETY
    expected: dict[Cell, Seen] = defaultdict(Seen)
    for life in of_all.values():
        real = [receipt for receipt in life if receipt.counts]
        before = [receipt for receipt in real if receipt.at <= then]
        since = [receipt for receipt in real if receipt.at > then]
        if before:
            paid = sum(receipt.paid - receipt.back for receipt in since)
            expected[cell(before, then)] += Seen(1, int(bool(since)), paid)
    async with shop.ctx.db.read() as session:
        seen = await return_forecast.look_back(session, now)
    assert seen == expected
    assert return_forecast.from_json(return_forecast.to_json(seen)) == seen

    await findings.work_out(shop.ctx)
    known = chances(seen)
    assert known is not None
    now_in = {
        ids[name]: cell(real, now)
        for name, life in of_all.items()
        if (real := [receipt for receipt in life if receipt.counts])
    }
    for percent in (0, 30, 45, 60, 101):
        likely = {one for one, its in now_in.items() if known.chance_bp[its] // 100 >= percent}
        assert await found(shop, Condition("return_chance", least=percent)) == likely
    for value in sorted(set(known.value.values()))[::4]:
        worth = {one for one, its in now_in.items() if known.value[its] <= value}
        assert await found(shop, Condition("expected_value", most=value)) == worth
    shown = await overview.show(shop.ctx, await shop.identity(shop.olga))
    total = sum(known.value[its] for its in now_in.values())
    rounded = sum(one.expected.minor * one.members for one in shown.groups.values() if one.expected)
    assert total - len(now_in) < rounded <= total


def test_a_small_cell_is_drawn_towards_the_whole() -> None:
    few, many = CELLS[0], CELLS[1]
    cells = {few: Seen(1, 1, 500_00), many: Seen(199, 39, 4_000_00)}
    known = chances(cells)
    assert known is not None
    # Each cell gets 10 more, who return and pay like the average of all 200.
    share, paid = Fraction(40, 200), Fraction(4_500_00, 200)
    for one, seen in cells.items():
        weight = seen.members + 10
        assert known.chance_bp[one] == int((seen.returned + 10 * share) / weight * 10_000)
        assert known.value[one] == int((seen.paid + 10 * paid) / weight)
    assert known.chance_bp[few] < 30_00
    assert known.chance_bp[CELLS[9]] == 20_00


def test_of_a_few_nothing_is_said() -> None:
    assert chances({}) is None
    assert chances({CELLS[0]: Seen(24, 20, 100)}) is None
    assert chances({CELLS[0]: Seen(25, 20, 100)}) is not None
