"""Phone numbers: one way to store them, one way to show them to those who need less."""

from zoneinfo import ZoneInfo

import phonenumbers
from babel.core import get_global

from services.parsing.errors import BadPhone

DEFAULT_REGION = "RU"


def region_of(zone: ZoneInfo) -> str:
    """The country (ISO 3166) of a time zone: how phones without a country are read there."""
    return str(get_global("zone_territories").get(zone.key, DEFAULT_REGION))


def parse_phone(text: str, region: str | None = None) -> str:
    """A phone as E.164, typed in any way. Without a `region` only `+` and a country will do.

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
    """The last two digits only: enough to tell two people apart, too little to call."""
    return None if phone is None else f"••{phone[-2:]}"
