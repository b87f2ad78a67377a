"""Parses phone numbers, and masks them for people who need not see them."""

from zoneinfo import ZoneInfo

import phonenumbers
from babel.core import get_global

from services.parsing.errors import BadPhone

DEFAULT_REGION = "RU"


def region_of(zone: ZoneInfo) -> str:
    """The country (ISO 3166) of a time zone, for phones without a country code."""
    return str(get_global("zone_territories").get(zone.key, DEFAULT_REGION))


def parse_phone(text: str, region: str | None = None) -> str:
    """A typed phone as E.164. Without a `region` it needs `+` and a country code.

    Raises BadPhone.
    """
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException as error:
        raise BadPhone from error
    if not phonenumbers.is_possible_number(number):
        raise BadPhone
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def masked(phone: str | None) -> str | None:
    """Only the last two digits: enough to tell two people apart, too few to call."""
    return None if phone is None else f"••{phone[-2:]}"
