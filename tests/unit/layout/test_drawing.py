"""A drawing tells for every cell, line and name where it lies."""

import pytest
from effort import calls
from making import arrow, stage

from cascade.layout.drawing import draw
from cascade.model.vocabulary import RANK
from cascade.notation.sizes import NEAR


def test_every_file_in_pathways_draws(pathways, drawings):
    assert len(pathways) >= 3
    for id, drawing in drawings.items():
        nodes = pathways[id].nodes.keys()
        assert (
            drawing.layout.points.keys() == drawing.glyphs.keys() == drawing.sides.keys() == nodes
        )
        ids = {line.id for line in drawing.lines}
        assert drawing.routes.keys() == drawing.texts.keys() == ids
        assert drawing.labels.keys() <= ids


def test_a_drawing_has_every_arrow_once(pathways, drawings):
    for id, pathway in pathways.items():
        singles = [line.id for line in drawings[id].lines if not line.merged]
        assert sorted(singles) == sorted(arrow.id for arrow in pathway.arrows)


def test_a_cell_ranks_as_its_best_arrow_here(pathways, drawings):
    for id, pathway in pathways.items():
        for node, rank in drawings[id].ranks.items():
            own = [a for a in pathway.arrows if node in (a.source, a.target)]
            best = min((RANK[a.interaction.tier] for a in own), default=2)
            # A place that only the full detail fills shows its cells all the same.
            place = pathway.nodes[node].place.id
            core = any(RANK[a.interaction.tier] < 2 for a in pathway.arrows if a.place.id == place)
            assert rank == (best if core else 1)


def test_boxes_of_cell_and_name(drawings):
    for drawing in drawings.values():
        for node, point in drawing.layout.points.items():
            box = drawing.node_box(node)
            assert box.center == pytest.approx(point)
            assert not box.overlap(drawing.name_box(node))


def test_names_seen_from_near_are_smaller(drawing):
    for node in drawing.pathway.nodes:
        near, far = drawing.name_box(node, NEAR), drawing.name_box(node)
        assert near.height < far.height or near.width < far.width


def test_a_pathway_without_arrows_draws(make):
    drawing = draw(make(stage([{"id": "here", "cells": {"tam": (0, 0)}}])))
    assert not drawing.lines and len(drawing.sides) == 1


def crowd(number):
    """10 cells and `number` arrows in one place."""
    ids = ["tam", "tumor-cell", "nk-cell", "platelet", "neutrophil", "caf", "treg", "mdsc"]
    ids += ["mast-cell", "b-cell"]
    cells = {cell: (index % 5, index // 5) for index, cell in enumerate(ids)}
    ends = [f"{a} > {b}" for a in ids for b in ids if a != b]
    arrows = [
        arrow(f"a-{n}", ends[n % len(ends)], effect=("activates", "inhibits", "binds")[n % 3])
        for n in range(number)
    ]
    return stage([{"id": "here", "cells": cells}], arrows)


@pytest.mark.slow
def test_the_work_of_drawing_grows_with_the_arrows_and_not_with_their_square(make):
    some, many = make(crowd(180)), make(crowd(540))
    assert calls(lambda: draw(many)) < 3 * calls(lambda: draw(some))
