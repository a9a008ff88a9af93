"""Writes assets/licenses/*.txt: what the scripts of other people in a page hold, and its licenses.

Dash and dash-cytoscape ship each bundle twice, for people and for browsers; the names of packages
stand in the former. cytoscape.js, alone in a page without Dash, names there what it needs, and in
its npm package what it took in. plotly.js says what it is made of in the unpressed file of its npm
package, and two of its parts bring bundles of their own. The copyright lines come from each
package's own files:

    npm install --prefix FOLDER --ignore-scripts --legacy-peer-deps PACKAGE...
    python -m tools.licenses FOLDER

Whatever is missing in FOLDER is named, so that it can be installed.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256
from importlib.metadata import distribution
from pathlib import Path

import dash
import dash_cytoscape
import plotly

LICENSES = Path(__file__).parents[1] / "assets" / "licenses"
TEXTS = Path(__file__).parent / "license_texts"
DASH = Path(dash.__file__).parent / "dash-renderer" / "build"
CYTOSCAPE = Path(dash_cytoscape.__file__).parent
PLOTLY = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
BUNDLES = ((DASH, "dash_renderer"), (CYTOSCAPE, "dash_cytoscape"))
"""Folder and name of the bundles that come in both forms."""
REACT = {"react", "react-dom", "scheduler", "prop-types"}
"""Dash's other scripts in a page, each a file of its own."""
DEVELOPING = {
    "base16": "base16",
    "color-name": "mistyrose",
    "color": "Unable to parse color from object",
    "color-convert": "missing channel labels",
    "color-string": "hsla",
    "cose-base": "coseBase",
    "cytoscape-dagre": "networkSimplex",
    "cytoscape-fcose": "fcose",
    "dagre": "networkSimplex",
    "graphlib": "dijkstra",
    "is-arrayish": "simpleSwizzle",
    "layout-base": "layoutBase",
    "lodash.curry": "wrapped with _.curry",
    "react-base16-styling": "base16",
    "react-json-tree": "shouldExpandNode",
    "simple-swizzle": "simpleSwizzle",
}
"""Packages of Dash's tools for developers, which the short form lacks, each with a word of its own
that the short form would hold."""
BUILD = {"glslify"}
"""A package of plotly.js that is run when it is built; what it needs is not in the bundle."""
MIT, ISC, APACHE = (
    (TEXTS / f"{name}.txt").read_text("utf-8").strip() for name in ("MIT", "ISC", "Apache-2.0")
)
STANDARD = {"MIT": MIT, "ISC": ISC, "Apache-2.0": APACHE}
OURS = "The metastatic cascade figure: Copyright (c) 2026 its contributors"

_MODULE = re.compile(r'\n/\*\*\*/ "([^"]+)":')
_PACKAGE = re.compile(r"node_modules/((?:@[^/]+/)?[^/\s\"]+)")
_COPYRIGHT = re.compile(
    r"^\W*((?:Based on \S+, copyright|Copyright|COPYRIGHT|\([cC]\)|©)"
    r"(?! (?:and|AND|notice|NOTICE|holder|HOLDER|You|\[)).*)$",
    re.M,
)


def bundled(folder: Path, name: str) -> set[str]:
    """The packages in a bundle, from its long form."""
    modules = _MODULE.findall((folder / f"{name}.dev.js").read_text("utf-8"))
    return {found[-1] for found in map(_PACKAGE.findall, modules) if found} - DEVELOPING.keys()


def cytoscape_packages() -> set[str]:
    """The packages in cytoscape.js, from its long form in dash-cytoscape."""
    text = (CYTOSCAPE / "dash_cytoscape.dev.js").read_text("utf-8")
    start = text.index('/***/ "./node_modules/cytoscape/')
    module = text[start : text.index("/***/ }", start)]
    return {"cytoscape", *re.findall(r"__webpack_require__\(/\*! (\w+)", module)}


def cytoscape_parts(modules: Path) -> list[str]:
    """What cytoscape.js says of works that it took in."""
    text = (modules / "cytoscape" / "dist" / "cytoscape.esm.js").read_text("utf-8")
    return [f"cytoscape: {_flat(said)}" for said in re.findall(r"/\*!(.*?)\*/", text, re.S)]


def digest() -> str:
    """Tells the bundle of plotly.js that a list was made for from every other."""
    return sha256(PLOTLY.read_bytes()).hexdigest()[:16]


