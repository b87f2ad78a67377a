"""Branch coverage of the product, for a whole run, when KOPILKA_COVERAGE is set.

Each worker measures what it runs and hands the figures to its controller, which merges and judges
them. Why SlipCover and not a tracer: docs/decisions/0007-coverage-without-tracing.md.

Whoever imports this first is watched from then on: so it stands in front in `tests/conftest.py`.
"""

import json
import os
from typing import Any

import pytest
import slipcover

ROOMS = ["app", "handlers", "jobs", "messengers", "models", "sandbox", "services"]
LEAST = 90.0
"""Percent of lines and branches together."""

NEVER = 2**31 - 1
"""How often a probe may be hit in vain before all probes that were hit are taken out: that search
through every module costs more than the probes."""

_NAME = "branches"


class Branches:
    """What was run so far, in this process or, for a controller, in its workers."""

    def __init__(self) -> None:
        matcher = slipcover.FileMatcher(sources=ROOMS)
        self._meter = slipcover.Slipcover(
            branch=True,
            source=ROOMS,
            exclude_also=[r"^\s*\.\.\.$"],  # the body of a protocol's method
            d_miss_threshold=NEVER,
        )
        self._watching = slipcover.ImportManager(self._meter, matcher)
        self._watching.__enter__()  # ends with the process
        self._found: dict[str, Any] | None = None

    def own(self) -> dict[str, Any]:
        figures: dict[str, Any] = self._meter.get_coverage()
        return figures

    def add(self, figures: dict[str, Any]) -> None:
        if self._found is None:
            self._found = figures
        else:
            slipcover.merge_coverage(self._found, figures)

    @property
    def total(self) -> dict[str, Any]:
        return self._found if self._found is not None else self.own()

    @property
    def percent(self) -> float:
        percent: float = self.total["summary"]["percent_covered"]
        return percent

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        output = getattr(session.config, "workeroutput", None)
        if output is not None:
            output[_NAME] = json.dumps(self.own())
        elif self.percent < LEAST and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """A worker of pytest-xdist ended; one that crashed has nothing to tell."""
        figures = getattr(node, "workeroutput", {}).get(_NAME)
        if figures is not None:
            self.add(json.loads(figures))

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        slipcover.print_coverage(self.total, outfile=terminalreporter, skip_covered=True)
        verdict = "reached" if self.percent >= LEAST else "NOT reached"
        line = f"{self.percent:.1f} % of lines and branches; {LEAST} % {verdict}"
        terminalreporter.write_line(line)


_branches = Branches() if os.environ.get("KOPILKA_COVERAGE") else None


def watch(config: pytest.Config) -> None:
    """Let the run report and judge what was measured."""
    if _branches is not None:
        config.pluginmanager.register(_branches, _NAME)
