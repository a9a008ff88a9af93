"""What a picture shows of one view, and how: the rule of assets/js/rules/visibility.js."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..figure.sentences import lower
from ..model.pathway import Arrow
from ..model.selection import Selection
from .drawing import Drawing
from .edge_bundling import RANK, Line
from .geometry import Rect, bounds
from .viewport import near
from .visibility import View, frames, views


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

    @property
    def title(self) -> str:
        """'The metastatic cascade: colonization, bone'."""
        pathway = self.drawing.pathway
        names = [stage.name for stage in pathway.stages if stage.id == self.stage]
        if self.organ:
            names.append(lower(pathway.organs[self.organ].name.split(" (")[0]))
        if self.focus:
            names.append(lower(pathway.cells[self.focus].name))
        return f"{pathway.title}: {', '.join(names)}" if names else pathway.title


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
    for line in _merged(drawing.lines, chosen, ids):
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


def _merged(lines: Iterable[Line], chosen: Selection, ids: set[str]) -> list[Line]:
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
