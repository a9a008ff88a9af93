"""Points, boxes and curves in drawing units. Pure arithmetic, y grows downwards."""

from collections.abc import Iterable
from functools import cache, cached_property
from itertools import pairwise
from math import atan2, degrees, hypot, inf
from typing import NamedTuple

Point = tuple[float, float]
Segment = tuple[Point, Point, float, float, float, float]
"""Both ends, and the box around them: left, top, right, bottom."""


class Rect(NamedTuple):
    """An axis-parallel box: left, top, right, bottom."""

    x1: float
    y1: float
    x2: float
    y2: float

    @classmethod
    def around(cls, center: Point, width: float, height: float) -> "Rect":
        x, y = center
        return cls(x - width / 2, y - height / 2, x + width / 2, y + height / 2)

    @property
    def width(self) -> float:
        return self.x2 - self.x1

    @property
    def height(self) -> float:
        return self.y2 - self.y1

    @property
    def center(self) -> Point:
        return (self.x1 + self.x2) / 2, (self.y1 + self.y2) / 2

    def grown(self, by: float) -> "Rect":
        return Rect(self.x1 - by, self.y1 - by, self.x2 + by, self.y2 + by)

    def moved(self, x: float, y: float) -> "Rect":
        return Rect(self.x1 + x, self.y1 + y, self.x2 + x, self.y2 + y)

    def contains(self, point: Point) -> bool:
        return self.x1 <= point[0] <= self.x2 and self.y1 <= point[1] <= self.y2

    def holds(self, other: "Rect") -> bool:
        """Whether another box lies inside this one."""
        return (
            self.x1 <= other.x1
            and self.y1 <= other.y1
            and self.x2 >= other.x2
            and self.y2 >= other.y2
        )

    def meets(self, other: "Rect") -> bool:
        """Whether the boxes share area; touching is not meeting."""
        return (
            self.x1 < other.x2 and other.x1 < self.x2 and self.y1 < other.y2 and other.y1 < self.y2
        )

    def count_met(self, others: Iterable["Rect"]) -> int:
        """How many of some boxes share area with this one."""
        left, top, right, bottom = self
        met = 0
        for x1, y1, x2, y2 in others:
            if left < x2 and x1 < right and top < y2 and y1 < bottom:
                met += 1
        return met

    def overlap(self, other: "Rect") -> float:
        """Shared area, 0 where they only touch."""
        w = min(self.x2, other.x2) - max(self.x1, other.x1)
        h = min(self.y2, other.y2) - max(self.y1, other.y1)
        return w * h if w > 0 and h > 0 else 0.0

    def union(self, other: "Rect") -> "Rect":
        return Rect(
            min(self.x1, other.x1),
            min(self.y1, other.y1),
            max(self.x2, other.x2),
            max(self.y2, other.y2),
        )


def direction(center: Point, toward: Point) -> float:
    """The angle from a point to another, in degrees clockwise from twelve o'clock."""
    return degrees(atan2(toward[0] - center[0], center[1] - toward[1])) % 360


def between(angle: float, other: float) -> float:
    """How far two directions are apart, 0 to 180 degrees."""
    return abs((angle - other + 180) % 360 - 180)


def bounds(rects) -> Rect:
    """The smallest box around some boxes (at least one)."""
    first, *rest = rects
    for rect in rest:
        first = first.union(rect)
    return first


def control_point(a: Point, b: Point, bend: float) -> Point:
    """Control point of a quadratic curve, as cytoscape's unbundled-bezier at weight 0.5 puts it.

    A positive bend lies to the right of the way from `a` to `b` as seen on the screen.
    """
    length = hypot(b[0] - a[0], b[1] - a[1]) or 1.0
    nx, ny = (a[1] - b[1]) / length, (b[0] - a[0]) / length
    return (a[0] + b[0]) / 2 + nx * bend, (a[1] + b[1]) / 2 + ny * bend


def quadratic(a: Point, c: Point, b: Point, t: float) -> Point:
    """The point at parameter t of a quadratic Bezier curve."""
    s = 1 - t
    return (
        s * s * a[0] + 2 * s * t * c[0] + t * t * b[0],
        s * s * a[1] + 2 * s * t * c[1] + t * t * b[1],
    )


def sampled(a: Point, c: Point, b: Point, steps: int) -> list[Point]:
    """The points of a quadratic Bezier curve, one more than there are steps."""
    (ax, ay), (cx, cy), (bx, by) = a, c, b
    return [(u * ax + v * cx + w * bx, u * ay + v * cy + w * by) for u, v, w in _weights(steps)]


@cache
def _weights(steps: int) -> list[tuple[float, float, float]]:
    parts = [(1 - index / steps, index / steps) for index in range(steps + 1)]
    return [(s * s, 2 * s * t, t * t) for s, t in parts]


