"""Codes of vouchers and coupons: short, so that they can be said aloud where there is no camera."""

from services.context import Secrets

ALPHABET = "ACDEFGHJKLMNPQRTUVWXY34679"
"""Letters and digits that are not mistaken for one another when read aloud."""

LENGTH = 8


def draw(secrets: Secrets) -> str:
    """A new code, in its stored form."""
    return "".join(ALPHABET[int(secrets.digits(4)) % len(ALPHABET)] for _ in range(LENGTH))


def shown(code: str) -> str:
    """A code in the form that people read and say: `ACDE-FGHJ`."""
    return f"{code[:4]}-{code[4:]}"


def plain(typed: str) -> str:
    """A typed code in its stored form."""
    return "".join(typed.split()).replace("-", "").upper()
