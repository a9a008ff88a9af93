"""Measures the figure: `python bench/run.py [--write] [--quick] [PART...]`.

Parts: highlight, drawing, weight, compile, export, frozen, large, plots, reload, lecture,
load (default: all).
`--write` puts the results into docs/benchmarks.md, `--quick` measures each thing once, to see that
it can be measured.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT))

import browsing  # noqa: E402
import exporting  # noqa: E402
import freezing  # noqa: E402
import generate  # noqa: E402
import load  # noqa: E402
import pages  # noqa: E402
import plotting  # noqa: E402
import reloading  # noqa: E402
import stepping  # noqa: E402
from record import origin, write  # noqa: E402
from tables import compile_table, judged, ratios, spread, weight_table  # noqa: E402

from cascade.loading.loader import load_path  # noqa: E402
from cascade.resources import pathways_dir  # noqa: E402
from tools.docs import table  # noqa: E402

PARTS = (
    "highlight",
    "drawing",
    "weight",
    "compile",
    "export",
    "frozen",
    "large",
    "plots",
    "reload",
    "lecture",
    "load",
)
NO_BROWSER = ("compile", "export", "load")
FLAGSHIP = "metastatic-cascade"
SIZES = (100, 1_000, 10_000)
ACTS = {
    "set": "`cascade.set`, focus a cell",
    "clear": "`cascade.set`, clear the focus",
    "click": "mouse click on a cell",
}
PLOTS = (
    ("first", "first opening, cache empty"),
    ("again", "closed and opened again"),
    ("change", "another plot (flow, the largest)"),
    ("filter", "a filter, while the flow is open"),
)
MEASURES = {"script": "script", "render": "rendered", "paint": "painted"}


class Bench:
    """One run; the results are Markdown by part."""

    def __init__(self, quick: bool, most: int, folder: Path):
        self.quick = quick
        self.most = most
        self.folder = folder
        self.results: dict[str, str] = {}

    def times(self, many: int) -> int:
        return 1 if self.quick else min(many, self.most)

    # In the browser

    def browser_parts(self, parts: list[str]) -> None:
        pages.install_cytoscape()
        with pages.browser() as running:
            self.browser_version = running.version
            if {"highlight", "drawing", "weight"} & set(parts):
                self._figure_parts(running, parts)
            if "frozen" in parts:
                self._frozen(running)
            if "large" in parts:
                self._large(running)
            if "plots" in parts:
                self._plots(running)
            if "lecture" in parts:
                self._lecture(running)
            if "reload" in parts:
                self.results["reload"] = reloading.measured(running, self.folder, self.times(11))

    def _figure_parts(self, running, parts: list[str]) -> None:
        with self._pages(running, pathways_dir(), "", 5) as (base, both, cells):
            if "highlight" in parts:
                times = browsing.highlights(both, cells, self.times(10))
                self.results["highlight"] = self._highlight_table(times, cells, 1.25)
            for page in both.values():
                page.context.close()
            addresses = {browsing.OURS: f"{base}/", browsing.BARE: f"{base}/bare/index.html"}
            if "drawing" in parts:
                self.results["drawing"] = self._drawing(running, addresses)
            if "weight" in parts:
                self.results["weight"] = weight_table(*browsing.weigh(running, f"{base}/"))

    def _pages(self, running, path: Path, query: str, count: int):
        return both_pages(running, path, query, 1 if self.quick else count, self.folder)

    def _highlight_table(self, times: dict, cells: list[dict], target: float | None) -> str:
        rows = []
        for act, label in ACTS.items():
            for measure, word in MEASURES.items():
                if measure not in times[act]:
                    continue
                ours, bare = (times[act][measure][who] for who in (browsing.OURS, browsing.BARE))
                ratio, least = ratios(ours, bare)
                verdict = ""
                if measure == "paint":
                    verdict = judged(ratio, target) if target and act != "clear" else ""
                    label_, word, shown = f"**{label}**", f"**{word}**", f"**{ratio:.2f}**"
                else:
                    label_, shown = label, f"{ratio:.2f}"
                rows.append((label_, word, spread(ours), spread(bare), shown, least, verdict))
        n = len(times["set"]["paint"][browsing.OURS])
        words = ", ".join(f"{one['cell']} ({one['changed']} elements)" for one in cells)
        head = ("act", "until", "ours, ms", "bare, ms", "ratio", "of the least", "target")
        return (
            f"{table(head, rows)}\n\nn = {n} each. Cell types, with the elements changed: {words}."
        )

    def _drawing(self, running, addresses: dict) -> str:
        rows = []
        for rate in (1, 4):
            times = browsing.first_drawings(running, addresses, self.times(11), rate)
            bare = times[browsing.BARE]
            label = "full speed" if rate == 1 else f"CPU throttled {rate}x"
            for what, who, most in (
                ("first picture", browsing.PICTURE, 0.35),
                ("graph drawn", browsing.OURS, 1.0),
            ):
                ratio, least = ratios(times[who], bare)
                rows.append((
                    label, what, spread(times[who]), spread(bare),
                    f"**{ratio:.2f}**", least, judged(ratio, most),
                ))  # fmt: skip
        head = ("", "ours", "ours, ms", "bare, drawn, ms", "ratio", "of the least", "target")
        return f"{table(head, rows)}\n\nn = {len(bare)} each."

    def _large(self, running) -> None:
        path = generate.write(self.folder / "large", 1_000)
        with self._pages(running, path, "detail=extended", 3) as (_, both, cells):
            drawn = both[browsing.OURS].evaluate(
                "bench.graph().edges().filter((one) => !one.hasClass('hidden')).length"
            )
            times = browsing.highlights(both, cells, self.times(6))
            text = self._highlight_table(times, cells, None)
            self.results["large"] = f"{text}\n\nLines drawn: {drawn}."

    def _frozen(self, running) -> None:
        made = freezing.frozen(pathways_dir() / FLAGSHIP, self.folder, self.times(5))
        sizes = [(name, f"{raw:,}", f"{small:,}") for name, (raw, small) in made["sizes"].items()]
        rows = []
        with pages.served(pathways_dir() / FLAGSHIP, self.folder) as base:
            addresses = {freezing.DISK: made["file"].as_uri(), freezing.LIVE: f"{base}/"}
            for rate in (1, 4):
                times = browsing.first_drawings(running, addresses, self.times(9), rate)
                disk, live = times[freezing.DISK], times[freezing.LIVE]
                ratio, least = ratios(disk, live)
                label = "full speed" if rate == 1 else f"CPU throttled {rate}x"
                rows.append((label, spread(disk), spread(live), f"**{ratio:.2f}**", least))
        spent = spread([1000 * seconds for seconds in made["spent"]])
        head = ("first drawing", "from disk, ms", "live, ms", "ratio", "of the least")
        self.results["frozen"] = (
            f"{table(('bytes', 'raw', 'gzip -9'), sizes)}\n\n"
            f"Freezing: {spent} ms of processor time.\n\n"
            f"{table(head, rows)}\n\nn = {len(disk)} each."
        )

    def _plots(self, running) -> None:
        with pages.served(pathways_dir(), self.folder) as base:
            times = plotting.openings(running, f"{base}/", self.times(7))
        rows = [(label, *(spread(times[act][rate]) for rate in (1, 4))) for act, label in PLOTS]
        n = len(next(iter(times.values()))[1])
        head = ("until the plot is drawn, ms", "full speed", "CPU throttled 4x")
        self.results["plots"] = f"{table(head, rows)}\n\nn = {n} each."

    def _lecture(self, running) -> None:
        with pages.served(pathways_dir(), self.folder) as base:
            times = stepping.presses(running, f"{base}/", self.times(4))
        rows = []
        for act, plain in (("arrow", "toggle"), ("step", "move")):
            for rate, speed in ((1, "full speed"), (4, "CPU throttled 4x")):
                ours, bare = times[act][rate], times[plain][rate]
                ratio, least = ratios(ours["paint"], bare["paint"])
                row = (spread(ours["script"]), spread(ours["paint"]), spread(bare["paint"]))
                rows.append((f"next {act}, {speed}", *row, f"**{ratio:.2f}**", least))
        head = ("press", "script, ms", "painted, ms", "bare, painted", "ratio", "of the least")
        n = len(times["arrow"][1]["paint"])
        self.results["lecture"] = f"{table(head, rows)}\n\nn = {n} each."

    # Without one

    def compile_part(self) -> None:
        paths = {
            "flagship": pathways_dir() / FLAGSHIP,
            "all shipped": pathways_dir(),
        }
        sizes = SIZES[:1] if self.quick else SIZES
        for size in sizes:
            paths[f"generated {size:,}"] = generate.write(self.folder / "compile", size)
        runs: dict[str, list[dict]] = defaultdict(list)
        for number in range(self.times(7)):
            for name, path in paths.items():
                if number < 3 or not name.endswith("10,000"):
                    runs[name].append(compiled(path))
        self.results["compile"] = compile_table(runs)

    def export_part(self) -> None:
        path = generate.write(self.folder / "export", 1_000)
        runs = exporting.runs(path, self.times(5), ROOT)
        self.results["export"] = table(*exporting.rows(runs, spread)) + exporting.caption(runs)


class both_pages:
    """Serves a path and opens both pages of it: (base address, {name: page}, cells)."""

    def __init__(self, running, path: Path, query: str, count: int, folder: Path):
        self.running, self.path, self.query, self.count = running, path, query, count
        self.folder = Path(tempfile.mkdtemp(dir=folder))

    def __enter__(self):
        from cascade.page.page_parts import figure_data

        figure = figure_data(load_path(self.path).pathways)
        self.server = pages.served(self.path, self.folder)
        base = self.server.__enter__()
        ours = pages.opened(self.running, f"{base}/?{self.query}")
        cells = pages.make_bare(ours, figure, self.folder, self.count)
        bare = pages.opened(self.running, f"{base}/bare/index.html")
        bare.evaluate("bench.settled()")
        assert ours.evaluate("bench.classes()") == bare.evaluate("bench.classes()")
        return base, {browsing.OURS: ours, browsing.BARE: bare}, cells

    def __exit__(self, *error):
        for context in self.running.contexts:
            context.close()
        return self.server.__exit__(*error)


def compiled(path: Path) -> dict:
    command = [sys.executable, str(HERE / "compiling.py"), str(path)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return json.loads(
        subprocess.run(command, stdout=subprocess.PIPE, check=True, env=environment).stdout
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks.md")
    parser.add_argument("--quick", action="store_true", help="measure each thing once")
    parser.add_argument("--most", type=int, default=99, help="at most so many repeats")
    given = parser.parse_args()
    parts = given.parts or list(PARTS)
    if unknown := set(parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    if given.write and (given.quick or given.most < 3):
        parser.error("too few repeats to be written")
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(given.quick, given.most, Path(folder))
        where = {}
        if "compile" in parts:
            bench.compile_part()
            where["compile"] = origin(None)
        if "export" in parts:
            bench.export_part()
            where["export"] = origin(None, ("ndex2", "libsbgnpy", "networkx", "lxml"))
        if "load" in parts:
            bench.results["load"] = load.report(given.quick)
            where["load"] = origin(None)
        if inside := [part for part in parts if part not in NO_BROWSER]:
            bench.browser_parts(inside)
            where |= {part: origin(bench.browser_version) for part in inside}
    results = {part: f"{bench.results[part]}\n\n{where[part]}" for part in parts}
    for part, text in results.items():
        print(f"## {part}\n\n{text}\n")
    if given.write:
        write(results)


if __name__ == "__main__":
    main()
