"""Phones as people of a country type them."""

from zoneinfo import ZoneInfo

import pytest

from services.parsing.errors import BadPhone
from services.parsing.phones import parse_phone, region_of


@pytest.mark.parametrize(
    ("zone", "region"),
    [("Asia/Yekaterinburg", "RU"), ("Europe/London", "GB"), ("Asia/Almaty", "KZ"), ("UTC", "RU")],
)
def test_a_time_zone_tells_the_country(zone: str, region: str) -> None:
    assert region_of(ZoneInfo(zone)) == region


@pytest.mark.parametrize(
    ("text", "region", "phone"),
    [
        ("8 (912) 345-67-89", "RU", "+79123456789"),
        ("07700 900123", "GB", "+447700900123"),
        ("+44 7700 900123", "RU", "+447700900123"),
        ("+44 7700 900123", None, "+447700900123"),
    ],
)
def test_a_phone_is_understood(text: str, region: str | None, phone: str) -> None:
    assert parse_phone(text, region) == phone


@pytest.mark.parametrize(("text", "region"), [("07700 900123", None), ("12", "RU"), ("", "RU")])
def test_what_is_no_phone_is_refused(text: str, region: str | None) -> None:
    with pytest.raises(BadPhone):
        parse_phone(text, region)
