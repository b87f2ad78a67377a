"""Writes the migration from the last one to the models as they are now.

`python -m scripts.new_migration "partners of the shop"` writes `0006_partners_of_the_shop.py`.
It is a draft: alembic takes a renamed table or column for a lost one and a new one.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from alembic import command

from app.database import MIGRATIONS, alembic_config, migrate


def write(title: str) -> None:
    number = len(list((MIGRATIONS / "versions").glob("*.py"))) + 1
    with TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{Path(folder) / 'last.db'}"
        migrate(url)
        command.revision(alembic_config(url), title, autogenerate=True, rev_id=f"{number:04}")


if __name__ == "__main__":
    if len(sys.argv) != 2 or not sys.argv[1].strip():  # noqa: PLR2004 - the program and its title
        sys.exit('What does it do? make migration title="partners of the shop"')
    write(sys.argv[1])
