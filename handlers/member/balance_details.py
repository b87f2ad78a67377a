"""Details under a balance, the same on its own screen and on the card."""

from handlers.formats import local_day
from messengers.words import Say
from services.points.balances import Balance


def details(say: Say, balance: Balance) -> list[str]:
    """The next expiry, the pending points, and whether spending is blocked."""
    lines = []
    if balance.next_start is not None:
        lines.append(say("balance-pending", points=balance.pending, at=balance.next_start))
    if balance.next_expiry is not None:
        ends = local_day(say, balance.next_expiry.at)
        lines.append(say("balance-expiry", points=balance.next_expiry.points, until=ends))
    if balance.frozen:
        lines.append(say("balance-frozen"))
    return lines
