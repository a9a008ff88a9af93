"""Cells moved apart where a mirrored figure leaves too little room for their names.

Names lie flat in both shapes of a figure: where cells stood beside each other with room for them,
mirrored they stand one above the other with too little. Each cell with its name below it is a box;
boxes that overlap push each other away, the shorter way, within their panel.
"""

from collections.abc import Collection, Mapping

from ..notation.glyphs import Glyph
from .bins import Bins
from .geometry import Point, Rect
from .label_placement import side_box

_ROUNDS = 60
_AIR = 6.0
_STILL = 0.4
"""Drawing units; what moves less is at rest."""


def loosen(
    points: Mapping[str, Point],
    glyphs: Mapping[str, Glyph],
    names: Mapping[str, str],
    sizes: Mapping[str, float],
    frame: Rect,
    still: Collection[str] = (),
) -> dict[str, Point]:
    """Where the cells of a place stand; `names` holds its nodes, `sizes` the fonts of the names,
    `still` the nodes that stay where they are."""
    bodies = {
        node: _body(points[node], glyphs[node], names[node], sizes[node], frame) for node in names
    }
    moved = {node: [0.0, 0.0] for node in names}
    for _ in range(_ROUNDS):
        most = 0.0
        now = {node: bodies[node].moved(*moved[node]) for node in names}
        near = Bins(now.items())
        for node in names:
            for other in near.after(node, now[node]):
                if node in still and other in still:
                    continue
                most = max(most, _push(now[node], now[other], moved[node], moved[other]))
        for node in names:
            if node in still:
                moved[node] = [0.0, 0.0]
            else:
                most = max(most, _hold(bodies[node], moved[node], frame))
        if most < _STILL:
            break
    return {
        node: (float(round(points[node][0] + x)), float(round(points[node][1] + y)))
        for node, (x, y) in moved.items()
    }


def _body(center: Point, glyph: Glyph, name: str, size: float, frame: Rect) -> Rect:
    """A cell with its name below it and some air; in a frame too low for that the cell alone."""
    box = Rect.around(center, glyph.width, glyph.height)
    whole = box.union(side_box("bottom", center, glyph, name, size)).grown(_AIR / 2)
    return whole if whole.height <= frame.height else box


def _push(box: Rect, other: Rect, a: list[float], b: list[float]) -> float:
    """Moves two overlapping boxes apart, half of the way each; how much they overlapped."""
    across = min(box.x2, other.x2) - max(box.x1, other.x1)
    down = min(box.y2, other.y2) - max(box.y1, other.y1)
    if across <= 0 or down <= 0:
        return 0.0
    axis, by = (0, across) if across < down else (1, down)
    sign = 1 if other.center[axis] >= box.center[axis] else -1
    a[axis] -= sign * by / 2
    b[axis] += sign * by / 2
    return by


def _hold(body: Rect, by: list[float], frame: Rect) -> float:
    """Brings a box back into its frame; how far it was outside."""
    box = body.moved(*by)
    x = max(frame.x1 - box.x1, 0.0) - max(box.x2 - frame.x2, 0.0)
    y = max(frame.y1 - box.y1, 0.0) - max(box.y2 - frame.y2, 0.0)
    by[0] += x
    by[1] += y
    return max(abs(x), abs(y))
