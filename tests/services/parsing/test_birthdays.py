"""Birthdays as people type them."""

from datetime import date

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from services.dates import Birthday
from services.parsing.birthdays import parse_birthday
from services.parsing.errors import BadBirthday

LANGUAGES = ("en", "ru")


@pytest.mark.parametrize(
    ("text", "birthday"),
    [
        ("24.05", Birthday(24, 5, None)),
        ("24.5.", Birthday(24, 5, None)),
        (" 24.05.1990 ", Birthday(24, 5, 1990)),
        ("24. 5. 1990", Birthday(24, 5, 1990)),
        ("24-05-1990", Birthday(24, 5, 1990)),
        ("1990-05-24", Birthday(24, 5, 1990)),
        ("24 мая", Birthday(24, 5, None)),
        ("24 МАЯ 1990 г.", Birthday(24, 5, 1990)),
        ("24 мая 1990 года", Birthday(24, 5, 1990)),
        ("1 мар", Birthday(1, 3, None)),
        ("7 сент. 1985", Birthday(7, 9, 1985)),
        ("24 May 1990", Birthday(24, 5, 1990)),
        ("24th May", Birthday(24, 5, None)),
        ("May 24, 1990", Birthday(24, 5, 1990)),
        ("may 1st", Birthday(1, 5, None)),
    ],
)
def test_what_people_type_is_read(text: str, birthday: Birthday) -> None:
    assert parse_birthday(text, LANGUAGES) == birthday


@pytest.mark.parametrize(
    "text",
    ["", "24", "5/24", "05/06/1990", "24.05.90", "мая 24 числа", "24 ма", "24 ju", "24 foo",
     "24 мая 90", "2٤.05", "-1.05", "24.05.1990.1", "24,05", "🎂", "9" * 4000],
)  # fmt: skip
def test_what_is_unclear_is_refused(text: str) -> None:
    with pytest.raises(BadBirthday):
        parse_birthday(text, LANGUAGES)


@given(st.dates(date(1900, 1, 1), date(2026, 12, 31)), st.sampled_from(LANGUAGES))
def test_a_date_written_out_in_either_language_is_read_back(day: date, language: str) -> None:
    for style in ("d MMMM y", "d MMM y", "MMMM d, y", "dd.MM.y", "y-MM-dd"):
        written = format_date(day, style, locale=language)
        assert parse_birthday(written, LANGUAGES) == Birthday(day.day, day.month, day.year)
