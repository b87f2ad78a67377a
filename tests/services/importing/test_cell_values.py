"""Numbers and dates of both locales."""

from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from services.importing import cell_values
from services.importing.report import Bad, Reason

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
MOSCOW = ZoneInfo("Europe/Moscow")


def dates(*, day_first: bool = True) -> cell_values.Dates:
    return cell_values.Dates(day_first, MOSCOW, NOW)


@pytest.mark.parametrize(
    ("text", "sign", "value"),
    [
        ("1 234,56", None, "1234.56"),
        ("1\u00a0234,56 ₽", None, "1234.56"),
        ("1,234.56", None, "1234.56"),
        ("1.234.567,8", None, "1234567.8"),
        ("$12", None, "12"),
        ("12 руб.", None, "12"),
        ("1,234", None, "1234"),
        ("1,234", ",", "1.234"),
        ("0,350", None, "0.350"),
        (".5", None, "0.5"),
        ("-12.50", None, "-12.50"),
        ("12.50-", None, "-12.50"),
        ("(12.50)", None, "-12.50"),
        ("4.440892e-16", None, "4.440892E-16"),
    ],
)
def test_a_number(text: str, sign: str | None, value: str) -> None:
    assert cell_values.number(text, sign) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["", "twelve", "1,2,3", "1.23.456", "12 34 x 5", "½", "-1e9999999"]
)
def test_no_number(text: str) -> None:
    with pytest.raises(Bad) as bad:
        cell_values.number(text, None)
    assert bad.value.reason is Reason.NUMBER


@pytest.mark.parametrize(
    ("column", "sign"),
    [
        (["1.234", "2.5"], "."),
        (["1,234", "12,50"], ","),
        (["1.234", "5.678"], None),
        (["1.234,5"], ","),
        (["12", ""], None),
        (["1234.567"], "."),
    ],
)
def test_what_a_column_says_of_its_fractions(column: list[str], sign: str | None) -> None:
    assert cell_values.decimal_sign(column) == sign


@pytest.mark.parametrize(
    ("text", "minor"), [("0.005", 1), ("0.004", 0), ("12.34", 1234), ("4.440892e-16", 0)]
)
def test_small_parts_are_rounded(text: str, minor: int) -> None:
    assert cell_values.minor_units(cell_values.number(text, "."), 100, 1000) == minor


@pytest.mark.parametrize(
    ("quantity", "pieces"), [("2", 2), ("2.0", 2), ("0.350", 1), ("41.27", 1), ("0", 1)]
)
def test_what_is_measured_is_one_thing(quantity: str, pieces: int) -> None:
    assert cell_values.pieces(Decimal(quantity)) == pieces


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("31.12.2025", "2025-12-30T21:00"),
        ("2025-12-31", "2025-12-30T21:00"),
        ("31/12/25 14:05", "2025-12-31T11:05"),
        ("2025-12-31T14:05:06", "2025-12-31T11:05:06"),
        ("2025-12-31T14:05:06Z", "2025-12-31T14:05:06"),
        ("2025-12-31 14:05+05:00", "2025-12-31T09:05"),
        ("31.12.2025 2:05 PM", "2025-12-31T11:05"),
        ("31.12.2025, 12:05 am", "2025-12-30T21:05"),
        ("2025/12/31", "2025-12-30T21:00"),
    ],
)
def test_a_moment(text: str, moment: str) -> None:
    assert dates().moment(text) == datetime.fromisoformat(moment).replace(tzinfo=UTC)


def test_months_first() -> None:
    assert dates(day_first=False).day("12/31/2025").isoformat() == "2025-12-31"
    assert dates(day_first=False).day("31.12.2025").isoformat() == "2025-12-31"
    assert dates().day("31.12.85").isoformat() == "1985-12-31"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("12/31/2025", Reason.DATE),
        ("30.02.2025", Reason.DATE),
        ("yesterday", Reason.DATE),
        ("31.12.2025 25:00", Reason.DATE),
        ("31.12.2027", Reason.FUTURE),
        ("02.03.2026 12:01", Reason.FUTURE),
        ("01.01.0001 0:00:00", Reason.DATE),
        ("01.01.0001T00:00:00Z", Reason.DATE),
    ],
)
def test_no_moment(text: str, reason: Reason) -> None:
    with pytest.raises(Bad) as bad:
        dates().moment(text)
    assert bad.value.reason is reason


@pytest.mark.parametrize(
    ("column", "day_first"),
    [
        (["01/02/2025", "31/12/2025"], True),
        (["01/02/2025", "12/31/2025"], False),
        (["01/02/2025", "03/04/2025"], None),
        (["2025-12-31", "31.12.2025"], None),
    ],
)
def test_the_order_that_a_column_shows(column: list[str], day_first: bool | None) -> None:
    assert cell_values.order_of(column) is day_first
