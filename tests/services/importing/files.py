"""Imports files as the command line and the chat do, without either."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from messengers.import_headings import lexicon
from services.importing import run
from services.importing.column_mapping import NO_WISHES, Plan, Wishes
from services.importing.file_reader import Source
from services.importing.report import Rejected, Report
from tests.cast import Shop, the_words


@dataclass
class Brought:
    plan: Plan
    report: Report
    rejected: list[Rejected] = field(default_factory=list)

    @property
    def counts(self) -> dict[str, int]:
        return {str(name): count for name, count in self.report.counts.items()}

    @property
    def reasons(self) -> dict[int, str]:
        """Reasons by line of the file."""
        return {one.line: str(one.reason) for one in self.rejected}


async def bring(
    shop: Shop,
    file: Path | bytes | str,
    wishes: Wishes = NO_WISHES,
    *,
    dry: bool = False,
    name: str = "file.csv",
) -> Brought:
    """Import a file, its bytes or its text, as an owner who confirms."""
    source = _source(file, name)
    words = lexicon(the_words())
    olga = await shop.identity(shop.olga)
    plan = await run.propose(shop.ctx, olga, source, words, wishes)
    rejected: list[Rejected] = []
    report = await run.run(
        shop.ctx, olga, source, plan, words, language="ru", dry=dry, reject=rejected.append
    )
    return Brought(plan, report, rejected)


def _source(file: Path | bytes | str, name: str) -> Source:
    if isinstance(file, Path):
        return Source(file.name, lambda: file.open("rb"))
    return Source.of_bytes(name, file.encode() if isinstance(file, str) else file)


def table(*rows: Sequence[object], sign: str = ";") -> str:
    return "\n".join(sign.join(map(str, row)) for row in rows)
