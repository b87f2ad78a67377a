"""What a text typed at the till is taken for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.cashier.buttons import Act, Sale
from handlers.cashier.typed_lookup import Sought, Typed, read_typed
from services.rewards.ticket_codes import ALPHABET

MOST = 2**31


@pytest.mark.parametrize(
    ("text", "sought"),
    [
        ("123456", Sought(Typed.CODE, "123456")),
        ("123\u00a0456", Sought(Typed.CODE, "123456")),
        ("123–456", Sought(Typed.CODE, "123456")),
        ("1234", Sought(Typed.DIGITS, "1234")),
        ("+7 (912) 345-67-89", Sought(Typed.PHONE, "+79123456789")),
        ("+123456", Sought(Typed.PHONE, "+123456")),
        ("ACDE-3467", Sought(Typed.TICKET, "ACDE-3467")),
        ("acde3467", Sought(Typed.TICKET, "ACDE3467")),
        ("3467-3467", Sought(Typed.TICKET, "3467-3467")),
        ("ACDE-0O5B", Sought(Typed.TICKET, "ACDE-0O5B")),
        ("5200-1800", Sought(Typed.PHONE, "52001800")),
        ("34673467", Sought(Typed.PHONE, "34673467")),
        ("１２３４５６", None),
        ("1200,50", Sought(Typed.DIGITS, "1200,50")),
        ("450 кофе, 300 чай", Sought(Typed.DIGITS, "450 кофе, 300 чай")),
        ("12+34", Sought(Typed.DIGITS, "12+34")),
        ("acde 3467", Sought(Typed.TICKET, "ACDE 3467")),
        ("привет", None),
        ("HELLO-YOU", None),
        ("", None),
        ("-", None),
    ],
)
def test_what_it_is_taken_for(text: str, sought: Sought | None) -> None:
    assert read_typed(text) == sought


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("ACDE-3467", True),
        ("ACDE 34X7", False),
        ("ACDE F3X4", True),
        ("CAKE 3467", False),
        ("3X46 CAKE", False),
        ("+123456", True),
        ("450 кофе", False),
    ],
)
def test_what_can_be_no_receipt(text: str, sure: bool) -> None:
    sought = read_typed(text)
    assert sought is not None
    assert sought.sure is sure


@given(st.text(ALPHABET, min_size=8, max_size=8))
def test_every_code_of_its_kind_is_known_with_its_dash(code: str) -> None:
    shown = f"{code[:4]}-{code[4:]}"
    assert read_typed(shown) == Sought(Typed.TICKET, shown)


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    read_typed(text)


@given(
    member=st.integers(1, MOST),
    amount=st.integers(1, 10**9),
    points=st.integers(0, 10**7),
    typed=st.integers(1, MOST),
)
def test_a_sale_fits_its_button(member: int, amount: int, points: int, typed: int) -> None:
    sale = Sale(
        act=Act.ASK, member=member, amount=amount, points=points, at=2_000_000_000, typed=typed
    )
    assert Sale.unpack(sale.pack()) == sale
