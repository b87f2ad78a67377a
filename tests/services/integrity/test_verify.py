"""Verify: silent about a shop that did everything, loud about each figure that was touched."""

from pathlib import Path

import pytest
from sqlalchemy import text

from services import goods
from services.charity import charity, payouts
from services.charity.payouts import Proof
from services.checkout import purchases, redemptions
from services.context import Context
from services.enums import AttributeKind
from services.fraud import fraud_limits
from services.goods import ItemKind
from services.integrity import verify
from services.integrity.checks import SHEETS
from services.pricing.model import Line
from services.profiles import leaving
from services.refunds import refunds, undoing
from services.rewards import rewards, voucher_returns, vouchers
from services.rewards.rewards import NewReward
from services.stamps import stamp_cards
from services.stamps.stamp_cards import NewCard
from services.surveys import quiz_runs, quizzes
from services.surveys.attribute_answers import Told
from services.surveys.quizzes import NewQuestion
from tests.cast import CountedSecrets, Shop
from tests.engines import fast_database

TOUCHES = {
    "an account's balance is the sum of its entries": "UPDATE entries SET points = points + 1",
    "an account's balance is what its lots hold": "UPDATE lots SET remaining = remaining + 1",
    "a lot holds the sum of its entries": "UPDATE lots SET remaining = remaining + 1",
    "an entry is of the account of its lot": (
        "UPDATE lots SET account_id = (SELECT max(id) FROM accounts)"
    ),
    "an entry is of the account of its operation": (
        "UPDATE operations SET account_id = (SELECT max(id) FROM accounts)"
    ),
    "a hold returns to the lots that it came from": (
        "UPDATE entries SET lot_id = (SELECT max(id) FROM lots)"
        " WHERE operation_id IN (SELECT id FROM operations WHERE kind = 'release')"
    ),
    "an operation's points are the sum of its entries": (
        "UPDATE operations SET points = points + 1"
    ),
    "an operation gives or takes as its kind says": (
        "UPDATE operations SET kind = 'expire' WHERE kind = 'welcome'"
    ),
    "what is held leaves its lots": (
        "UPDATE entries SET points = -points"
        " WHERE operation_id IN (SELECT id FROM operations WHERE kind = 'hold')"
    ),
    "no more returns to a lot than was held of it": (
        "UPDATE entries SET points = points + 1000"
        " WHERE operation_id IN (SELECT id FROM operations WHERE kind = 'release')"
    ),
    "an account has points or a debt, never both": (
        "UPDATE lots SET kind = 'debt', remaining = -5"
        " WHERE id = (SELECT min(id) FROM lots WHERE kind = 'purchase')"
    ),
    "what pays off a debt only moves points": (
        "UPDATE operations SET kind = 'settle' WHERE kind = 'welcome'"
    ),
    "releases and refunds reverse something, nothing else does": (
        "UPDATE operations SET reverses_id = NULL WHERE kind = 'release'"
    ),
    "a reversal is of the same account": (
        "UPDATE operations SET account_id = (SELECT max(id) FROM accounts) WHERE kind = 'release'"
    ),
    "what is reversed is a hold or a purchase": (
        "UPDATE operations SET kind = 'grant' WHERE id IN (SELECT reverses_id FROM operations)"
    ),
    "no more is returned than was held": (
        "UPDATE operations SET points = points + 1 WHERE kind = 'release'"
    ),
    "no more is taken back than was given": (
        "UPDATE operations SET points = -1000 WHERE kind = 'undo' AND points < 0"
    ),
    "a hold belongs to one redemption or voucher": (
        "UPDATE operations SET kind = 'hold' WHERE kind = 'donate'"
    ),
    "points of a purchase belong to one purchase": (
        "UPDATE purchases SET earn_operation_id = NULL, points_earned = 0"
    ),
    "points given to charity belong to one donation": (
        "UPDATE donations SET operation_id = (SELECT min(id) FROM operations)"
    ),
    "a redemption's points are held": "UPDATE redemptions SET points = points + 1",
    "an approved redemption has its purchase, no other has one": (
        "UPDATE redemptions SET purchase_id = NULL"
    ),
    "a redemption that came to nothing gave its points back": (
        "UPDATE redemptions SET status = 'pending' WHERE status = 'cancelled'"
    ),
    "a purchase earned what it says": "UPDATE purchases SET points_earned = points_earned + 1",
    "a purchase spent what it says": "UPDATE purchases SET points_spent = points_spent + 1",
    "what a purchase earned was given up as its refunds say": (
        "UPDATE refunds SET points_taken = points_taken + 1"
    ),
    "what a purchase spent was given back as its refunds say": (
        "UPDATE refunds SET points_returned = points_returned + 1"
    ),
    "a purchase's refunds add up": "UPDATE purchases SET refunded = refunded + 1",
    "a purchase's refunds in money add up": (
        "UPDATE purchases SET refunded_paid = refunded_paid + 1"
    ),
    "a purchase is refunded for no more than it was": (
        "UPDATE purchases SET refunded = amount + 1"
    ),
    "a purchase is undone when all of it has gone back": "UPDATE purchases SET undone_at = NULL",
    "all that an undone purchase had earned was dealt with": (
        "UPDATE refunds SET points_forgiven = points_forgiven + 1"
    ),
    "a receipt is paid with money from nothing to what is due": (
        "UPDATE purchases SET discount = amount"
    ),
    **{
        f"a purchase's {name} is the sum of its lines": (
            "INSERT INTO purchase_lines (purchase_id, title, quantity, amount, discount, paid,"
            " points_earned, refunded)"
            " SELECT id, 'x', 1, amount + 1, discount + 1, paid + 1, points_earned + 1,"
            " refunded + 1 FROM purchases"
        )
        for name in ("amount", "discount", "payment", "refund", "earning")
    },
    "a refund took the points that it says": ("UPDATE refunds SET points_owed = points_owed + 1"),
    "a refund returned the points that it says": (
        "UPDATE refunds SET points_returned = points_returned + 1"
    ),
    "a purchase that waits for an owner's look has no points": (
        "UPDATE purchases SET points_earned = 1 WHERE id IN (SELECT purchase_id FROM flags)"
    ),
    "a member's number of purchases": "UPDATE members SET purchases_count = purchases_count + 1",
    "a member's spending": "UPDATE members SET spent_total = spent_total + 1",
    "a member's first purchase": "UPDATE members SET first_purchase_at = NULL",
    "a member's last purchase": "UPDATE members SET last_purchase_at = NULL",
    "a member's totals by category that contradict their receipts": (
        "UPDATE member_categories SET paid = paid + 1"
    ),
    "a voucher's points are held": "UPDATE vouchers SET points = points + 1",
    "a voucher that came to nothing gave its points back, no other did": (
        "UPDATE vouchers SET status = 'accepted'"
    ),
    "a donation's points left the account": "UPDATE donations SET points = points + 1",
    "a payout is the sum of its donations": "UPDATE payouts SET points = points + 1",
    "a stamp card holds the sum of its stamps": "UPDATE member_stamp_cards SET stamps = stamps + 1",
    "a stamp card was full as often as vouchers were made of it": (
        "UPDATE member_stamp_cards SET filled = filled + 1"
    ),
    "no more stamps are taken back than a purchase gave": (
        "UPDATE stamps SET count = -2 WHERE key LIKE 'taken:%'"
    ),
    "a voucher made of stamps is its card's member's": (
        "UPDATE vouchers SET member_id = (SELECT min(id) FROM members) WHERE key LIKE 'stamps:%'"
    ),
    "stamps return whole": "UPDATE stamps SET count = count - 1 WHERE key LIKE 'returned:%'",
    "stamps return from a voucher that was cancelled": (
        "UPDATE vouchers SET status = 'expired' WHERE status = 'cancelled'"
    ),
    "a completed quiz brought its points": "UPDATE quizzes SET points = points + 1",
}


