"""The views that a reader meets without asking for more: the overview, each stage, each organ.

The rule is that of assets/js/rules/visibility.js at the levels `overview` and `core`, for linter
and exports; a browser test holds the two together.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model.documents import Stage
from .drawing import Drawing
from .edge_bundling import RANK, Line
from .geometry import Rect, bounds

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
