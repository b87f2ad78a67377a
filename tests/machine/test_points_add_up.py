"""A thousand random lives of the shop: after every step its points add up as the model says."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.machine.running import live
from tests.machine.shop import MachineShop

SEEDS = (1, 2, 3, 4, 5, 6)
"""Each is a test of its own, so that the workers share them out."""
LIVES = 170
STEPS = 7


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[MachineShop]:
    with MachineShop(tmp_path) as opened:
        yield opened


@pytest.mark.parametrize("number", SEEDS)
def test_points_add_up_in_every_life(shop: MachineShop, number: int) -> None:
    live(shop, number, lives=LIVES, steps=STEPS)