async def live(shop: Shop) -> None:
    """A little of everything that moves points."""
    ctx = shop.ctx
    olga, boris = await shop.identity(shop.olga), await shop.hire(shop.boris)
    anna, vera = await shop.join(shop.anna), await shop.join(shop.vera)
    await stamp_cards.make(ctx, olga, NewCard("Coffee", "Coffee", needed=2))
    stamped = await purchases.record(ctx, boris, vera, 100_00, key="stamped")
    coffee = await goods.add(ctx, olga, ItemKind.CATEGORY, "Coffee")
    cups = (Line(100_00, category_id=coffee),)
    await purchases.record(ctx, boris, vera, 100_00, key="stamped twice", lines=cups)
    await undoing.undo(ctx, boris, stamped.purchase_id)
    await purchases.record(ctx, boris, anna, 2000_00, key="plain")
    paid = await redemptions.request(ctx, boris, anna, 300_00, 30, key="paid")
    await redemptions.approve(ctx, anna, paid.redemption_id)
    undone = await redemptions.request(ctx, boris, anna, 200_00, 20, key="undone")
    receipt = await redemptions.approve(ctx, anna, undone.redemption_id)
    await undoing.undo(ctx, boris, receipt.purchase_id)
    parted = await purchases.record(ctx, boris, anna, 999_99, key="parted")
    for key in ("one", "two"):
        await refunds.refund(ctx, boris, parted.purchase_id, amount=333_33, key=key)
    cancelled = await redemptions.request(ctx, boris, anna, 100_00, 10, key="cancelled")
    await redemptions.cancel(ctx, boris, cancelled.redemption_id)
    reward = await rewards.add(ctx, olga, NewReward("Coffee", 15))
    taken = await vouchers.request(ctx, anna, reward, key="taken")
    await vouchers.accept(ctx, boris, taken.id)
    returned = await vouchers.request(ctx, anna, reward, key="returned")
    await voucher_returns.cancel(ctx, anna, returned.id)
    await vouchers.request(ctx, anna, reward, key="open")
    quiz = await quizzes.make(ctx, olga, "Hello")
    await quizzes.ask(ctx, olga, quiz, NewQuestion("Size?", kind=AttributeKind.NUMBER, name="Size"))
    await quizzes.publish(ctx, olga, quiz)
    question = (await quiz_runs.go_on(ctx, anna, quiz)).question
    assert question is not None
    await quiz_runs.answer(ctx, anna, quiz, question.id, Told(number=42))
    fund = await charity.add_fund(ctx, olga, "Dogs", "And cats")
    await charity.give(ctx, anna, fund, 7, key="gift")
    await payouts.pay_out(ctx, olga, fund, 7, Proof("photo", "file"), key="payout")
    await redemptions.request(ctx, boris, vera, 100_00, 5, key="pending")
    await fraud_limits.change(ctx, olga, "size_amount", 500_00)
    assert (await purchases.record(ctx, boris, vera, 600_00, key="held")).held


