"""Is the drawing readable? Counts, per view, what a reader would stumble over.

The boxes are those that the browser draws (a browser test measures them), so a clean report is a
clean picture.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model.vocabulary import RANK
from ..notation.sizes import CARD_STRIP, PLAIN, TITLE, size_of
from . import lecture_view as hall
from .bins import Bins
from .drawing import Drawing
from .geometry import Rect
from .levels import ALL
from .measures import FILL, HEADS, Seen, measure, screens, smallest, table
from .viewport import DESK, TABLET
from .visibility import CAPS, View, every

KINDS = {
    "cells-overlap": "cells overlap",
    "labels-overlap": "labels overlap",
    "label-on-cell": "labels on cells",
    "label-on-arrow": "labels on foreign arrows",
    "arrow-through-cell": "arrows through foreign cells",
    "label-on-end": "labels on heads or tails",
    "heads-together": "heads on one spot",
    "left-out": "names without room",
    "crossing": "crossings",
    "small-label": "labels under size",
    "small-head": "heads under size",
    "empty": "views that leave much of a screen empty",
    "crowded": "more arrows than a view should show",
    "outside": "cells or labels outside their panel",
}
SIZED = ("small-label", "small-head", "empty")
"""What the table tells by numbers."""
FATAL = ("cells-overlap", "labels-overlap", "label-on-cell", "arrow-through-cell")

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
    """All findings in all views at all levels, and in all steps of lectures."""
    return [finding for _, own in inspected(drawing) for finding in own]


def inspected(drawing: Drawing) -> list[tuple[View, list[Finding]]]:
    """Each view with its findings."""
    views = (*every(drawing), *hall.lecture_views(drawing))
    return [(view, list(inspect(view, drawing))) for view in views]


def report(drawing: Drawing, views: Iterable[tuple[View, list[Finding]]]) -> Iterator[str]:
    """A line a view: how much it shows, and how many findings of each kind."""
    yield f"{drawing.pathway.id}, {'tall' if drawing.layout.tall else 'wide'} windows:"
    for view, findings in views:
        counts = totals(findings).items()
        text = ", ".join(f"{number} {KINDS[kind]}" for kind, number in counts)
        size = f"{len(view.nodes)} cells, {len(view.lines)} arrows"
        yield f"  {_named(view, drawing)}: {size}; {text or 'clean'}"


def measured(
    shapes: Iterable[tuple[Drawing, Iterable[tuple[View, list[Finding]]]]],
) -> Iterator[str]:
    """The table of a pathway's measures and findings, in both shapes."""
    counted = [
        (drawing, [Seen(view, totals(findings)) for view, findings in views])
        for drawing, views in shapes
    ]
    unsized = {kind: words for kind, words in KINDS.items() if kind not in SIZED}
    return table(counted[0][0].pathway.id, counted, unsized)


def _named(view: View, drawing: Drawing) -> str:
    """The view's name, and in which shape, at what detail and size it is where these are not the
    usual ones."""
    tall = drawing.layout.tall
    small = view.kind == "stage" and view.size == PLAIN
    conditions = (("tall", tall), ("all", view.rank == ALL), ("phone" if tall else "small", small))
    more = [word for word, is_ in conditions if is_]
    return f"{view.name} ({', '.join(more)})" if more else view.name


def totals(findings: list[Finding]) -> Counter:
    """How many findings of each kind."""
    return Counter(finding.kind for finding in findings)


