"""Arithmetic against slower arithmetic: exact where coordinates are whole numbers."""

import random
from fractions import Fraction
from itertools import pairwise
from math import hypot

import pytest

from cascade.layout.bins import Bins
from cascade.layout.geometry import (
    Polyline,
    Rect,
    bounds,
    control_point,
    leave,
    quadratic,
    segment_hits,
    segments_cross,
)


def points(some, count, reach=20):
    return [(some.randint(-reach, reach), some.randint(-reach, reach)) for _ in range(count)]


def box(some, reach=20):
    (x1, y1), (x2, y2) = points(some, 2, reach)
    return Rect(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))


def meet(p, q, rect):
    """Exactly: whether some share t of the way from p to q lies in the box."""
    low, high = Fraction(0), Fraction(1)
    for start, end, least, most in (
        (p[0], q[0], rect.x1, rect.x2),
        (p[1], q[1], rect.y1, rect.y2),
    ):
        if start == end:
            if not least <= start <= most:
                return False
            continue
        ts = sorted(Fraction(edge - start, end - start) for edge in (least, most))
        low, high = max(low, ts[0]), min(high, ts[1])
    return low <= high


def cross(p, q, r, s):
    """Exactly: whether the inner parts of two segments share one point."""
    dx, dy, ex, ey = q[0] - p[0], q[1] - p[1], s[0] - r[0], s[1] - r[1]
    turn = dx * ey - dy * ex
    if turn == 0:
        return False
    t = Fraction((r[0] - p[0]) * ey - (r[1] - p[1]) * ex, turn)
    u = Fraction((r[0] - p[0]) * dy - (r[1] - p[1]) * dx, turn)
    return 0 < t < 1 and 0 < u < 1


def test_a_positive_bend_lies_to_the_right_of_the_way():
    assert control_point((0, 0), (10, 0), 4) == (5, 4)  # eastward: right is down, where y grows
    assert control_point((0, 0), (0, 10), 4) == (-4, 5)
    assert control_point((10, 0), (0, 0), 4) == (5, -4)


def test_a_control_point_is_as_far_from_the_middle_as_the_bend():
    some = random.Random(5)
    for _ in range(300):
        a, b = points(some, 2)
        if a == b:
            continue
        bend = some.uniform(-50, 50)
        x, y = control_point(a, b, bend)
        middle = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
        assert hypot(x - middle[0], y - middle[1]) == pytest.approx(abs(bend))
        right = (b[0] - a[0]) * (y - middle[1]) - (b[1] - a[1]) * (x - middle[0])
        assert right * bend >= 0


def test_going_back_with_the_opposite_bend_is_the_same_curve():
    assert control_point((3, 4), (9, 1), 7) == pytest.approx(control_point((9, 1), (3, 4), -7))


def test_a_curve_starts_and_ends_at_its_ends():
    a, c, b = (0, 0), (5, 20), (10, 0)
    assert quadratic(a, c, b, 0) == a
    assert quadratic(a, c, b, 1) == b
    assert quadratic(a, c, b, 0.5) == (5, 10)


def test_a_ray_leaves_an_ellipse_on_its_outline():
    some = random.Random(6)
    for _ in range(200):
        toward = (some.uniform(-90, 90), some.uniform(-90, 90))
        x, y = leave((0, 0), toward, 60, 40)
        assert (x / 30) ** 2 + (y / 20) ** 2 == pytest.approx(1)
        assert x * toward[0] >= 0 and y * toward[1] >= 0
    assert leave((0, 0), (9, 0), 60, 40, 5) == (35, 0)
    assert leave((7, 8), (7, 8), 60, 40, 5) == (7, 8)


def test_a_segment_meets_a_box_exactly_where_arithmetic_says_so():
    some = random.Random(7)
    hits = 0
    for _ in range(5000):
        p, q = points(some, 2)
        rect = box(some)
        # Boxes with borders off the grid, so that a mere touch cannot hang on rounding.
        rect = Rect(rect.x1 - 0.25, rect.y1 - 0.25, rect.x2 + 0.25, rect.y2 + 0.25)
        exact = Rect(*(Fraction(side) for side in (rect.x1, rect.y1, rect.x2, rect.y2)))
        assert segment_hits(p, q, rect) == meet(p, q, exact), (p, q, rect)
        hits += meet(p, q, exact)
    assert 1000 < hits < 4500


