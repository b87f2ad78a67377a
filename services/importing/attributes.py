"""Columns of a shop's own as custom attributes, and what they say as members' answers."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.knowing import AttributeChoice, AttributeKind, AttributeValue, CustomAttribute
from services.importing.cells import Cells
from services.importing.kinds import Field
from services.importing.report import Count, Tally

TITLE_LENGTH = 100


class Attributes:
    """An attribute of the same name and kind is filled, another one is made."""

    def __init__(self, cells: Cells, tally: Tally, at: datetime) -> None:
        self._cells = cells
        self._tally = tally
        self._at = at
        self._columns: dict[int, tuple[AttributeKind, str]] = {
            place: (kind, " ".join(cells.plan.head[place].split())[:TITLE_LENGTH])
            for place in cells.plan.at(Field.ATTRIBUTE)
            if (kind := cells.plan.attributes[place]) is not None
        }
        self._ids: dict[int, int] = {}
        self._choices: dict[tuple[int, str], int] = {}

    def texts(self, cells: Sequence[str]) -> dict[int, str]:
        """What a row says, by column."""
        return {
            place: cells[place] for place in self._columns if place < len(cells) and cells[place]
        }

    async def keep(
        self,
        session: AsyncSession,
        answers: Sequence[tuple[int, Mapping[int, str]]],
        *,
        write: bool,
    ) -> None:
        """Answers of members who have not answered yet."""
        if not self._columns:
            return
        if not self._ids:
            await self._learn(session, write=write)
        await self._learn_choices(session, answers, write=write)
        query = select(AttributeValue.member_id, AttributeValue.attribute_id).where(
            AttributeValue.member_id.in_([member_id for member_id, _ in answers]),
            AttributeValue.attribute_id.in_(self._ids.values()),
        )
        there = {(row.member_id, row.attribute_id) for row in await session.execute(query)}
        rows = [
            self._value(member_id, place, text)
            for member_id, texts in answers
            for place, text in texts.items()
            if (member_id, self._ids[place]) not in there
        ]
        self._tally.counts[Count.VALUES] += len(rows)
        if rows and write:
            await (await session.connection()).execute(insert(AttributeValue), rows)

    def _value(self, member_id: int, place: int, text: str) -> dict[str, Any]:
        attribute_id, (kind, _) = self._ids[place], self._columns[place]
        number = self._cells.whole(place, text) if kind is AttributeKind.NUMBER else None
        return {
            "member_id": member_id,
            "attribute_id": attribute_id,
            "choice_id": None if number is not None else self._choices[place, text.casefold()],
            "number": number,
            "at": self._at,
        }

    async def _learn(self, session: AsyncSession, *, write: bool) -> None:
        rows = await session.scalars(
            select(CustomAttribute).where(CustomAttribute.retired_at.is_(None))
        )
        there = {(row.kind, row.name.casefold()): row.id for row in rows}
        for place, (kind, name) in self._columns.items():
            known = there.get((kind, name.casefold()))
            if known is None:
                self._tally.counts[Count.ATTRIBUTES] += 1
                known = -1 - place
                if write:
                    made = insert(CustomAttribute).returning(CustomAttribute.id)
                    values = {"name": name, "kind": kind, "created_at": self._at}
                    known = (await session.scalars(made.values(values))).one()
            self._ids[place] = known
        choices = select(AttributeChoice).where(
            AttributeChoice.attribute_id.in_(self._ids.values())
        )
        places = {attribute_id: place for place, attribute_id in self._ids.items()}
        for choice in await session.scalars(choices):
            self._choices[places[choice.attribute_id], choice.name.casefold()] = choice.id

    async def _learn_choices(
        self,
        session: AsyncSession,
        answers: Sequence[tuple[int, Mapping[int, str]]],
        *,
        write: bool,
    ) -> None:
        """Make the choices that are named for the first time."""
        new = {
            (place, text.casefold()): text
            for _, texts in answers
            for place, text in texts.items()
            if self._columns[place][0] is AttributeKind.CHOICE
        }
        for (place, folded), text in sorted(new.items()):
            if (place, folded) in self._choices:
                continue
            self._choices[place, folded] = -1
            if write:
                attribute_id = self._ids[place]
                taken = select(func.count()).where(AttributeChoice.attribute_id == attribute_id)
                made = insert(AttributeChoice).returning(AttributeChoice.id)
                values = {
                    "attribute_id": attribute_id,
                    "name": text[:TITLE_LENGTH],
                    "position": await session.scalar(taken) or 0,
                }
                self._choices[place, folded] = (await session.scalars(made.values(values))).one()
