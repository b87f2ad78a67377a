"""Imports members: profile, consents, opening points.

Existing values stay: a file only fills empty ones, and never overwrites what members told.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.ledger import Account, Operation, OperationKind
from models.people import Gender, Member
from services import ledger
from services.context import Context
from services.importing import member_lookup
from services.importing.column_mapping import plain
from services.importing.custom_columns import Attributes
from services.importing.file_kinds import Field
from services.importing.importer import Kind
from services.importing.member_lookup import Known, Newcomer
from services.importing.report import Bad, Count, Reason
from services.importing.rows import Who
from services.profiles.profiles import CITY_LENGTH, NAME_LENGTH, OLDEST

FILLED = ("birth_day", "birth_month", "birth_year", "gender", "city", "city_key")


@dataclass(frozen=True, slots=True)
class Person:
    """One row. `values` are columns of `members`; `answers` are texts by column of the file."""

    line: int
    who: Who
    joined_at: datetime
    values: Mapping[str, Any]
    points: int
    answers: Mapping[int, str]

    @property
    def opening_key(self) -> str:
        """Idempotency key: opening points come once for a number in the till, else for a phone."""
        return f"import:points:{self.who[0] or self.who[1]}"


class People(Kind[Person]):
    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._attributes = Attributes(self.cells, self.tally, self.setting.now)

    def parse(self, line: int, cells: Sequence[str]) -> Person:
        who = self.cells.who(cells)
        if not all([self.stage.first_time(name) for name in who if name is not None]):  # noqa: C419
            raise Bad(Reason.TWICE)
        name = self.cells.text(cells, Field.NAME, NAME_LENGTH)
        city = " ".join(self.cells.text(cells, Field.CITY, CITY_LENGTH).split()) or None
        joined = self.cells.text(cells, Field.JOINED)
        joined_at = self.cells.moment(cells, Field.JOINED) if joined else self.setting.now
        values = {
            "name": " ".join(name.split()) or None,
            "gender": self._gender(cells),
            "city": city,
            "city_key": city and city.casefold(),
            "data_consent_at": self._consent(cells, Field.DATA_CONSENT),
            "ads_consent_at": self._consent(cells, Field.ADS_CONSENT),
            **self._birthday(cells),
        }
        points = self.cells.points(cells)
        return Person(line, who, joined_at, values, points, self._attributes.texts(cells))

    def _birthday(self, cells: Sequence[str]) -> dict[str, int]:
        if not self.cells.text(cells, Field.BIRTHDAY):
            return {}
        born: date = self.cells.day(cells, Field.BIRTHDAY)
        today = self.setting.now.date()
        if not (today.year - OLDEST <= born.year and born <= today):
            raise Bad(Reason.DATE)
        return {"birth_day": born.day, "birth_month": born.month, "birth_year": born.year}

    def _gender(self, cells: Sequence[str]) -> Gender | None:
        word = plain(self.cells.text(cells, Field.GENDER))
        if word in self.cells.lexicon.female:
            return Gender.FEMALE
        return Gender.MALE if word in self.cells.lexicon.male else None

    def _consent(self, cells: Sequence[str], wanted: Field) -> datetime | None:
        """The time of consent, only if the file states it by a word or a date."""
        text = self.cells.text(cells, wanted)
        if plain(text) in self.cells.lexicon.yes:
            return self.setting.now
        try:
            return self.cells.moment(cells, wanted)
        except Bad:
            return None

    async def bring(
        self, session: AsyncSession, ctx: Context, batch: Sequence[Person], *, write: bool
    ) -> None:
        found = await member_lookup.find(session, [one.who for one in batch])
        known: list[tuple[Person, Known]] = []
        new: list[Person] = []
        for one in batch:
            try:
                somebody = found.get(one.who)
            except Bad as bad:
                self.refuse_late(one.line, bad.reason)
                continue
            if somebody is None:
                new.append(one)
            else:
                known.append((one, somebody))
        await self._fill(session, known, write=write)
        if write:
            comers = [Newcomer(one.who, one.joined_at, one.values) for one in new]
            made = await member_lookup.enrol(session, ctx, self.setting, comers, self.tally)
            known += zip(new, made, strict=True)
        else:
            self.tally.counts[Count.MEMBERS] += len(new)
        await self._open(session, known, new if not write else [], write=write)
        answers = [(somebody.member_id, one.answers) for one, somebody in known]
        if not write:
            answers += [(-place, one.answers) for place, one in enumerate(new, start=1)]
        await self._attributes.keep(session, answers, write=write)

    async def _fill(
        self, session: AsyncSession, known: Sequence[tuple[Person, Known]], *, write: bool
    ) -> None:
        """Fill empty values of existing members."""
        columns = [getattr(Member, name) for name in ("external_id", "phone", *FILLED)]
        ids = [somebody.member_id for _, somebody in known]
        rows = await session.execute(select(Member.id, *columns).where(Member.id.in_(ids)))
        stored = {row.id: row for row in rows}
        for one, somebody in known:
            row = stored[somebody.member_id]
            given = {**one.values, "external_id": one.who[0], "phone": one.who[1]}
            if row.birth_day is not None:
                given |= dict.fromkeys(("birth_day", "birth_month", "birth_year"))
            news = {
                name: given[name]
                for name in ("external_id", "phone", *FILLED)
                if getattr(row, name) is None and given.get(name) is not None
            }
            self.tally.counts[Count.MEMBERS_FILLED if news else Count.MEMBERS_THERE] += 1
            if news and write:
                change = update(Member).where(Member.id == row.id).values(news)
                await session.execute(change.execution_options(synchronize_session=False))

    async def _open(
        self,
        session: AsyncSession,
        known: Sequence[tuple[Person, Known]],
        imagined: Sequence[Person],
        *,
        write: bool,
    ) -> None:
        """Award the opening points, once, without messages."""
        rich = [(one, somebody) for one, somebody in known if one.points]
        keys = [one.opening_key for one, _ in rich]
        done = set(await session.scalars(select(Operation.key).where(Operation.key.in_(keys))))
        due = [(one, somebody) for one, somebody in rich if one.opening_key not in done]
        self.tally.counts[Count.OPENING_POINTS] += sum(one.points for one, _ in due)
        self.tally.counts[Count.OPENING_POINTS] += sum(one.points for one in imagined)
        if not due or not write:
            return
        ids = [somebody.account_id for _, somebody in due]
        locked = select(Account).where(Account.id.in_(ids)).order_by(Account.id).with_for_update()
        accounts = {one.id: one for one in await session.scalars(locked)}
        now = self.setting.now
        await ledger.award_all(
            session,
            [
                ledger.Award(
                    accounts[somebody.account_id],
                    one.points,
                    OperationKind.GRANT,
                    one.opening_key,
                    now,
                    self.setting.terms.expiry(now),
                    {"because": "import"},
                    self.staff_id,
                )
                for one, somebody in due
            ],
        )
