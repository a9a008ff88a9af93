"""Measures this tree beside another one: `python bench/beside.py TREE [--most N] [--write]`.

Both compile and serve the same pathway, that of the other tree, and are measured in turn (A B A
B ...), so that whatever else the machine does hits both. The other tree needs bench/compiling.py
and bench/serve.py of its own; `--write` puts the table into docs/benchmarks.md.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT))

import browsing  # noqa: E402
import pages  # noqa: E402
from record import origin, write  # noqa: E402
from tables import ratios, spread  # noqa: E402

from tools.docs import table  # noqa: E402

WORSE = 1.05
"""The ratio beyond which something counts as worse."""
BEFORE, AFTER = "before", "after"
CELLS = ("tam", "neutrophil", "platelet")
FLAGSHIP = "pathways/metastatic-cascade"


def compiled(tree: Path, path: Path) -> float:
    """Milliseconds of processor time in a fresh process."""
    command = [sys.executable, str(tree / "bench/compiling.py"), str(path)]
    environment = {**os.environ, "PYTHONPATH": str(tree)}
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, env=environment, cwd=tree)
    return 1000 * sum(json.loads(done.stdout)["steps"].values())


@contextmanager
def served(tree: Path, path: Path, folder: str):
    command = [sys.executable, str(tree / "bench/serve.py"), str(path), folder]
    environment = {**os.environ, "PYTHONPATH": str(tree)}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment, cwd=tree
    ) as process:
        port = process.stdout.readline().strip()
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.stdin.close()
            process.wait(20)


def clicked(running, addresses: dict, most: int) -> dict:
    """{act: {tree: [ms]}} until painted, of setting a focus and of clicking on its cell."""
    times = defaultdict(lambda: defaultdict(list))
    open_ = {name: pages.opened(running, address) for name, address in addresses.items()}
    for number in range(most + 1):  # the first round warms up
        for cell in CELLS:
            for name, page in open_.items():
                page.bring_to_front()
                page.evaluate("bench.settled()")
                spot = page.evaluate(pages.CELLS, 99)
                found = [browsing._set(page, browsing.OURS, cell)["paint"]]
                browsing._set(page, browsing.OURS, "")
                page.evaluate("bench.settled()")
                point = next(one for one in spot if one["cell"] == cell)
                found.append(browsing._click(page, point)["paint"])
                browsing._set(page, browsing.OURS, "")
                page.mouse.move(*browsing.CORNER)
                if number:
                    times["set"][name].append(found[0])
                    times["click"][name].append(found[1])
    for page in open_.values():
        page.context.close()
    return times


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tree", type=Path)
    parser.add_argument("--most", type=int, default=7)
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks.md")
    given = parser.parse_args()
    other = given.tree.resolve()
    trees = {BEFORE: other, AFTER: ROOT}
    path = other / FLAGSHIP
    spent = defaultdict(list)
    for _ in range(given.most):
        for name, tree in trees.items():
            spent[name].append(compiled(tree, path))
    pages.install_cytoscape()
    with (
        tempfile.TemporaryDirectory() as folder,
        served(trees[BEFORE], path, folder) as before,
        served(trees[AFTER], path, folder) as after,
        pages.browser() as running,
    ):
        addresses = {BEFORE: before, AFTER: after}
        drawn = browsing.first_drawings(running, addresses, given.most, 1)
        times = clicked(running, addresses, given.most)
        weights = {
            name: sum(row["gzip9"] for row in browsing.weigh(running, address)[0])
            for name, address in addresses.items()
        }
        version = running.version
    rows = [
        _row("compile, ms of processor time", spent),
        _row("first drawing, ms", drawn),
        _row("`cascade.set`, focus a cell, painted, ms", times["set"]),
        _row("mouse click on a cell, painted, ms", times["click"]),
        _exact("first visit, bytes gzip -9", weights),
    ]
    head = ("", "before", "after", "ratio", "of the least", "not worse by 5 %")
    text = f"{table(head, rows)}\n\nn = {given.most}; clicks {3 * given.most}.\n\n{origin(version)}"
    text = text.replace("run.py", "beside.py").replace(str(given.tree), "TREE")
    print(text)
    if given.write:
        write({"beside": text})


def _row(label: str, times: dict) -> tuple[str, ...]:
    ratio, least = ratios(times[AFTER], times[BEFORE])
    good = min(ratio, float(least)) <= WORSE
    return (
        label, spread(times[BEFORE]), spread(times[AFTER]), f"**{ratio:.2f}**", least,
        "yes" if good else "no",
    )  # fmt: skip


def _exact(label: str, sizes: dict) -> tuple[str, ...]:
    ratio = sizes[AFTER] / sizes[BEFORE]
    good = "yes" if ratio <= WORSE else "no"
    return (label, f"{sizes[BEFORE]:,}", f"{sizes[AFTER]:,}", f"**{ratio:.2f}**", "", good)


if __name__ == "__main__":
    main()
