"""Phone numbers: one way to store them, one way to show them to those who need less."""

import phonenumbers

from services import errors


def parse_phone(text: str, region: str) -> str:
    """A phone as E.164, typed in any way. `region` (ISO 3166) reads numbers without a country.

    Raises BadPhone.
    """
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException as error:
        raise errors.BadPhone from error
    if not phonenumbers.is_possible_number(number):
        raise errors.BadPhone
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def masked(phone: str | None) -> str | None:
    """The last two digits only: enough to tell two people apart, too little to call."""
    return None if phone is None else f"••{phone[-2:]}"
