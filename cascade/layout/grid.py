"""Grid places to drawing units: plain arithmetic, the same on every machine.

A pathway may give each panel a box; panels without one are put side by side. A tall screen gets the
figure mirrored along its diagonal: x and y change places, and what stood side by side is stacked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from ..model.documents import Card, Panel
from ..model.pathway import Node, Pathway
from ..notation.sizes import TITLE
from .geometry import Point, Rect

PITCH = (190.0, 190.0)
"""Room for one grid place where a panel has no box of its own: 2.5 cell widths and a label."""
HEADER = 46.0
MARGIN = 14.0
GAP = 30.0
BORDER = 16.0
SHAPE = 1.6
"""Width by height of a screen: a panel that is the whole figure fills it."""
UPRIGHT = 0.67
"""The same of a tall screen: between that of a tablet and that of a phone."""
SQUEEZE = 0.96
"""What the height of a mirrored figure is multiplied by, for the same reason."""


@dataclass(frozen=True)
class Layout:
    """Positions by node id and boxes by panel or card id, in drawing units."""

    points: dict[str, Point]
    boxes: Mapping[str, Rect]
    panels: Sequence[Panel] = ()
    tall: bool = False

    def spot(self, point: Point) -> Point:
        """Where a point of the files lies."""
        if not self.tall:
            return point
        for panel in self.panels:
            if panel.box and _rect(panel.box).contains(point):
                return _squeezed(_mirrored(point, panel))
        return _squeezed(_turned(point, True))


def grid_of(card: Card, tall: bool = False) -> tuple[float, float]:
    """The card's grid, or the smallest one that holds its cells; on a tall screen mirrored."""
    if card.grid:
        return _turned(card.grid, tall)
    columns = max((p.at[0] for p in card.cells), default=0) + 1
    rows = max((p.at[1] for p in card.cells), default=0) + 1
    return _turned((float(ceil(columns)), float(ceil(rows))), tall)


def grid_layout(pathway: Pathway, tall: bool = False) -> Layout:
    """Boxes and points of a pathway, for a wide screen or for a tall one."""
    boxes: dict[str, Rect] = {}
    panels = [panel for stage in pathway.stages for panel in stage.panels]
    next_to = (0.0, 0.0)
    for panel in panels:
        box = _box(panel, next_to, tall)
        if len(panels) == 1 and not panel.box:
            box = _filling(box, tall)
        boxes[panel.id] = box
        beyond = _after(box, GAP, tall, (0.0, 0.0))
        next_to = max(next_to[0], beyond[0]), max(next_to[1], beyond[1])
        inside = (box.x1 + BORDER, box.y1 + HEADER)
        corner = inside
        for card in panel.cards:
            boxes[card.id] = _box(card, corner, tall, panel)
            corner = _after(boxes[card.id], BORDER, tall, inside)
    grids = {place.id: grid_of(place.card, tall) for place in pathway.places.values()}
    points = {
        node.id: _point(_at(node, tall), grids[node.place.id], boxes[node.place.id])
        for node in pathway.nodes.values()
    }
    return Layout(points, boxes, panels, tall)


def _at(node: Node, tall: bool) -> tuple[float, float]:
    return node.tall if tall and node.tall else _turned(node.at, tall)


def _turned(pair: tuple[float, float], tall: bool) -> tuple[float, float]:
    return (pair[1], pair[0]) if tall else pair


def _squeezed(point: Point) -> Point:
    return float(round(point[0])), float(round(point[1] * SQUEEZE))


def _after(box: Rect, gap: float, tall: bool, start: Point) -> Point:
    """Where what comes next begins: to the right, or below on a tall screen."""
    return (start[0], box.y2 + gap) if tall else (box.x2 + gap, start[1])


def _rect(box: tuple[float, float, float, float]) -> Rect:
    x, y, width, height = box
    return Rect(x, y, x + width, y + height)


def _mirrored(point: Point, panel: Panel) -> Point:
    """A point inside a panel: what lies below the panel's title is mirrored and stays below it."""
    x, y, width, height = panel.box
    along = (point[0] - x) / width * (width - TITLE)
    strip = TITLE - BORDER
    across = (point[1] - y - strip) / (height - strip) * height
    return y + across, x + TITLE + along


def _box(card: Card, corner: Point, tall: bool, panel: Panel | None = None) -> Rect:
    """The box that a file gives a card, or one at a corner that has room for its cells."""
    x, y = corner
    if card.box and tall and panel and panel.box:
        wide = _rect(card.box)
        ends = (wide.x1, wide.y1), (wide.x2, wide.y2)
        start, end = (_squeezed(_mirrored(point, panel)) for point in ends)
        return Rect(*start, *end)
    if card.box and tall:
        left, top, wide, high = card.box
        return Rect(*_squeezed((top, left)), *_squeezed((top + high, left + wide)))
    if card.box:
        return _rect(card.box)
    width, height = _room(card, tall)
    return Rect(x, y, x + width, y + height)


def _room(card: Card, tall: bool) -> tuple[float, float]:
    inner = [_room(part, tall) for part in getattr(card, "cards", ())]
    if inner:
        along, across = (1, 0) if tall else (0, 1)
        room = [0.0, 0.0]
        room[along] = sum(part[along] + BORDER for part in inner)
        room[across] = max(part[across] for part in inner) + BORDER
        return room[0] + BORDER, room[1] + HEADER
    columns, rows = grid_of(card, tall)
    return columns * PITCH[0] + 2 * MARGIN, rows * PITCH[1] + HEADER + MARGIN


def _filling(box: Rect, tall: bool) -> Rect:
    """A box grown to the shape of a screen."""
    shape = UPRIGHT if tall else SHAPE
    width, height = max(box.width, box.height * shape), max(box.height, box.width / shape)
    return Rect(box.x1, box.y1, box.x1 + width, box.y1 + height)


def _point(at: tuple[float, float], grid: tuple[float, float], box: Rect) -> Point:
    columns, rows = grid
    width = box.width - 2 * MARGIN
    height = box.height - HEADER - MARGIN
    return (
        round(box.x1 + MARGIN + (at[0] + 0.5) * width / columns, 1),
        round(box.y1 + HEADER + (at[1] + 0.5) * height / rows, 1),
    )
