"""Grid places to drawing units: plain arithmetic, the same on every machine.

A pathway may give each panel a box; panels without one are put side by side at a common height.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from ..model.documents import Card
from ..model.pathway import Pathway
from .geometry import Point, Rect

PITCH = (190.0, 190.0)
"""Room for one grid place where a panel has no box of its own: 2.5 cell widths and a label."""
HEADER = 46.0
MARGIN = 14.0
GAP = 30.0
BORDER = 16.0


@dataclass(frozen=True)
class Layout:
    """Positions by node id and boxes by panel or card id, in drawing units."""

    points: Mapping[str, Point]
    boxes: Mapping[str, Rect]


def grid_of(card: Card) -> tuple[float, float]:
    """The card's grid, or the smallest one that holds its cells."""
    if card.grid:
        return card.grid
    columns = max((p.at[0] for p in card.cells), default=0) + 1
    rows = max((p.at[1] for p in card.cells), default=0) + 1
    return float(ceil(columns)), float(ceil(rows))


def grid_layout(pathway: Pathway) -> Layout:
    """Boxes and points of a pathway."""
    boxes: dict[str, Rect] = {}
    x = 0.0
    for stage in pathway.stages:
        for panel in stage.panels:
            box = Rect(*_corners(panel.box)) if panel.box else _auto(panel, x)
            boxes[panel.id] = box
            x = max(x, box.x2 + GAP)
            inner = box.x1 + BORDER
            for card in panel.cards:
                rect = (
                    Rect(*_corners(card.box)) if card.box else _auto(card, inner, box.y1 + HEADER)
                )
                boxes[card.id] = rect
                inner = rect.x2 + BORDER
    grids = {place.id: grid_of(place.card) for place in pathway.places.values()}
    points = {
        node.id: _point(node.at, grids[node.place.id], boxes[node.place.id])
        for node in pathway.nodes.values()
    }
    return Layout(points, boxes)


def _corners(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    x, y, width, height = box
    return x, y, x + width, y + height


def _auto(card: Card, x: float, y: float = 0.0) -> Rect:
    inner = [_auto(part, 0.0) for part in getattr(card, "cards", ())]
    if inner:
        width = sum(part.width for part in inner) + BORDER * (len(inner) + 1)
        height = max(part.height for part in inner) + HEADER + BORDER
        return Rect(x, y, x + width, y + height)
    columns, rows = grid_of(card)
    return Rect(x, y, x + columns * PITCH[0] + 2 * MARGIN, y + rows * PITCH[1] + HEADER + MARGIN)


def _point(at: tuple[float, float], grid: tuple[float, float], box: Rect) -> Point:
    columns, rows = grid
    width = box.width - 2 * MARGIN
    height = box.height - HEADER - MARGIN
    return (
        round(box.x1 + MARGIN + (at[0] + 0.5) * width / columns, 1),
        round(box.y1 + HEADER + (at[1] + 0.5) * height / rows, 1),
    )
