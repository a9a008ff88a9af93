"""From grid places to drawing units: plain, repeatable, and nobody outside his panel."""

from dataclasses import replace
from itertools import pairwise

import pytest
from making import stage

from cascade.layout.grid import grid_layout, grid_of
from cascade.layout.viewport import SCREENS

CELLS = {"tam": (0, 0), "tumor-cell": (2, 0), "nk-cell": (1, 1.5)}


def test_the_same_pathway_always_lies_the_same(pathways):
    for pathway in pathways.values():
        assert grid_layout(pathway) == grid_layout(pathway)


def test_every_cell_stands_inside_its_panel(pathways):
    for pathway in pathways.values():
        layout = grid_layout(pathway)
        assert layout.points.keys() == pathway.nodes.keys()
        for id, node in pathway.nodes.items():
            assert layout.boxes[node.place.id].contains(layout.points[id]), id


def test_every_panel_and_card_has_a_box(pathways):
    for pathway in pathways.values():
        ids = [panel.id for s in pathway.stages for panel in s.panels]
        ids += [card.id for s in pathway.stages for panel in s.panels for card in panel.cards]
        assert sorted(grid_layout(pathway).boxes) == sorted(ids)


def test_cards_lie_inside_their_panel_and_apart(pathways):
    for pathway in pathways.values():
        boxes = grid_layout(pathway).boxes
        for panel in (panel for one in pathway.stages for panel in one.panels):
            for index, card in enumerate(panel.cards):
                assert boxes[panel.id].holds(boxes[card.id]), card.id
                for other in panel.cards[:index]:
                    assert not boxes[card.id].overlap(boxes[other.id]), (card.id, other.id)


def test_panels_do_not_overlap(pathways):
    for pathway in pathways.values():
        boxes = grid_layout(pathway).boxes
        panels = [boxes[panel.id] for s in pathway.stages for panel in s.panels]
        for index, box in enumerate(panels):
            assert not any(box.overlap(other) for other in panels[:index])


def test_a_box_given_is_the_box_taken(make):
    panel = {"id": "here", "box": [100, 50, 400, 300], "cells": CELLS}
    box = grid_layout(make(stage([panel]))).boxes["here"]
    assert (box.x1, box.y1, box.x2, box.y2) == (100, 50, 500, 350)


def test_panels_without_boxes_stand_side_by_side(make):
    one = {"id": "one", "cells": CELLS}
    two = {"id": "two", "cells": {"platelet": (0, 0)}}
    three = {"id": "three", "cells": {"platelet": (3, 1), "neutrophil": (0, 0)}}
    pathway = make(stage([one, two]), stage([three], id="wall"))
    boxes = [grid_layout(pathway).boxes[id] for id in ("one", "two", "three")]
    for left, right in pairwise(boxes):
        assert left.x2 < right.x1
        assert left.y1 == right.y1


def test_cards_without_boxes_stand_side_by_side_in_their_panel(make):
    cards = [{"id": "one", "cells": CELLS}, {"id": "two", "cells": {"platelet": (0, 0)}}]
    boxes = grid_layout(make(stage([{"id": "all", "cards": cards}]))).boxes
    assert boxes["one"].x2 < boxes["two"].x1
    assert boxes["all"].holds(boxes["one"]) and boxes["all"].holds(boxes["two"])


def test_the_grid_keeps_the_order_of_columns_and_rows(make):
    pathway = make(stage([{"id": "here", "cells": CELLS}]))
    points = grid_layout(pathway).points
    tam, tumor, nk = (points[f"here/{cell}"] for cell in CELLS)
    assert tam[0] < nk[0] < tumor[0]
    assert tam[1] == tumor[1] < nk[1]
    assert nk[0] - tam[0] == pytest.approx(tumor[0] - nk[0], abs=0.2)


def test_a_grid_not_given_is_the_smallest_that_holds_the_cells(make):
    pathway = make(stage([{"id": "here", "cells": CELLS}]))
    assert grid_of(pathway.places["here"].card) == (3, 3)
    pathway = make(stage([{"id": "here", "cells": CELLS, "grid": [5, 4]}]), id="given")
    assert grid_of(pathway.places["here"].card) == (5, 4)


def test_a_tall_figure_is_the_mirrored_one(make):
    """A little flatter, so that it fills a tablet; cells may have a place of their own."""
    cells = {"tam": (0, 0), "tumor-cell": (4, 1)}
    panel = {"id": "here", "box": [0, 0, 1140, 700], "grid": [5, 3], "cells": cells}
    wide, tall = (grid_layout(make(stage([panel])), shape) for shape in (False, True))
    assert (tall.boxes["here"].width, tall.boxes["here"].height) == (700, 1094)
    (x, y), (u, v) = tall.points["here/tam"], tall.points["here/tumor-cell"]
    assert v - y > u - x > 0

    pathway = make(stage([panel]), id="moved")
    nodes = {id: replace(node, tall=(1.0, 2.0)) for id, node in pathway.nodes.items()}
    moved = replace(pathway, nodes={**pathway.nodes, "here/tam": nodes["here/tam"]})
    assert grid_layout(moved) == wide
    (p, q) = grid_layout(moved, tall=True).points["here/tam"]
    assert p == pytest.approx(350) and y < q < v
    assert grid_layout(moved, tall=True).points["here/tumor-cell"] == (u, v)


def test_both_shapes_of_a_screen_are_filled_by_a_panel_alone(make):
    for cells in (CELLS, {"tam": (0, 0), "tumor-cell": (0, 5)}, {"tam": (7, 0)}):
        pathway = make(stage([{"id": "here", "cells": cells}]), id=f"made-{len(cells)}-{id(cells)}")
        for tall in (False, True):
            (box,) = grid_layout(pathway, tall).boxes.values()
            for screen in (one for one in SCREENS if one.tall == tall):
                parts = [side * screen.zoom(box) for side in (box.width, box.height)]
                filled = sorted(p / room for p, room in zip(parts, screen.room, strict=True))
                assert filled[1] >= 0.92 and filled[0] >= 0.75, (cells, screen.name, filled)
