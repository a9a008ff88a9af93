"""How each line runs: its bend, chosen so that it stays clear of cells that are not its own."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import inf

from ..notation.glyphs import Glyph
from ..notation.sizes import ARROW_GAP, LANE
from .bins import Bins
from .edge_bundling import DrawnEdge, assign_lanes
from .geometry import Point, Polyline, Rect, control_point, leave, quadratic

_SHIFTS = (0, 60, -60, 110, -110, 170, -170, 240, -240, 320, -320)
_SAMPLES = 10
_CROSSING_LIMIT = 80
"""Beyond this many lines in a place crossings are no longer weighed: keeps compiling linear."""


@dataclass(frozen=True)
class Route:
    """The way of a line: bend as cytoscape's control-point-distance, and sampled points."""

    bend: float
    path: Polyline
    loop: bool = False


def route_all(
    lines: Iterable[DrawnEdge],
    points: Mapping[str, Point],
    glyphs: Mapping[str, Glyph],
    nodes: Iterable[str],
) -> dict[str, Route]:
    """Routes of all lines of one place, by line id; `nodes` are the ids of the place's nodes."""
    lines = list(lines)
    boxes = {
        node: Rect.around(points[node], glyphs[node].width, glyphs[node].height) for node in nodes
    }
    wide = {node: box.grown(7) for node, box in boxes.items()}
    bodies = Bins(wide.items())
    lane = assign_lanes(lines)
    bundles: dict[tuple[str, str], list[DrawnEdge]] = defaultdict(list)
    routes: dict[str, Route] = {}
    loops: Counter[str] = Counter()
    for line in sorted(lines, key=lambda line: line.merged):
        cell = line.source
        if cell != line.target:
            bundles[tuple(sorted((cell, line.target)))].append(line)
        elif line.merged:
            routes[line.id] = routes[line.arrows[0].id]
        else:
            routes[line.id] = _loop(points[cell], glyphs[cell], loops[cell])
            loops[cell] += 1
    laid: list[Polyline] = []
    for ends, bundle in bundles.items():
        weigh = laid if len(laid) < _CROSSING_LIMIT else []
        # One trial a lane and direction: lines that share one run the same way.
        ways = {(lane[line.id], line.source): line for line in bundle if not line.merged}
        best: tuple[float, dict] | None = None
        for shift in _SHIFTS:
            least = abs(shift) / 150
            if best and best[0] <= least:
                break
            trial = {way: _route(line, way[0], shift, points, glyphs) for way, line in ways.items()}
            most = best[0] - least if best else inf
            met = _met(trial.values(), ends, wide, bodies, weigh, most)
            if least + met < (best[0] if best else inf):
                best = least + met, trial
        for line in bundle:
            routes[line.id] = best[1][lane[line.id], line.source]
        laid += [route.path for route in best[1].values()]
    return routes


def _met(
    routes: Iterable[Route], ends, boxes: Mapping[str, Rect], bodies: Bins, others, most: float
) -> float:
    """What it costs that routes meet boxes and cross others; stops counting well beyond `most`."""
    met = 0.0
    for route in routes:
        foreign = (boxes[node] for node in bodies.near(route.path) if node not in ends)
        met += 10 * sum(route.path.hits(box) for box in foreign)
        for other in others:
            if met > most + 1:
                return met
            met += 1.5 * route.path.crosses(other)
    return met


def _route(line: DrawnEdge, lane: float, shift: float, points, glyphs) -> Route:
    a, b = points[line.source], points[line.target]
    bends = (arrow.interaction.bend for arrow in line.arrows)
    own = next((bend for bend in bends if bend is not None), None)
    sign = 1 if line.source < line.target else -1
    bend = own if own is not None else sign * (2 * LANE * lane + shift)
    return Route(bend, trace(a, b, bend, glyphs[line.source], glyphs[line.target]))


def trace(a: Point, b: Point, bend: float, source: Glyph, target: Glyph) -> Polyline:
    """The visible curve between the outlines of two cells, as sampled points."""
    control = control_point(a, b, bend)
    start = leave(a, control, source.width, source.height, ARROW_GAP)
    end = leave(b, control, target.width, target.height, ARROW_GAP)
    if not bend:
        return Polyline((start, end))
    return Polyline(quadratic(start, control, end, i / _SAMPLES) for i in range(_SAMPLES + 1))


def _loop(center: Point, glyph: Glyph, index: int) -> Route:
    """A loop above its cell, as cytoscape draws it: two curves that meet over the middle.

    Its control points lie beside and above the cell's center, further out for each further loop;
    it starts and ends at the cell's outline.
    """
    x, y = center
    aside, above = 40 + 14 * index, 70 + 24 * index
    left, right, top = (x - aside, y - above), (x + aside, y - above), (x, y - above)
    start, end = (
        leave(center, control, glyph.width, glyph.height, ARROW_GAP) for control in (left, right)
    )
    first = [quadratic(start, left, top, i / 5) for i in range(6)]
    second = [quadratic(top, right, end, i / 5) for i in range(1, 6)]
    return Route(0.0, Polyline(first + second), loop=True)
