"""Arrowheads as cytoscape.js 3.28 draws them: the tip at (0, 0), the line coming from above."""

from collections.abc import Sequence
from math import cos, sin

from ..layout.geometry import Point
from .xml import number, path

_TRIANGLE = ((0, 0), (0.15, -0.3), (-0.15, -0.3))
# Closed outlines by shape, for a head of size 1.
_OUTLINES: dict[str, tuple[tuple[Point, ...], ...]] = {
    "triangle": (_TRIANGLE,),
    "triangle-tee": (_TRIANGLE, ((-0.15, -0.4), (-0.15, -0.5), (0.15, -0.5), (0.15, -0.4))),
    "vee": (((-0.15, -0.3), (0, 0), (0.15, -0.3), (0, -0.15)),),
    "square": (((-0.15, 0), (0.15, 0), (0.15, -0.3), (-0.15, -0.3)),),
    "tee": (((-0.15, 0), (-0.15, -0.1), (0.15, -0.1), (0.15, 0)),),
    "diamond": (((-0.15, -0.15), (0, -0.3), (0.15, -0.15), (0, 0)),),
    "chevron": (
        ((0, 0), (-0.15, -0.15), (-0.1, -0.2), (0, -0.1), (0.1, -0.2), (0.15, -0.15)),
    ),
}  # fmt: skip
_RADIUS = 0.15


def size(width: float, scale: float) -> float:
    """The size of a head on a line of a width."""
    return max((width * 13.37) ** 0.9, 29) * scale


def spacing(shape: str, width: float, scale: float) -> float:
    """From the cell's outline (and its gap) to the tip."""
    return {"circle": size(width, scale) * _RADIUS, "tee": 1.0}.get(shape, 0.0)


def gap(shape: str, width: float, scale: float) -> float:
    """From the cell's outline (and its gap) to the end of the line."""
    if shape == "none":
        return 0.0
    if shape == "tee":
        return 1.0
    return width * scale * {"vee": 1.05, "diamond": 1.0, "chevron": 0.95}.get(shape, 2.0)


def head(shape: str, tip: Point, angle: float, width: float, scale: float) -> str:
    """Path data of a head with its tip at a point."""
    big = size(width, scale)
    if shape == "circle":
        r = big * _RADIUS
        turn = f"a{number(r)} {number(r)} 0 1 0"
        half = number(2 * r)
        return path("M", (tip[0] - r, tip[1])) + f"{turn} {half} 0{turn}-{half} 0z"
    outlines = _OUTLINES.get(shape) or (_TRIANGLE, _cross(width / big))
    steps: list[str | Point] = []
    for outline in outlines:
        for index, point in enumerate(outline):
            if index < 2:
                steps.append("ML"[index])
            steps.append(_turned(point, tip, angle, big))
        steps.append("z")
    return path(*steps)


def _cross(thick: float) -> Sequence[Point]:
    """The bar behind a triangle-cross, as thick as the line."""
    return ((-0.15, -0.4), (-0.15, -0.4 - thick), (0.15, -0.4 - thick), (0.15, -0.4))


def _turned(point: Point, tip: Point, angle: float, big: float) -> Point:
    x, y = point
    return (
        tip[0] + (x * cos(angle) - y * sin(angle)) * big,
        tip[1] + (x * sin(angle) + y * cos(angle)) * big,
    )
