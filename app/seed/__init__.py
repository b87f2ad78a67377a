"""The demonstration shop: a cafe with some hundreds of guests and two years behind it."""

from app.seed.english import ENGLISH
from app.seed.russian import RUSSIAN
from app.seed.shop import ANNA, BORIS, OLGA, VERA, Cast, Someone, plant

SHOPS = {"ru": RUSSIAN, "en": ENGLISH}
"""By language."""

__all__ = ["ANNA", "BORIS", "OLGA", "SHOPS", "VERA", "Cast", "Someone", "plant"]
