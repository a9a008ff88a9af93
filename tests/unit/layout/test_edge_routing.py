"""Lines run from cell to cell, around strangers, and apart from each other."""

from collections import defaultdict
from math import dist

import pytest
from making import arrow, stage

from cascade.layout.drawing import draw
from cascade.layout.geometry import Rect, control_point, leave, quadratic
from cascade.layout.levels import ALL, merged, spread
from cascade.notation.sizes import ARROW_GAP

TO = "tam > tumor-cell"


@pytest.fixture
def drawn(make):
    def drawn(cells, *arrows, id="made"):
        panel = {"id": "here", "grid": [5, 3], "cells": cells}
        return draw(make(stage([panel], arrows), id=id))

    return drawn


ENDS = {"tam": (0, 1), "tumor-cell": (4, 1)}


def test_every_line_has_a_route(drawings):
    for drawing in drawings.values():
        assert drawing.routes.keys() == {line.id for line in drawing.lines}


def test_with_nothing_in_between_a_line_is_straight(drawn):
    route = drawn(ENDS, arrow("a", TO)).routes["a"]
    assert route.bend == 0
    assert len({round(y, 6) for _, y in route.path}) == 1


def test_a_line_bends_around_a_stranger(drawn):
    drawing = drawn({**ENDS, "nk-cell": (2, 1)}, arrow("a", TO))
    assert drawing.routes["a"].bend != 0
    assert not drawing.routes["a"].path.hits(drawing.node_box("here/nk-cell"))


def test_a_bend_of_the_author_is_kept(drawn):
    for number, bend in enumerate((90.0, -35.0, 0.0)):
        drawing = drawn({**ENDS, "nk-cell": (2, 1)}, arrow("a", TO, bend=bend), id=f"made-{number}")
        assert drawing.routes["a"].bend == bend


def test_a_positive_bend_runs_right_of_the_way(drawn):
    there = drawn(ENDS, arrow("a", TO, bend=80.0)).routes["a"].path
    back = drawn(ENDS, arrow("a", "tumor-cell > tam", bend=80.0), id="back").routes["a"].path
    assert there.at(0.5)[1] > there[0][1] and back.at(0.5)[1] < back[0][1]


def test_the_bend_given_to_cytoscape_is_the_curve_computed_here(drawing):
    points = drawing.layout.points
    for line in drawing.lines:
        route = drawing.routes[line.id]
        if route.loop:
            continue
        a, b = points[line.source], points[line.target]
        control = control_point(a, b, route.bend)
        # The ends lie on the outlines, so the middle may differ by what was cut away, no more.
        whole = quadratic(a, control, b, 0.5)
        cut = max(dist(a, route.path[0]), dist(b, route.path[-1]))
        assert dist(whole, route.path.at(0.5)) <= cut, line.id


def test_a_line_starts_and_ends_just_outside_its_cells(drawings):
    for drawing in drawings.values():
        for line in drawing.lines:
            route = drawing.routes[line.id]
            for node, end in ((line.source, route.path[0]), (line.target, route.path[-1])):
                assert drawing.node_box(node).grown(9).contains(end), line.id
                box = drawing.node_box(node)
                if not route.loop:
                    inner = Rect.around(box.center, box.width * 0.7, box.height * 0.7)
                    assert not inner.contains(end), line.id


def test_a_signal_to_its_own_kind_is_a_loop_beside_the_cell(drawings):
    for drawing in drawings.values():
        for line in drawing.lines:
            route = drawing.routes[line.id]
            assert route.loop == (line.source == line.target)
            if route.loop:
                assert not drawing.node_box(line.source).holds(route.path.box)


def demand_loops_apart(drawing):
    """Loops of a cell begin and end at its outline, and do not lie on each other, in both levels
    that merge them and that do not."""
    groups = defaultdict(list)
    for line in drawing.lines:
        if line.source == line.target:
            route, glyph = drawing.routes[line.id], drawing.glyphs[line.source]
            center = drawing.layout.points[line.source]
            for end in (route.path[0], route.path[-1]):
                edge = leave(center, end, glyph.width, glyph.height)
                assert dist(edge, end) == pytest.approx(ARROW_GAP, abs=0.2), line.id
            groups[line.source].append(line)
    for group in groups.values():
        for shown in (spread(group, ALL), merged(group, ALL)):
            routes = [drawing.routes[line.id] for line in shown]
            for index, one in enumerate(routes):
                for other in routes[:index]:
                    assert not one.path.crosses(other.path)
                    ends = [(a, b) for a in one.path[:: len(one.path) - 1] for b in other.path]
                    assert min(dist(a, b) for a, b in ends) > 5
    return {len(group) for group in groups.values()}


@pytest.mark.parametrize("tall", [False, True])
def test_the_loops_of_the_flagship_lie_apart(flagship, tall):
    """The tumor cell in the lung has three, of which some merge."""
    assert max(demand_loops_apart(draw(flagship, tall))) >= 4


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_several_loops_of_a_cell_lie_apart(drawn, count):
    loops = [arrow(f"a-{number}", "tam > tam") for number in range(count)]
    other = arrow("b", "tam > tam", effect="inhibits")
    drawing = drawn(ENDS, *loops[: count - 1], other, arrow("c", TO), id=f"made-{count}")
    assert max(demand_loops_apart(drawing)) == count + (count > 2)


def test_lines_of_one_lane_run_the_same_way(drawing):
    for line in drawing.lines:
        if line.merged:
            assert drawing.routes[line.id].path == drawing.routes[line.arrows[0].id].path


def test_core_lines_between_two_cells_run_apart(drawings):
    for drawing in drawings.values():
        groups = defaultdict(list)
        for line in drawing.lines:
            if not line.merged and line.tier != "extended" and line.source != line.target:
                groups[frozenset((line.source, line.target))].append(line.id)
        for group in groups.values():
            middles = [drawing.routes[id].path.at(0.5) for id in group]
            for index, one in enumerate(middles):
                assert all(dist(one, other) > 10 for other in middles[:index]), group


def test_two_lines_there_and_back_are_mirror_images(drawn):
    drawing = drawn(ENDS, arrow("a", TO), arrow("b", "tumor-cell > tam"))
    a, b = (drawing.routes[id].path.at(0.5) for id in "ab")
    middle = drawing.layout.points["here/tam"][1]
    assert a[1] - middle == pytest.approx(middle - b[1])
    assert a[1] != b[1]
