"""Is the drawing readable? Counts, per view, what a reader would stumble over.

The boxes are those that the browser draws (a browser test measures them), so a clean report is a
clean picture.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from ..notation.sizes import EDGE_FONT, NEAR_EDGE_FONT, NEAR_NODE_FONT, NODE_FONT, TITLE
from . import lecture_view as hall
from .drawing import Drawing
from .geometry import Rect
from .lecture_view import views as steps
from .viewport import near, zoom
from .visibility import CAPS, View, views

KINDS = {
    "cells-overlap": "cells overlap",
    "labels-overlap": "labels overlap",
    "label-on-cell": "labels on cells",
    "label-on-arrow": "labels on foreign arrows",
    "arrow-through-cell": "arrows through foreign cells",
    "crossing": "crossings",
    "small-label": "labels under size",
    "crowded": "more arrows than a view should show",
    "outside": "cells or labels outside their panel",
}
FATAL = ("cells-overlap", "labels-overlap", "label-on-cell", "arrow-through-cell")

SMALLEST = {"node": 12.0, "edge": 11.0}
_SLACK = 1.0
"""Boxes that only touch, within a drawing unit, do not overlap, and no frame is left by less."""


@dataclass(frozen=True)
class Finding:
    """Something to mend: the view, the kind (a key of KINDS), and where it was written.

    `who` are the ids of the nodes and lines concerned, the one to move first.
    """

    view: str
    kind: str
    message: str
    file: str
    who: tuple[str, ...] = ()

    @property
    def fatal(self) -> bool:
        return self.kind in FATAL

    def __str__(self) -> str:
        return f"{self.file}: {self.view}: {self.message}"


def lint(drawing: Drawing) -> list[Finding]:
    """All findings in all core views and in all steps of lectures."""
    return [finding for view in _all(drawing) for finding in inspect(view, drawing)]


def _all(drawing: Drawing) -> Iterator[View]:
    yield from views(drawing)
    yield from steps(drawing)


def report(drawing: Drawing, findings: list[Finding]) -> Iterator[str]:
    """A line a view: how much it shows, and how many findings of each kind."""
    yield f"{drawing.pathway.id}:"
    for view in _all(drawing):
        counts = totals([f for f in findings if f.view == view.name])
        found = ", ".join(f"{number} {KINDS[kind]}" for kind, number in counts.items())
        size = f"{len(view.nodes)} cells, {len(view.lines)} arrows"
        yield f"  {view.name}: {size}; {found or 'clean'}"


def totals(findings: list[Finding]) -> Counter:
    """How many findings of each kind."""
    return Counter(finding.kind for finding in findings)


def inspect(view: View, drawing: Drawing) -> Iterator[Finding]:
    """The findings of one view."""
    written = _written(view, drawing)

    def found(kind: str, message: str, *who: str) -> Finding:
        return Finding(view.name, kind, message, written(who), who)

    cells = {node: drawing.node_box(node) for node in view.nodes}
    close = _near(view)
    names = {node: drawing.name_box(node, close) for node in view.nodes}
    labels = {
        li.id: drawing.label_box(li.id, close) for li in view.lines if li.id in drawing.labels
    }
    paths = {li.id: drawing.routes[li.id].path for li in view.lines}
    ends = {li.id: (li.source, li.target) for li in view.lines}

    for a, b in combinations(cells, 2):
        if _meet(cells[a], cells[b]):
            yield found("cells-overlap", f"cells {a} and {b} overlap", a, b)
    for (a, one), (b, two) in combinations([*names.items(), *labels.items()], 2):
        if _meet(one, two):
            yield found("labels-overlap", f"the labels of {a} and {b} overlap", a, b)
    for who, box in [*names.items(), *labels.items()]:
        for node, cell in cells.items():
            if node != who and _meet(box, cell):
                yield found("label-on-cell", f"the label of {who} lies on cell {node}", who, node)
        for line, path in paths.items():
            if line != who and who not in ends[line] and path.hits(box.grown(-_SLACK)):
                yield found("label-on-arrow", f"the label of {who} lies on arrow {line}", who, line)
    for line, path in paths.items():
        for node, cell in cells.items():
            if node not in ends[line] and path.hits(cell.grown(-_SLACK)):
                yield found(
                    "arrow-through-cell", f"arrow {line} runs through cell {node}", line, node
                )
    for one, two in combinations(paths, 2):
        if not set(ends[one]) & set(ends[two]) and paths[one].crosses(paths[two]):
            yield found("crossing", f"arrows {one} and {two} cross", one, two)
    yield from _outside(view, drawing, cells, names, labels, paths, found)
    yield from _sizes(view, found)
    if len(view.lines) > CAPS[view.kind]:
        yield found("crowded", f"{len(view.lines)} arrows, more than {CAPS[view.kind]}")


def _written(view: View, drawing: Drawing):
    """Where those a finding names are written: theirs, of a merged line its first arrow's, of a
    whole view its first cell's."""
    files = drawing.pathway.files
    first = {line.id: line.arrows[0].id for line in view.lines}

    def written(who: tuple[str, ...]) -> str:
        for id_ in (*who, *view.nodes):
            if place := files.get(first.get(id_, id_)):
                return place
        return drawing.pathway.id

    return written


def _outside(view: View, drawing: Drawing, cells, names, labels, paths, found):
    """What leaves its panel, or lies on the panel's title."""

    def inner(place: str) -> Rect:
        box = drawing.layout.boxes[place]
        return Rect(box.x1, box.y1 + TITLE, box.x2, box.y2).grown(_SLACK)

    for node in view.nodes:
        frame = inner(drawing.pathway.nodes[node].place.id)
        if not (frame.holds(cells[node]) and frame.holds(names[node])):
            yield found("outside", f"cell {node} or its label leaves its panel", node)
    for line in view.lines:
        frame = inner(line.place.id)
        if not frame.holds(paths[line.id].box):
            yield found("outside", f"arrow {line.id} leaves its panel", line.id)
        elif line.id in labels and not frame.holds(labels[line.id]):
            yield found("outside", f"the label of {line.id} leaves its panel", line.id)


def _sizes(view: View, found) -> Iterator[Finding]:
    if view.kind == "overview":
        return
    lecture = view.kind == "lecture"
    scale = hall.zoom(view.box) if lecture else zoom(view.box)
    smallest = hall.SMALLEST_LABELS if lecture else SMALLEST
    screen = "1920 x 1080" if lecture else "1366 x 768"
    close = _near(view)
    for kind, size in (
        ("node", NEAR_NODE_FONT if close else NODE_FONT),
        ("edge", NEAR_EDGE_FONT if close else EDGE_FONT),
    ):
        if size * scale < smallest[kind]:
            text = f"{kind} labels are {size * scale:.1f} px high at {screen}"
            yield found("small-label", f"{text}, less than {smallest[kind]:g}")


def _near(view: View) -> bool:
    return hall.near(view.box) if view.kind == "lecture" else near(view.box)


def _meet(one: Rect, two: Rect) -> bool:
    return one.grown(-_SLACK / 2).meets(two.grown(-_SLACK / 2))
