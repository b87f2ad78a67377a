"""Ranges of numbers that an owner may set."""

from dataclasses import dataclass

from services.parsing.errors import BadNumber


@dataclass(frozen=True, slots=True)
class Range:
    """`least` to `most`; with `without`, None is allowed too and means no limit."""

    least: int
    most: int
    without: bool = False

    def check(self, value: str | int | None) -> int | None:
        """The value, if it is in the range. Raises BadNumber."""
        if value is None and self.without:
            return None
        if not isinstance(value, int) or not self.least <= value <= self.most:
            raise BadNumber(self.least, self.most)
        return value
