"""Every kind of finding has a bad drawing that triggers it, and the good ones are clean."""

import json
from dataclasses import replace
from itertools import pairwise

import pytest
from effort import calls
from making import arrow, stage

from cascade.layout.drawing import draw
from cascade.layout.lecture_view import lecture_views
from cascade.layout.levels import ALL
from cascade.layout.lint import FATAL, KINDS, inspect, inspected, lint, totals
from cascade.layout.visibility import CAPS, every, views

TO = "tam > tumor-cell"
SIGNAL = {"mediators": ["EGF"], "mediator_basis": "paper"}


@pytest.fixture
def found(make):
    """Kinds of findings in the stage view of one panel."""

    def found(cells, *arrows, id="made", silent=True, **panel):
        """`silent` leaves out the names without room, as always; else all are there."""
        panel = {"id": "here", "grid": [5, 3], **panel, "cells": cells}
        drawing = draw(make(stage([panel], arrows), id=id))
        return kinds(drawing if silent else replace(drawing, mutes={}))

    return found


def kinds(drawing):
    return {finding.kind for finding in lint(drawing)}


def pairs(*ends):
    return [arrow(f"a-{number}", each, **SIGNAL) for number, each in enumerate(ends)]


GOOD = {"tam": (0, 1), "tumor-cell": (4, 1)}


def test_a_good_drawing_has_no_findings(found):
    assert not found(GOOD, *pairs(TO))


def test_cells_overlap(found):
    assert "cells-overlap" in found({"tam": (0, 1), "tumor-cell": (0.1, 1)}, *pairs(TO))


def test_labels_overlap(found):
    """Five long names in a room for two."""
    ids = ("bone-marrow-derived-myeloid-cell", "liver-sinusoidal-endothelial-cell")
    ids += ("inflammatory-monocyte", "bone-marrow-endothelial-cell", "lymph-node-stromal-cell")
    cells = {id: (n, 1) for n, id in enumerate(ids)}
    ends = [f"{one} > {two}" for one, two in pairwise(ids)]
    assert "labels-overlap" in found(cells, *pairs(*ends), box=[0, 0, 300, 200], silent=False)


def test_a_label_on_a_cell(found):
    """A cell ringed by others: its name has nowhere to stand."""
    ring = ["nk-cell", "platelet", "caf", "mdsc", "treg", "mast-cell", "b-cell", "neutrophil"]
    places = [(1, 1), (1.5, 0.9), (2, 1), (1, 1.5), (2, 1.5), (1, 2), (1.5, 2), (2, 2)]
    cells = dict(zip(ring, places, strict=True)) | {"tam": (1.5, 1.45)}
    ends = [f"tam > {cell}" for cell in ring]
    assert "label-on-cell" in found(cells, *pairs(*ends), silent=False)
    assert "left-out" in found(cells, *pairs(*ends), id="quiet")


def test_a_label_on_a_strange_arrow(make):
    drawing = draw(make(stage([{"id": "here", "grid": [5, 3], "cells": {
        **GOOD, "nk-cell": (2, 0), "platelet": (2, 2)}}],
        pairs(TO, "nk-cell > platelet"))))  # fmt: skip
    there = drawing.routes["a-1"].path.at(0.5)
    labels = {**drawing.labels, "a-0": replace(drawing.labels["a-0"], center=there)}
    assert "label-on-arrow" in kinds(replace(drawing, labels=labels))


def test_an_arrow_through_a_cell(found):
    cells = {**GOOD, "nk-cell": (2, 1), "platelet": (2, 2.4)}
    arrows = [arrow("a", TO, bend=0.0), arrow("b", "nk-cell > platelet")]
    assert "arrow-through-cell" in found(cells, *arrows)


def test_arrows_that_cross(found):
    cells = {"tam": (0, 0), "tumor-cell": (4, 2), "nk-cell": (4, 0), "platelet": (0, 2)}
    arrows = [arrow("a", TO, bend=0.0), arrow("b", "nk-cell > platelet", bend=0.0)]
    assert "crossing" in found(cells, *arrows)


def test_labels_too_small_to_read(found):
    """A panel so large that it is seen from far away."""
    assert "small-label" in found(GOOD, *pairs(TO), box=[0, 0, 4000, 3000])


