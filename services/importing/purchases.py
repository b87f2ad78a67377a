"""Imports purchases: receipts, or their lines in any order. They are history and earn nothing."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Account
from models.till import IMPORTED, Purchase, PurchaseLine
from services.context import Context
from services.importing import member_lookup
from services.importing.file_kinds import GOODS, Field
from services.importing.file_reader import Row
from services.importing.goods_lookup import GoodsLookup, article, item_name
from services.importing.importer import BATCH, Kind
from services.importing.member_lookup import Known, find_or_enrol
from services.importing.member_totals import Bought, keep, raise_levels
from services.importing.receipts import Line, Receipt, microseconds, receipts_of
from services.importing.report import Bad, Count, Reason
from services.totals import totals

KEY_BYTES = 20


class Purchases(Kind[Line]):
    """Rows are staged first, so that lines of one receipt meet wherever they are in the file."""

    columns = 13

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._goods = GoodsLookup()
        self._itemised = any(self.cells.has(one) for one in GOODS)

    def batches(self, rows: Iterable[Row]) -> Iterator[list[Line]]:
        """Empty batches while the file is read, then batches of whole receipts."""
        for batch in super().batches(rows):
            self.stage.put(line.staged() for line in batch)
            yield []
        gathered: list[Line] = []
        for _, staged in self.stage.groups():
            gathered += self._one_receipt([Line(*row) for row in staged])
            if len(gathered) >= BATCH:
                yield gathered
                gathered = []
        yield gathered

    def _one_receipt(self, lines: list[Line]) -> list[Line]:
        """The valid lines of a receipt: none if another member has its number; only the first if
        rows are whole receipts, because then a repeated number is no second line.
        """
        if not self.stage.first_time(lines[0].key):
            refused, reason = lines, Reason.OTHER_MEMBER
        else:
            refused, reason = ([] if self._itemised else lines[1:]), Reason.TWICE
        for line in refused:
            self.refuse_late(line.line, reason)
        return [line for line in lines if line not in refused] if refused else lines

    def parse(self, line: int, cells: Sequence[str]) -> Line:
        who = self.cells.who(cells)
        at = self.cells.moment(cells, Field.DATE)
        amount, discount = self._price(cells)
        outlet = item_name(self.cells.text(cells, Field.OUTLET))
        number = self.cells.text(cells, Field.RECEIPT)
        day = at.astimezone(self.setting.terms.timezone).date()
        # Tills restart their numbers, every day or in every outlet.
        name = f"{outlet}\n{day}\n{number}" if number else f"{who}\n{at}\n{outlet}"
        key = blake2b(name.encode(), digest_size=KEY_BYTES).hexdigest()
        thing = article(*(self.cells.text(cells, one) for one in GOODS[:3]))
        return Line(
            f"{who[0] or who[1]} {day}{key}",
            line,
            f"{IMPORTED}{key}",
            *who,
            microseconds(at),
            outlet,
            thing.sku,
            thing.name,
            thing.category,
            self.cells.pieces(cells),
            amount,
            discount,
        )

    def _price(self, cells: Sequence[str]) -> tuple[int, int]:
        """The full price and the discount, from two of the three columns."""
        amount, paid, off = (
            self.cells.money(cells, one) for one in (Field.AMOUNT, Field.PAID, Field.DISCOUNT)
        )
        if amount is None and paid is None:
            raise Bad(Reason.NUMBER)
        if (amount or 0) < 0 or (paid or 0) < 0:
            raise Bad(Reason.RETURN)
        discount = abs(off or 0)  # tills write discounts with or without a minus
        if amount is None:
            return (paid or 0) + discount, discount
        if paid is not None:
            discount = amount - paid
        if not 0 <= discount <= amount:
            raise Bad(Reason.DISCOUNT)
        return amount, discount

    async def bring(
        self, session: AsyncSession, ctx: Context, batch: Sequence[Line], *, write: bool
    ) -> None:
        receipts = await self._new(session, list(receipts_of(batch)))
        if not receipts:
            return
        await self._goods.learn(
            session,
            self.tally,
            self.setting.now,
            outlets=(one.outlet for one in receipts),
            articles=(line.article for one in receipts for line in one.lines),
            write=write,
        )
        if write:
            await self._write(session, ctx, receipts)
        else:
            await self._count_people(session, receipts)

    async def _new(self, session: AsyncSession, receipts: list[Receipt]) -> list[Receipt]:
        """The receipts that are not stored yet; one stored with another sum is refused."""
        query = select(Purchase.key, Purchase.amount)
        rows = await session.execute(query.where(Purchase.key.in_([one.key for one in receipts])))
        there = {row.key: row.amount for row in rows}
        for one in receipts:
            if one.key in there and there[one.key] == one.amount:
                self.tally.counts[Count.RECEIPTS_THERE] += 1
            elif one.key in there:
                self._refuse_all(one, Reason.DIFFERS)
        return [one for one in receipts if one.key not in there]

    async def _count_people(self, session: AsyncSession, receipts: list[Receipt]) -> None:
        """Count as writing would."""
        found = await member_lookup.find(session, [one.who for one in receipts])
        for one in receipts:
            try:
                known = found.get(one.who)
            except Bad as bad:
                self._refuse_all(one, bad.reason)
                continue
            self._count(one)
            new = [self.stage.first_time(name) for name in one.who if name is not None]
            if known is None and all(new):
                self.tally.counts[Count.MEMBERS] += 1

    def _owner(self, found: member_lookup.Found, one: Receipt) -> Known | None:
        try:
            return found.get(one.who)
        except Bad as bad:
            self._refuse_all(one, bad.reason)
            return None

    def _refuse_all(self, one: Receipt, reason: Reason) -> None:
        for line in one.lines:
            self.refuse_late(line.line, reason)

    def _count(self, one: Receipt) -> None:
        self.tally.counts[Count.RECEIPTS] += 1
        if self._itemised:
            self.tally.counts[Count.LINES] += len(one.lines)
        self.tally.sold(one.at, one.paid)

    async def _write(self, session: AsyncSession, ctx: Context, receipts: list[Receipt]) -> None:
        named = [(one.who, one.at) for one in receipts]
        found = await find_or_enrol(session, ctx, self.setting, named, self.tally)
        owned = [(one, owner) for one in receipts if (owner := self._owner(found, one)) is not None]
        await _lock(session, {owner.account_id for _, owner in owned})
        made = insert(Purchase).returning(Purchase.key, Purchase.id)
        rows = [self._purchase(one, owner) for one, owner in owned]
        if not rows:
            return
        core = await session.connection()  # rows, not objects: a third of the time
        ids = {row.key: row.id for row in await core.execute(made, rows)}
        sums: dict[int, Bought] = {}
        lines: list[dict[str, Any]] = []
        for one, owner in owned:
            self._count(one)
            own = sums.setdefault(owner.member_id, Bought(one.at, one.at))
            own.add(one.at, one.paid)
            if self._itemised:
                lines.extend(self._lines(one, ids[one.key]))
        await keep(session, sums)
        if lines:
            await core.execute(insert(PurchaseLine), lines)
            # Receipts made at the till meanwhile may have ids in this range; the key excludes them.
            ours = Purchase.key.startswith(IMPORTED)
            first, last = min(ids.values()), max(ids.values())
            await totals.add_new(session, Purchase.id.between(first, last), ours)
        await raise_levels(session, self.setting.terms, sums, self.setting.now)

    def _purchase(self, one: Receipt, owner: Known) -> dict[str, Any]:
        return {
            "key": one.key,
            "member_id": owner.member_id,
            "account_id": owner.account_id,
            "at": one.at,
            "amount": one.amount,
            "discount": one.amount - one.paid,
            "paid": one.paid,
            "points_spent": 0,
            "points_earned": 0,
            "outlet_id": self._goods.outlets.get(one.outlet),
            "version": self.setting.terms.version,
            "carried": 0,
            "refunded": 0,
            "refunded_paid": 0,
        }

    def _lines(self, one: Receipt, purchase_id: int) -> Iterator[dict[str, Any]]:
        for line in one.lines:
            placed = self._goods.place(line.sku, line.name, line.category)
            yield {
                "purchase_id": purchase_id,
                "title": placed.title,
                "category_id": placed.category_id,
                "product_id": placed.product_id,
                "quantity": line.quantity,
                "amount": line.amount,
                "discount": line.discount,
                "paid": line.amount - line.discount,
                "points_earned": 0,
                "refunded": 0,
            }


async def _lock(session: AsyncSession, account_ids: set[int]) -> None:
    """Lock the accounts as the till does, so that nobody counts these members' purchases meanwhile;
    in the order of ids, so that two transactions cannot deadlock.
    """
    ordered = select(Account.id).where(Account.id.in_(account_ids)).order_by(Account.id)
    await session.execute(ordered.with_for_update())
