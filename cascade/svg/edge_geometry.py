"""The way of a line on the canvas: cytoscape's unbundled Bezier, its loop, and where it meets the
outline of a cell, as cytoscape.js 3.28 computes them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import atan2, cos, hypot, pi, radians, sin

from ..layout.geometry import Point, quadratic
from .arrowheads import gap, spacing

_CORNER = 8.0


@dataclass(frozen=True)
class Body:
    """A cell as lines see it: its outline with its border."""

    center: Point
    shape: str
    width: float
    height: float


@dataclass(frozen=True)
class Curve:
    """Quadratic curves through `points` (end, control, end, control, ... end), and where the
    marks at its head and its tail touch the cells, and their turns."""

    points: tuple[Point, ...]
    tip: Point
    angle: float
    foot: Point
    foot_angle: float

    @property
    def middle(self) -> Point:
        """Where the label hangs."""
        n = len(self.points)
        if n % 4 == 1:
            return self.points[n // 2]
        a, control, b = self.points[n // 2 - 1 : n // 2 + 2]
        return quadratic(a, control, b, 0.5)


def curve(source: Body, target: Body, style: dict) -> Curve | None:
    """The way between two bodies; None where they lie so close that the canvas draws nothing."""
    if source == target:
        controls = _loop(source.center, style)
    else:
        controls = _controls(source.center, target.center, style)
    shape, width, scale = style["target-arrow-shape"], style["width"], style["arrow-scale"]
    tail = style.get("source-arrow-shape", "none")
    away = style["target-distance-from-node"]
    off = style["source-distance-from-node"]
    leaves = _meet(source, style.get("source-endpoint"), controls[0])
    enters = _meet(target, style.get("target-endpoint"), controls[-1])
    if leaves is None or enters is None:
        return None
    foot = _short(leaves, controls[0], spacing(tail, width, scale) + off)
    start = _short(leaves, controls[0], gap(tail, width, scale) + off)
    tip = _short(enters, controls[-1], spacing(shape, width, scale) + away)
    end = _short(enters, controls[-1], gap(shape, width, scale) + away)
    points = [start]
    for a, b in pairwise(controls):
        points += [a, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)]
    points += [controls[-1], end]
    turned = _turn(tip, quadratic(*points[-3:], 0.9))
    return Curve(tuple(points), tip, turned, foot, _turn(foot, quadratic(*points[:3], 0.1)))


def _turn(tip: Point, near: Point) -> float:
    return atan2(tip[1] - near[1], tip[0] - near[0]) - pi / 2


def _meet(body: Body, endpoint: str | None, control: Point) -> Point | None:
    """Where a line meets a cell: at an angle from twelve o'clock, or on its way from a point."""
    if endpoint:
        turn = _angle(endpoint)
        far = 2 * max(body.width, body.height)
        x, y = body.center
        control = x + far * sin(turn), y - far * cos(turn)
    return meet(body.shape, body.center, body.width, body.height, control)


def _controls(a: Point, b: Point, style: dict) -> list[Point]:
    length = hypot(b[0] - a[0], b[1] - a[1]) or 1.0
    nx, ny = (a[1] - b[1]) / length, (b[0] - a[0]) / length
    weights, distances = style["control-point-weights"], style["control-point-distances"]
    far = distances if isinstance(distances, Sequence) else [distances]
    return [
        (a[0] + (b[0] - a[0]) * w + nx * d, a[1] + (b[1] - a[1]) * w + ny * d)
        for w, d in zip(weights, far, strict=False)
    ]


def _loop(center: Point, style: dict) -> list[Point]:
    reach = 1.4 * style["control-point-distances"]
    middle = _angle(style["loop-direction"]) - pi / 2
    half = _angle(style["loop-sweep"]) / 2
    return [
        (center[0] + cos(turn) * reach, center[1] + sin(turn) * reach)
        for turn in (middle - half, middle + half)
    ]


def _angle(words: str) -> float:
    return radians(float(words.removesuffix("deg")))


def _short(point: Point, toward: Point, by: float) -> Point:
    """The point moved by a distance toward another."""
    dx, dy = point[0] - toward[0], point[1] - toward[1]
    length = hypot(dx, dy)
    part = max((length - by) / length, 1e-5) if length else 0
    return toward[0] + part * dx, toward[1] + part * dy


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
    numbers: list[float] = []
    for (ax, ay), (bx, by) in zip(corners, corners[1:] + corners[:1], strict=True):
        ex, ey = bx - ax, by - ay
        across = px * ey - py * ex
        if abs(across) < 1e-9:
            continue
        # center + t * p = a + s * e
        t, s = (ax * ey - ay * ex) / across, (ax * py - ay * px) / across
        if 0 <= t <= 1 and -1e-9 <= s <= 1 + 1e-9:
            numbers.append(t)
    if not numbers:
        return None
    return center[0] + px * max(numbers), center[1] + py * max(numbers)
