"""A thousand random lives of the shop: after every step its points add up as the model says."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.machine.machine import Life
from tests.machine.shop import MachineShop

SEEDS = (1, 2, 3, 4, 5, 6)
"""Each is a test of its own, so that the workers share them out."""
LIVES = 170
STEPS = 9


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[MachineShop]:
    with MachineShop(tmp_path) as opened:
        yield opened


@pytest.mark.parametrize("number", SEEDS)
def test_points_add_up_in_every_life(shop: MachineShop, number: int) -> None:
    class Here(Life):
        pass

    Here.shop = shop
    run_state_machine_as_test(
        seed(number)(Here),
        settings=settings(
            max_examples=LIVES,
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            phases=(Phase.generate, Phase.shrink),
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