def leave(center: Point, toward: Point, width: float, height: float, gap: float = 0.0) -> Point:
    """Where a ray from the center of an ellipse leaves it, plus a gap."""
    dx, dy = toward[0] - center[0], toward[1] - center[1]
    length = hypot(dx, dy)
    if length == 0:
        return center
    ux, uy = dx / length, dy / length
    radius = 1 / hypot(ux / (width / 2), uy / (height / 2)) + gap
    return center[0] + ux * radius, center[1] + uy * radius


class Polyline(tuple[Point, ...]):
    """A sampled curve that remembers its bounding box, so that most tests end at once."""

    box: Rect

    def __new__(cls, points) -> "Polyline":
        line = super().__new__(cls, points)
        xs, ys = zip(*line, strict=True)
        line.box = Rect(min(xs), min(ys), max(xs), max(ys))
        return line

    def at(self, t: float) -> Point:
        """The point at parameter t, 0 to 1."""
        place = t * (len(self) - 1)
        index = min(int(place), len(self) - 2)
        part = place - index
        (x1, y1), (x2, y2) = self[index], self[index + 1]
        return x1 + (x2 - x1) * part, y1 + (y2 - y1) * part

    def hits(self, rect: Rect) -> bool:
        """Whether the curve meets the box."""
        return self.count_hit((rect,)) > 0

    def count_hit(self, boxes: Iterable[Rect]) -> int:
        """How many of some boxes the curve meets."""
        left, top, right, bottom = self.box
        hit = 0
        for box in boxes:
            if left <= box[2] and box[0] <= right and top <= box[3] and box[1] <= bottom:
                hit += count_met((self.segments,), box)
        return hit

    def crosses(self, other: "Polyline") -> bool:
        """Whether the two curves cross."""
        return self.count_crossed((other,)) > 0

    def count_crossed(self, others: Iterable["Polyline"], most: float = inf) -> int:
        """How many of some curves this one crosses; stops counting beyond `most`."""
        left, top, right, bottom = self.box
        crossed = 0
        for other in others:
            x1, y1, x2, y2 = other.box
            if right < x1 or x2 < left or bottom < y1 or y2 < top:
                continue
            theirs = other.within(self.box)
            if theirs and _any_cross(self.within(other.box), theirs):
                crossed += 1
                if crossed > most:
                    break
        return crossed

    @cached_property
    def segments(self) -> list[Segment]:
        result = []
        for p, q in pairwise(self):
            (px, py), (qx, qy) = p, q
            left, right = (px, qx) if px < qx else (qx, px)
            top, bottom = (py, qy) if py < qy else (qy, py)
            result.append((p, q, left, top, right, bottom))
        return result

    def within(self, box: Rect) -> list[Segment]:
        """The segments whose boxes meet a box."""
        left, top, right, bottom = box
        x1, y1, x2, y2 = self.box
        if right < x1 or x2 < left or bottom < y1 or y2 < top:
            return []
        return [
            segment
            for segment in self.segments
            if segment[2] <= right
            and left <= segment[4]
            and segment[3] <= bottom
            and top <= segment[5]
        ]


def count_met(curves: Iterable[Iterable[Segment]], rect: Rect) -> int:
    """How many curves, each given by its segments, meet the box."""
    left, top, right, bottom = rect
    met = 0
    for segments in curves:
        for p, q, x1, y1, x2, y2 in segments:
            near = x1 <= right and left <= x2 and y1 <= bottom and top <= y2
            if near and segment_hits(p, q, rect):
                met += 1
                break
    return met


def _any_cross(some: Iterable[Segment], others: Iterable[Segment]) -> bool:
    for p, q, left, top, right, bottom in some:
        for r, s, x1, y1, x2, y2 in others:
            near = x1 <= right and left <= x2 and y1 <= bottom and top <= y2
            if near and segments_cross(p, q, r, s):
                return True
    return False


def segments_cross(p: Point, q: Point, r: Point, s: Point) -> bool:
    """Whether the open segments pq and rs cross."""
    (px, py), (qx, qy), (rx, ry), (sx, sy) = p, q, r, s
    dx, dy = qx - px, qy - py
    if (dx * (ry - py) - dy * (rx - px)) * (dx * (sy - py) - dy * (sx - px)) >= 0:
        return False
    ex, ey = sx - rx, sy - ry
    return (ex * (py - ry) - ey * (px - rx)) * (ex * (qy - ry) - ey * (qx - rx)) < 0


def segment_hits(p: Point, q: Point, rect: Rect) -> bool:
    """Whether the segment pq meets the box (Liang-Barsky clipping)."""
    t0, t1 = 0.0, 1.0
    dx, dy = q[0] - p[0], q[1] - p[1]
    sides = ((dx, rect.x1 - p[0], rect.x2 - p[0]), (dy, rect.y1 - p[1], rect.y2 - p[1]))
    for delta, low, high in sides:
        if delta == 0:
            if low > 0 or high < 0:
                return False
            continue
        near, far = low / delta, high / delta
        if near > far:
            near, far = far, near
        t0 = near if near > t0 else t0
        t1 = far if far < t1 else t1
        if t0 > t1:
            return False
    return True
