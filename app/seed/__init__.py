"""The demonstration shop: a cafe with some hundreds of guests and two years behind it."""

from app.seed.english import ENGLISH
from app.seed.russian import RUSSIAN
from app.seed.shop import ANNA, BORIS, OLGA, VERA, Cast, Someone, plant
from app.seed.texts import ShopTexts

SHOPS = {"ru": RUSSIAN, "en": ENGLISH}
"""By language."""


def shop_in(language: str) -> ShopTexts:
    """The shop that speaks a language; the English one where there is none."""
    return SHOPS.get(language, ENGLISH)


__all__ = ["ANNA", "BORIS", "OLGA", "SHOPS", "VERA", "Cast", "Someone", "plant", "shop_in"]
