"""Owners' sentences with names of their own shop; and modules that a start does not load."""

import subprocess
import sys

import pytest

from models.goods import Category
from models.people import Member
from models.programme import Level
from services.parsing.errors import BadText
from services.segments.questions.tree import Condition
from services.segments.sentences import LONGEST, understand
from services.staff.errors import NotStaff
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
    with pytest.raises(NotStaff):
        await understand(sqlite_shop.ctx, boris, "все", "ru")


@pytest.mark.parametrize("text", ["", " \n", "я" * (LONGEST + 1)])
async def test_a_sentence_has_words_and_an_end(sqlite_shop: Shop, text: str) -> None:
    olga = await sqlite_shop.identity(sqlite_shop.olga)
    with pytest.raises(BadText):
        await understand(sqlite_shop.ctx, olga, text, "ru")


def test_a_start_loads_neither_grammar_nor_dictionary() -> None:
    """They take a second, at the first sentence and not at each start of the bot."""
    code = (
        "import sys; import app.program; from services.segments import sentences;"
        "from messengers import segment_words;"
        "print(sorted({'lark', 'pymorphy3', 'rapidfuzz'} & sys.modules.keys()))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("text", "language", "instead"),
    [
        ("покупали десерты больше трёх раз", "ru", "покупали Торты больше трёх раз"),
        ("bought desserts more than three times", "en", "bought Торты more than three times"),
        ("ывапр", "ru", "не были 60 дней"),
        ("qwertz", "en", "birthday this week"),
    ],
)
async def test_what_is_proposed_is_understood(
    sqlite_shop: Shop, text: str, language: str, instead: str
) -> None:
    """An existing name in place of an unknown one; otherwise a question that can be asked."""
    shop = sqlite_shop
    olga = await shop.identity(shop.olga)
    async with shop.ctx.db.write() as session:
        session.add(Category(name="Торты", created_at=shop.ctx.clock.now()))
    understood = await understand(shop.ctx, olga, text, language)
    assert instead in understood.instead
    assert [one.nearest for one in understood.unknown] == [()]
    for sentence in understood.instead:
        then = await understand(shop.ctx, olga, sentence, language)
        assert then.tree is not None
        assert not then.unknown


async def test_nothing_is_proposed_where_nothing_fits(sqlite_shop: Shop) -> None:
    olga = await sqlite_shop.identity(sqlite_shop.olga)
    understood = await understand(sqlite_shop.ctx, olga, "женщины и зюзю", "ru")
    assert understood.tree == Condition("gender", values=("female",))
    assert understood.instead == ()