def test_a_view_with_too_many_arrows(found):
    ids = ["tam", "tumor-cell", "nk-cell", "platelet", "neutrophil", "caf", "mdsc"]
    cells = {id: (n % 4, n // 4) for n, id in enumerate(ids)}
    ends = [f"{one} > {two}" for one in ids for two in ids if one != two]
    count = CAPS["stage"]
    assert "crowded" in found(cells, *pairs(*ends[: count + 1]), id="many")
    assert "crowded" not in found(cells, *pairs(*ends[:count]), id="few")


def test_a_cell_that_leaves_its_panel(found):
    cells = {"tam": (0, 0), "tumor-cell": (1, 0)}
    assert "outside" in found(cells, *pairs(TO), grid=[2, 1], box=[0, 0, 200, 120])


def test_views_that_leave_a_screen_empty_and_heads_too_small(found):
    """A panel like a ribbon."""
    assert {"empty", "small-head"} <= set(found(GOOD, *pairs(TO), box=[0, 0, 6000, 600]))


def test_heads_on_one_spot_and_names_on_them(drawing):
    line = next(line for line in drawing.lines if line.tier == "overview" and not line.merged)
    route = drawing.routes[line.id]
    routes = dict.fromkeys(drawing.routes, route)
    labels = {
        id_: replace(label, center=route.head(1).center) for id_, label in drawing.labels.items()
    }
    found = kinds(replace(drawing, routes=routes, labels=labels))
    assert {"heads-together", "label-on-end"} <= set(found)


def test_a_name_without_room_is_told(drawing):
    view = next(view for view in views(drawing) if view.kind == "stage")
    mutes = {**drawing.mutes, view.lines[0].source: view.level}
    found = inspect(view, replace(drawing, mutes=mutes))
    assert "left-out" in {finding.kind for finding in found}


def left_out(drawing):
    """Names on arrows of core views that have no room, by view."""
    return [
        (view.name, line.id)
        for view in views(drawing)
        for line in view.lines
        if view.level in drawing.mutes.get(line.id, "")
    ]


def test_hardly_a_name_of_the_core_views_is_left_out(flagship):
    wide, tall = (left_out(draw(flagship, shape)) for shape in (False, True))
    assert not [one for one in wide if one[0] == "overview"]
    assert len(wide) <= 5 and len(tall) <= 25, (wide, tall)


def test_every_kind_has_a_test():
    """The list above is the list of the linter."""
    assert set(KINDS) == {
        "cells-overlap", "labels-overlap", "label-on-cell", "label-on-arrow",
        "arrow-through-cell", "crossing", "small-label", "crowded", "outside", "label-on-end",
        "heads-together", "left-out", "small-head", "empty",
    }  # fmt: skip
    assert set(FATAL) <= KINDS.keys()


@pytest.mark.parametrize("tall", [False, True])
@pytest.mark.parametrize("id", ["csf1-egf-loop", "vicious-cycle"])
def test_the_small_pathways_are_clean(pathways, id, tall):
    assert [str(finding) for finding in lint(draw(pathways[id], tall))] == []


TOUCHING = {"cells-overlap", "labels-overlap", "label-on-cell", "arrow-through-cell"}
MOST = {
    False: {"label-on-end": 0, "heads-together": 0, "outside": 2, "small-label": 0, "empty": 0},
    True: {"label-on-end": 0, "heads-together": 3, "outside": 4, "small-label": 0, "empty": 4},
}
"""Findings of the flagship in all views at all levels, in wide and in tall windows."""
ON_ARROWS = {
    False: {"overview": 0, "stage": 2, "organ": 0, "lecture": 0},
    True: {"overview": 1, "stage": 3, "organ": 4, "lecture": 1},
}
"""Names on foreign arrows in a view of core detail."""


@pytest.mark.parametrize("tall", [False, True])
def test_nothing_of_the_flagship_touches_at_any_level(flagship, tall):
    found = totals(lint(draw(flagship, tall)))
    assert not TOUCHING & found.keys(), found
    assert {kind: found[kind] for kind in MOST[tall] if found[kind] > MOST[tall][kind]} == {}


@pytest.mark.parametrize("tall", [False, True])
def test_names_lie_on_few_foreign_arrows(flagship, tall):
    """None in the overview and two in a view elsewhere are wanted; here is what remains."""
    for view, found in inspected(draw(flagship, tall)):
        if view.rank < ALL:
            count = totals(found)["label-on-arrow"]
            assert count <= ON_ARROWS[tall][view.kind], (view.name, view.size)


def test_a_finding_tells_view_and_file(make):
    cells = {"tam": (0, 1), "tumor-cell": (0.1, 1)}
    drawing = draw(make(stage([{"id": "here", "grid": [5, 3], "cells": cells}], pairs(TO))))
    findings = lint(drawing)
    assert totals(findings).total() == len(findings)
    overlap = next(finding for finding in findings if finding.kind == "cells-overlap")
    assert overlap.fatal and overlap.view.split(" (")[0] in ("overview", "blood")
    assert "made.yaml:" in overlap.file and "tam" in overlap.message
    assert str(overlap).startswith(overlap.file)


def test_all_findings_are_those_of_the_views(drawing):
    shown = [*every(drawing), *lecture_views(drawing)]
    one_by_one = [finding for view in shown for finding in inspect(view, drawing)]
    assert sorted(map(str, one_by_one)) == sorted(map(str, lint(drawing)))
    assert {finding.kind for finding in one_by_one} <= KINDS.keys()


def test_every_finding_names_the_place_in_the_files(drawings):
    for drawing in drawings.values():
        for finding in lint(drawing):
            assert str(finding).split(": ")[0].rsplit(":", 2)[0].endswith(".yaml"), finding


def test_findings_of_pairs_and_of_views_name_a_place(make):
    many = [*pairs(*[TO] * 45)]
    drawing = draw(make(stage([{"id": "here", "cells": GOOD}], many)))
    found = [finding for finding in lint(drawing) if finding.kind in ("crowded", "outside")]
    assert {"crowded"} <= {finding.kind for finding in found}
    for finding in found:
        assert "made.yaml:" in finding.file, finding


@pytest.mark.slow
def test_the_work_grows_with_the_drawing_not_with_its_square(make):
    def work(rows):
        ids = [[f"c{row}-{column}" for column in range(10)] for row in range(rows)]
        known = [
            {"id": id, "name": id, "short": id, "lineage": "neoplastic", "description": "One."}
            for row in ids
            for id in row
        ]
        cells = {id: (x, y) for y, row in enumerate(ids) for x, id in enumerate(row)}
        ends = [f"{one} > {two}" for row in ids for one, two in pairwise(row)]
        panel = {"id": "here", "grid": [10, rows], "cells": cells}
        # Each with lists of its own, as PyYAML would write shared ones as aliases.
        made = json.loads(json.dumps([stage([panel], pairs(*ends)), known]))
        pathway = make(made[0], id=f"rows-{rows}", cells=made[1])
        return calls(lambda: lint(draw(pathway)))

    assert work(40) < 2.8 * work(20)
