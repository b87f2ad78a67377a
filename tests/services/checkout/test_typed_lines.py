"""Receipts as cashiers type them, line by line."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.checkout import typed_lines
from services.checkout.errors import BadLine, LinesRunTogether, TooManyLines
from services.goods import Assortment, Item
from services.money import Money
from services.parsing.errors import AmountTooLarge, BadAmount
from services.pricing.model import Line

COFFEE, DESSERT, CAPPUCCINO, COOKIE = 1, 2, 11, 12
STOCK = Assortment(
    categories=(Item(COFFEE, "Кофе"), Item(DESSERT, "Десерты"), Item(3, "Чай", hidden=True)),
    products=(
        Item(CAPPUCCINO, "Капучино", category_id=COFFEE),
        Item(COOKIE, "Печенье овсяное", category_id=DESSERT),
        Item(13, "Ёжик", category_id=DESSERT),
        Item(14, "7up"),
    ),
)
coffee = Line(450_00, category_id=COFFEE, title="Кофе")
dessert = Line(300_00, category_id=DESSERT, title="Десерты")
cappuccino = Line(450_00, 3, COFFEE, CAPPUCCINO, "Капучино")
cookie = Line(99_50, 1, DESSERT, COOKIE, "Печенье овсяное")


def read(text: str) -> tuple[Line, ...]:
    return typed_lines.read(text, "RUB", STOCK).lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("450 кофе, 300 десерт", [coffee, dessert]),
        ("450 кофе\n300 десерты", [coffee, dessert]),
        ("450 КОФЕ+300десерт", [coffee, dessert]),
        ("кофе 450; десерт 300 ₽", [coffee, dessert]),
        ("3х150 капучино; 99.50 печенье", [cappuccino, cookie]),
        ("3 x 150р капучинно,99,50 печенье овсяное", [cappuccino, cookie]),
        ("капучино 150 x3", [cappuccino]),
        ("капучино 3x150", [cappuccino]),
        ("капучино 3 х 150", [cappuccino]),
        ("печенье 99.50x2", [replace(cookie, amount=199_00, quantity=2)]),
        ("печенье 99,50 x2", [replace(cookie, amount=199_00, quantity=2)]),
        ("450 руб. кофе", [coffee]),
        ("1 200 кофе", [replace(coffee, amount=1_200_00)]),
        ("10 ежик", [Line(10_00, 1, DESSERT, 13, "Ёжик")]),
        ("100 7up", [Line(100_00, 1, None, 14, "7up")]),
        ("200 чай", [Line(200_00, title="чай")]),
        ("450 рис", [Line(450_00, title="рис")]),
        ("450+300", [Line(450_00), Line(300_00)]),
        ("3х150", [Line(450_00, 3)]),
    ],
)
def test_lines_are_understood(text: str, lines: list[Line]) -> None:
    typed = typed_lines.read(text, "RUB", STOCK)
    assert list(typed.lines) == lines
    assert typed.amount == Money(sum(line.amount for line in lines), "RUB")


@pytest.mark.parametrize("text", ["1200", "1200,50", "1 200.50 ₽", "1,200.50"])
def test_a_bare_sum_stays_one(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "кофе",
        "+",
        "1e5",
        "0 кофе",
        "5,5,5 кофе",
        "-5 кофе",
        "12 345 6 кофе",
        "0х150 кофе",
        "1000х1 кофе",
        "٣х150 кофе",
        "450 кофе, десерт",
    ],
)
def test_what_is_no_receipt_is_refused(text: str) -> None:
    with pytest.raises(BadAmount):
        read(text)


def test_a_refusal_shows_the_line_that_was_not_understood() -> None:
    with pytest.raises(BadLine) as refused:
        read("450 кофе, десерт")
    assert refused.value.text == "десерт"


@pytest.mark.parametrize("text", ["450 кофе 2х150 чай", "450 рис 2 x 150", "3х150 рис 10*5 чай"])
def test_a_forgotten_comma_loses_no_line(text: str) -> None:
    with pytest.raises(LinesRunTogether):
        read(text)


def test_a_number_may_stand_in_a_name() -> None:
    assert read("900 рис 250 г") == (Line(900_00, title="рис 250 г"),)


def test_there_is_an_end_to_lines() -> None:
    assert len(read("+".join(["5"] * 50))) == 50
    with pytest.raises(TooManyLines):
        read("+".join(["5"] * 51))


def test_a_shop_without_goods_takes_sums_only() -> None:
    with pytest.raises(BadAmount):
        typed_lines.read("450 кофе", "RUB", Assortment())


@given(st.text(alphabet="0123456789 .,+;xхкофе₽р\n", max_size=40))
def test_any_text_is_a_receipt_that_adds_up_or_is_refused(text: str) -> None:
    refusals = (BadAmount, AmountTooLarge, LinesRunTogether)
    with suppress(*refusals, TooManyLines):
        typed = typed_lines.read(text, "RUB", STOCK)
        assert typed.amount.minor > 0
        assert all(line.amount > 0 and line.quantity > 0 for line in typed.lines)
        if typed.lines:
            assert typed.amount.minor == sum(line.amount for line in typed.lines)


goods = st.sampled_from([*STOCK.categories[:2], *STOCK.products])


@given(
    st.lists(
        st.tuples(st.integers(1, 99), st.integers(1, 10_000_00), goods), min_size=1, max_size=5
    ),
    st.sampled_from([", ", "; ", " + ", "\n"]),
)
def test_what_is_typed_by_the_book_is_read_back(
    bought: list[tuple[int, int, Item]], between: str
) -> None:
    parts = [
        f"{pieces}х{price // 100},{price % 100:02} {ware.name.upper()}"
        for pieces, price, ware in bought
    ]
    read_back = [(line.quantity, line.amount, line.title) for line in read(between.join(parts))]
    assert read_back == [(pieces, pieces * price, ware.name) for pieces, price, ware in bought]
