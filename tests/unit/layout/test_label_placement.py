"""Names stand where there is room, the same on every machine and in every order of a dict."""

import pytest
from making import arrow, stage

from cascade.layout import place_layout
from cascade.layout.drawing import _draw, draw
from cascade.layout.edge_routing import Route
from cascade.layout.geometry import Polyline, Rect
from cascade.layout.label_placement import SIDES, edge_labels, node_sides, side_box
from cascade.notation.glyphs import Glyph

PICTURE = Glyph("round", "", 60, 60, "ellipse")
FRAME = Rect(0, 0, 1000, 800)
SIZE = 20.0


def place(texts, routes, obstacles=(), apart=None, placed=None):
    placed = {} if placed is None else placed
    edge_labels(texts, routes, obstacles, FRAME, apart or {}, placed, (SIZE,))
    return placed


def line(*points):
    """A route sampled finely enough to slide along."""
    (x1, y1), (x2, y2) = points
    steps = [(x1 + (x2 - x1) * i / 10, y1 + (y2 - y1) * i / 10) for i in range(11)]
    return Route(0.0, Polyline(steps))


def sides(names, points, routes=()):
    return node_sides(names, points, dict.fromkeys(points, PICTURE), routes, FRAME)


def test_a_name_stands_below_where_nothing_is():
    assert sides({"a": "Platelet"}, {"a": (500, 400)}) == {"a": "bottom"}


def test_a_name_evades_an_arrow_below():
    below = line((500, 440), (500, 700))
    assert sides({"a": "Platelet"}, {"a": (500, 400)}, [below])["a"] != "bottom"


def test_a_name_evades_a_cell_below():
    points = {"a": (500, 400), "b": (500, 470)}
    assert sides({"a": "Platelet", "b": "NK cell"}, points)["a"] != "bottom"


def test_a_name_stays_in_the_panel():
    assert sides({"a": "Platelet"}, {"a": (500, 765)})["a"] != "bottom"


@pytest.mark.parametrize("side", SIDES)
def test_a_name_stands_beside_its_cell_on_its_side(side):
    box = side_box(side, (500, 400), PICTURE, "Tumor cell")
    assert box.width > 0 and not box.overlap(Rect.around((500, 400), 60, 60))
    away = {"bottom": box.y1 > 430, "top": box.y2 < 370, "right": box.x1 > 530}
    assert away.get(side, box.x2 < 470)


def boxes(found):
    return {id: spot.box(SIZE) for id, spot in found.items()}


def test_a_label_stands_in_the_middle_of_a_free_line():
    spot = place({"a": "CXCL12"}, {"a": line((100, 400), (500, 400))})["a"]
    assert (spot.dx, spot.dy) == (0, 0)


def test_a_label_slides_away_from_an_obstacle():
    obstacle = Rect.around((300, 400), 60, 60)
    found = place({"a": "CXCL12"}, {"a": line((100, 400), (900, 400))}, [obstacle])
    assert not boxes(found)["a"].overlap(obstacle)
    assert (found["a"].dx, found["a"].dy) != (0, 0) or not obstacle.contains((500, 400))


def test_two_labels_on_one_way_do_not_cover_each_other():
    way = line((100, 400), (900, 400))
    found = boxes(place({"a": "CXCL12", "b": "CCL2"}, {"a": way, "b": way}))
    assert not found["a"].overlap(found["b"])


def test_a_merged_line_and_its_members_do_not_get_in_each_others_way():
    way = line((100, 400), (900, 400))
    apart = {"pair": {"a"}, "a": {"pair"}}
    found = place({"a": "CXCL12", "pair": "CXCL12"}, {"a": way, "pair": way}, apart=apart)
    assert (found["a"].dx, found["a"].dy) == (found["pair"].dx, found["pair"].dy) == (0, 0)


def test_labels_already_placed_stay():
    way = line((100, 400), (900, 400))
    first = place({"a": "CXCL12"}, {"a": way})
    before = first["a"]
    place({"b": "CCL2"}, {"a": way, "b": way}, placed=first)
    assert first["a"] == before


def test_a_drawing_is_the_same_every_time(pathways, drawings):
    for id, pathway in pathways.items():
        place_layout._laid.clear()
        again = _draw.__wrapped__(pathway, False)
        assert again.sides == drawings[id].sides
        assert again.labels == drawings[id].labels
        assert again.routes == drawings[id].routes


def test_a_label_does_not_hang_on_the_order_of_routes_and_obstacles():
    ways = {
        "a": line((100, 100), (900, 700)),
        "b": line((100, 700), (900, 100)),
        "c": line((100, 400), (900, 400)),
    }
    obstacles = [Rect.around((x, 400), 50, 50) for x in (200, 500, 800)]
    texts = {"a": "CXCL12", "b": "CCL2", "c": "IL-6"}
    turned = dict(reversed(ways.items()))
    assert place(texts, ways, obstacles) == place(texts, turned, obstacles[::-1])


def test_every_cell_has_a_side_and_every_named_line_a_label(drawings):
    for drawing in drawings.values():
        assert drawing.sides.keys() == drawing.pathway.nodes.keys()
        assert set(drawing.sides.values()) <= SIDES.keys()
        named = {id for id, text in drawing.texts.items() if text}
        assert drawing.labels.keys() == named


def test_the_order_of_the_file_moves_no_name(make):
    cells = {"tam": (0, 1), "tumor-cell": (4, 1), "nk-cell": (2, 0), "platelet": (2, 2)}
    arrows = [
        arrow("a", "tam > tumor-cell", mediators=["EGF"], mediator_basis="paper"),
        arrow("b", "nk-cell > platelet", mediators=["IL4"], mediator_basis="paper"),
    ]
    one, two = (
        draw(make(stage([{"id": "here", "grid": [5, 3], "cells": cells}], order), id=name))
        for name, order in (("one", arrows), ("two", arrows[::-1]))
    )
    assert one.sides == two.sides
