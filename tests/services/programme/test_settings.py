"""What an owner may set, and what a change does to everything else."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services import programme
from services.back_office import journal
from services.programme import settings
from services.programme.errors import BadPercent
from services.programme.settings import Changes, Preset, parse_percent
from services.staff.errors import NotStaff
from tests.cast import Shop


@pytest.mark.parametrize(
    ("text", "basis_points"),
    [("5", 500), ("2,5", 250), ("2.05 %", 205), (" 50% ", 5000), ("0.01", 1), ("050", 5000)],
)
def test_a_percentage_is_understood(text: str, basis_points: int) -> None:
    assert parse_percent(text, most=50) == basis_points


@pytest.mark.parametrize(
    "text", ["", "0", "0,00", "-5", "50,01", "51", "1e1", "nan", "5,555", "٥", "5%%", "5 5 5 5"]
)
def test_what_is_no_percentage_is_refused(text: str) -> None:
    with pytest.raises(BadPercent):
        parse_percent(text, most=50)


@given(st.text(max_size=12))
def test_any_text_is_a_percentage_in_range_or_refused(text: str) -> None:
    with suppress(BadPercent):
        assert 0 < parse_percent(text, most=50) <= 5000


async def test_a_preset_fits_the_levels(shop: Shop) -> None:
    for kind in Preset:
        terms = await settings.preview(shop.ctx, await settings.preset(shop.ctx, kind))
        rates = [level.rate_bp for level in terms.levels]
        assert rates == sorted(rates)
        assert terms.earned(terms.example().minor, terms.levels[0].id) > 0


async def test_a_preview_changes_nothing(shop: Shop) -> None:
    before = await programme.current(shop.ctx)
    await settings.preview(shop.ctx, Changes({"welcome_bonus": 1, "currency": "USD"}))
    assert await programme.current(shop.ctx) == before


async def test_a_change_leaves_one_trace_with_before_and_after(shop: Shop) -> None:
    olga = await shop.identity(shop.olga)
    await settings.change(shop.ctx, olga, Changes({"welcome_bonus": 5}))
    await settings.change(shop.ctx, olga, Changes({"welcome_bonus": 5}))
    (line,) = await journal.latest(shop.ctx, olga)
    assert line.facts == {"terms": {"welcome_bonus": [100, 5]}, "rates": {}}


async def test_only_an_owner_changes_terms(shop: Shop) -> None:
    boris = await shop.hire(shop.boris)
    for act in (settings.change, settings.launch):
        with pytest.raises(NotStaff):
            await act(shop.ctx, boris, Changes({"welcome_bonus": 5}))
    assert (await programme.current(shop.ctx)).welcome_bonus == 100


async def test_a_currency_there_and_back_keeps_the_steps(shop: Shop) -> None:
    olga = await shop.identity(shop.olga)
    before = await programme.current(shop.ctx)
    for code in ("USD", "UZS", "RUB"):
        after = await settings.change(shop.ctx, olga, Changes({"currency": code}))
        assert after == await programme.current(shop.ctx)
        assert after.most_points(after.example().minor) == 300
    assert replace(after, version=before.version) == before
