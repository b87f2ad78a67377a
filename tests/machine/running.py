"""How many lives a run of the machine has, and how long they are."""

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.machine.machine import Life
from tests.machine.shop import MachineShop


def live(shop: MachineShop, number: int, *, lives: int, steps: int) -> None:
    """Live so many lives of so many steps; the same ones for the same `number`.

    Raises what a step raised, with the shortest life that comes to it as a note.
    """

    class Here(Life):
        pass

    Here.shop = shop
    run_state_machine_as_test(
        seed(number)(Here),
        settings=settings(
            max_examples=lives,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            # Explaining would trace every line of every life.
            phases=(Phase.generate, Phase.shrink),
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
