"""Which lines and cells a view shows, and with what emphasis a picture draws them.

`views` are those that a reader meets without asking for more: the overview, each stage, each
organ. The rule is that of assets/visible.js, for the linter and the exports; the browser test
test_lint_boxes.py holds the two together.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..model.documents import Stage
from ..model.pathway import Arrow
from ..model.selection import Selection
from ..model.vocabulary import RANK
from .drawing import Drawing
from .edge_bundling import Line
from .geometry import Rect, bounds
from .viewport import near

CAPS = {"overview": 40, "stage": 24, "organ": 12, "lecture": 24}
"""How many arrows a view may show before it stops teaching."""


@dataclass(frozen=True)
class View:
    """A view: its address, the box that fills the canvas, the lines and nodes in it."""

    kind: str
    stage: str
    organ: str
    box: Rect
    lines: tuple[Line, ...]
    nodes: tuple[str, ...]
    place: str = ""
    """Where in a lecture it is."""

    @property
    def name(self) -> str:
        return (
            self.place or "/".join(part for part in (self.stage, self.organ) if part) or "overview"
        )

    @property
    def query(self) -> str:
        pairs = (("stage", self.stage), ("organ", self.organ))
        return "&".join(f"{key}={value}" for key, value in pairs if value)


def views(drawing: Drawing) -> Iterator[View]:
    """All core views of a pathway, the overview first."""
    boxes = drawing.layout.boxes
    yield _view(drawing, "overview", "", "", bounds(boxes.values()))
    for stage in drawing.pathway.stages:
        box = bounds(boxes[panel.id] for panel in stage.panels)
        yield _view(drawing, "stage", stage.id, "", box)
        for organ, frame in frames(drawing, stage).items():
            view = _view(drawing, "organ", stage.id, organ, frame)
            if view.lines:
                yield view


def frames(drawing: Drawing, stage: Stage) -> dict[str, Rect]:
    """The box an organ's view of a stage looks at: its cards, where they hold all its arrows."""
    result = {}
    cards = [card for panel in stage.panels for card in panel.cards if card.organ]
    for organ in dict.fromkeys(card.organ for card in cards):
        ids = {card.id for card in cards if card.organ == organ}
        arrows = [
            arrow
            for arrow in drawing.pathway.arrows
            if arrow.place.stage.id == stage.id and arrow.interaction.organ == organ
        ]
        if all(arrow.place.id in ids for arrow in arrows):
            result[organ] = bounds(drawing.layout.boxes[id_] for id_ in ids)
    return result


def _view(drawing: Drawing, kind: str, stage: str, organ: str, box: Rect) -> View:
    nodes = [
        node.id
        for node in drawing.pathway.nodes.values()
        if drawing.ranks[node.id] < 2
        and stage in ("", node.place.stage.id)
        and organ in ("", node.place.organ or "")
    ]
    if kind == "overview":
        lines = _merged(drawing.lines, 0)
    else:
        here = [
            line
            for line in drawing.lines
            if line.place.stage.id == stage
            and organ in ("", line.place.organ or "", line.arrows[0].interaction.organ or "")
        ]
        spread = [line for line in here if organ or not line.place.in_panel]
        lines = [line for line in spread if not line.merged and RANK[line.tier] < 2]
        lines += _merged([line for line in here if line not in spread], 1)
    return View(kind, stage, organ, box, tuple(lines), tuple(nodes))


def _merged(among: Iterable[Line], rank: int) -> list[Line]:
    """Lines up to a tier rank, merged where two or more arrows of one family belong to it."""
    among = list(among)

    def drawn(line: Line) -> list[str]:
        return [a.id for a in line.arrows if RANK[a.interaction.tier] <= rank]

    pairs = [line for line in among if line.merged and len(drawn(line)) > 1]
    inside = {id_ for line in pairs for id_ in drawn(line)}
    singles = [
        line
        for line in among
        if not line.merged and RANK[line.tier] <= rank and line.id not in inside
    ]
    return singles + pairs


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

    @property
    def near(self) -> bool:
        return near(self.box)

    @property
    def arrows(self) -> list[Arrow]:
        return [arrow for arrows in self.told.values() for arrow in arrows]


def scene(drawing: Drawing, view: View | Selection) -> Scene:
    """The scene of a core view, or of the arrows that an export selected."""
    return _selected(drawing, view) if isinstance(view, Selection) else _viewed(drawing, view)


def _viewed(drawing: Drawing, view: View) -> Scene:
    limit = 0 if view.kind == "overview" else 1
    told = {line.id: _within(line, limit) for line in view.lines}
    strong = {end for line in view.lines for end in (line.source, line.target)}
    marks = {node: "" if node in strong else "quiet" for node in view.nodes}
    marks |= dict.fromkeys(sorted(strong), "") | dict.fromkeys(told, "")
    around = _around(drawing, view.box, view.stage, view.organ, marks)
    return Scene(drawing, view.box, view.stage, view.organ, "", marks | around, told)


def _within(line: Line, rank: int) -> tuple[Arrow, ...]:
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
    told: dict[str, tuple[Arrow, ...]] = {}
    for line in _merged_selection(drawing.lines, chosen, ids):
        told[line.id] = tuple(arrow for arrow in line.arrows if arrow.id in ids)
        # As on the canvas: everything at once shows how much there is, without names.
        nameless = not word and not line.merged and line.tier == "extended"
        marks[line.id] = "plain" if nameless else word
    strong = {end for arrow in chosen.arrows for end in (arrow.source, arrow.target)}
    for node in drawing.pathway.nodes.values():
        inside = chosen.stage in ("", node.place.stage.id)
        inside = inside and chosen.organ in ("", node.place.organ or "")
        if node.id in strong:
            lit = "lit focus" if node.cell.id == chosen.focus else "lit"
            marks[node.id] = lit if chosen.focus else ""
        elif inside and drawing.ranks[node.id] < 2:
            marks[node.id] = "dim" if chosen.focus else "quiet"
    box = _frame(drawing, chosen)
    around = _around(drawing, box, chosen.stage, chosen.organ, marks)
    return Scene(drawing, box, chosen.stage, chosen.organ, chosen.focus, marks | around, told)


def _merged_selection(lines: Iterable[Line], chosen: Selection, ids: set[str]) -> list[Line]:
    lines = list(lines)

    def apart(line: Line) -> bool:
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


def _frame(drawing: Drawing, chosen: Selection) -> Rect:
    boxes = drawing.layout.boxes
    for stage in drawing.pathway.stages:
        if stage.id == chosen.stage:
            whole = bounds(boxes[panel.id] for panel in stage.panels)
            return frames(drawing, stage).get(chosen.organ, whole)
    return bounds(boxes.values())
