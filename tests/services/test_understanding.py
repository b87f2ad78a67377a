"""An owner's sentence, with the names of their own shop; and what a start does not load."""

import subprocess
import sys

import pytest

from models.people import Member
from models.programme import Level
from services import errors
from services.segments.tree import Condition
from services.segments.understanding import LONGEST, understand
from tests.architecture.source import ROOT
from tests.cast import Shop


async def test_an_owner_names_what_the_shop_has(shop: Shop) -> None:
    olga = await shop.identity(shop.olga)
    member_id = await shop.join(shop.anna)
    async with shop.ctx.db.write() as session:
        member = await session.get_one(Member, member_id)
        member.city, member.city_key = "Казань", "казань"
    understood = await understand(shop.ctx, olga, "из Казани", "ru")
    assert (understood.tree, understood.unknown) == (Condition("city", values=("Казань",)), ())
    async with shop.ctx.db.read() as session:
        gold = await session.get_one(Level, 2)
    level = await understand(shop.ctx, olga, f"members with “{gold.name}”", "ru")
    assert (level.tree, level.language) == (Condition("level", values=(2,)), "en")


async def test_only_an_owner_asks(sqlite_shop: Shop) -> None:
    boris = await sqlite_shop.hire(sqlite_shop.boris)
    with pytest.raises(errors.NotStaff):
        await understand(sqlite_shop.ctx, boris, "все", "ru")


@pytest.mark.parametrize("text", ["", " \n", "я" * (LONGEST + 1)])
async def test_a_sentence_has_words_and_an_end(sqlite_shop: Shop, text: str) -> None:
    olga = await sqlite_shop.identity(sqlite_shop.olga)
    with pytest.raises(errors.BadText):
        await understand(sqlite_shop.ctx, olga, text, "ru")


def test_a_start_loads_neither_grammar_nor_dictionary() -> None:
    """They cost a second, which the first sentence pays and not every start of the bot."""
    code = (
        "import sys; import app.program; from services.segments import understanding;"
        "from messengers import questions;"
        "print(sorted({'lark', 'pymorphy3', 'rapidfuzz'} & sys.modules.keys()))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"
