"""Checks of values that an owner sets."""

import pytest

from services.errors import Gone
from services.parsing.checks import Value, anything, checked, line, lines, or_none
from services.parsing.errors import BadNumber, BadText
from services.parsing.ranges import Range

CHECKS = {
    "title": line(5),
    "text": or_none(lines(5)),
    "picture": anything,
    "points": Range(1, 9).check,
}


def test_values_are_given_as_they_are_kept() -> None:
    typed: dict[str, Value] = {"title": " a  b ", "text": " a\nb ", "picture": "id", "points": 9}
    kept = {"title": "a b", "text": "a\nb", "picture": "id", "points": 9}
    assert checked(CHECKS, typed) == kept
    assert checked(CHECKS, {"text": None}) == {"text": None}


@pytest.mark.parametrize(
    ("name", "value", "error"),
    [
        ("title", "abcdef", BadText),
        ("text", "  ", BadText),
        ("points", 10, BadNumber),
        ("title", None, Gone),
        ("title", 5, Gone),
        ("text", 5, Gone),
        ("id", 1, Gone),
    ],
)
def test_what_may_not_be_set(name: str, value: Value, error: type[Exception]) -> None:
    with pytest.raises(error):
        checked(CHECKS, {name: value})
