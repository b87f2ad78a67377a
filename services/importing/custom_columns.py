"""Imports unknown columns as custom attributes, and their cells as members' answers.

It does not use services.surveys.custom_attributes to write: those functions need all choices at
once. In a file new choices appear row by row, and answers are written by the thousand.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.segmentation import AttributeChoice, AttributeKind, AttributeValue, CustomAttribute
from services.importing.file_kinds import Field
from services.importing.report import Count, Tally
from services.importing.rows import Cells
from services.surveys import custom_attributes
from services.surveys.errors import TooManyAttributes

TITLE_LENGTH = 100

Choice = tuple[int, str]
"""An attribute's id and the name of one of its choices, ignoring case."""


class Attributes:
    """Custom attributes for columns: one with the same name and kind is used, or a new one made."""

    def __init__(self, cells: Cells, tally: Tally, at: datetime) -> None:
        self._cells = cells
        self._tally = tally
        self._at = at
        self._columns: dict[int, tuple[AttributeKind, str]] = {
            place: (kind, _title(cells.plan.head[place]))
            for place in cells.plan.at(Field.ATTRIBUTE)
            if (kind := cells.plan.attributes[place]) is not None
        }
        self._ids: dict[int, int] = {}
        self._choices: dict[Choice, int] = {}

    def texts(self, cells: Sequence[str]) -> dict[int, str]:
        """The filled custom cells of a row, by column."""
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
        """Store answers of members who have not answered yet. Raises TooManyAttributes."""
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
        rows = {
            (member_id, self._ids[place]): self._value(member_id, place, text)
            for member_id, texts in answers
            for place, text in texts.items()
            if (member_id, self._ids[place]) not in there
        }
        self._tally.counts[Count.VALUES] += len(rows)
        if rows and write:
            await (await session.connection()).execute(insert(AttributeValue), [*rows.values()])

    def _value(self, member_id: int, place: int, text: str) -> dict[str, Any]:
        attribute_id, (kind, _) = self._ids[place], self._columns[place]
        number = self._cells.whole(place, text) if kind is AttributeKind.NUMBER else None
        return {
            "member_id": member_id,
            "attribute_id": attribute_id,
            "choice_id": None if number is not None else self._choices[_choice(attribute_id, text)],
            "number": number,
            "at": self._at,
        }

    async def _learn(self, session: AsyncSession, *, write: bool) -> None:
        """Find the attributes and make new ones; two columns with one name share one attribute."""
        in_use = await custom_attributes.load(session, CustomAttribute.retired_at.is_(None))
        there = {(one.kind, one.name.casefold()): one.id for one in in_use}
        for place, (kind, name) in self._columns.items():
            if (kind, name.casefold()) not in there:
                if len(there) >= custom_attributes.MOST:
                    raise TooManyAttributes(custom_attributes.MOST)
                self._tally.counts[Count.ATTRIBUTES] += 1
                there[kind, name.casefold()] = (
                    await self._make(session, kind, name) if write else -1 - place
                )
            self._ids[place] = there[kind, name.casefold()]
        self._choices = {
            _choice(one.id, choice.name): choice.id for one in in_use for choice in one.choices
        }

    async def _make(self, session: AsyncSession, kind: AttributeKind, name: str) -> int:
        made = insert(CustomAttribute).returning(CustomAttribute.id)
        values = {"name": name, "kind": kind, "created_at": self._at}
        return (await session.scalars(made.values(values))).one()

    async def _learn_choices(
        self,
        session: AsyncSession,
        answers: Sequence[tuple[int, Mapping[int, str]]],
        *,
        write: bool,
    ) -> None:
        """Make the choices that are new."""
        new = {
            _choice(self._ids[place], text): _title(text)
            for _, texts in answers
            for place, text in texts.items()
            if self._columns[place][0] is AttributeKind.CHOICE
        }
        for choice, name in sorted(new.items()):
            if choice in self._choices:
                continue
            self._choices[choice] = -1
            if write:
                attribute_id, _ = choice
                taken = select(func.count()).where(AttributeChoice.attribute_id == attribute_id)
                made = insert(AttributeChoice).returning(AttributeChoice.id)
                values = {
                    "attribute_id": attribute_id,
                    "name": name,
                    "position": await session.scalar(taken) or 0,
                }
                self._choices[choice] = (await session.scalars(made.values(values))).one()


def _title(text: str) -> str:
    return " ".join(text.split())[:TITLE_LENGTH]


def _choice(attribute_id: int, text: str) -> Choice:
    return attribute_id, _title(text).casefold()
