"""The tumor cell's way: a ribbon behind everything that narrows from leg to leg, with the numbers
of the stages on it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, hypot

from ..model.documents import JourneyLeg
from .drawing import Drawing
from .geometry import Point, Rect, sampled

_WIDTH = 34.0
_NARROWS = 0.62
"""What is left of the width at the end of each leg: most cells die on the way."""
_STEPS = 8
_STRAIGHT = 0.8
"""Drawing units that a curve may be off."""
_APART = 400.0
"""Between its points, so that it narrows smoothly."""
_HEAD = (26.0, 2.1)
"""Length of the last leg's head, and its width by the ribbon's."""
_GAP = 8.0
MARK = 36.0
"""A stage's number, across."""
_BEFORE = 12.0
"""From the number that greets who enters to the panel's edge: the middle of a gutter."""


@dataclass(frozen=True)
class Ribbon:
    """A leg as a closed outline, and what it leads to."""

    leg: JourneyLeg
    outline: tuple[Point, ...]
    box: Rect


def ribbons(drawing: Drawing) -> Iterator[Ribbon]:
    """The legs of a pathway's journey, each behind its cells."""
    for leg in drawing.pathway.journey:
        depth = _depth(leg, drawing)
        way = _way(leg, drawing)
        last = not any(other.from_ == leg.to for other in drawing.pathway.journey)
        outline = tuple(_outline(way, depth, last))
        xs, ys = zip(*outline, strict=True)
        yield Ribbon(leg, outline, Rect(min(xs), min(ys), max(xs), max(ys)))


def marks(drawing: Drawing) -> Iterator[tuple[str, str, Point]]:
    """(stage, number, place) of the numbers on the ribbon: one where each stage is entered."""
    pathway, boxes = drawing.pathway, drawing.layout.boxes
    numbers = {stage.id: str(index) for index, stage in enumerate(pathway.stages, start=1)}
    marked: set[str] = set()
    for leg in pathway.journey:
        way = _way(leg, drawing, whole=True)
        begins, ends = (pathway.nodes[id_].place for id_ in (leg.from_, leg.to))
        if begins.stage.id not in marked:
            marked.add(begins.stage.id)
            yield (
                begins.stage.id,
                numbers[begins.stage.id],
                _along(way, _size(leg.from_, drawing) + 5 * MARK),
            )
        if ends.stage.id in marked:
            continue
        marked.add(ends.stage.id)
        edge = _enters(way, boxes[ends.panel.id])
        yield ends.stage.id, numbers[ends.stage.id], _along(way, max(edge - _BEFORE, 0.0))


def _enters(way: list[Point], box: Rect) -> float:
    """How far along its way, in whole units, a leg first is inside a box."""
    walked = 0.0
    for (x1, y1), (x2, y2) in pairwise(way):
        length = hypot(x2 - x1, y2 - y1)
        for step in range(ceil(walked), ceil(walked + length)):
            part = (step - walked) / length
            if box.contains((x1 + (x2 - x1) * part, y1 + (y2 - y1) * part)):
                return float(step)
        walked += length
    return 0.0


def _depth(leg: JourneyLeg, drawing: Drawing) -> int:
    """How many legs come before."""
    depth, start = 0, leg.from_
    for other in reversed(drawing.pathway.journey):
        if other.to == start:
            depth, start = depth + 1, other.from_
    return depth


def _way(leg: JourneyLeg, drawing: Drawing, whole: bool = False) -> list[Point]:
    """The middle of a leg: a smooth curve that its points draw toward themselves."""
    a, b = drawing.layout.points[leg.from_], drawing.layout.points[leg.to]
    via = [drawing.layout.spot(point) for point in leg.via]
    if not via:
        via = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)]
    ends = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in pairwise(via)]
    way = [a]
    for start, control, end in zip([a, *ends], via, [*ends, b], strict=True):
        way += sampled(start, control, end, _STEPS)[1:]
    way = _straightened(way)
    if whole or any(other.from_ == leg.to for other in drawing.pathway.journey):
        return way
    # The last leg stops at its cell's outline.
    stop = _size(leg.to, drawing) + _GAP
    return [p for p in way if hypot(p[0] - b[0], p[1] - b[1]) >= stop] or way[:2]


def _straightened(way: list[Point]) -> list[Point]:
    """The way without points that lie on it anyway."""
    kept = way[:1]
    for point, ahead in pairwise(way[1:]):
        (x, y), (dx, dy) = kept[-1], (ahead[0] - kept[-1][0], ahead[1] - kept[-1][1])
        aside = abs(dx * (point[1] - y) - dy * (point[0] - x)) / (hypot(dx, dy) or 1.0)
        if aside > _STRAIGHT or hypot(point[0] - x, point[1] - y) > _APART:
            kept.append(point)
    return [*kept, way[-1]]


def _size(node: str, drawing: Drawing) -> float:
    glyph = drawing.glyphs[node]
    return max(glyph.width, glyph.height) / 2


def _along(way: list[Point], distance: float) -> Point:
    left = distance
    for start, end in pairwise(way):
        step = hypot(end[0] - start[0], end[1] - start[1])
        if step >= left:
            part = left / (step or 1.0)
            return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part
        left -= step
    return way[-1]


def _outline(way: list[Point], depth: int, head: bool) -> Iterator[Point]:
    lengths = [hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(way)]
    total = sum(lengths) or 1.0
    body, tip = way, None
    if head:
        left = total - _HEAD[0]
        body, walked = [way[0]], 0.0
        for point, length in zip(way[1:], lengths, strict=True):
            if walked + length >= left:
                break
            walked += length
            body.append(point)
        body, tip = [*body, _along(way, max(left, 1.0))], way[-1]
    right, left_side, walked = [], [], 0.0
    for index, (x, y) in enumerate(body):
        if index:
            walked += hypot(x - body[index - 1][0], y - body[index - 1][1])
        ahead, behind = body[min(index + 1, len(body) - 1)], body[max(index - 1, 0)]
        dx, dy = ahead[0] - behind[0], ahead[1] - behind[1]
        length = hypot(dx, dy) or 1.0
        half = _WIDTH * _NARROWS ** (depth + walked / total) / 2
        nx, ny = -dy / length * half, dx / length * half
        left_side.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    if tip:
        (x, y), (nx, ny) = (
            body[-1],
            (left_side[-1][0] - body[-1][0], left_side[-1][1] - body[-1][1]),
        )
        grown = _HEAD[1]
        left_side.append((x + nx * grown, y + ny * grown))
        right.append((x - nx * grown, y - ny * grown))
        yield from (*left_side, tip, *reversed(right))
    else:
        yield from (*left_side, *reversed(right))
