"""Where names stand: beside cells where no arrow leaves, on arrows where nothing else is."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from ..notation.glyphs import Glyph
from ..notation.sizes import LABEL_GAP, LABEL_PAD, LABEL_WRAP, NODE_FONT
from .bins import Bins
from .edge_routing import Route
from .geometry import Point, Polyline, Rect, bounds, count_met
from .text_metrics import WEIGHT_EDGE, block

# Below first: that is where a reader looks; the numbers are what a worse side must save.
SIDES = {"bottom": 0.0, "top": 0.8, "right": 1.0, "left": 1.0}
_ALONG = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)
_ASIDE = (0.0, 15.0, -15.0, 26.0, -26.0)
# On the line first; beside it only where it must be.
_SPOTS = sorted(
    ((t, aside) for t in _ALONG for aside in _ASIDE),
    key=lambda spot: (abs(spot[1]) / 40 + abs(spot[0] - 0.5), spot),
)
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
    # A lecture's names, larger than those of the overview, wrap in proportion.
    width, height = block(text, size, LABEL_WRAP * max(1.0, size / NODE_FONT))
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
    sizes: Mapping[str, float] = MappingProxyType({}),
    ends: Iterable[Rect] = (),
) -> dict[str, str]:
    """The label side of each node of one place. `names` holds the label by node id, `sizes` its
    font size; `ends` are the spots of heads and tails."""
    paths = dict(enumerate(route.path for route in routes))
    bodies = {n: Rect.around(points[n], glyphs[n].width, glyphs[n].height) for n in names}
    room = frame.grown(_SLACK)
    ends = dict(enumerate(ends))
    spots = Bins(ends.items())
    chosen: dict[str, str] = {}
    placed: dict[str, Rect] = {}
    ways, solid, taken = Bins(paths.items()), Bins(bodies.items()), Bins()
    for node, text in names.items():
        size = sizes.get(node, NODE_FONT)
        boxes = {side: side_box(side, points[node], glyphs[node], text, size) for side in SIDES}
        # All that a name can meet, on whichever side it stands.
        reach = bounds(boxes.values())
        lines = [paths[key].within(reach) for key in ways.near(reach)]
        near = [ends[key] for key in spots.near(reach)]
        others = [bodies[other] for other in solid.near(reach) if other != node]
        others += [placed[other] for other in taken.near(reach)]
        best: tuple[float, str, Rect] | None = None
        for side, least in SIDES.items():
            box = boxes[side]
            total = least + 0.0 if room.holds(box) else least + 8.0
            total += 1.2 * count_met(lines, box.grown(-1))
            total += 3.0 * box.count_met(near)
            total += 6.0 * box.count_met(others)
            if best is None or total < best[0]:
                best = total, side, box
        chosen[node], placed[node] = best[1:]
        taken.add(node, placed[node])
    return chosen


def edge_labels(
    texts: Mapping[str, str],
    routes: Mapping[str, Route],
    obstacles: Iterable[Rect],
    frame: Rect,
    apart: Mapping[str, Iterable[str]],
    placed: dict[str, EdgeLabel],
    sizes: Sequence[float],
) -> None:
    """Find a free spot for each edge label of one place and add it to `placed`.

    `texts` holds the label by line id; earlier lines choose first, after those already placed.
    Obstacles are the boxes of cells, of their names and of the ends of arrows. `apart` names, for a
    line, those lines that are never on screen with it: a merged line and its members do not get in
    each other's way. `sizes` are the font sizes at which it is seen, the largest first.
    """
    obstacles = list(obstacles)
    solid = Bins(enumerate(obstacles))
    ways = Bins((id_, route.path) for id_, route in routes.items())
    names = [_Names(size, placed) for size in sizes]
    for line, text in texts.items():
        path = routes[line].path
        never = {line, *apart.get(line, ())}
        rooms = [label_box(text, (0.0, 0.0), size) for size in sizes]
        # All that a name can meet, wherever on its line it stands.
        reach = path.box.grown(_ASIDE[-2] + max(rooms[0].x2, rooms[0].y2))
        bodies = [box for at in solid.near(reach) if (box := obstacles[at]).meets(reach)]
        others = [known.near(reach, never) for known in names]
        foreign = [
            segments
            for id_ in ways.near(reach)
            if id_ not in never and (segments := routes[id_].path.within(reach))
        ]
        best: tuple[float, Point] | None = None
        tangents = {}
        for index, (along, aside) in enumerate(_SPOTS):
            if along not in tangents:
                tangents[along] = _tangent(path, along)
            (x, y), (across, down) = tangents[along]
            center = x - down * aside, y + across * aside
            cost = 0.02 * index
            for room, labels in zip(rooms, others, strict=True):
                # Free at the largest size is free at all.
                box = room.moved(*center)
                more = 0.0 if frame.holds(box) else 5.0
                more += 8.0 * box.count_met(bodies)
                more += 8.0 * box.count_met(labels)
                if not best or cost + more < best[0]:
                    more += 2.0 * count_met(foreign, box)
                cost += more
                if not more or (best and cost >= best[0]):
                    break
            if best is None or cost < best[0]:
                best = cost, center
            if best[0] < 0.02 * (index + 1):
                break
        center = best[1]
        middle = path.at(0.5)
        placed[line] = EdgeLabel(text, center, center[0] - middle[0], center[1] - middle[1])
        for known in names:
            known.add(line, placed[line])


class _Names:
    """The names already placed on lines, at one size."""

    def __init__(self, size: float, placed: Mapping[str, EdgeLabel]):
        self.size = size
        self.boxes: dict[str, Rect] = {}
        self.bins = Bins()
        for line, label in placed.items():
            self.add(line, label)

    def add(self, line: str, label: EdgeLabel) -> None:
        self.boxes[line] = label.box(self.size)
        self.bins.add(line, self.boxes[line])

    def near(self, reach: Rect, never: Container[str]) -> list[Rect]:
        boxes = self.boxes
        return [
            boxes[line]
            for line in self.bins.near(reach)
            if line not in never and boxes[line].meets(reach)
        ]


def _tangent(path: Polyline, t: float) -> tuple[Point, Point]:
    """A point of the curve, and the direction there, of length 1."""
    (x1, y1), (x2, y2) = path.at(max(t - 0.1, 0)), path.at(min(t + 0.1, 1))
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5 or 1.0
    return path.at(t), ((x2 - x1) / length, (y2 - y1) / length)
