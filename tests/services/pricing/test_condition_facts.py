"""Conditions in words of both languages, after storing their facts in the queue."""

import json
from datetime import date, time
from typing import Any

import pytest

from services.facts import pack, unpack
from services.pricing.condition_facts import WEEKEND, WORKDAYS, when
from services.pricing.model import Conditions
from tests.cast import the_words

WINTER = {"first_day": date(2026, 12, 1), "last_day": date(2026, 12, 31)}
NEW_YEAR = {"first_day": date(2026, 12, 25), "last_day": date(2027, 1, 8)}
NIGHT = {"since": time(22), "until": time(2, 30)}


@pytest.mark.parametrize(
    ("asked", "russian", "english"),
    [
        ({}, "", ""),
        ({"weekdays": {1}}, "по вторникам", "on Tuesdays"),
        ({"weekdays": {6}}, "по воскресеньям", "on Sundays"),
        ({"weekdays": WORKDAYS}, "по будням", "on weekdays"),
        ({"weekdays": WEEKEND}, "по выходным", "at weekends"),
        ({"weekdays": {4, 0, 2}}, "по пн, ср, пт", "on Mon, Wed, Fri"),
        (NIGHT, "ежедневно 22:00–02:30", "daily 22:00–02:30"),
        ({"since": time(9)}, "ежедневно 09:00–00:00", "daily 09:00–00:00"),
        ({"weekdays": {1}, **NIGHT}, "по вторникам 22:00–02:30", "on Tuesdays 22:00–02:30"),
        (WINTER, "1 дек. – 31 дек. 2026", "1 Dec – 31 Dec 2026"),
        (NEW_YEAR, "25 дек. 2026 – 8 янв. 2027", "25 Dec 2026 – 8 Jan 2027"),
        ({**WINTER, "last_day": None}, "с 1 дек. 2026", "from 1 Dec 2026"),
        ({**WINTER, "first_day": None}, "по 31 дек. 2026", "until 31 Dec 2026"),
        ({**WINTER, "last_day": WINTER["first_day"]}, "1 дек. 2026", "1 Dec 2026"),
        ({**NIGHT, **WINTER}, "ежедневно 22:00–02:30, 1 дек. – 31 дек. 2026",
         "daily 22:00–02:30, 1 Dec – 31 Dec 2026"),
    ],
)  # fmt: skip
def test_it_is_said_in_both_languages(asked: dict[str, Any], russian: str, english: str) -> None:
    weekdays = frozenset[int](asked.get("weekdays", ()))
    facts = when(Conditions(**{**asked, "weekdays": weekdays}))
    stored = json.loads(json.dumps(pack(facts)))
    assert unpack(stored) == facts
    words = the_words()
    said = {code: words.say(code).label("conditions-when", **facts) for code in ("ru", "en")}
    assert {code: text.strip() for code, text in said.items()} == {"ru": russian, "en": english}
    assert all(text.startswith(" ") == bool(russian) for text in said.values())
    assert facts["timed"] is bool(russian)
