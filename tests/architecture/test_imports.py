"""The import contracts of pyproject.toml bite: a house that breaks them all is told so.

`make lint` holds the real house to them.
"""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.architecture.source import ROOT

SETTINGS = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
LINTER = tomllib.loads(SETTINGS)["tool"]["importlinter"]
CONTRACTS = [contract["name"] for contract in LINTER["contracts"]]

BREACHES = {
    "app/settings.py": "import bot\nimport sandbox\n",
    "handlers/screens.py": "import jobs\nimport models\n",
    "handlers/owner/shared/navigation.py": "import handlers.owner.segments\n",
    "jobs/ticks.py": "import sandbox\n",
    "messengers/telegram.py": "import sqlalchemy\n",
    "sandbox/world.py": "import services\n",
    "services/members/cards.py": "import aiogram\n",
    "services/ledger/awards.py": "import services.checkout\n",
}

FLOORS = [
    f"{container}/{folder}".replace(".", "/")
    for contract in LINTER["contracts"]
    for container in contract.get("containers", ())
    for floor in contract["layers"]
    for folder in floor.split(" | ")
]
"""Every folder that stands on a floor."""


def verdicts(house: Path, files: dict[str, str]) -> dict[str, str]:
    """What import-linter says about a house that consists of these files."""
    for room in LINTER["root_packages"]:
        (house / room).mkdir()
        (house / room / "__init__.py").touch()
    for folder in FLOORS:
        (house / folder).mkdir(parents=True, exist_ok=True)
        (house / folder / "__init__.py").touch()
        (house / folder).with_name("__init__.py").touch()
    for name, text in files.items():
        (house / name).write_text(text)
    (house / "pyproject.toml").write_text(SETTINGS)
    done = subprocess.run(
        (sys.executable, Path(sys.executable).with_name("lint-imports"), "--no-cache"),
        cwd=house,
        env=os.environ | {"PYTHONPATH": str(house), "PYTHONSAFEPATH": "1", "COLUMNS": "200"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return dict(re.findall(r"^(.+?) (KEPT|BROKEN)", done.stdout, re.MULTILINE))


def test_breaches_are_seen(tmp_path: Path) -> None:
    assert verdicts(tmp_path, BREACHES) == dict.fromkeys(CONTRACTS, "BROKEN")


def test_the_demo_may_join_product_and_sandbox(tmp_path: Path) -> None:
    demo = {"app/demo.py": "import sandbox\nimport services\n", "app/cli.py": "import app.demo\n"}
    assert verdicts(tmp_path, demo) == dict.fromkeys(CONTRACTS, "KEPT")
