"""From the save of a file to the page that shows it, as an author with `--reload` meets it."""

import os
import re
import shutil
import sys
import threading
import time
from collections import defaultdict
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from subprocess import PIPE, Popen

from pages import ROOT, SIZE

from cascade.resources import pathways_dir

STEPS = ("noticed, loaded, built, sent", "put in place and painted", "together")
DRAWN = "html.drawn"
NUMBER = "document.querySelector('meta[name=cascade-figure]').content"
PLACE = re.compile(r"at: \[([\d.]+), ([\d.]+)\]")
TIMES = """() => ['swapped', 'drawn'].map((name) =>
  performance.timeOrigin + performance.getEntriesByName(name).at(-1).startTime)"""


@contextmanager
def served(path: Path):
    """The address of `cascade serve PATH --reload` in a process of its own."""
    command = [sys.executable, str(Path(__file__)), str(path)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with Popen(command, stdin=PIPE, stdout=PIPE, text=True, env=environment) as process:
        try:
            yield f"http://127.0.0.1:{process.stdout.readline().strip()}/"
        finally:
            process.stdin.close()
            process.wait(20)


def changed(text: str, number: int) -> str:
    """The text with the first cell of it moved and the first arrow's words changed, so that a
    place must be laid out anew."""
    text = PLACE.sub(lambda found: f"at: [{found[1]}, {float(found[2]) + 0.1 * number}]", text, 1)
    return text.replace("summary: ", f"summary: {number} ", 1)


def latencies(running, name: str, folder: Path, repeats: int) -> dict[str, list[float]]:
    """{step: [ms]} for saves of a shipped pathway's first stage or file."""
    folder = folder / f"reload-{name}"
    shutil.copytree(pathways_dir() / "library", folder / "library")
    source = pathways_dir() / name
    if source.is_dir():
        shutil.copytree(source, folder / name)
        path = folder / name
        file = path / "primary-tumor.yaml"
    else:
        path = file = Path(shutil.copy(f"{source}.yaml", folder))
    text = file.read_text("utf-8")
    times = defaultdict(list)
    with served(path) as address:
        page = running.new_context(viewport=SIZE).new_page()
        page.goto(address)
        page.wait_for_selector(DRAWN, state="attached")
        for number in range(repeats + 2):  # the first two warm server and browser up
            page.wait_for_timeout(500)
            shown = page.evaluate(NUMBER)
            begun = time.time()
            file.write_text(changed(text, number), "utf-8")
            page.wait_for_function(f"shown => {NUMBER} !== shown", arg=shown)
            # By the page's clock, as asking it takes some time, too.
            sent, drawn = page.evaluate(TIMES)
            if number > 1:
                times[STEPS[0]].append(sent - 1000 * begun)
                times[STEPS[1]].append(drawn - sent)
                times[STEPS[2]].append(drawn - 1000 * begun)
        page.context.close()
    return times


def measured(running, folder: Path, repeats: int) -> str:
    """The table for docs/benchmarks.md."""
    # Only here, as the server below needs none of it.
    from tables import judged, spread

    from tools.docs import table

    names = ("csf1-egf-loop", "metastatic-cascade")
    times = {name: latencies(running, name, folder, repeats) for name in names}
    rows = [(step, *(spread(times[name][step]) for name in names)) for step in STEPS]
    seconds = [median(times[name][STEPS[-1]]) / 1000 for name in names]
    rows.append(("target, in seconds", *(judged(one, 1.0) for one in seconds)))
    n = len(times[names[0]][STEPS[0]])
    return f"{table(('from the save on, ms', *names), rows)}\n\nn = {n} each."


def main(path: str) -> None:
    import waitress

    from cascade.authoring.author_server import AuthorServer
    from cascade.loading.loader import load_path
    from cascade.server.overlay_tables import with_tables
    from cascade.server.routes import create

    app = AuthorServer(Path(path), load_path(path), with_tables(create, ())).follow()
    server = waitress.create_server(app, host="127.0.0.1", port=0, threads=16)
    print(server.effective_port, flush=True)
    threading.Thread(target=server.run, daemon=True).start()
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1])
