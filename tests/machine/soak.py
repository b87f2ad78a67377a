"""`make soak`: long lives of the shop from new seeds, for SOAK_MINUTES (30 unless told).

Ends with 1 at the first life in which the points do not add up, shortened, and says its seed;
SOAK_SEED begins with a given one.
"""

import os
import random
import tempfile
import time
from pathlib import Path

from tests.machine.running import live
from tests.machine.shop import MachineShop

LIVES = 40
STEPS = 60


def main() -> None:
    ends = time.monotonic() + 60 * float(os.environ.get("SOAK_MINUTES", "30"))
    number = int(os.environ.get("SOAK_SEED", random.SystemRandom().randrange(2**32)))
    begun, lives = time.monotonic(), 0
    with tempfile.TemporaryDirectory() as home, MachineShop(Path(home)) as shop:
        while True:
            try:
                live(shop, number, lives=LIVES, steps=STEPS)
            except Exception:
                say(f"The points do not add up; again with SOAK_SEED={number}")
                raise
            lives += LIVES
            minutes = (time.monotonic() - begun) / 60
            say(f"{minutes:.1f} min: {lives} lives of {STEPS} steps add up, seed {number}")
            if time.monotonic() >= ends:
                return
            number += 1


def say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - a command's output


if __name__ == "__main__":
    main()
