"""Run as a program: is each module given by name importable before every other of the project?

    python first_imports.py "<libraries>" "<modules>"

An interpreter of its own for each would take seconds apiece to load the libraries. This one loads
them, nothing of the project, and forks for every module; it prints what could not be imported.
"""

import gc
import os
import sys
from importlib import import_module


def main(libraries: list[str], modules: list[str]) -> int:
    for library in libraries:
        import_module(library)
    gc.disable()  # looking for garbage would copy the memory that the forks share
    return sum(not _importable(module) for module in modules)


def _importable(module: str) -> bool:
    if not (child := os.fork()):
        try:
            import_module(module)
        except BaseException as error:  # noqa: BLE001 - told, and then this process ends
            print(f"{module}: {error!r}", flush=True)  # noqa: T201
            os._exit(1)
        os._exit(0)
    return os.waitpid(child, 0)[1] == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1].split(), sys.argv[2].split()))
