"""Where names stand: beside cells where no arrow leaves, on arrows where nothing else is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..notation.glyphs import Glyph
from ..notation.sizes import LABEL_GAP, LABEL_PAD, LABEL_WRAP, NODE_FONT
from .bins import Bins
from .edge_routing import Route
from .geometry import Point, Polyline, Rect
from .text_metrics import WEIGHT_EDGE, block

# Below first: that is where a reader looks; the numbers are what a worse side must save.
SIDES = {"bottom": 0.0, "top": 0.8, "right": 1.2, "left": 1.2}
_ALONG = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)
_ASIDE = (0.0, 15.0, -15.0)
_SLACK = 1.0
"""A name that leaves its panel by less is in it, as lint has it."""


@dataclass(frozen=True)
class EdgeLabel:
    """An edge label's text, its center, and its offset from the middle of the curve."""

    text: str
    center: Point
    dx: float
    dy: float

    def box(self, size: float) -> Rect:
        """The room it takes at a font size."""
        return label_box(self.text, self.center, size)


def label_box(text: str, center: Point, size: float) -> Rect:
    """The box of an edge label, with its padding."""
    width, height = block(text, size, 1e9, WEIGHT_EDGE)
    return Rect.around(center, width + 2 * LABEL_PAD, height + 2)


def side_box(side: str, center: Point, glyph: Glyph, text: str, size: float = NODE_FONT) -> Rect:
    """The box of a cell's label on one of its sides."""
    width, height = block(text, size, LABEL_WRAP)
    x, y = center
    if side in ("top", "bottom"):
        away = glyph.height / 2 + LABEL_GAP + height / 2
        return Rect.around((x, y + (away if side == "bottom" else -away)), width, height)
    away = glyph.width / 2 + LABEL_GAP + width / 2
    return Rect.around((x + (away if side == "right" else -away), y), width, height)


def node_sides(
    names: Mapping[str, str],
    points: Mapping[str, Point],
    glyphs: Mapping[str, Glyph],
    routes: Iterable[Route],
    frame: Rect,
) -> dict[str, str]:
    """The label side of each node of one place. `names` holds the label by node id."""
    paths = dict(enumerate(route.path for route in routes))
    bodies = {n: Rect.around(points[n], glyphs[n].width, glyphs[n].height) for n in names}
    room = frame.grown(_SLACK)
    chosen: dict[str, str] = {}
    placed: dict[str, Rect] = {}
    ways, solid, taken = Bins(paths.items()), Bins(bodies.items()), Bins()
    for node, text in names.items():

        def cost(side: str, node: str = node, text: str = text) -> float:
            box = side_box(side, points[node], glyphs[node], text)
            tight = box.grown(-1)
            total = SIDES[side]
            total += 1.0 * sum(paths[one].hits(tight) for one in ways.near(tight))
            total += 6.0 * sum(box.meets(bodies[n]) for n in solid.near(box) if n != node)
            total += 6.0 * sum(box.meets(placed[n]) for n in taken.near(box))
            return total if room.holds(box) else total + 4.0

        chosen[node] = min(SIDES, key=cost)
        placed[node] = side_box(chosen[node], points[node], glyphs[node], text)
        taken.add(node, placed[node])
    return chosen


def edge_labels(
    texts: Mapping[str, str],
    routes: Mapping[str, Route],
    obstacles: Iterable[Rect],
    frame: Rect,
    apart: Mapping[str, Iterable[str]],
    placed: dict[str, EdgeLabel],
    size: float,
) -> None:
    """Find a free spot for each edge label of one place and add it to `placed`.

    `texts` holds the label by line id; earlier lines choose first, after those already placed.
    Obstacles are the boxes of cells and their names. `apart` names, for a line, those lines that
    are never on screen with it: a merged line and its members do not get in each other's way.
    """
    obstacles = dict(enumerate(obstacles))
    boxes = {other: label.box(size) for other, label in placed.items()}
    solid, taken = Bins(obstacles.items()), Bins(boxes.items())
    ways = Bins((other, route.path) for other, route in routes.items())
    for line, text in texts.items():
        path = routes[line].path
        middle = path.at(0.5)
        never = {line, *apart.get(line, ())}
        best: tuple[float, Point] | None = None
        for index, spot in enumerate((t, aside) for t in _ALONG for aside in _ASIDE):
            center = _spot(path, *spot)
            box = label_box(text, center, size)
            cost = 0.02 * index
            cost += 8.0 * sum(box.meets(obstacles[one]) for one in solid.near(box))
            others = (one for one in taken.near(box) if one not in never)
            cost += 8.0 * sum(box.meets(boxes[one]) for one in others)
            cost += 0.0 if frame.holds(box) else 5.0
            if best and cost >= best[0]:
                continue
            met = 0
            for other in ways.near(box):
                met += other not in never and routes[other].path.hits(box)
                if best and cost + 2.0 * met >= best[0]:
                    break
            cost += 2.0 * met
            if best is None or cost < best[0]:
                best = cost, center
            if best[0] < 0.02 * (index + 1):
                break
        center = best[1]
        placed[line] = EdgeLabel(text, center, center[0] - middle[0], center[1] - middle[1])
        boxes[line] = placed[line].box(size)
        taken.add(line, boxes[line])


def _spot(path: Polyline, t: float, aside: float) -> Point:
    x, y = path.at(t)
    (x1, y1), (x2, y2) = path.at(max(t - 0.1, 0)), path.at(min(t + 0.1, 1))
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5 or 1.0
    return x - (y2 - y1) / length * aside, y + (x2 - x1) / length * aside
