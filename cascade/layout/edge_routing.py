"""How each line runs: its bend, chosen so that it stays clear of cells and names that are not its
own, and where it leaves and enters."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import cos, hypot, inf, radians, sin
from types import MappingProxyType

from ..notation.glyphs import Glyph
from ..notation.sizes import ARROW_GAP, LANE
from .arrow_ends import Way, spread_ends
from .bins import Bins
from .edge_bundling import RANK, DrawnEdge, assign_lanes
from .geometry import Point, Polyline, Rect, between, control_point, direction, leave, sampled
from .levels import ALL, CORE, merged, spread

_SHIFTS = (0, 45, -45, 90, -90, 140, -140, 200, -200, 280, -280)
_SAMPLES = 10
_TRIALS_OF_FEW = tuple((abs(shift) / 150, shift, 1.0) for shift in _SHIFTS)
_TIGHT = tuple((5 * (1 - part), shift, part) for part in (0.75, 0.55) for shift in (0, 45, -45))
_TRIALS = tuple(sorted((*_TRIALS_OF_FEW, *_TIGHT), key=lambda trial: trial[0]))
"""What it costs at least, the shift, and how near each other lanes lie, by their usual distance."""
_CROSSING_LIMIT = 80
"""Beyond this many lines in a place crossings are no longer weighed: keeps compiling linear."""
_CALM = 0.45
"""A bend by the length of its line beyond which a curve looks restless."""
REACH = 81.0
"""From a cell's center to the control points of its loop."""
SWEEP = 60.0
"""Degrees between those."""
TAIL = 6.0
"""The spot where an arrow leaves, in both directions."""
_TURNS = (0, 45, -45, 90, -90, 135, -135, 180)
_FEW_TURNS = 3
"""More loops at a cell have room beside each other only if they share the circle evenly."""


@dataclass(frozen=True)
class Route:
    """The way of a line: bend as cytoscape's control-point-distance, sampled points, and the
    angles on its cells' outlines, in degrees from twelve o'clock. A loop leaves toward where it
    lies."""

    bend: float
    path: Polyline
    loop: bool = False
    leave: float = 0.0
    enter: float = 0.0

    def head(self, size: float) -> Rect:
        """The box of its head, of a size."""
        (x1, y1), (x2, y2) = self.path[-2:]
        length = hypot(x2 - x1, y2 - y1) or 1.0
        half = size / 2
        center = x2 - (x2 - x1) / length * half, y2 - (y2 - y1) / length * half
        return Rect.around(center, size, size)

    @property
    def tail(self) -> Rect:
        return Rect.around(self.path[0], TAIL, TAIL)


def route_all(
    lines: Iterable[DrawnEdge],
    points: Mapping[str, Point],
    glyphs: Mapping[str, Glyph],
    nodes: Iterable[str],
    names: Mapping[str, Rect],
    frame: Rect,
    card: bool = False,
    bends: Mapping[str, float] = MappingProxyType({}),
) -> dict[str, Route]:
    """Routes of all lines of one place, by line id; `nodes` are the ids of the place's nodes,
    `names` the boxes of their names. A `card` merges its lines in its stage; `bends` are those
    that authors gave to arrows."""
    lines = list(lines)
    bodies = {
        node: Rect.around(points[node], glyphs[node].width, glyphs[node].height) for node in nodes
    }
    ways = _bent(lines, points, glyphs, bodies, names, frame, bends)
    by_line = {id_: way for way in ways for id_ in way.ids}
    turns = _turned(lines, points, bodies, names, frame, ways)
    core = spread(lines, CORE) if not card else merged(lines, CORE) + spread(lines, CORE)
    spread_ends(
        [_unique(by_line, core), _unique(by_line, merged(lines, ALL)), ways],
        points, glyphs, names, turns.values(),
    )  # fmt: skip
    routes = {id_: turn.route(points, glyphs) for turn in turns.values() for id_ in turn.ids}
    for way in ways:
        path = trace(way, points, glyphs)
        for id_ in way.ids:
            routes[id_] = Route(way.bend, path, False, way.leave, way.enter)
    return routes


def _unique(by_line: Mapping[str, Way], lines: Iterable[DrawnEdge]) -> list[Way]:
    return list({id(by_line[li.id]): by_line[li.id] for li in lines if li.id in by_line}.values())


def _bent(lines, points, glyphs, bodies, names, frame, bends) -> list[Way]:
    """The ways of all lines but loops, each with its bend: lines that share a lane run the same."""
    lane = assign_lanes(lines)
    bundles: dict[tuple[str, str], list[DrawnEdge]] = defaultdict(list)
    for line in lines:
        if line.source != line.target:
            bundles[tuple(sorted((line.source, line.target)))].append(line)
    wide = {node: box.grown(7) for node, box in bodies.items()}
    solid, words = Bins(wide.items()), Bins(names.items())
    laid: list[Polyline] = []
    result: list[Way] = []
    for ends, bundle in bundles.items():
        weigh = laid if len(laid) < _CROSSING_LIMIT else []
        ways: dict[tuple[float, str], list[DrawnEdge]] = defaultdict(list)
        for line in bundle:
            ways[lane[line.id], line.source].append(line)
        between = zip(points[ends[0]], points[ends[1]], strict=True)
        length = hypot(*(a - b for a, b in between)) or 1.0  # a crowd may stand on one spot
        best: tuple[float, list] | None = None
        for least, shift, part in _TRIALS if len(ways) > 2 else _TRIALS_OF_FEW:
            if best and best[0] <= least:
                break
            trial: list[tuple[Way, Polyline]] = []
            met = 0.0
            for (at, _), own in ways.items():
                way, path = _way(own, at * part, shift, points, glyphs, bends)
                trial.append((way, path))
                met += 10 * path.count_hit(wide[n] for n in solid.near(path.box) if n not in ends)
                met += 3 * path.count_hit(names[n] for n in words.near(path.box))
                met += 0 if frame.holds(path.box) else 6
                if best and least + met >= best[0]:
                    break
                most = (best[0] - least - met) / 1.5 + 1 if best else inf
                met += 1.5 * path.count_crossed(weigh, most)
            else:
                met += sum(3 * max(0.0, abs(way.bend) / length - _CALM) for way, _ in trial)
                if best is None or least + met < best[0]:
                    best = least + met, trial
        result += [way for way, _ in best[1]]
        laid += [path for _, path in best[1]]
    return result


