"""Amounts and numbers as people of two languages type them."""

from contextlib import suppress

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from services.money import Money
from services.parsing.errors import AmountTooLarge, BadAmount, BadNumber
from services.parsing.numbers import LARGEST, parse_money, parse_whole
from services.programme.model import POINT_VALUES
from tests.cast import the_words


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("1200", 1_200_00),
        ("1 200,50", 1_200_50),
        ("1,200", 1_200_00),
        ("1.200", 1_200_00),
        ("12,500 ₽", 12_500_00),
        ("1,200.50", 1_200_50),
        ("1.200,5", 1_200_50),
        ("1,200,300", 1_200_300_00),
        ("$12.05", 12_05),
        ("12.05 usd", 12_05),
        ("USD 12", 12_00),
        ("0,500", 50),
        ("3,5", 3_50),
        ("0.01", 1),
    ],
)
def test_an_amount_is_understood(text: str, minor: int) -> None:
    assert parse_money(text, "USD") == Money(minor, "USD")


@pytest.mark.parametrize(
    "text",
    ["", "abc", "😀", "0", "0,00", "-5", "1,2345", "0.001", "12,00,500", "1,200.300.5", "1.2.3",
     "1,,200", ",200", "1e3", "٣", "½", "12 руб 50", "12abc", "450 tea", "12 EUR"],
)  # fmt: skip
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(BadAmount):
        parse_money(text, "USD")


@pytest.mark.parametrize("text", [str(LARGEST + 1), "9" * 100, "99,999,999,999"])
def test_an_amount_too_large_is_refused(text: str) -> None:
    with pytest.raises(AmountTooLarge):
        parse_money(text, "USD")


@pytest.mark.parametrize("language", ["ru", "en"])
@given(st.integers(1, 10_000_000))
def test_a_number_is_read_back_as_the_bot_writes_it(language: str, whole: int) -> None:
    written = format_decimal(whole, locale=language)
    assert parse_whole(written, least=1, most=10_000_000) == whole


@pytest.mark.parametrize("language", ["ru", "en"])
@given(st.integers(1, LARGEST * 100), st.sampled_from(sorted(POINT_VALUES)))
def test_an_amount_is_read_back_as_the_bot_writes_it(
    language: str, minor: int, currency: str
) -> None:
    money = Money(minor, currency)
    assert parse_money(the_words().say(language).money(money), currency) == money


@pytest.mark.parametrize("text", ["1,5", "1,20", "1,2000", "0,100", "-1", "1,200.5", "9" * 50, ""])
def test_what_is_no_whole_number_in_range_is_refused(text: str) -> None:
    with pytest.raises(BadNumber):
        parse_whole(text, least=1, most=100_000)


@given(st.text(max_size=20))
def test_any_text_is_an_amount_or_refused(text: str) -> None:
    with suppress(BadAmount, AmountTooLarge):
        assert 0 < parse_money(text, "RUB").minor <= LARGEST * 100
