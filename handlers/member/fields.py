"""The fields of a profile, in words."""

from enum import StrEnum

from handlers.formats import birthday_words
from messengers.words import Say
from services.profiles.profiles import Profile

PROFILE = "my_profile"
"""The tap that opens all of it."""

INTERESTS = (
    "food", "coffee", "sweets", "health", "beauty", "sport", "kids", "pets", "books", "travel",
)  # fmt: skip
"""Stored as they stand here; `interest-…` has the words."""


class FieldName(StrEnum):
    NAME = "name"
    PHONE = "phone"
    BIRTHDAY = "birthday"
    GENDER = "gender"
    CITY = "city"
    INTERESTS = "interests"
    FAMILY = "family"
    CONTACT_TIME = "time"


def label(say: Say, name: FieldName) -> str:
    return say.label(f"field-{name}")


def line(say: Say, profile: Profile, name: FieldName) -> str:
    return field_line(say, label(say, name), value(say, profile, name))


def field_line(say: Say, name: str, content: str | None) -> str:
    """A field with its stored value, or a word for none."""
    if content is None:
        return say("profile-blank", field=name)
    return say("profile-field", field=name, value=content)


def value(say: Say, profile: Profile, name: FieldName) -> str | None:
    """The stored value of a field, in words."""
    match name:
        case FieldName.NAME:
            return profile.name
        case FieldName.PHONE:
            return profile.phone
        case FieldName.CITY:
            return profile.city
        case FieldName.BIRTHDAY:
            return birthday_words(say, profile.birthday) if profile.birthday else None
        case FieldName.INTERESTS:
            known = [key for key in INTERESTS if key in profile.interests]
            return ", ".join(say.label(f"interest-{key}") for key in known) or None
        case _:
            return _chosen(say, profile, name)


def _chosen(say: Say, profile: Profile, name: FieldName) -> str | None:
    """The one answer of a few."""
    if name is FieldName.GENDER:
        return say.label(f"gender-{profile.gender}") if profile.gender else None
    if name is FieldName.FAMILY:
        return say.label(f"family-{profile.family}") if profile.family else None
    when = profile.contact_time
    return say.label(f"contact-time-{when}") if when else None
