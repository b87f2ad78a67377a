"""Whatever a tap says, nothing breaks: it was forged, it is stale, or it is somebody else's."""

import importlib
import pkgutil
import re
import sys
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, get_args

import pytest
from aiogram.filters.callback_data import CallbackData

import handlers
from handlers import cashier, member, owner
from services.checkout import purchases
from services.enums import AttributeKind
from services.surveys import quizzes
from services.surveys.quizzes import NewQuestion
from tests.cast import Shop

EACH = 3
"""Taps of each kind beside the one whose numbers are all too large."""

HUGE = "9" * 19
NUMBERS = ("-99", "-1", "0", "1", "2", "3", "50", "999999999", "9" * 15, HUGE)
TEXTS = ("", "zzz", "Ж" * 20, "5", HUGE, "a\0b")


@cache
def taps(room: str) -> list[type[CallbackData]]:
    """Every kind of tap of a room, in an order that stays."""
    for module in pkgutil.walk_packages(handlers.__path__, "handlers."):
        importlib.import_module(module.name)
    mine = {kind for kind in heirs(CallbackData) if kind.__module__.startswith(f"{room}.")}
    return sorted(mine, key=lambda kind: kind.__prefix__)


def heirs(kind: type[CallbackData]) -> Iterator[type[CallbackData]]:
    for one in kind.__subclasses__():
        yield one
        yield from heirs(one)


@cache
def acts(kind: type[CallbackData]) -> tuple[str, ...]:
    """What a tap of this kind can ask for, as its room's files spell it."""
    folder = Path(str(sys.modules[kind.__module__].__file__)).parent
    texts = [path.read_text() for path in sorted(folder.glob("*.py"))]
    said = "".join(text for text in texts if kind.__name__ in text)
    return tuple(dict.fromkeys(re.findall(r'act(?:=| == )"(\w+)"', said)))


def values(kind: type[CallbackData], field: str, annotation: Any) -> Iterator[str]:
    for one in get_args(annotation) or (annotation,):
        if one is int:
            yield from NUMBERS
        elif isinstance(one, type) and issubclass(one, StrEnum):
            yield from (*one, "zzz")
        elif one is bool:
            yield from ("0", "1")
        else:
            yield from (*TEXTS, *(acts(kind) if field == "act" else ()))


def forged(kind: type[CallbackData], chance: Random) -> Iterator[str]:
    """Data of one kind: all its numbers too large, then whatever comes."""
    fields = [list(values(kind, name, of.annotation)) for name, of in kind.model_fields.items()]
    worst = [HUGE if HUGE in field else chance.choice(field) for field in fields]
    for parts in (worst, *([chance.choice(field) for field in fields] for _ in range(EACH))):
        data = kind.__separator__.join([kind.__prefix__, *parts])
        if len(data.encode()) <= 64:
            yield data


@pytest.mark.parametrize("room", [member.__name__, cashier.__name__, owner.__name__])
async def test_no_tap_breaks_anything(
    sqlite_shop: Shop, caplog: pytest.LogCaptureFixture, room: str
) -> None:
    shop, ctx = sqlite_shop, sqlite_shop.ctx
    anna, by = await shop.join(shop.anna), await shop.identity(shop.olga)
    boris = await shop.hire(shop.boris)
    await shop.olga.start()
    quiz = await quizzes.make(ctx, by, "Знакомство")
    for of in AttributeKind:
        choices = () if of is AttributeKind.NUMBER else ("Да", "Нет")
        await quizzes.ask(ctx, by, quiz, NewQuestion(of, name=of, kind=of, choices=choices))
    await quizzes.publish(ctx, by, quiz)
    await purchases.record(ctx, boris, anna, 500_00, key="receipt")
    person = {member: shop.anna, cashier: shop.boris, owner: shop.olga}[sys.modules[room]]
    chance = Random(room)
    broken = []
    for kind in taps(room):
        for data in forged(kind, chance):
            await person.tap_data(data, person.last["message_id"])
            if any(record.exc_info for record in caplog.records):
                broken.append(data)
                caplog.clear()
    assert broken == []
