"""The elements are a contract with host pages and tests: ids, kinds and data by name."""

import json
from collections import Counter
from math import dist

import pytest
from making import arrow, stage

from cascade.figure.elements import _elements, elements
from cascade.figure.grounds import ground
from cascade.layout.drawing import draw
from cascade.layout.geometry import Rect
from cascade.layout.journey import ribbons
from cascade.layout.text_metrics import width
from cascade.layout.viewport import PHONE
from cascade.layout.visibility import views
from cascade.model.vocabulary import LINEAGES, OUTCOMES, READOUTS, TIERS
from cascade.notation.glyphs import scenery
from cascade.notation.grammar import DASHES, HEADS

LINES = ("signal", "pair")

# The names that PRODUCT.md fixes for everyone outside.
PROMISED = {
    "cell": {"id", "kind", "cell", "label", "lineage", "stage"},
    "panel": {"id", "kind", "stage"},
    "signal": {
        "id", "kind", "interaction", "source", "target", "effect", "outcome", "route", "readout",
        "mediators", "receptors", "tier",
    },
    "pair": {"id", "kind", "interactions", "source", "target"},
    "flow": {"id", "kind", "source", "target"},
    "becomes": {"id", "kind", "source", "target"},
}  # fmt: skip


@pytest.fixture(scope="module")
def every(drawings):
    """Elements of every pathway, by pathway id."""
    return {id: elements(drawing) for id, drawing in drawings.items()}


@pytest.fixture(scope="module")
def data(every):
    """Element data of the flagship by kind."""
    found = {kind: [] for kind in (*PROMISED, "ribbon", "mark", "note", "scenery", "icon")}
    for element in every["metastatic-cascade"]:
        found[element["data"]["kind"]].append(element["data"])
    return found


@pytest.mark.parametrize("kind", PROMISED)
def test_each_kind_has_the_promised_data(data, kind):
    assert data[kind]
    for one in data[kind]:
        assert PROMISED[kind] <= one.keys()


@pytest.mark.parametrize("kind", PROMISED)
def test_data_of_one_kind_differ_only_in_what_may_be_missing(data, kind):
    keys = Counter(key for one in data[kind] for key in one)
    sometimes = {key for key, count in keys.items() if count < len(data[kind])}
    maybe = {"organ", "scenery", "vague", "disputed", "mute", "leave", "enter", "turn", "sweep"}
    assert sometimes <= maybe


def test_a_pair_is_no_single_interaction(data):
    assert not any("interaction" in one for one in data["pair"])
    assert not any("interactions" in one for one in data["signal"])


def test_ids_are_unique(every):
    for found in every.values():
        ids = [element["data"]["id"] for element in found]
        assert len(set(ids)) == len(ids)


def test_all_182_interactions_are_signals(data, flagship):
    assert len(data["signal"]) == 182
    assert {one["interaction"] for one in data["signal"]} == {a.id for a in flagship.arrows}
    assert all(one["id"] == one["interaction"] for one in data["signal"])


def test_all_48_cell_types_stand_somewhere(data, flagship):
    assert {one["cell"] for one in data["cell"]} == flagship.cells.keys()
    assert len(flagship.cells) == 48


def test_a_signal_says_what_the_file_says(data, flagship):
    arrows = {arrow.id: arrow for arrow in flagship.arrows}
    for one in data["signal"]:
        step = arrows[one["id"]].interaction
        for key in ("effect", "outcome", "route", "readout", "tier"):
            assert one[key] == getattr(step, key)
        assert one["mediators"] == list(step.mediators)
        assert one["receptors"] == list(step.receptors)
        assert one["source"].endswith("/" + step.from_) and one["target"].endswith("/" + step.to)
        assert one["firm"] == int(step.readout == "metastasis")


def test_every_line_joins_cells_that_are_there(every):
    for found in every.values():
        cells = {e["data"]["id"] for e in found if e["data"]["kind"] == "cell"}
        for element in found:
            if "source" in element["data"]:
                assert {element["data"]["source"], element["data"]["target"]} <= cells


def test_every_member_of_a_pair_exists_between_the_same_cells(every):
    for found in every.values():
        signals = {e["data"]["id"]: e["data"] for e in found if e["data"]["kind"] == "signal"}
        for element in found:
            if element["data"]["kind"] == "pair":
                members = [signals[id] for id in element["data"]["interactions"]]
                assert len(members) > 1
                for key in ("source", "target"):
                    assert {m[key] for m in members} == {element["data"][key]}


def test_values_are_from_the_closed_lists(data):
    lists = {"effect": HEADS, "route": DASHES, "outcome": OUTCOMES, "readout": READOUTS}
    for one in (*data["signal"], *data["pair"]):
        for key, allowed in {**lists, "tier": TIERS}.items():
            assert one[key] in allowed
    assert {one["lineage"] for one in data["cell"]} == set(LINEAGES)


