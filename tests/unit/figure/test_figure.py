"""What the browser plays: every fact of the pathway, as plain data."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from cascade.loading.loader import is_id
from cascade.model.documents import Interaction
from cascade.notation.palette import THEMES

FIXTURE = Path(__file__).parents[2] / "js" / "figure.js"


@pytest.fixture(scope="module")
def compiled(figure):
    return figure["pathways"]["metastatic-cascade"]


def test_every_pathway_is_there_and_the_flagship_is_first(figure, pathways):
    assert figure["order"] == list(pathways) == list(figure["pathways"])
    assert figure["order"][0] == "metastatic-cascade"
    assert figure["sheets"].keys() == THEMES.keys()


def test_it_is_plain_json(figure):
    assert json.loads(json.dumps(figure)) == json.loads(json.dumps(figure, default=str))


def test_all_interactions_and_cells_are_there(compiled, flagship):
    assert compiled["interactions"].keys() == {arrow.id for arrow in flagship.arrows}
    assert len(compiled["interactions"]) == 182
    assert compiled["cells"].keys() == flagship.cells.keys()
    assert len(compiled["cells"]) == 48


def test_ids_hold_together(figure):
    for one in figure["pathways"].values():
        stages = [stage["id"] for stage in one["stages"]]
        for step in one["interactions"].values():
            assert {step["source"], step["target"]} <= one["nodes"].keys()
            assert {step["from"], step["to"]} <= one["cells"].keys()
            assert step["place"] in one["places"] and step["stage"] in stages
            assert step["organ"] in ("", *one["organs"])
            assert step["facets"].keys() == one["facets"].keys()
            assert one["years"][0] <= step["year"] <= one["years"][1]
        for members in one["pairs"].values():
            assert set(members) <= one["interactions"].keys() and len(members) > 1
        for node in one["nodes"].values():
            assert node["cell"] in one["cells"] and node["place"] in one["places"]
        assert not one["pairs"].keys() & one["interactions"].keys()
        assert list(one["frames"]) == stages
        for frames in one["frames"].values():
            assert set(frames) <= set(one["organs"])


def test_boxes_are_left_top_right_bottom(figure):
    for one in figure["pathways"].values():
        boxes = [one["box"], *(stage["box"] for stage in one["stages"])]
        boxes += [place["box"] for place in one["places"].values()]
        boxes += [box for frames in one["frames"].values() for box in frames.values()]
        for x1, y1, x2, y2 in boxes:
            assert x1 < x2 and y1 < y2


def test_the_live_region_never_cuts_a_claim(figure):
    for one in figure["pathways"].values():
        for step in one["interactions"].values():
            assert len(step["claim"]) < 250


def test_ids_in_addresses_are_plain_words(figure):
    for one in figure["pathways"].values():
        ids = [*one["cells"], *one["interactions"], *one["organs"]]
        ids += [stage["id"] for stage in one["stages"]]
        assert all(is_id(id) for id in ids)
        assert all(re.fullmatch(r"[a-z0-9-]+", id) for id in one["pairs"])


def test_words_of_an_arrow_are_its_molecules_and_papers(compiled, flagship):
    for arrow in flagship.arrows:
        step = arrow.interaction
        words = compiled["interactions"][arrow.id]["words"]
        assert set(words) == {
            *step.mediators, *step.enzymes, *step.receptors, *step.substrates, *step.targets,
            *step.references, *step.opposing,
        }  # fmt: skip


# The golden test of the fixture that the JavaScript tests play with.


@pytest.fixture(scope="module")
def fixture():
    code = f"""
import figure from {json.dumps(FIXTURE.as_uri())};
process.stdout.write(JSON.stringify(figure));"""
    try:
        command = ["node", "--input-type=module", "-e", code]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    except FileNotFoundError:
        pytest.fail("this test needs Node.js: make test installs it, or says how")
    return json.loads(done.stdout)


def test_the_fixture_of_the_javascript_tests_has_the_keys_of_the_figure(fixture, figure):
    played = {"order", "pathways", "langs"}
    assert fixture.keys() == played | {"start"} and played <= figure.keys()
    real = figure["pathways"]["metastatic-cascade"]
    for one in fixture["pathways"].values():
        on_cards = {"cards", "heads", "molecules", "references"}
        assert one.keys() == real.keys() - {"elements", "tall"} - on_cards
        for name in ("interactions", "nodes", "places", "cells", "facets"):
            (keys,) = {tuple(sorted(value)) for value in real[name].values()}
            for value in one[name].values():
                assert tuple(sorted(value)) == keys, name
        # Only a step that is wide for a small screen comes in pieces.
        (keys,) = {tuple(sorted(step.keys() - {"pieces"})) for step in steps(real)}
        assert all(tuple(sorted(step)) == keys for step in steps(one))
        (keys,) = {tuple(sorted(stage)) for stage in real["stages"]}
        assert all(tuple(sorted(stage)) == keys for stage in one["stages"])


def steps(one):
    return [step for lecture in one["lectures"].values() for step in lecture["steps"]]


def test_the_fixture_has_the_filters_of_the_figure(fixture, figure):
    real = figure["pathways"]["metastatic-cascade"]["facets"]
    for one in fixture["pathways"].values():
        assert list(one["facets"]) == list(real)
        for id, facet in one["facets"].items():
            assert facet["any"] == real[id]["any"]
            for step in one["interactions"].values():
                assert set(step["facets"][id]) <= facet["values"].keys()


def test_small_pathways_state_the_same_facts_as_the_flagship(pathways, flagship):
    """Field by field; only where it stands on the drawing may differ."""
    large = {arrow.id: arrow.interaction for arrow in flagship.arrows}
    drawn = {"panel", "bend"}
    for id, pathway in pathways.items():
        if pathway is flagship:
            continue
        shared = [arrow for arrow in pathway.arrows if arrow.id in large]
        assert shared, id
        for arrow in shared:
            for field in Interaction.model_fields.keys() - drawn:
                one, other = getattr(arrow.interaction, field), getattr(large[arrow.id], field)
                assert one == other, (arrow.id, field)


def test_small_pathways_know_the_same_cells_molecules_and_papers(pathways, flagship):
    for pathway in pathways.values():
        for name in ("cells", "molecules", "references", "organs"):
            own, all_ = getattr(pathway, name), getattr(flagship, name)
            assert all(all_[id] == value for id, value in own.items() if id in all_), name
