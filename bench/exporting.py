"""How long exports take, each format in a fresh process of its own.

`python bench/exporting.py PATH FORMAT [TIMES]` is that process: it writes PATH and prints the
seconds as JSON. `import` is the first import of the format's module with its libraries; `write`
the writing alone, of each time; both processor time.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

MISSING = 3
"""The status of a format that needs a package which is not there."""


def runs(path: Path, times: int, root: Path) -> dict[str, dict]:
    """What each format took; those that this machine cannot write are left out."""
    from cascade.exports import FORMATS

    found = {}
    for name in FORMATS:
        command = [sys.executable, __file__, str(path), name, str(times)]
        environment = {**os.environ, "PYTHONPATH": str(root)}
        run = subprocess.run(command, stdout=subprocess.PIPE, check=False, env=environment)
        if run.returncode != MISSING:
            run.check_returncode()
            found[name] = json.loads(run.stdout)
    return found


def rows(runs: dict[str, dict], spread: Callable[[list[float]], str]) -> tuple[tuple, list]:
    """Head and rows of the table."""
    lines = [
        (
            f"`{name}`",
            spread([1000 * seconds for seconds in run["write"]]),
            f"{1000 * run['import']:,.0f}",
            f"{run['bytes'] / 1e6:.2f} MB",
        )
        for name, run in runs.items()
    ]
    return ("format", "written, ms", "before: import, ms", "file"), lines


def caption(runs: dict[str, dict]) -> str:
    first = next(iter(runs.values()))
    return f"\n\n{first['interactions']:,} interactions, n = {len(first['write'])}, processor time."


def main(path: Path, name: str, times: int) -> None:
    from cascade.exports import writer
    from cascade.loading.loader import load_path
    from cascade.model.selection import select

    (pathway,) = load_path(path).pathways
    selection = select(pathway)
    start = process_time()
    try:
        write = writer(name)
    except ImportError as error:
        print(error, file=sys.stderr)
        sys.exit(MISSING)
    imported = process_time() - start
    spent, size = [], 0
    for _ in range(times):
        start = process_time()
        size = len(write(selection, "light"))
        spent.append(process_time() - start)
    count = len(selection.arrows)
    print(json.dumps({"import": imported, "write": spent, "bytes": size, "interactions": count}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 1)
