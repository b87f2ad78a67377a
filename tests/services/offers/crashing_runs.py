"""A process that gives an offer and is killed in the middle of it; forked by the tests."""

import asyncio
import os
import signal
from datetime import datetime
from typing import Any

from app.clock import SystemSecrets
from app.database import Database
from sandbox.clock import SandboxClock
from services.context import Context
from services.messaging import deliveries
from services.offers import offer_runs


def die_in_the_middle(url: str, now: datetime, told: int) -> None:
    """Give what is due, two members a batch; die when so many were told, before the next word."""
    tell = deliveries.tell
    count = 0

    def tell_and_die(*args: Any, **facts: Any) -> None:
        nonlocal count
        tell(*args, **facts)
        count += 1
        if count == told:
            os.kill(os.getpid(), signal.SIGKILL)

    deliveries.tell = tell_and_die
    offer_runs.BATCH = 2
    ctx = Context(Database(url), SandboxClock(now, frozen=True), SystemSecrets())
    asyncio.run(offer_runs.run_due(ctx))
