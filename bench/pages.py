"""The two pages side by side: ours, and the bare one made from what ours shows."""

import json
import os
import re
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from string import Template

from cascade.resources import assets_dir
from tools.programs import demand

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
NODE = HERE / "node"
CYTOSCAPE = NODE / "node_modules" / "cytoscape"
CLOCK = (HERE / "clock.js").read_text("utf-8")
ARGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
SIZE = {"width": 1366, "height": 768}
FONTS = ("500 20px Inter", "600 22px Inter", "700 24px Inter")
FACES = re.compile(r"@font-face\s*\{[^}]*\}")

# What our page shows now: the canvas, the camera and the classes.
STATE = """() => {
  const cy = bench.graph();
  const { left, top, width, height } = document.getElementById('graph').getBoundingClientRect();
  return { rect: { left, top, width, height }, zoom: cy.zoom(), pan: cy.pan(),
           classes: bench.classes() };
}"""

# The cell types with the most arrows now drawn, and for each a node of the bare canvas to click.
CELLS = """(count) => {
  const cy = bench.graph();
  const { left, top } = document.getElementById('graph').getBoundingClientRect();
  const types = new Map();
  for (const node of cy.nodes('[kind="cell"]').filter((one) => !one.hasClass('hidden'))) {
    const { x, y } = node.renderedPosition();
    if (x < 4 || y < 4 || x > cy.width() - 4 || y > cy.height() - 60) continue;
    const type = types.get(node.data('cell')) ?? { cell: node.data('cell'), arrows: 0, nodes: [] };
    const arrows = node.connectedEdges('[interaction], [interactions]').length;
    type.arrows += arrows;
    type.nodes.push({ arrows, x: x + left, y: y + top });
    types.set(type.cell, type);
  }
  const found = [...types.values()].sort((a, b) => b.arrows - a.arrows).slice(0, count);
  return found.map(({ cell, nodes }) => {
    nodes.sort((a, b) => b.arrows - a.arrows);
    return { cell, x: nodes[0].x, y: nodes[0].y };
  });
}"""


def install_cytoscape() -> None:
    if not (CYTOSCAPE / "package.json").exists():
        command = [shutil.which("npm") or "npm", "install", "--no-package-lock", "--no-audit"]
        subprocess.run([*command, "--no-fund", "--prefix", str(NODE)], check=True, stdout=2)


def cytoscape_version() -> str:
    return json.loads((CYTOSCAPE / "package.json").read_text("utf-8"))["version"]


@contextmanager
def served(path: Path, folder: Path):
    """The address of a server of its own process: ours at /, `folder` at /bare/."""
    command = [sys.executable, str(HERE / "serve.py"), str(path), str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        port = process.stdout.readline().strip()
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            process.stdin.close()
            process.wait(20)


@contextmanager
def browser():
    from playwright.sync_api import sync_playwright

    path = demand("chromium")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=list(ARGS))
        try:
            yield running
        finally:
            running.close()


def opened(running, address: str, throttle: float = 1):
    """A page with an empty cache, drawn; `page.context.close()` ends it."""
    context = running.new_context(viewport=SIZE)
    context.add_init_script(CLOCK)
    page = context.new_page()
    if throttle != 1:
        session = context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": throttle})
    page.goto(address, wait_until="commit")
    page.wait_for_function("() => window.bench?.drawn > 0", timeout=120_000)
    return page


def make_bare(ours, figure: dict, folder: Path, count: int) -> list[dict]:
    """Writes the bare page that shows what `ours` does, with the same change for each cell type.

    Returns the cell types, each with a point to click.
    """
    ours.evaluate("bench.settled()")
    state = ours.evaluate(STATE)
    cells = ours.evaluate(CELLS, count)
    plain = state.pop("classes")
    changes = {}
    for one in cells:
        ours.evaluate("(focus) => cascade.set({ focus })", one["cell"])
        ours.evaluate("bench.settled()")
        lit = ours.evaluate("bench.classes()")
        changed = [id for id, words in lit.items() if words != plain[id]]
        changes[one["cell"]] = {
            "on": [[id, lit[id]] for id in changed],
            "off": [[id, plain[id]] for id in changed],
        }
        one["changed"] = len(changed)
        ours.evaluate("cascade.set({ focus: '' })")
        ours.evaluate("bench.settled()")
    elements = figure["pathways"][figure["order"][0]]["elements"]
    drawings = figure["drawings"]
    data = {
        **state,
        "elements": [{**one, "classes": plain[one["data"]["id"]]} for one in elements],
        "sheet": [*figure["sheets"]["light"], *drawings],
        "changes": changes,
        "fonts": FONTS,
        "pictures": [rule["style"]["background-image"] for rule in drawings],
    }
    _write(folder, data)
    return cells


def _write(folder: Path, data: dict) -> None:
    (folder / "fonts").mkdir(exist_ok=True)
    for font in (assets_dir() / "fonts").glob("*.woff2"):
        shutil.copy(font, folder / "fonts")
    shutil.copy(CYTOSCAPE / "dist" / "cytoscape.min.js", folder)
    shutil.copy(HERE / "bare.js", folder)
    css = (assets_dir() / "css" / "app.css").read_text("utf-8")
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    page = Template((HERE / "bare.html").read_text("utf-8")).substitute(
        fonts="\n".join(FACES.findall(css)), paper="#fff", data=text
    )
    (folder / "index.html").write_text(page, "utf-8")