def _way(
    lines: list[DrawnEdge], lane: float, shift: float, points, glyphs, bends
) -> tuple[Way, Polyline]:
    first = lines[0]
    own = next((bends[a.id] for line in lines for a in line.arrows if a.id in bends), None)
    sign = 1 if first.source < first.target else -1
    bend = own if own is not None else sign * (2 * LANE * lane + shift)
    a, b = points[first.source], points[first.target]
    control = control_point(a, b, bend)
    way = Way(
        first.source, first.target, bend, control, [line.id for line in lines],
        direction(a, control), direction(b, control),
        core=any(RANK[line.tier] < ALL for line in lines),
    )  # fmt: skip
    return way, trace(way, points, glyphs)


def trace(way: Way, points: Mapping[str, Point], glyphs: Mapping[str, Glyph]) -> Polyline:
    """The visible curve between the outlines of two cells, as sampled points."""
    start = _end(points[way.source], glyphs[way.source], way.leave, way.control)
    end = _end(points[way.target], glyphs[way.target], way.enter, way.control)
    if not way.bend:
        middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
        if hypot(middle[0] - way.control[0], middle[1] - way.control[1]) < 1:
            return Polyline((start, end))
    return Polyline(sampled(start, way.control, end, _SAMPLES))


def _end(center: Point, glyph: Glyph, angle: float, control: Point) -> Point:
    """The spot on a cell's outline at an angle, moved toward the control point by the gap."""
    turn = radians(angle)
    toward = center[0] + sin(turn), center[1] - cos(turn)
    x, y = leave(center, toward, glyph.width, glyph.height)
    dx, dy = control[0] - x, control[1] - y
    length = hypot(dx, dy) or 1.0
    return x + dx / length * ARROW_GAP, y + dy / length * ARROW_GAP


@dataclass
class Turn:
    """A loop: a signal to the own kind. `angle` is where it lies, in degrees."""

    node: str
    ids: list[str]
    angle: float

    @property
    def controls(self) -> tuple[float, float]:
        return self.angle - SWEEP / 2, self.angle + SWEEP / 2

    def route(self, points: Mapping[str, Point], glyphs: Mapping[str, Glyph]) -> Route:
        """The loop as cytoscape draws it: two curves that meet halfway between control points."""
        center, glyph = points[self.node], glyphs[self.node]
        # cytoscape begins at the clockwise side, where the sweep is negative.
        left, right = (_around(center, angle) for angle in reversed(self.controls))
        start, end = (
            leave(center, control, glyph.width, glyph.height, ARROW_GAP)
            for control in (left, right)
        )
        top = (left[0] + right[0]) / 2, (left[1] + right[1]) / 2
        path = sampled(start, left, top, 5) + sampled(top, right, end, 5)[1:]
        return Route(REACH / 1.4, Polyline(path), True, self.angle)


def _around(center: Point, angle: float) -> Point:
    turn = radians(angle)
    return center[0] + REACH * sin(turn), center[1] - REACH * cos(turn)


def _turned(lines, points, bodies, names, frame: Rect, ways: list[Way]) -> dict[str, Turn]:
    """The loops, each where most room is around its cell; a merged one lies over its first."""
    turns: dict[str, Turn] = {}
    many = Counter(li.source for li in lines if li.source == li.target and not li.merged)
    for line in sorted(lines, key=lambda line: line.merged):
        if line.source != line.target:
            continue
        if line.merged:
            turns[line.arrows[0].id].ids.append(line.id)
            continue
        node = line.source
        taken = [turn.angle for turn in turns.values() if turn.node == node]
        angles = [
            angle
            for way in ways
            for end, angle in ((way.source, way.leave), (way.target, way.enter))
            if end == node
        ]
        best: tuple[float, float] | None = None
        free = _TURNS
        if taken and many[node] > _FEW_TURNS:
            free = (taken[0] + len(taken) * 360 / many[node],)
        for number, angle in enumerate(free):
            center = _around(points[node], angle)
            room = Rect.around(center, 62, 62)
            cost = 0.2 * number + (0 if frame.holds(room) else 6)
            cost += 10 * sum(room.meets(box) for other, box in bodies.items() if other != node)
            cost += 5 * sum(room.meets(box) for box in names.values())
            cost += 12 * sum(between(angle, other) < 70 for other in taken)
            cost += sum(between(angle, other) < 38 for other in angles)
            if best is None or cost < best[0]:
                best = cost, angle
        turns[line.id] = Turn(node, [line.id], best[1])
    return turns