async def test_a_shop_that_did_everything_adds_up(shop: Shop) -> None:
    await live(shop)
    seen: list[tuple[int, int]] = []
    verdict = await verify.run(shop.ctx, lambda *step: seen.append(step))
    assert [str(problem) for problem in verdict.problems] == []
    assert verdict.ok
    assert verdict.checked["accounts"] == 2
    assert verdict.checked["purchases"] == 7
    assert verdict.checked["flags"] == 1
    assert seen == sorted(seen)
    assert {total for _, total in seen} == {seen[-1][0]}
    # It goes by ids, some of which were set aside in vain.
    assert seen[-1][0] >= sum(verdict.checked.values())

    await leaving.leave(shop.ctx, await shop.member_id(shop.anna))
    assert (await verify.run(shop.ctx)).ok


async def test_an_empty_shop_adds_up(shop: Shop) -> None:
    verdict = await verify.run(shop.ctx)
    assert verdict.ok
    assert verdict.checked["entries"] == 0


async def test_a_touched_figure_is_named(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    await live(shop)
    monkeypatch.setattr(verify, "RANGE", 2)  # ranges have seams, and nothing falls into one
    async with shop.ctx.db.write() as session:
        await session.execute(text("UPDATE accounts SET balance = balance + 5"))
    verdict = await verify.run(shop.ctx)
    assert not verdict.ok
    assert verdict.count == 4
    assert {problem.check for problem in verdict.problems} == {
        "an account's balance is the sum of its entries",
        "an account's balance is what its lots hold",
    }
    assert all(problem.found == (problem.expected or 0) + 5 for problem in verdict.problems)


async def test_every_check_bites(sqlite_shop: Shop, tmp_path: Path) -> None:
    names = [check.name for sheet in SHEETS for check in sheet.checks]
    assert sorted(TOUCHES) == sorted(names)
    await live(sqlite_shop)
    async with sqlite_shop.ctx.db.read() as session:
        triggers = text("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        for_ever = (await session.scalars(triggers)).all()
    unseen = []
    for number, (name, touch) in enumerate(TOUCHES.items()):
        copy = tmp_path / f"touched-{number}.db"
        async with sqlite_shop.ctx.db.read() as session:
            await session.execute(text(f"VACUUM INTO '{copy}'"))
        database = fast_database(f"sqlite+aiosqlite:///{copy}")
        ctx = Context(database, sqlite_shop.clock, CountedSecrets())
        async with ctx.db.write() as session:
            for trigger in for_ever:  # whoever can touch the file can do that too
                await session.execute(text(f"DROP TRIGGER {trigger}"))
            await session.execute(text(touch))
        verdict = await verify.run(ctx)
        await database.close()
        if name not in {problem.check for problem in verdict.problems}:
            unseen.append(name)
    assert unseen == []