def test_cells_and_panels_have_a_place_and_lines_have_none(every):
    for found in every.values():
        for element in found:
            kind = element["data"]["kind"]
            boxed = kind in ("cell", "panel", "ribbon", "scenery", "icon")
            assert ("position" in element) == (boxed or kind in ("mark", "note"))
            if boxed:
                assert element["data"]["w"] > 0 and element["data"]["h"] > 0


def test_panels_come_first_and_cells_last(every):
    depth = {"panel": 0, "cell": 2}
    for found in every.values():
        depths = [depth.get(element["data"]["kind"], 1) for element in found]
        assert depths == sorted(depths)


def test_an_organ_is_told_where_the_place_has_one(data, flagship):
    for one in data["cell"]:
        assert one.get("organ") == flagship.nodes[one["id"]].place.organ


def test_the_journey_and_every_lineage_link_are_drawn(data, flagship):
    assert len(data["flow"]) == len(flagship.journey)
    cells = {one["id"]: one["cell"] for one in data["cell"]}
    drawn = {(cells[one["source"]], cells[one["target"]]) for one in data["becomes"]}
    nodes = flagship.nodes
    journey = {(nodes[leg.from_].cell.id, nodes[leg.to].cell.id) for leg in flagship.journey}
    assert drawn == {(link.from_, link.to) for link in flagship.becomes} - journey


def test_the_journey_narrows_on_its_way_and_ends_in_a_head(drawing):
    """Most tumor cells die on the way: a leg is thinner at its end than at its start."""
    drawn = list(ribbons(drawing))
    starts = []
    for one in drawn:
        first, last = one.outline[0], one.outline[-1]
        starts.append(dist(first, last))
        half = len(one.outline) // 2
        before, after = one.outline[half - 1], one.outline[half]
        if any(other.leg.from_ == one.leg.to for other in drawn):
            assert dist(before, after) < starts[-1]
    assert starts == pytest.approx(sorted(starts, reverse=True))


def test_every_stage_of_the_journey_has_its_number(data, every):
    marks = [e["data"] for e in every["metastatic-cascade"] if e["data"]["kind"] == "mark"]
    assert [one["label"] for one in marks] == ["1", "2", "3", "4"]


def test_the_ground_of_a_card_is_the_card_and_else_the_stage_tint(make):
    card = {"id": "card", "cells": {"tam": (0, 0), "tumor-cell": (1, 0)}}
    open_ = {"id": "open", "cells": {"platelet": (0, 0), "neutrophil": (1, 0)}}
    pathway = make(
        stage([{"id": "all", "cards": [card]}], [arrow("a", "tam > tumor-cell")]),
        stage([open_], [arrow("b", "platelet > neutrophil")], id="wall"),
    )
    drawing = draw(pathway)
    assert ground(pathway.places["card"], drawing) == "card"
    assert ground(pathway.places["open"], drawing) == "s1"


def test_the_figure_holds_every_box(drawings):
    for drawing in drawings.values():
        whole = drawing.box
        assert all(whole.holds(box) for box in drawing.layout.boxes.values())


def test_elements_are_plain_json_and_the_same_every_time(every, drawings):
    for id, found in every.items():
        assert json.loads(json.dumps(found)) == found
        assert _elements.__wrapped__(drawings[id], "en") == found


def test_scenery_that_is_named_exists_or_is_none(data):
    for one in data["panel"]:
        svg = scenery(one["scenery"]) if "scenery" in one else None
        assert svg is None or svg.startswith("<svg")


def test_each_organ_has_its_small_drawing_beside_the_title(data, drawing):
    boxes = drawing.layout.boxes
    cards = {f"icon:{panel['place']}" for panel in data["panel"] if panel.get("organ")}
    found = {one["id"] for one in data["icon"]}
    assert found <= cards
    # None where the title fills the card.
    assert cards - found <= {"icon:before-arrival-node"}
    assert {one["icon"] for one in data["icon"]} == {"bone", "brain", "lung", "liver"}
    assert all(boxes[one["id"].split(":")[1]].width > 4 * one["w"] for one in data["icon"])


def test_titles_can_be_read_on_a_phone_and_no_cell_lies_on_one(flagship):
    """Ten pixels or, in a narrow card, as wide as that; the overview has no other words there."""
    drawing = draw(flagship, tall=True)
    overview = next(views(drawing))
    zoom = PHONE.zoom(drawing.box)
    cells = [drawing.node_box(node) for node in overview.nodes]
    titled = [one for one in elements(drawing) if one["data"]["kind"] == "panel"]
    for one in (one for one in titled if one["data"]["label"]):
        data, (x, y) = one["data"], one["position"].values()
        wide = width(data["label"], 1) * data["far"]
        assert data["far"] * zoom >= 10 or wide > 0.9 * data["w"], data["label"]
        foot = y - data["h"] / 2 + data["drop"]
        middle = x + data["aside"]
        title = Rect(middle - wide / 2, foot - data["far"], middle + wide / 2, foot)
        assert not [cell for cell in cells if cell.grown(-2).meets(title)], data["label"]
