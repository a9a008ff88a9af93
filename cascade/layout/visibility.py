"""Which lines and cells a view shows, and with what emphasis a picture draws them.

`views` are those that a reader meets without asking for more: the overview, each stage, each
organ. The rule is that of assets/js/rules/visibility.js, for the linter and the exports;
tests/browser/view/test_lint_boxes.py holds the two together.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ..model.documents import Cell
from ..model.pathway import Arrow
from ..model.selection import Selection
from ..model.vocabulary import RANK
from ..notation.sizes import FAR, PLAIN
from .drawing import Drawing
from .edge_bundling import DrawnEdge
from .geometry import Rect, bounds
from .levels import ALL, CORE, OVERVIEW, code, merged, spread
from .viewport import SCREENS, size, zoom

CAPS = {"overview": 40, "stage": 24, "organ": 12, "lecture": 24}
"""How many arrows a view may show before it stops teaching."""


@dataclass(frozen=True)
class View:
    """A view: its address, the box that fills the canvas, the lines and nodes in it."""

    kind: str
    stage: str
    organ: str
    box: Rect
    lines: tuple[DrawnEdge, ...]
    nodes: tuple[str, ...]
    size: str = PLAIN
    """The class word of its names."""
    rank: int = CORE
    place: str = ""
    """Where in a lecture it is."""

    @property
    def name(self) -> str:
        return (
            self.place or "/".join(part for part in (self.stage, self.organ) if part) or "overview"
        )

    @property
    def level(self) -> str:
        """The letter of what it shows of its places."""
        return code(self.kind, self.size, self.rank)

    @property
    def query(self) -> str:
        pairs = (("stage", self.stage), ("organ", self.organ))
        return "&".join(f"{key}={value}" for key, value in pairs if value)


def views(drawing: Drawing) -> Iterator[View]:
    """All core views of a pathway, the overview first."""
    for kind, stage, organ, box in _addresses(drawing):
        rank = OVERVIEW if kind == "overview" else CORE
        view = _view(drawing, kind, stage, organ, box, size(kind, zoom(box)), rank)
        if view.lines or kind != "organ":
            yield view


def every(drawing: Drawing) -> Iterator[View]:
    """All views at all sizes that the screens of the drawing's shape need, and at all levels."""
    for kind, stage, organ, box in _addresses(drawing):
        screens = [screen for screen in SCREENS if screen.tall == drawing.layout.tall]
        for word in dict.fromkeys(size(kind, screen.zoom(box)) for screen in screens):
            for rank in (OVERVIEW if kind == "overview" else CORE, ALL):
                view = _view(drawing, kind, stage, organ, box, word, rank)
                if word != FAR and (view.lines or kind != "organ"):
                    yield view


def _addresses(drawing: Drawing) -> Iterator[tuple[str, str, str, Rect]]:
    boxes = drawing.layout.boxes
    yield "overview", "", "", drawing.box
    for stage in drawing.pathway.stages:
        yield "stage", stage.id, "", bounds(boxes[panel.id] for panel in stage.panels)
        for organ, frame in drawing.frames[stage.id].items():
            yield "organ", stage.id, organ, frame


def _view(
    drawing: Drawing, kind: str, stage: str, organ: str, box: Rect, size: str, rank: int
) -> View:
    here = [
        line
        for line in drawing.lines
        if stage in ("", line.place.stage.id)
        and organ in ("", line.place.organ or "", line.arrows[0].interaction.organ or "")
    ]
    apart = [line for line in here if rank == CORE and (organ or not line.place.in_panel)]
    ids = {line.id for line in apart}
    lines = spread(apart, rank) + merged([line for line in here if line.id not in ids], rank)
    ends = {node for line in lines for node in (line.source, line.target)}
    nodes = [
        node.id
        for node in drawing.pathway.nodes.values()
        if node.id in ends
        # From the stage on, cells without an arrow stand there as ghosts.
        or (
            kind != "overview"
            and drawing.ranks[node.id] < ALL
            and stage == node.place.stage.id
            and organ in ("", node.place.organ or "")
        )
    ]
    return View(kind, stage, organ, box, tuple(lines), tuple(nodes), size, rank)


@dataclass(frozen=True)
class Scene:
    """A view to draw: `marks` holds the class words of each cell and line that is drawn, by id;
    `told` the arrows drawn at full strength, by line id."""

    drawing: Drawing
    box: Rect
    stage: str
    organ: str
    focus: str
    marks: Mapping[str, str]
    told: Mapping[str, tuple[Arrow, ...]]
    size: str = PLAIN
    """The class word of its names."""

    @property
    def arrows(self) -> list[Arrow]:
        return [arrow for arrows in self.told.values() for arrow in arrows]

    @property
    def cells(self) -> list[Cell]:
        """The cell types that stand in it with their names."""
        nodes = self.drawing.pathway.nodes
        bare = {"dim", "quiet", "mute"}
        named = [
            id_ for id_, mark in self.marks.items() if id_ in nodes and not bare & {*mark.split()}
        ]
        return [nodes[id_].cell for id_ in named]


def scene(drawing: Drawing, view: View | Selection) -> Scene:
    """The scene of a core view, or of the arrows that an export selected."""
    return _selected(drawing, view) if isinstance(view, Selection) else _viewed(drawing, view)


