"""How an interaction finds its place, and what counts as a contradiction."""

from pathlib import Path

import pytest

from cascade.loading.library import read_library
from cascade.loading.loader import load

FACTS = read_library(Path(__file__).parents[2] / "bad" / "library" / "facts.yaml")
PAIR = "[{ cell: platelet, at: [0, 0] }, { cell: nk-cell, at: [1, 0] }]"
PLACES = {
    "one": f"[{{ id: blood, cells: {PAIR} }}]",
    "two": f"[{{ id: blood, cells: {PAIR} }}, {{ id: node, cells: {PAIR} }}]",
    "cards": f"[{{ id: organs, cards: [{{ id: left, cells: {PAIR} }},"
    f" {{ id: right, organ: lung, cells: {PAIR} }}] }}, {{ id: blood, cells: {PAIR} }}]",
    "apart": "[{ id: blood, cells: [{ cell: platelet, at: [0, 0] }] },"
    " { id: node, cells: [{ cell: nk-cell, at: [0, 0] }] }]",
}


def arrow(id="a", **changes):
    keys = {
        "id": id,
        "from": "platelet",
        "to": "nk-cell",
        "mediators": "[TGFB1]",
        "effect": "inhibits",
        "route": "secreted",
        "outcome": "pro-metastatic",
        "readout": "metastasis",
        "tier": "core",
        "summary": "S.",
        "year": 2009,
        "references": "[kopp-2009]",
        "confidence": "high",
    }
    keys.update(changes)
    return "{ " + ", ".join(f"{key}: {value}" for key, value in keys.items()) + " }"


@pytest.fixture
def result(tmp_path):
    def load_text(places, *arrows, more=""):
        path = tmp_path / "test.yaml"
        stage = (
            f"{{ id: s, name: S, panels: {PLACES[places]}, interactions: [{', '.join(arrows)}] }}"
        )
        path.write_text(f"title: T\nstages: [{stage}]\n{more}")
        return load(path, FACTS)

    return load_text


def errors(loaded):
    return [problem.message for problem in loaded.problems if problem.severity == "error"]


@pytest.mark.parametrize(
    ("places", "changes", "place"),
    [
        ("one", {}, "blood"),
        ("one", {"organ": "lung"}, "blood"),
        ("one", {"panel": "blood"}, "blood"),
        ("two", {"panel": "node"}, "node"),
        ("cards", {"panel": "left"}, "left"),
        ("cards", {"panel": "blood"}, "blood"),
        ("cards", {"organ": "lung"}, "right"),
        ("cards", {"panel": "organs", "organ": "lung"}, "right"),
        ("cards", {"panel": "left", "organ": "lung"}, "left"),
    ],
)
def test_the_place_of_an_arrow(result, places, changes, place):
    loaded = result(places, arrow(**changes))
    assert not errors(loaded)
    assert loaded.pathways[0].arrows[0].place.id == place


@pytest.mark.parametrize(
    ("places", "changes", "message"),
    [
        ("two", {}, "the arrow 'a' fits in 'blood', 'node'; say which with 'panel:'"),
        (
            "cards",
            {"panel": "organs"},
            "the arrow 'a' fits in 'left', 'right'; say which with 'panel:'",
        ),
        (
            "apart",
            {},
            "no place of 's' has both 'platelet' and 'nk-cell', as the arrow 'a' needs",
        ),
        (
            "apart",
            {"panel": "node"},
            "'platelet' is not placed in 'node', where the arrow 'a' needs it",
        ),
    ],
)
def test_an_arrow_without_one_place(result, places, changes, message):
    loaded = result(places, arrow(**changes))
    assert errors(loaded) == [message]
    assert not loaded.pathways


def test_an_arrow_to_itself(result):
    loaded = result("one", arrow(to="platelet"))
    assert loaded.pathways[0].arrows[0].target == "blood/platelet"


DISPUTED = {"disputed": "Others differ."}


@pytest.mark.parametrize(
    ("one", "two", "contradict"),
    [
        ({}, {"effect": "activates"}, True),
        ({"effect": "kills"}, {"effect": "recruits"}, True),
        ({}, {"effect": "activates", "mediators": "[CXCL12, TGFB1]"}, True),
        ({}, {"effect": "kills"}, False),
        ({}, {"effect": "binds"}, False),
        ({}, {"effect": "transfers"}, False),
        ({}, {"effect": "activates", "mediators": "[CXCL12]"}, False),
        ({}, {"effect": "activates", "from": "nk-cell", "to": "platelet"}, False),
        (DISPUTED, {"effect": "activates"}, False),
        ({}, {"effect": "activates"} | DISPUTED, False),
        ({"mediators": "[]"}, {"effect": "activates", "mediators": "[]"}, False),
    ],
)
def test_contradictions(result, one, two, contradict):
    found = errors(result("one", arrow("a", **one), arrow("b", **two)))
    assert len(found) == contradict
    if contradict:
        assert found[0].startswith("'b' says that TGFB1 of 'platelet'")
        assert "'a' (" in found[0]


def test_no_contradiction_between_places(result):
    one, two = arrow("a", panel="blood"), arrow("b", panel="node", effect="activates")
    assert not errors(result("two", one, two))


@pytest.mark.parametrize(
    "changes",
    [
        {"readout": "growth", "note": "Growth was measured."},
        {"readout": "growth", "outcome": "context-dependent"},
        {"readout": "thrombosis"},
        {"readout": "metastasis"},
    ],
)
def test_an_outcome_that_is_measured_or_explained_is_no_finding(result, changes):
    assert not result("one", arrow(**changes)).problems


def test_a_finding_stands_once_for_all_arrows_of_a_file(result):
    (problem,) = result("one", arrow(readout="growth"), arrow("b", readout="in-vitro")).problems
    assert problem.severity == "warning"
    assert "'a' (line 2: growth), 'b' (line 2: in-vitro)" in problem.message


def test_becomes_needs_one_place_or_a_journey(result):
    link = "becomes: [{ from: platelet, to: nk-cell, label: turns into, stage: s }]\n"
    journey = "journey: [{ from: blood/platelet, to: node/nk-cell }]\n"
    assert result("one", more=link).pathways
    assert errors(result("apart", more=link))[0].startswith("'platelet' becomes 'nk-cell' fits")
    loaded = result("apart", more=link + journey)
    assert not loaded.problems
    assert loaded.pathways


def test_who_is_touched_is_not_unused(result):
    warnings = [problem.message for problem in result("apart").problems]
    assert warnings == [
        "'platelet' stands in 'blood' without an arrow",
        "'nk-cell' stands in 'node' without an arrow",
    ]
    assert not result("one", arrow()).problems


def test_bad_interactions_do_not_hide_the_others(result):
    loaded = result("one", arrow("a", effect="inhibit"), arrow("b", to="nk"))
    assert errors(loaded) == [
        "'inhibit' is not an effect, did you mean 'inhibits'?",
        "unknown cell 'nk'",
    ]
