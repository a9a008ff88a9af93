"""Where a line meets the outline of a cell, as cytoscape.js 3.28 computes it."""

from math import hypot

from ..layout.geometry import Point

_CORNER = 8.0


def meet(shape: str, center: Point, width: float, height: float, point: Point) -> Point | None:
    """The point of an outline on the way from `point` to the center; None from inside."""
    if shape == "ellipse":
        return _ellipse(center, width, height, point)
    return _polygon(center, _corners(shape, width, height), point)


def _ellipse(center: Point, width: float, height: float, point: Point) -> Point | None:
    dx, dy = center[0] - point[0], center[1] - point[1]
    length = hypot(dx / (width / 2), dy / (height / 2))
    if length < 1:
        return None
    part = (length - 1) / length
    return point[0] + dx * part, point[1] + dy * part


def _corners(shape: str, width: float, height: float) -> list[Point]:
    x, y = width / 2, height / 2
    if shape == "hexagon":
        return [(x / 2, -y), (x, 0), (x / 2, y), (-x / 2, y), (-x, 0), (-x / 2, -y)]
    # Each rounded corner as a few chords: off by less than a tenth of a unit.
    r = min(width / 4, height / 4, _CORNER)
    arc = [(0.0, 1.0), (0.3827, 0.9239), (0.7071, 0.7071), (0.9239, 0.3827), (1.0, 0.0)]
    quarter = [(x - r + r * a, -(y - r + r * b)) for a, b in arc]
    right = quarter + [(a, -b) for a, b in reversed(quarter)]
    return right + [(-a, b) for a, b in reversed(right)]


def _polygon(center: Point, corners: list[Point], point: Point) -> Point | None:
    px, py = point[0] - center[0], point[1] - center[1]
    found: list[float] = []
    for (ax, ay), (bx, by) in zip(corners, corners[1:] + corners[:1], strict=True):
        ex, ey = bx - ax, by - ay
        across = px * ey - py * ex
        if abs(across) < 1e-9:
            continue
        # center + t * p = a + s * e
        t, s = (ax * ey - ay * ex) / across, (ax * py - ay * px) / across
        if 0 <= t <= 1 and -1e-9 <= s <= 1 + 1e-9:
            found.append(t)
    if not found:
        return None
    return center[0] + px * max(found), center[1] + py * max(found)
