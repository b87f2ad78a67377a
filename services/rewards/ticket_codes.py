"""The code by which a voucher or a coupon is known when there is no camera: short, said aloud."""

from services.context import Secrets

ALPHABET = "ACDEFGHJKLMNPQRTUVWXY34679"
"""Letters and digits that nobody mistakes for one another when reading a code aloud."""

LENGTH = 8


def draw(secrets: Secrets) -> str:
    """A new code, as it is stored."""
    return "".join(ALPHABET[int(secrets.digits(4)) % len(ALPHABET)] for _ in range(LENGTH))


def shown(code: str) -> str:
    """`ACDE-FGHJ`, as people read and say it."""
    return f"{code[:4]}-{code[4:]}"


def plain(typed: str) -> str:
    """What was typed, as it would be stored."""
    return "".join(typed.split()).replace("-", "").upper()