def test_segments_cross_exactly_where_arithmetic_says_so():
    some = random.Random(8)
    crossings = 0
    for _ in range(5000):
        p, q, r, s = points(some, 4, reach=6)
        assert segments_cross(p, q, r, s) == cross(p, q, r, s), (p, q, r, s)
        crossings += cross(p, q, r, s)
    assert 500 < crossings < 4500


def test_lines_meet_boxes_and_each_other_as_their_parts_do():
    some = random.Random(9)
    for _ in range(1500):
        one, two = (Polyline(points(some, some.randint(2, 6))) for _ in range(2))
        rect = box(some, reach=12).grown(0.25)
        assert one.hits(rect) == any(segment_hits(p, q, rect) for p, q in pairwise(one))
        parts = [(a, b) for a in pairwise(one) for b in pairwise(two)]
        assert one.crosses(two) == any(segments_cross(*a, *b) for a, b in parts)
        assert one.crosses(two) == two.crosses(one)


def test_a_line_knows_its_box_and_its_points():
    line = Polyline([(0, 0), (10, 0), (10, 10)])
    assert line.box == Rect(0, 0, 10, 10)
    assert [line.at(t) for t in (0, 0.25, 0.5, 1)] == [(0, 0), (5, 0), (10, 0), (10, 10)]


def test_boxes():
    rect = Rect.around((10, 20), 8, 4)
    assert rect == Rect(6, 18, 14, 22)
    assert (rect.width, rect.height, rect.center) == (8, 4, (10, 20))
    assert rect.grown(1) == Rect(5, 17, 15, 23)
    assert rect.contains((6, 18)) and not rect.contains((5.9, 18))
    assert rect.holds(rect) and rect.grown(1).holds(rect) and not rect.holds(rect.grown(1))


def test_overlap_is_the_shared_area():
    some = random.Random(10)
    for _ in range(500):
        one, two = box(some, 8), box(some, 8)
        shared = sum(
            one.x1 <= x < one.x2 and two.x1 <= x < two.x2
            and one.y1 <= y < one.y2 and two.y1 <= y < two.y2
            for x in range(-8, 8)
            for y in range(-8, 8)
        )  # fmt: skip
        assert one.overlap(two) == two.overlap(one) == shared


def test_bounds_hold_every_box_and_no_more():
    some = random.Random(11)
    boxes = [box(some) for _ in range(20)]
    whole = bounds(boxes)
    assert all(whole.holds(one) for one in boxes)
    assert whole.x1 == min(one.x1 for one in boxes)
    assert whole.y2 == max(one.y2 for one in boxes)
    assert bounds(boxes[:1]) == boxes[0]


def test_bins_leave_out_nothing_that_meets():
    rng = random.Random(5)

    def point():
        return rng.uniform(-900, 900), rng.uniform(-900, 900)

    boxes = {n: Rect.around(point(), rng.uniform(1, 400), rng.uniform(1, 400)) for n in range(100)}
    boxes[100] = Rect(-1e14, 0, 1e14, 10)
    curves = {n: Polyline(point() for _ in range(rng.choice((2, 5)))) for n in range(90)}
    bins, ways = Bins(boxes.items()), Bins(curves.items())
    for n, box in boxes.items():
        near = bins.near(box)
        assert near == sorted(near) and {m for m in boxes if box.meets(boxes[m])} <= set(near)
        assert bins.after(n, box) == [m for m in near if m > n]
        assert {m for m in curves if curves[m].hits(box)} <= set(ways.near(box))
    for curve in curves.values():
        assert {m for m in curves if curve.crosses(curves[m])} <= set(ways.near(curve))
        assert {m for m in boxes if curve.hits(boxes[m])} <= set(bins.near(curve))
    assert len(bins.near(Rect(0, 0, 1, 1))) < 30