def _viewed(drawing: Drawing, view: View) -> Scene:
    members = {line.id: _within(line, view.rank) for line in view.lines}
    strong = {end for line in view.lines for end in (line.source, line.target)}
    marks = {node: "" if node in strong else "quiet" for node in view.nodes}
    marks |= dict.fromkeys(sorted(strong), "")
    for line in view.lines:
        # Everything at once shows how much there is: a name comes with a click.
        marks[line.id] = "plain" if RANK[line.tier] == ALL and not line.merged else ""
    marks = {id_: _muted(drawing, id_, word, view.level) for id_, word in marks.items()}
    around = _around(drawing, view.box, view.stage, view.organ, marks)
    return Scene(drawing, view.box, view.stage, view.organ, "", marks | around, members, view.size)


def _muted(drawing: Drawing, id_: str, word: str, level: str) -> str:
    return f"{word} mute".strip() if level in drawing.mutes.get(id_, "") else word


def surroundings(drawing: Drawing, view: View) -> Scene:
    """A core view with all that the page's canvas shows around it, faded."""
    seen = _viewed(drawing, replace(view, box=_EVERYWHERE))
    if not view.stage:
        return replace(seen, box=view.box)
    lines = [line for line in drawing.lines if line.place.stage.id != view.stage]
    free = [line for line in lines if not line.place.in_panel]
    faded = [line for line in free if not line.merged and RANK[line.tier] == 0]
    faded += merged([line for line in lines if line.place.in_panel], 0)
    nodes = drawing.pathway.nodes
    inside = {id_: word for id_, word in seen.marks.items() if word != "dim" or id_ in nodes}
    marks = inside | {line.id: "dim" for line in faded}
    return replace(seen, box=view.box, marks=marks)


_EVERYWHERE = Rect(float("-inf"), float("-inf"), float("inf"), float("inf"))


def _within(line: DrawnEdge, rank: int) -> tuple[Arrow, ...]:
    return tuple(arrow for arrow in line.arrows if RANK[arrow.interaction.tier] <= rank)


def _around(
    drawing: Drawing, box: Rect, stage: str, organ: str, marks: Mapping[str, str]
) -> dict[str, str]:
    """Neighbors that stand in the frame but not in the view, faded as on the canvas."""
    if not stage and not organ:
        return {}
    points = drawing.layout.points
    nodes = {
        node: "dim"
        for node, rank in drawing.ranks.items()
        if rank < 2 and node not in marks and box.contains(points[node])
    }
    overview = next(views(drawing)).lines
    return nodes | {
        line.id: "dim"
        for line in overview
        if line.id not in marks and line.source in nodes and line.target in nodes
    }


def _selected(drawing: Drawing, chosen: Selection) -> Scene:
    ids = {arrow.id for arrow in chosen.arrows}
    word = "lit" if chosen.focus or (chosen.organ and not chosen.stage) else ""
    marks: dict[str, str] = {}
    members: dict[str, tuple[Arrow, ...]] = {}
    for line in _merged_selection(drawing.lines, chosen, ids):
        members[line.id] = tuple(arrow for arrow in line.arrows if arrow.id in ids)
        # As on the canvas: everything at once shows how much there is, without names.
        nameless = not word and not line.merged and RANK[line.tier] == ALL
        marks[line.id] = "plain" if nameless else word
    strong = {end for arrow in chosen.arrows for end in (arrow.source, arrow.target)}
    for node in drawing.pathway.nodes.values():
        inside = chosen.stage in ("", node.place.stage.id)
        inside = inside and chosen.organ in ("", node.place.organ or "")
        if node.id in strong:
            lit = "lit focus" if node.cell.id == chosen.focus else "lit"
            marks[node.id] = lit if chosen.focus else ""
        elif inside and drawing.ranks[node.id] < ALL and (chosen.stage or chosen.focus):
            marks[node.id] = "dim" if chosen.focus else "quiet"
    kind, box = _frame(drawing, chosen)
    word = size(kind, zoom(box))
    rank = RANK.get(chosen.tier, ALL)
    if not chosen.focus:
        level = code(kind, word, rank)
        marks = {id_: _muted(drawing, id_, look, level) for id_, look in marks.items()}
    around = _around(drawing, box, chosen.stage, chosen.organ, marks)
    seen = marks | around
    return Scene(drawing, box, chosen.stage, chosen.organ, chosen.focus, seen, members, word)


def _merged_selection(
    lines: Iterable[DrawnEdge], chosen: Selection, ids: set[str]
) -> list[DrawnEdge]:
    lines = list(lines)

    def apart(line: DrawnEdge) -> bool:
        if chosen.tier == "core":
            return bool(chosen.organ) or not line.place.in_panel
        return chosen.tier == "overview" and bool(chosen.focus)

    pairs = [
        line
        for line in lines
        if line.merged and not apart(line) and sum(arrow.id in ids for arrow in line.arrows) > 1
    ]
    inside = {arrow.id for line in pairs for arrow in line.arrows}
    singles = [li for li in lines if not li.merged and li.id in ids and li.id not in inside]
    return singles + pairs


def _frame(drawing: Drawing, chosen: Selection) -> tuple[str, Rect]:
    """The kind of view that holds a selection, and its box."""
    boxes = drawing.layout.boxes
    for stage in drawing.pathway.stages:
        if stage.id == chosen.stage:
            if frame := drawing.frames[stage.id].get(chosen.organ):
                return "organ", frame
            return "stage", bounds(boxes[panel.id] for panel in stage.panels)
    return "overview", drawing.box
