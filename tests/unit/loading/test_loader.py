"""Folders, libraries and files become pathways, and a bad one never hides a good one."""

import shutil
from pathlib import Path

import pytest
from effort import calls

from cascade.loading.library import read_library
from cascade.loading.loader import load, load_all, load_path

ROOT = Path(__file__).parents[3]
BAD = ROOT / "tests" / "bad"
CELLS = "[{ cell: platelet, at: [0, 0] }, { cell: nk-cell, at: [1, 0] }]"
ARROW = (
    "  - {{ id: {id}, from: platelet, to: nk-cell, mediators: [TGFB1], effect: inhibits,\n"
    "      route: secreted, outcome: pro-metastatic, readout: metastasis, tier: core,\n"
    "      summary: S., year: 2009, references: [kopp-2009], confidence: high }}\n"
)
STAGE = "id: {id}\nname: Stage\npanels:\n  - {{ id: {id}, cells: {cells} }}\ninteractions:\n"


def stage(id, count=1):
    arrows = "".join(ARROW.format(id=f"{id}-{number}") for number in range(count))
    return STAGE.format(id=id, cells=CELLS) + arrows


def single(id="blood", order=100, more=""):
    lines = stage(id).replace("\n", "\n    ").rstrip()
    return f"title: Title\norder: {order}\n{more}stages:\n  - {lines}\n"


def lecture(*shown, order=100):
    steps = [
        f"  - {{ id: step-{number}, title: A step, show: [{id}], say: It does something. }}\n"
        for number, id in enumerate(shown, start=1)
    ]
    return f"title: A talk\norder: {order}\nsteps:\n" + "".join(steps)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder of pathways with the small library, and the working directory."""
    shutil.copytree(BAD / "library", tmp_path / "library")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def words(loaded):
    return [str(problem) for problem in loaded.problems]


def test_a_single_file(folder):
    Path("one.yaml").write_text(single())
    loaded = load("one.yaml")
    assert not loaded.problems
    (pathway,) = loaded.pathways
    assert pathway.id == "one"
    assert [stage.id for stage in pathway.stages] == ["blood"]
    assert list(pathway.nodes) == ["blood/platelet", "blood/nk-cell"]
    (arrow,) = pathway.arrows
    assert (arrow.source, arrow.target) == ("blood/platelet", "blood/nk-cell")
    assert arrow.place is pathway.places["blood"]
    assert pathway.files["blood-0"] == "one.yaml:9:15"
    assert pathway.files["blood/nk-cell"] == "one.yaml:7:62"
    assert pathway.files["kopp-2009"] == "library/facts.yaml:15:11"


def test_only_what_is_used_is_kept(folder):
    Path("one.yaml").write_text(single())
    pathway = load("one.yaml").pathways[0]
    assert list(pathway.cells) == ["platelet", "nk-cell"]
    assert list(pathway.molecules) == ["TGFB1"]
    assert list(pathway.references) == ["kopp-2009"]
    assert not pathway.organs


def test_a_folder(folder):
    Path("two").mkdir()
    Path("two/pathway.yaml").write_text("title: Two\nstages: [blood, bone]\n")
    Path("two/blood.yaml").write_text(stage("blood"))
    Path("two/bone.yaml").write_text(stage("bone"))
    Path("two/lectures").mkdir()
    Path("two/lectures/talk.yaml").write_text(lecture("blood-0", "bone-0"))
    Path("two/notes.txt").write_text("...")
    loaded = load("two")
    assert not loaded.problems
    (pathway,) = loaded.pathways
    assert pathway.id == "two"
    assert pathway.files["bone-0"] == "two/bone.yaml:6:11"
    assert load_all(".").pathways[0].id == "two"


def test_the_folder_one_is_in(folder, monkeypatch):
    Path("two").mkdir()
    Path("two/pathway.yaml").write_text("title: Two\nstages: [blood]\n")
    Path("two/blood.yaml").write_text(stage("blood"))
    monkeypatch.chdir("two")
    for path in (".", "pathway.yaml", "blood.yaml"):
        loaded = load_path(path)
        assert not loaded.problems
        assert loaded.pathways[0].id == "two"


def test_order_then_id(folder):
    for name, order in (("a", 3), ("b", 1), ("c", 3)):
        Path(f"{name}.yaml").write_text(single(order=order))
    assert [pathway.id for pathway in load_all(".").pathways] == ["b", "a", "c"]


def test_a_bad_pathway_does_not_hide_the_good_ones(folder):
    Path("good.yaml").write_text(single())
    Path("wrong.yaml").write_text(single().replace("TGFB1", "TGFB"))
    Path("broken.yaml").write_bytes(b"\xff\xfe")
    loaded = load_all(".")
    assert [pathway.id for pathway in loaded.pathways] == ["good"]
    assert words(loaded) == [
        "broken.yaml:1:1: this is text in UTF-16, not YAML; save it with the encoding UTF-8",
        "wrong.yaml:9:65: unknown molecule 'TGFB', did you mean 'TGFB1'?",
    ]


def test_the_pathway_wins_over_the_library(folder):
    own = (
        "cells:\n  - { id: platelet, name: Own, short: Own, description: O., lineage: platelet }\n"
    )
    Path("one.yaml").write_text(single(more=own))
    Path("two.yaml").write_text(single())
    one, two = load_all(".").pathways
    assert one.cells["platelet"].name == "Own"
    assert two.cells["platelet"].name == "Platelet"


def test_without_a_library_beside_the_packaged_one_serves(tmp_path):
    path = tmp_path / "one.yaml"
    path.write_text(single())
    assert load(path).pathways


def test_a_library_can_be_given(tmp_path):
    path = tmp_path / "one.yaml"
    path.write_text(single())
    loaded = load(path, read_library(BAD / "library/facts.yaml"))
    assert loaded.pathways[0].references["kopp-2009"].pmid == "19738039"
    assert "unknown cell 'platelet'" in words(load(path, read_library()))[0]


def test_a_warning_does_not_stop(folder):
    Path("one.yaml").write_text(single().replace("year: 2009", "year: 2010"))
    loaded = load("one.yaml")
    assert loaded.pathways
    assert [problem.severity for problem in loaded.problems] == ["warning"]


def test_a_library_is_a_path_too(folder):
    assert not load_path("library").problems
    Path("library/facts.yaml").write_text("cells: 1\n")
    for path in ("library", "library/facts.yaml"):
        assert words(load_path(path)) == ["library/facts.yaml:1:8: 'cells' must be a list, not 1"]


def test_the_library_s_errors_come_with_a_single_pathway(folder):
    Path("one.yaml").write_text(single())
    Path("library/more.yaml").write_text("organs:\n  - { id: bone }\n")
    loaded = load("one.yaml")
    assert loaded.pathways
    assert words(loaded) == ["library/more.yaml:2:5: missing 'name' in the organ 'bone'"]


@pytest.mark.slow
def test_the_work_of_loading_grows_with_the_interactions(folder):
    for name, many in (("small", 1_000), ("large", 3_000)):
        Path(name).mkdir()
        Path(f"{name}/pathway.yaml").write_text("title: Big\nstages: [here]\n")
        Path(f"{name}/here.yaml").write_text(stage("here", many))
        loaded = load(name)
        assert not loaded.problems
        assert len(loaded.pathways[0].arrows) == many
    assert calls(lambda: load("large")) < 3.2 * calls(lambda: load("small"))
