"""Imports a whole file in short transactions and reports the result."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from models.people import AuditSource, Role
from models.segmentation import Import
from services import programme
from services.audit import record
from services.context import Context
from services.importing.column_mapping import NO_WISHES, Lexicon, Plan, Wishes
from services.importing.column_mapping import propose as read_plan
from services.importing.errors import ColumnMissing, ImportCrossed, ImportUnderWay
from services.importing.file_kinds import FileKind
from services.importing.file_reader import Row, Source, read
from services.importing.importer import Kind
from services.importing.members import People
from services.importing.past_campaigns import Campaigns, Receivers
from services.importing.past_coupons import Redemptions
from services.importing.products import Products
from services.importing.purchases import Purchases
from services.importing.report import Rejected, Report, Tally, finished
from services.importing.rows import Cells, Setting
from services.staff import access
from services.storage import leases

KINDS: dict[FileKind, type[Kind[Any]]] = {
    FileKind.MEMBERS: People,
    FileKind.PURCHASES: Purchases,
    FileKind.PRODUCTS: Products,
    FileKind.CAMPAIGNS: Campaigns,
    FileKind.RECEIVERS: Receivers,
    FileKind.REDEMPTIONS: Redemptions,
}

LEASE = "import"
LEASE_FOR = timedelta(minutes=2)
"""Many times the duration of a batch; after a crash, imports are blocked for this long."""

BLOCK = 1024 * 1024
NAME_LENGTH = 200

Progress = Callable[[int, int], None]
"""Called with the number of rows read or written so far, and the total."""


async def propose(
    ctx: Context, actor_id: int | None, source: Source, lexicon: Lexicon, wishes: Wishes = NO_WISHES
) -> Plan:
    """Propose how to read a file. `actor_id` is the identity of an owner; None on the command line.
    Raises NotStaff, BadFile, UnknownFileKind, UnknownColumn.
    """
    if actor_id is not None:
        await access.check(ctx, actor_id, Role.OWNER)
    return await asyncio.to_thread(read_plan, source, lexicon, wishes)


async def run(
    ctx: Context,
    actor_id: int | None,
    source: Source,
    plan: Plan,
    lexicon: Lexicon,
    *,
    language: str,
    dry: bool = False,
    reject: Callable[[Rejected], None],
    progress: Progress | None = None,
) -> Report:
    """Import a file, batch by batch; with `dry`, only report what it would import.

    Existing rows stay as they are, so importing a file again after an interruption, or with more
    rows, adds what is missing. `language` is for new members. Rejected rows go to `reject`.
    Raises NotStaff, BadFile, ColumnMissing, ImportCrossed, ImportUnderWay, TooManyAttributes,
    NoOwner.
    """
    if plan.missing:
        raise ColumnMissing
    digest = await asyncio.to_thread(_digest, source, plan)
    now = ctx.clock.now()
    staff = None if actor_id is None else await access.check(ctx, actor_id, Role.OWNER)
    async with ctx.db.read() as session:
        terms = await programme.terms(session)
        query = select(Import.at).where(Import.digest == digest).order_by(Import.id.desc())
        before = (await session.scalars(query.limit(1))).first()
    setting, tally = Setting(terms, language, now), Tally()
    staff_id = staff.id if staff is not None else None
    importer = KINDS[plan.kind](Cells(plan, lexicon, setting), setting, tally, reject, staff_id)
    holder = None if dry else ctx.secrets.token()
    with closing(importer.stage):
        try:
            await _bring_all(ctx, source, importer, holder=holder, progress=progress)
        finally:
            if holder is not None:
                await leases.release(ctx, LEASE, holder)
        if importer.late:
            await asyncio.to_thread(_reject_late, source, importer)
    report = finished(tally, dry=dry, before=before)
    if not dry:
        async with ctx.db.write() as session:
            kept = {
                "digest": digest,
                "name": source.name[:NAME_LENGTH],
                "staff_id": staff_id,
                "at": now,
                "report": report.to_json(),
            }
            made = insert(Import).returning(Import.id).values(kept)
            import_id = (await session.scalars(made)).one()
            record(
                session,
                now,
                "import.done",
                staff_id=staff_id,
                source=AuditSource.COMMAND if staff is None else AuditSource.CHAT,
                facts={"import": import_id, "kind": plan.kind, "count": report.taken},
            )
    return report


async def _bring_all(
    ctx: Context,
    source: Source,
    importer: Kind[Any],
    *,
    holder: str | None,
    progress: Progress | None,
) -> None:
    """`holder`: the holder of the lease for writing; None: a dry run."""
    rows = read(source)
    batches = importer.batches(_without_head(rows))
    written = 0
    total = importer.cells.plan.rows
    while (batch := await asyncio.to_thread(next, batches, None)) is not None:
        if batch:
            if holder is not None and not await leases.hold(ctx, LEASE, holder, LEASE_FOR):
                raise ImportUnderWay
            try:
                async with ctx.db.read() if holder is None else ctx.db.write() as session:
                    await importer.bring(session, ctx, batch, write=holder is not None)
            except IntegrityError as error:
                raise ImportCrossed from error
            written += len(batch)
        if progress is not None:
            # Reading counts as half of the work, although it is faster.
            progress(importer.tally.rows + written, 2 * total)


def _without_head(rows: Iterator[Row]) -> Iterator[Row]:
    next(rows, None)
    return rows


def _reject_late(source: Source, importer: Kind[Any]) -> None:
    """Read the file again to report rows that were refused after parsing, with their cells."""
    for line, cells in _without_head(read(source)):
        if line in importer.late:
            importer.refuse(Rejected(line, importer.late[line], tuple(cells)))


def _digest(source: Source, plan: Plan) -> str:
    """A digest of the file's content and its plan."""
    digest = sha256(repr(plan.to_json()).encode())
    with source.open() as file:
        while block := file.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()
