"""Where straight arrows touch their cells: parallel ones side by side."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import hypot

from .graph import Vertex

_APART = 12.0


@dataclass(frozen=True)
class Ends:
    """Start and end in drawing units, and the same relative to the cells: -1 to 1 is the box."""

    x1: float
    y1: float
    x2: float
    y2: float
    rel1: tuple[float, float]
    rel2: tuple[float, float]


def ends_of(pairs: Sequence[tuple[str, str]], nodes: Mapping[str, Vertex]) -> list[Ends]:
    """The ends of each arrow, in the order of `pairs` (sender, receiver)."""
    between: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, pair in enumerate(pairs):
        between[tuple(sorted(pair))].append(index)
    result: dict[int, Ends] = {}
    for group in between.values():
        for lane, index in enumerate(group):
            source, target = (nodes[end] for end in pairs[index])
            if source is target:
                result[index] = _loop(source, lane)
            else:
                side = 1 if source.id < target.id else -1
                result[index] = _line(source, target, side * _APART * (lane - (len(group) - 1) / 2))
    return [result[index] for index in range(len(pairs))]


def _line(source: Vertex, target: Vertex, aside: float) -> Ends:
    length = hypot(target.x - source.x, target.y - source.y) or 1.0
    ux, uy = (target.x - source.x) / length, (target.y - source.y) / length
    first = _edge(source, ux, uy, aside)
    second = _edge(target, -ux, -uy, -aside)
    return _ends(source, target, first, second)


def _edge(vertex: Vertex, ux: float, uy: float, aside: float) -> tuple[float, float]:
    """The point of a cell's box in a direction, moved aside, as numbers from -1 to 1."""
    half_x, half_y = vertex.width / 2, vertex.height / 2
    reach = min(half_x / abs(ux) if ux else 1e9, half_y / abs(uy) if uy else 1e9)
    x, y = reach * ux - aside * uy, reach * uy + aside * ux
    return max(-1.0, min(1.0, x / half_x)), max(-1.0, min(1.0, y / half_y))


def _loop(vertex: Vertex, lane: int) -> Ends:
    """From the top of a cell to its right side."""
    shift = min(0.8, 0.25 * lane)
    return _ends(vertex, vertex, (-shift, -1.0), (1.0, shift))


def _ends(source: Vertex, target: Vertex, first, second) -> Ends:
    def at(vertex: Vertex, rel: tuple[float, float]) -> tuple[float, float]:
        x, y = vertex.x + rel[0] * vertex.width / 2, vertex.y + rel[1] * vertex.height / 2
        return round(x, 2), round(y, 2)

    rels = [(round(x, 4), round(y, 4)) for x, y in (first, second)]
    return Ends(*at(source, first), *at(target, second), *rels)
