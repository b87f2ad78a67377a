"""A till's receipts are imported."""

import random
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select

from models.goods import Category, Outlet
from models.ledger import Operation
from models.messaging import Delivery
from models.people import Member, Source
from models.segmentation import MemberCategory
from models.till import Purchase, PurchaseLine
from services.checkout import purchases
from services.importing.column_mapping import Wishes
from services.importing.file_kinds import Field, FileKind
from services.integrity import verify
from tests.cast import Shop
from tests.services.importing.files import bring, table

MOSCOW = ZoneInfo("Europe/Moscow")
HEAD = ("Чек", "Дата", "Телефон", "Точка", "Товар", "Категория", "Кол-во", "Сумма", "Скидка")
LINES = [
    (1, "30.11.2025 14:05", "8 912 000-00-01", "Центр", "Латте", "Кофе", 2, "390,00", "20,00"),
    (2, "30.11.2025 15:00", "8 912 000-00-02", "Центр", "Торт", "Торты", "0,350", "210", ""),
    (1, "30.11.2025 14:05", "8 912 000-00-01", "Центр", "Торт", "Торты", 1, "600", ""),
    (1, "01.12.2025 09:00", "8 912 000-00-01", "Центр", "Латте", "Кофе", 1, "200", "-5"),
    (1, "30.11.2025 14:05", "8 912 000-00-01", "Север", "Чай", "", 1, "100", ""),
]


async def test_lines_of_a_receipt_meet_wherever_they_stand(shop: Shop) -> None:
    brought = await bring(shop, table(HEAD, *LINES))
    assert brought.counts == {
        "members": 2,
        "receipts": 4,
        "lines": 5,
        "categories": 2,
        "outlets": 2,
    }
    assert not brought.rejected
    async with shop.ctx.db.read() as session:
        bought = select(Member.phone, Member.purchases_count, Member.spent_total, Member.source)
        found = {row.phone: row for row in await session.execute(bought)}
        assert found["+79120000001"][1:] == (3, 129_000, Source.IMPORT)
        assert found["+79120000002"][1:] == (1, 21_000, Source.IMPORT)
        sums = select(Purchase.amount, Purchase.discount, Purchase.paid).order_by(Purchase.at)
        assert (101_000, 2_000, 99_000) in [tuple(row) for row in await session.execute(sums)]
        kept = await session.execute(
            select(
                Category.name,
                MemberCategory.purchases,
                MemberCategory.quantity,
                MemberCategory.paid,
                MemberCategory.first_at,
                MemberCategory.last_at,
            )
            .join(Category, Category.id == MemberCategory.category_id)
            .join(Member, Member.id == MemberCategory.member_id)
            .where(Member.phone == "+79120000001")
        )
        first = datetime(2025, 11, 30, 11, 5, tzinfo=UTC)
        last = datetime(2025, 12, 1, 6, 0, tzinfo=UTC)
        assert set(map(tuple, kept)) == {
            ("Кофе", 2, 3, 59_000, first, last),
            ("Торты", 1, 1, 60_000, first, first),
        }
        assert await session.scalar(select(func.count()).select_from(Operation)) == 0
        assert await session.scalar(select(func.count()).select_from(Delivery)) == 0
    assert (await verify.run(shop.ctx)).problems == ()


async def test_again_and_with_more_brings_only_what_is_new(shop: Shop) -> None:
    await bring(shop, table(HEAD, *LINES))
    again = await bring(shop, table(HEAD, *LINES))
    assert again.counts == {"receipts_there": 4}
    assert again.report.before == shop.clock.now()

    shuffled = random.Random(1).sample(LINES, len(LINES))
    new = (9, "02.12.2025", "8 912 000-00-02", "Центр", "Торт", "Торты", 1, "500", "")
    more = await bring(shop, table(HEAD, new, *shuffled))
    assert more.counts == {"receipts": 1, "receipts_there": 4, "lines": 1}
    async with shop.ctx.db.read() as session:
        assert await session.scalar(select(func.count()).select_from(Purchase)) == 5
        assert await session.scalar(select(func.count()).select_from(PurchaseLine)) == 6
        assert await session.scalar(select(func.sum(Member.purchases_count))) == 5
        assert await session.scalar(select(func.count()).select_from(Outlet)) == 2


async def test_a_dry_run_says_the_same_and_changes_nothing(sqlite_shop: Shop) -> None:
    dry = await bring(sqlite_shop, table(HEAD, *LINES), dry=True)
    async with sqlite_shop.ctx.db.read() as session:
        assert await session.scalar(select(func.count()).select_from(Member)) == 0
        assert await session.scalar(select(func.count()).select_from(Outlet)) == 0
    assert dry.counts == (await bring(sqlite_shop, table(HEAD, *LINES))).counts


