"""Cells of a mirrored figure are moved apart, as little as their names need."""

from making import stage

from cascade.layout.drawing import draw
from cascade.layout.geometry import Rect
from cascade.layout.loosening import loosen
from cascade.notation.sizes import PLAIN, size_of


def loosened(drawing, still=(), frame=None):
    nodes = list(drawing.pathway.nodes)
    names = {node: drawing.pathway.nodes[node].cell.short for node in nodes}
    sizes = dict.fromkeys(nodes, size_of(PLAIN).node)
    frame = frame or Rect(0, 0, 900, 900)
    points = {node: (300.0 + 20 * number, 300.0) for number, node in enumerate(nodes)}
    return points, loosen(points, drawing.glyphs, names, sizes, frame, still)


def boxes(drawing, points):
    for node, point in points.items():
        glyph = drawing.glyphs[node]
        yield Rect.around(point, glyph.width, glyph.height)


def made(make):
    cells = {"tam": (0, 0), "tumor-cell": (1, 0), "nk-cell": (2, 0)}
    return draw(make(stage([{"id": "here", "cells": cells}])))


def test_cells_that_stand_on_each_other_move_apart(make):
    drawing = made(make)
    _, moved = loosened(drawing)
    found = list(boxes(drawing, moved))
    for index, one in enumerate(found):
        assert not any(one.meets(other) for other in found[:index])


def test_a_cell_with_a_place_of_its_own_stays_and_the_others_give_way(make):
    drawing = made(make)
    points, moved = loosened(drawing, still={"here/tumor-cell"})
    assert moved["here/tumor-cell"] == points["here/tumor-cell"]
    found = list(boxes(drawing, moved))
    for index, one in enumerate(found):
        assert not any(one.meets(other) for other in found[:index])
    assert loosened(drawing, still=set(points))[1] == points


def test_in_a_frame_too_low_for_names_cells_stay_within_it(make):
    drawing = made(make)
    frame = Rect(0, 260, 900, 350)
    for box in boxes(drawing, loosened(drawing, frame=frame)[1]):
        assert frame.grown(1).holds(box)
