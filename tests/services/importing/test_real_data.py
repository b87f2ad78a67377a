"""Imports real data of a grocery's programme and compares it with sums by plain Python."""

import csv
import gzip
import os
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select

from models.goods import Category
from models.messaging import Campaign, Delivery
from models.offers import MemberOffer, Offer
from models.people import Member
from models.segmentation import MemberCategory
from models.till import Purchase, PurchaseLine
from services.integrity import verify
from tests.cast import ROOT, Shop
from tests.services.importing.files import bring

DATA = Path(os.environ.get("KOPILKA_SHARED_DATA", ROOT.parent / "shared" / "data"))
JOURNEY = DATA / "complete_journey"
HOUSEHOLDS = int(os.environ.get("KOPILKA_EVERY_HOUSEHOLD", "5"))
"""Import every n-th household's purchases; 1 for all, which takes a minute."""

pytestmark = pytest.mark.skipif(not JOURNEY.is_dir(), reason="the data is not here")

Row = dict[str, str]


def rows(name: str) -> Iterator[Row]:
    path = JOURNEY / name
    with gzip.open(path, "rt") if path.suffix == ".gz" else path.open() as file:
        yield from csv.DictReader(file)


def cents(text: str) -> int:
    return int((Decimal(text) * 100).quantize(Decimal(1), ROUND_HALF_UP))


@pytest.fixture
def receipts(tmp_path: Path) -> Path:
    """The purchases of some households."""
    path = tmp_path / "transactions.csv"
    lines = [row for row in rows("transactions.csv.gz") if _is_meant(row)]
    with path.open("w", newline="") as file:
        table = csv.DictWriter(file, list(lines[0]))
        table.writeheader()
        table.writerows(lines)
    return path


def _is_meant(row: Row) -> bool:
    return int(row["household_id"]) % HOUSEHOLDS == 0


async def test_a_whole_programme_comes_in_and_its_numbers_are_right(
    sqlite_shop: Shop, receipts: Path
) -> None:
    shop = sqlite_shop
    for name in ("products.csv.gz", "demographics.csv", "campaign_descriptions.csv"):
        assert not (await bring(shop, JOURNEY / name)).rejected
    for path in (receipts, JOURNEY / "campaigns.csv", JOURNEY / "coupon_redemptions.csv"):
        assert not (await bring(shop, path)).rejected

    await _compare_purchases(shop, receipts)
    await _compare_categories(shop, receipts)
    await _compare_responses(shop)
    assert (await verify.run(shop.ctx)).problems == ()
    assert shop.olga.messages == []

    again = await bring(shop, receipts)
    assert again.counts.keys() == {"receipts_there"}
    assert again.report.before is not None


async def _compare_purchases(shop: Shop, receipts: Path) -> None:
    spent: Counter[str] = Counter()
    baskets: defaultdict[str, dict[str, datetime]] = defaultdict(dict)
    lines = discounts = pieces = 0
    moscow = ZoneInfo("Europe/Moscow")
    with receipts.open() as file:
        for row in csv.DictReader(file):
            who = row["household_id"]
            spent[who] += cents(row["sales_value"])
            at = datetime.fromisoformat(row["transaction_timestamp"]).replace(tzinfo=moscow)
            baskets[who][row["basket_id"]] = at.astimezone(UTC)
            lines += 1
            pieces += max(1, int(Decimal(row["quantity"])))
            off = ("retail_disc", "coupon_disc", "coupon_match_disc")
            discounts += sum(cents(row[name]) for name in off)
    expected = {
        who: (len(own), spent[who], min(own.values()), max(own.values()))
        for who, own in baskets.items()
    }
    async with shop.ctx.db.read() as session:
        members = await session.execute(
            select(
                Member.external_id,
                Member.purchases_count,
                Member.spent_total,
                Member.first_purchase_at,
                Member.last_purchase_at,
            ).where(Member.purchases_count > 0)
        )
        found = {who: tuple(totals) for who, *totals in members}
        sums = select(func.count(), func.sum(Purchase.paid), func.sum(Purchase.discount))
        counted = select(func.count(), func.sum(PurchaseLine.quantity))
        households = {row["household_id"] for name in PEOPLE for row in rows(name)}
        assert found == expected
        assert (await session.execute(sums)).one() == (
            sum(map(len, baskets.values())),
            sum(spent.values()),
            discounts,
        )
        assert (await session.execute(counted)).one() == (lines, pieces)
        assert set(await session.scalars(select(Member.external_id))) == households | set(spent)


PEOPLE = ("demographics.csv", "campaigns.csv", "coupon_redemptions.csv")


async def _compare_categories(shop: Shop, receipts: Path) -> None:
    category = {
        row["product_id"]: " ".join(row["product_category"].split())
        for row in rows("products.csv.gz")
    }
    baskets: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    pieces: Counter[tuple[str, str]] = Counter()
    paid: Counter[tuple[str, str]] = Counter()
    with receipts.open() as file:
        for row in csv.DictReader(file):
            if name := category.get(row["product_id"]):
                key = row["household_id"], name
                baskets[key].add(row["basket_id"])
                pieces[key] += max(1, int(Decimal(row["quantity"])))
                paid[key] += cents(row["sales_value"])
    async with shop.ctx.db.read() as session:
        kept = await session.execute(
            select(
                Member.external_id,
                Category.name,
                MemberCategory.purchases,
                MemberCategory.quantity,
                MemberCategory.paid,
            )
            .join(Member, Member.id == MemberCategory.member_id)
            .join(Category, Category.id == MemberCategory.category_id)
        )
        found = {(who, name): tuple(totals) for who, name, *totals in kept}
    assert found == {key: (len(baskets[key]), pieces[key], paid[key]) for key in baskets}


async def _compare_responses(shop: Shop) -> None:
    async with shop.ctx.db.read() as session:
        sent = await session.execute(
            select(Campaign.external_id, func.count())
            .join(Delivery, Delivery.campaign_id == Campaign.id)
            .where(Delivery.status == "sent")
            .group_by(Campaign.external_id)
        )
        received = dict(sent.all())
        used = await session.execute(
            select(Member.external_id, Offer.external_id, MemberOffer.used_at)
            .join(Member, Member.id == MemberOffer.member_id)
            .join(Offer, Offer.id == MemberOffer.offer_id)
        )
        moscow = ZoneInfo("Europe/Moscow")
        redeemed = {
            (who, name, at.astimezone(moscow).date().isoformat()) for who, name, at in used if at
        }
    assert received == Counter(row["campaign_id"] for row in rows("campaigns.csv"))
    assert redeemed == {
        (
            row["household_id"],
            f"{row['campaign_id']}/{row['coupon_upc']}",
            row["redemption_date"],
        )
        for row in rows("coupon_redemptions.csv")
    }