def plotly_packages(modules: Path) -> set[str]:
    """The packages in plotly.js, from its npm package."""
    text = (modules / "plotly.js" / "dist" / "plotly.js").read_text("utf-8")
    found = set(re.findall(r"^ *// node_modules/((?:@[^/\n]+/)?[^/\n]+)/", text, re.M))
    for path in (modules / "maplibre-gl" / "dist").glob("*l*.mjs.map"):
        if "-dev" not in path.name:
            sources = json.loads(path.read_text("utf-8"))["sources"]
            found |= {one[-1] for one in map(_PACKAGE.findall, sources) if one}
    todo = list(_needs(modules / "plotly.js" / "stackgl_modules"))
    while todo:
        name = todo.pop()
        if name not in found or name.startswith("gl-"):
            new = found | {name}
            todo += [one for one in _needs(modules / name) if one not in new]
            found = new
    return found | {"plotly.js"}


def _needs(package: Path) -> set[str]:
    file = package / "package.json"
    if not file.is_file():
        return set()
    return set(json.loads(file.read_text("utf-8")).get("dependencies", {})) - BUILD


def text(modules: Path, names: set[str], head: str, more: Iterable[str] = ()) -> str:
    """The list of some packages by license, each license text once."""
    groups: dict[str, list[str]] = defaultdict(list)
    titles, whole = {}, {}
    for name in sorted(names):
        title, full, owners = _license(modules / name)
        # The same text with other owners is the same license.
        body = " ".join(_COPYRIGHT.sub("", full).split())
        groups[body].append(f"{name}: {owners}")
        titles.setdefault(body, title)
        whole.setdefault(body, full)
    groups[_flat(MIT)] += more
    parts = [head]
    for body in sorted(groups, key=lambda body: (-len(groups[body]), titles[body])):
        parts += ["\n".join([f"{titles[body]}:", *groups[body]]), whole[body]]
    return "\n\n".join(parts) + "\n"


def _license(package: Path) -> tuple[str, str, str]:
    """Title, text and owners of a package's license."""
    about = json.loads((package / "package.json").read_text("utf-8"))
    said = about.get("license") or [one["type"] for one in about.get("licenses", [])]
    said = " or ".join(said) if isinstance(said, list) else said
    said = said["type"] if isinstance(said, dict) else said
    readme = package / "README.md"
    if (
        not said
        and readme.is_file()
        and "under the MIT license" in _flat(readme.read_text("utf-8"))
    ):
        said = "MIT"
    files = sorted(
        path for path in package.iterdir() if re.match(r"licen[sc]e|copying", path.name, re.I)
    )
    full = files[0].read_text("utf-8", errors="replace").strip() if files else ""
    owners = list(dict.fromkeys(one.strip(" *.") for one in _COPYRIGHT.findall(full)))
    owners = "; ".join(owners or [_author(about)])
    flat = _flat(full).lower()
    starts = {title: _flat(one[:60]).lower() for title, one in STANDARD.items()}
    held = [title for title, start in starts.items() if start in flat]
    if len(held) == 1 and "redistribution" not in flat:
        return held[0], STANDARD[held[0]], owners
    if not full and said in STANDARD:
        return said, STANDARD[said], owners
    if not full:
        raise SystemExit(f"{package.name}: {said}, without a license file")
    return said or "License", full, owners


def _python(name: str) -> str:
    """The line of a Python package, whose license is that of MIT."""
    found = distribution(name).read_text("licenses/LICENSE") or ""
    return f"{name}: {'; '.join(_COPYRIGHT.findall(found))}"


def _flat(words: str) -> str:
    return " ".join(words.split())


def _author(about: dict) -> str:
    people = [about.get("author"), *about.get("contributors", []), *about.get("maintainers", [])]
    names = [one["name"] if isinstance(one, dict) else one for one in people if one]
    return f"by {names[0]}" if names else "by its contributors"


def main(folder: str) -> None:
    modules = Path(folder) / "node_modules"
    scripts = set().union(REACT, *(bundled(*one) for one in BUNDLES))
    plots = plotly_packages(modules)
    missing = sorted(one for one in scripts | plots if not (modules / one).is_dir())
    if missing:
        raise SystemExit(f"missing in {folder}: {' '.join(missing)}")
    more = (*map(_python, ("dash", "dash-cytoscape")), OURS)
    made = ", ".join(sorted(f"{name}.min.js" for _, name in BUNDLES))
    head = f"Dash ({made}) and React in this page hold these works:"
    (LICENSES / "scripts.txt").write_text(text(modules, scripts, head, more), "utf-8")
    names = cytoscape_packages()
    head = "The graph of this page is drawn by cytoscape.js, which holds these works:"
    more = (*cytoscape_parts(modules), OURS)
    (LICENSES / "cytoscape.txt").write_text(text(modules, names, head, more), "utf-8")
    head = f"The plots are drawn by plotly.js ({digest()}), which holds these works:"
    (LICENSES / "plotly.txt").write_text(text(modules, plots, head), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
