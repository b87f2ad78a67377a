"""What the database holds beside what the model says, read by plain SQL past the services."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from tests.machine.model import Member
from tests.machine.shop import MachineShop

THRESHOLDS = (0, 30_000_00, 100_000_00)
"""Of the three levels that a new shop has: minor units paid within a year."""
REVIEW_EVERY = timedelta(days=1)

MEMBERS = """
SELECT m.id, a.balance, m.spent_total, m.purchases_count, m.frozen_at IS NOT NULL,
    (SELECT sum(remaining) FROM lots WHERE account_id = a.id),
    (SELECT sum(points) FROM entries WHERE account_id = a.id)
FROM members m JOIN accounts a ON a.id = m.account_id ORDER BY m.id
"""
LOTS = """
SELECT m.id, l.kind = 'debt', l.remaining, l.starts_at, l.expires_at,
    (SELECT sum(points) FROM entries WHERE lot_id = l.id)
FROM lots l JOIN members m ON m.account_id = l.account_id ORDER BY l.id
"""
MOVED = "SELECT kind, sum(points) FROM operations GROUP BY kind"
LEVELS = """
SELECT m.id, l.threshold, m.level_kept_until, m.level_checked_at
FROM members m JOIN levels l ON l.id = m.level_id
"""
VISITED = "SELECT first_purchase_at, last_purchase_at FROM members ORDER BY id"
BOUGHT = """
SELECT member_id, category_id, purchases, paid, first_at, last_at, quantity FROM member_categories
"""


def compare(shop: MachineShop, members: Sequence[Member]) -> None:
    """Raises AssertionError at the first difference."""
    found = shop.rows(MEMBERS)
    assert [(row[0], row[1:5]) for row in found] == [
        (one.id, (one.account.balance, one.spent, one.visits, one.frozen)) for one in members
    ]
    for _, balance, *_, in_lots, of_entries in found:
        assert balance == in_lots == of_entries
    _compare_lots(shop, members)
    moved: Counter[str] = Counter()
    for one in members:
        moved.update(one.account.moved)
    tally = {kind: points for kind, points in shop.rows(MOVED) if points}
    assert tally == {kind: points for kind, points in moved.items() if points}
    assert sum(tally.values()) == sum(one.account.balance for one in members)


def _compare_lots(shop: MachineShop, members: Sequence[Member]) -> None:
    rows = shop.rows(LOTS)
    for _, is_debt, remaining, *_, of_entries in rows:
        assert remaining == of_entries
        assert remaining <= 0 if is_debt else remaining >= 0
    for one in members:
        own = [row for row in rows if row[0] == one.id and row[2]]
        assert [(row[2], _at(row[3]), _at(row[4])) for row in own if not row[1]] == [
            (lot.points, lot.starts_at, lot.expires_at) for lot in one.account.lots if lot.points
        ]
        assert sum(row[2] for row in own if row[1]) == -one.account.debt
        assert len({is_debt for _, is_debt, *_ in own}) <= 1  # points or a debt, never both


def compare_totals(shop: MachineShop, members: Sequence[Member]) -> None:
    """What is kept of what everybody bought is what their receipts say."""
    visited = [(_at(first), _at(last)) for first, last in shop.rows(VISITED)]
    assert visited == [one.visited for one in members]
    found = {
        (member, category): (purchases, paid, _at(first), _at(last), pieces)
        for member, category, purchases, paid, first, last, pieces in shop.rows(BOUGHT)
    }
    assert found == {
        (one.id, category): (*total, total[0])  # a piece on every receipt
        for one in members
        for category, total in one.bought.items()
    }


def compare_levels(shop: MachineShop, members: Sequence[Member]) -> None:
    """Nobody is below what they reached when they were looked at last; who is above is in grace."""
    by_id = {one.id: one for one in members}
    for member_id, threshold, kept_until, checked_at in shop.rows(LEVELS):
        one, checked = by_id[member_id], _at(checked_at)
        assert one.touched_at is None or (checked is not None and checked >= one.touched_at)
        reached = one.reached(checked) if checked is not None else 0
        earned = max(step for step in THRESHOLDS if step <= reached)
        assert threshold >= earned
        until = _at(kept_until)
        assert (threshold > earned) == (until is not None)
        assert until is None or checked is None or until > checked


def compare_reviews(shop: MachineShop, members: Sequence[Member], now: datetime) -> None:
    """After a review everybody above the lowest level was looked at within a day."""
    staying = {one.id for one in members if not one.left}
    for member_id, threshold, _, checked_at in shop.rows(LEVELS):
        if threshold and member_id in staying:
            checked = _at(checked_at)
            assert checked is not None
            assert checked > now - REVIEW_EVERY


def _at(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text).replace(tzinfo=UTC)
