"""Reads the fields of a row according to the plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from zoneinfo import ZoneInfo

from services.importing import cell_values
from services.importing.column_mapping import Lexicon, Plan
from services.importing.file_kinds import Field
from services.importing.report import Bad, Reason
from services.money import minor_per_unit
from services.parsing.errors import BadPhone
from services.parsing.numbers import LARGEST
from services.parsing.phones import parse_phone, region_of
from services.programme import Terms

REMEMBERED = 1 << 13
"""Size of the cache of read values: tills repeat them."""

EXTERNAL_LENGTH = 64

Who = tuple[str | None, str | None]
"""How a file names a member: (number in the till, phone in E.164)."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The context of reading: the shop's terms, the language and the current time."""

    terms: Terms
    language: str
    now: datetime


class Cells:
    """Reads the cells of one file; all methods raise Bad for an unreadable cell."""

    def __init__(self, plan: Plan, lexicon: Lexicon, setting: Setting) -> None:
        self.plan = plan
        self.lexicon = lexicon
        self._places = {one: plan.at(one) for one in Field}
        zone: ZoneInfo = setting.terms.timezone
        self._dates = cell_values.Dates(plan.day_first, zone, setting.now)
        self._scale = minor_per_unit(setting.terms.currency)
        self._region = region_of(zone)
        self._minor = lru_cache(REMEMBERED)(self._read_minor)
        self._pieces = lru_cache(REMEMBERED)(self._read_pieces)
        self._phone = lru_cache(REMEMBERED)(self._read_phone)
        self._moment = lru_cache(REMEMBERED)(self._dates.moment)

    def has(self, wanted: Field) -> bool:
        return bool(self._places[wanted])

    def text(self, cells: Sequence[str], wanted: Field, most: int = 0) -> str:
        """The texts of a field's columns, joined by spaces; with `most`, cut to that length."""
        places = self._places[wanted]
        if len(places) == 1:
            text = cells[places[0]] if places[0] < len(cells) else ""
        else:
            parts = (cells[place] for place in places if place < len(cells))
            text = " ".join(filter(None, parts)) if places else ""
        return text[:most] if most else text

    def who(self, cells: Sequence[str]) -> Who:
        external = self.text(cells, Field.EXTERNAL_ID) or None
        phone = self.text(cells, Field.PHONE)
        if external is not None and len(external) > EXTERNAL_LENGTH:
            raise Bad(Reason.TEXT)
        if external is None and not phone:
            raise Bad(Reason.NO_MEMBER)
        return external, self._phone(phone) if phone else None

    def moment(self, cells: Sequence[str], wanted: Field) -> datetime:
        text = self.text(cells, wanted)
        clock = self.text(cells, Field.TIME) if wanted is Field.DATE else ""
        return self._moment(f"{text.split()[0]} {clock}" if text and clock else text)

    def ahead(self, cells: Sequence[str], wanted: Field) -> datetime:
        """A moment that may be in the future."""
        return self._dates.moment(self.text(cells, wanted), ahead=True)

    def day(self, cells: Sequence[str], wanted: Field) -> date:
        return self._dates.day(self.text(cells, wanted))

    def money(self, cells: Sequence[str], wanted: Field) -> int | None:
        """Minor units; the sum if there are several columns, None if all are empty."""
        found = None
        for place in self._places[wanted]:
            if place < len(cells) and cells[place]:
                found = (found or 0) + self._minor(place, cells[place])
        return found

    def pieces(self, cells: Sequence[str]) -> int:
        """The number of pieces, see `cell_values.pieces`; 1 if the file has none."""
        text = self.text(cells, Field.QUANTITY)
        return self._pieces(text) if text else 1

    def points(self, cells: Sequence[str]) -> int:
        """A balance in whole points; fractions are dropped."""
        text = self.text(cells, Field.POINTS)
        if not text:
            return 0
        points = int(cell_values.number(text, self._sign(Field.POINTS)))
        if points < 0:
            raise Bad(Reason.NUMBER)
        if points > LARGEST:
            raise Bad(Reason.TOO_LARGE)
        return points

    def whole(self, place: int, text: str) -> int:
        return int(cell_values.number(text, self.plan.signs[place]))

    def _read_minor(self, place: int, text: str) -> int:
        value = cell_values.number(text, self.plan.signs[place])
        return cell_values.minor_units(value, self._scale, LARGEST)

    def _read_pieces(self, text: str) -> int:
        value: Decimal = cell_values.number(text, self._sign(Field.QUANTITY) or ".,")
        if value < 0:
            raise Bad(Reason.RETURN)
        if value > LARGEST:
            raise Bad(Reason.TOO_LARGE)
        return cell_values.pieces(value)

    def _sign(self, wanted: Field) -> str | None:
        return self.plan.signs[self._places[wanted][0]]

    def _read_phone(self, text: str) -> str:
        try:
            return parse_phone(text, self._region)
        except BadPhone as error:
            raise Bad(Reason.PHONE) from error
