"""The real clock and the real source of secrets: the two things that tests replace."""

import secrets
from datetime import UTC, datetime


class SystemClock:
    """See services.context.Clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class SystemSecrets:
    """See services.context.Secrets."""

    def token(self) -> str:
        return secrets.token_urlsafe(16)

    def digits(self, count: int) -> str:
        return f"{secrets.randbelow(10**count):0{count}}"