async def test_bad_rows_are_named_and_the_others_come_in(sqlite_shop: Shop) -> None:
    head = ("Receipt", "Date", "Phone", "Client ID", "Paid", "Full price")
    rows = [
        (1, "2025-12-01", "", "", "10", ""),
        (2, "2025-12-01", "123", "", "10", ""),
        (3, "soon", "", "7", "10", ""),
        (4, "2027-12-01", "", "7", "10", ""),
        (5, "2025-12-01", "", "7", "ten", ""),
        (6, "2025-12-01", "", "7", "-10", ""),
        (7, "2025-12-01", "", "7", "10", "9"),
        (8, "2025-12-01", "", "7", "99999999999", ""),
        (9, "2025-12-01", "", "7", "10", "12"),
        (9, "2025-12-01", "", "7", "10", "12"),
        (9, "2025-12-01", "", "8", "10", "12"),
    ]
    brought = await bring(sqlite_shop, table(head, *rows, sign=","))
    assert brought.reasons == {
        2: "no_member",
        3: "phone",
        4: "date",
        5: "future",
        6: "number",
        7: "return",
        8: "discount",
        9: "too_large",
        11: "twice",
        12: "other_member",
    }
    assert brought.counts == {"members": 1, "receipts": 1}
    assert brought.rejected[0].cells == ("1", "2025-12-01", "", "", "10", "")

    changed = await bring(
        sqlite_shop, table(head, (9, "2025-12-01", "", "7", "11", "13"), sign=",")
    )
    assert changed.reasons == {2: "differs"}


async def test_a_member_rises_without_a_word(shop: Shop) -> None:
    anna = await shop.join(shop.anna)
    await shop.hire(shop.boris)
    said = len(shop.anna.messages)
    async with shop.ctx.db.write() as session:
        member = await session.get_one(Member, anna)
        member.phone, before = "+79123456789", member.level_id
    rows = [(1, "01.02.2026", "+79123456789", "", "Печь", "Печи", 1, "500000", "")]
    await bring(shop, table(HEAD, *rows))
    await shop.later(days=2)
    async with shop.ctx.db.read() as session:
        member = await session.get_one(Member, anna)
        assert member.level_id != before
        assert member.purchases_count == 1
    assert len(shop.anna.messages) == said


async def test_the_till_and_a_file_add_up(shop: Shop) -> None:
    anna = await shop.join(shop.anna)
    boris = await shop.hire(shop.boris)
    await purchases.record(shop.ctx, boris, anna, 50_000, key="till")
    async with shop.ctx.db.write() as session:
        (await session.get_one(Member, anna)).external_id = "77"
    await bring(shop, "receipt;date;client id;paid\n1;01.02.2026;77;100\n")
    async with shop.ctx.db.read() as session:
        member = await session.get_one(Member, anna)
        assert (member.purchases_count, member.spent_total) == (2, 60_000)
        assert member.last_purchase_at == shop.clock.now()
    assert (await verify.run(shop.ctx)).problems == ()


@pytest.mark.parametrize(
    ("rows", "day", "known"),
    [
        (["01/02/2026", "02/13/2025"], "2026-01-02", True),
        (["01/02/2026", "13/02/2025"], "2026-02-01", True),
        (["01/02/2026", "03/01/2026"], "2026-02-01", False),
    ],
)
async def test_dates_are_read_by_their_column(
    sqlite_shop: Shop, rows: list[str], day: str, known: bool
) -> None:
    lines = [(number, text, 5, 10) for number, text in enumerate(rows)]
    brought = await bring(sqlite_shop, table(("receipt", "date", "client id", "paid"), *lines))
    assert brought.plan.order_known is known
    async with sqlite_shop.ctx.db.read() as session:
        moments = set(await session.scalars(select(Purchase.at)))
    assert day in {at.astimezone(MOSCOW).date().isoformat() for at in moments}


async def test_headings_that_say_nothing_are_given_a_meaning(sqlite_shop: Shop) -> None:
    text = table(("a", "b", "c", "d"), ("x", "2025-12-01", "7", "10"))
    fields: dict[int | str, Field] = {"b": Field.DATE, "c": Field.EXTERNAL_ID, 3: Field.PAID}
    brought = await bring(sqlite_shop, text, Wishes(fields=fields))
    assert brought.plan.kind is FileKind.PURCHASES
    assert brought.counts == {"members": 1, "receipts": 1}