def inspect(view: View, drawing: Drawing) -> Iterator[Finding]:
    """The findings of one view."""
    written, name = _written(view, drawing), _named(view, drawing)

    def finding(kind: str, message: str, *who: str) -> Finding:
        return Finding(name, kind, message, written(who), who)

    size = size_of(view.size)
    cells = {node: drawing.node_box(node) for node in view.nodes}
    alive = {node for line in view.lines for node in (line.source, line.target)}
    names, labels = {}, {}
    for node in view.nodes:
        if node in alive:
            if _mute(node, view, drawing):
                if view.level != "O":
                    yield finding("left-out", f"the name of {node} has no room", node)
            else:
                names[node] = drawing.name_box(node, view.size)
    for line in view.lines:
        extended = RANK[line.tier] == ALL and not line.merged and view.kind != "lecture"
        if line.id not in drawing.labels or extended:
            continue
        if not _mute(line.id, view, drawing):
            labels[line.id] = drawing.label_box(line.id, view.size)
        elif view.rank < ALL:
            yield finding("left-out", f"the name on arrow {line.id} has no room", line.id)
    paths = {li.id: drawing.routes[li.id].path for li in view.lines}
    ends = {li.id: (li.source, li.target) for li in view.lines}
    heads = {li.id: drawing.routes[li.id].head(size.head) for li in view.lines}
    tails = {li.id: drawing.routes[li.id].tail for li in view.lines}

    texts = [*names.items(), *labels.items()]
    spots = [*heads.items(), *tails.items()]
    bodies, ways, tips = Bins(cells.items()), Bins(paths.items()), Bins(heads.items())
    words = Bins((at, box) for at, (_, box) in enumerate(texts))
    points = Bins((at, box) for at, (_, box) in enumerate(spots))
    for a, head in heads.items():
        for b in tips.after(a, head):
            if _meet(head.grown(-0.15 * size.head), heads[b].grown(-0.15 * size.head)):
                yield finding("heads-together", f"the heads of {a} and {b} lie on one spot", a, b)
    for who, box in texts:
        for line, spot in (spots[at] for at in points.near(box)):
            if _meet(box, spot):
                yield finding(
                    "label-on-end", f"the label of {who} lies on an end of {line}", who, line
                )
    for a, cell in cells.items():
        for b in bodies.after(a, cell):
            if _meet(cell, cells[b]):
                yield finding("cells-overlap", f"cells {a} and {b} overlap", a, b)
    for at, (a, box) in enumerate(texts):
        for b, other in (texts[later] for later in words.after(at, box)):
            if _meet(box, other):
                yield finding("labels-overlap", f"the labels of {a} and {b} overlap", a, b)
    for who, box in texts:
        for node in bodies.near(box):
            if node != who and _meet(box, cells[node]):
                yield finding("label-on-cell", f"the label of {who} lies on cell {node}", who, node)
        small = box.grown(-_SLACK)
        for line in ways.near(box):
            if line != who and who not in ends[line] and paths[line].hits(small):
                yield finding(
                    "label-on-arrow", f"the label of {who} lies on arrow {line}", who, line
                )
    for line, path in paths.items():
        for node in bodies.near(path):
            if node not in ends[line] and path.hits(cells[node].grown(-_SLACK)):
                yield finding(
                    "arrow-through-cell", f"arrow {line} runs through cell {node}", line, node
                )
    for a, path in paths.items():
        for b in ways.after(a, path):
            if not set(ends[a]) & set(ends[b]) and path.crosses(paths[b]):
                yield finding("crossing", f"arrows {a} and {b} cross", a, b)
    yield from _outside(view, drawing, cells, names, labels, paths, finding)
    yield from _sizes(view, drawing, finding)
    if len(view.lines) > CAPS[view.kind]:
        yield finding("crowded", f"{len(view.lines)} arrows, more than {CAPS[view.kind]}")


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


def _outside(view: View, drawing: Drawing, cells, names, labels, paths, finding):
    """What leaves its panel, or lies on the panel's title."""

    def inner(place: str) -> Rect:
        box = drawing.layout.boxes[place]
        strip = CARD_STRIP if drawing.pathway.places[place].in_panel else TITLE
        return Rect(box.x1, box.y1 + strip, box.x2, box.y2).grown(_SLACK)

    for node in view.nodes:
        frame = inner(drawing.pathway.nodes[node].place.id)
        if not (frame.holds(cells[node]) and frame.holds(names.get(node, cells[node]))):
            yield finding("outside", f"cell {node} or its label leaves its panel", node)
    for line in view.lines:
        frame = inner(line.place.id)
        if not frame.holds(paths[line.id].box):
            yield finding("outside", f"arrow {line.id} leaves its panel", line.id)
        elif line.id in labels and not frame.holds(labels[line.id]):
            yield finding("outside", f"the label of {line.id} leaves its panel", line.id)


def _mute(id_: str, view: View, drawing: Drawing) -> bool:
    return view.kind != "lecture" and view.level in drawing.mutes.get(id_, "")


def _sizes(view: View, drawing: Drawing, finding) -> Iterator[Finding]:
    if view.kind == "lecture":
        tall = drawing.layout.tall
        sizes, scale = size_of(view.size), hall.zoom_in_hall(view.box, tall)
        least, screen = hall.smallest_labels(tall), TABLET.name if tall else DESK.name
        for kind, high in (("node", sizes.node), ("edge", sizes.edge)):
            if high * scale < least[kind] - 0.05:
                text = f"{kind} labels are {high * scale:.1f} px high at {screen}"
                yield finding("small-label", f"{text}, less than {least[kind]:g}")
        return
    for screen in screens(drawing):
        seen = measure(view, screen)
        if view.rank == ALL or not seen:
            continue
        most = smallest(view.kind, screen)
        for kind, high, least in zip(("node", "edge"), (seen.node, seen.edge), most, strict=True):
            if high < least - 0.05:
                text = f"{kind} labels are {high:.1f} px high at {screen.name}"
                yield finding("small-label", f"{text}, less than {least:g}")
        if seen.head < HEADS[view.kind] - 0.05:
            yield finding("small-head", f"heads are {seen.head:.1f} px at {screen.name}")
        if view.kind != "overview" and any(a < b for a, b in zip(seen.fill, FILL, strict=True)):
            text = " x ".join(f"{part:.0%}" for part in seen.fill)
            yield finding("empty", f"the view fills {text} of the sides at {screen.name}")


def _meet(a: Rect, b: Rect) -> bool:
    return a.grown(-_SLACK / 2).meets(b.grown(-_SLACK / 2))
