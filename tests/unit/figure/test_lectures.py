"""Lectures: what is shipped can be taught, and each promise of the loader and the linter holds."""

import json
from dataclasses import replace
from itertools import pairwise

import pytest
from making import arrow, stage

from cascade.figure.lecture_steps import lecturer_notes, lectures_data
from cascade.layout.drawing import draw
from cascade.layout.geometry import Rect
from cascade.layout.lecture_view import lecture_views, size, step_box, step_view, zoom_in_hall
from cascade.layout.lint import inspect
from cascade.loading.lectures import folder_of, pathway_of
from cascade.loading.loader import load, load_path
from cascade.notation.sizes import PLAIN, size_of


@pytest.fixture
def small(make):
    """Writes a pathway of one arrow `a` and lectures {id: [(interaction, title)]}; its path."""

    def small(folder, lectures):
        cells = {"tam": (0, 0), "tumor-cell": (2, 0)}
        make(stage([{"id": "here", "cells": cells}], [arrow("a", "tam > tumor-cell")]))
        beside = folder / "made.lectures"
        beside.mkdir()
        for id, told in lectures.items():
            lines = [
                f"  - {{ id: one, title: {title}, show: [{a}], say: S. }}" for a, title in told
            ]
            (beside / f"{id}.yaml").write_text("\n".join(["title: T", "steps:", *lines]), "utf-8")
        return folder / "made.yaml"

    return small


@pytest.fixture(scope="module")
def played(drawing):
    return lectures_data(drawing)


def steps(lectures):
    return [step for lecture in lectures.values() for step in lecture["steps"]]


def test_the_shipped_lectures(played):
    assert {id: len(lecture["steps"]) for id, lecture in played.items()} == {
        "cascade": 14,
        "seed-and-soil": 7,
        "friend-or-foe": 5,
    }
    assert sum(bool(step["predict"]) for step in played["cascade"]["steps"]) == 3
    assert played["seed-and-soil"]["title"] == "Seed and soil: four organs"
    assert played["friend-or-foe"]["title"] == "Friend or foe? The neutrophil"


def test_seed_and_soil_goes_to_four_organs(drawing, played):
    organs = set()
    for step in played["seed-and-soil"]["steps"]:
        places = [a.place.organ for a in drawing.pathway.arrows if a.id in step["show"]]
        organs |= set(places)
    assert {"bone", "brain", "lung", "liver"} <= organs


def test_friend_or_foe_is_built_on_disputed_facts(drawing, played):
    told = {arrow.id: arrow.interaction for arrow in drawing.pathway.arrows}
    for step in played["friend-or-foe"]["steps"]:
        assert any(told[id].disputed for id in step["show"]), step["id"]
        assert any("neutrophil" in (told[id].from_, told[id].to) for id in step["show"])


def test_a_step_shows_something_new_and_keeps_the_rest(played):
    for lecture in played.values():
        for before, after in pairwise(lecture["steps"]):
            assert after["show"] and not set(after["show"]) & set(after["keep"])
            there = [*before["keep"], *before["show"]]
            assert after["keep"] == [id for id in there if id in after["keep"]]
    last = played["cascade"]["steps"][-1]
    assert "c-bone-pthrp" in last["keep"] and "x-ten-h2o2" not in last["keep"]


def test_captions_fit_and_answers_are_options(played):
    for step in steps(played):
        assert 0 < len(step["say"]) <= 160
        if asked := step["predict"]:
            assert 2 <= len(asked["options"]) <= 4
            assert 0 <= asked["answer"] < len(asked["options"])
            assert asked["question"] and asked["why"]


def test_the_camera_holds_every_new_arrow_with_its_cells_and_labels(drawing, played):
    for step in steps(played):
        view = Rect(*step["box"]).grown(0.1)
        close = size(view)
        for line in drawing.lines:
            if line.id not in step["show"]:
                continue
            assert view.holds(drawing.routes[line.id].path.box)
            for node in (line.source, line.target):
                assert view.holds(drawing.node_box(node))
                assert view.holds(drawing.name_box(node, close))
            if line.id in drawing.labels:
                assert view.holds(drawing.label_box(line.id, close))


def test_a_small_screen_sees_each_new_arrow_of_a_wide_step(flagship):
    drawing = draw(flagship, tall=True)
    played = lectures_data(drawing)
    wide = [step for step in steps(played) if "pieces" in step]
    assert wide
    for step in wide:
        assert list(step["pieces"]) == step["show"]
        for line in drawing.lines:
            if line.id not in step["show"]:
                continue
            piece = Rect(*step["pieces"][line.id]).grown(0.1)
            assert piece.width <= 684.2 and piece.height <= 872.2
            assert piece.holds(drawing.routes[line.id].path.box)
            for node in (line.source, line.target):
                assert piece.holds(drawing.node_box(node))
                assert piece.holds(drawing.name_box(node, size(piece, True)))
    for step in steps(played):
        x1, y1, x2, y2 = step["box"]
        assert ("pieces" in step) == (x2 - x1 > 684 or y2 - y1 > 872)


def test_labels_are_large_enough_for_a_hall(drawing):
    for lecture in drawing.pathway.lectures.values():
        for step in lecture.steps:
            view = step_box(step, drawing)
            node, edge, _ = size_of(size(view))
            assert zoom_in_hall(view) * node >= 24 and zoom_in_hall(view) * edge >= 20, (
                lecture.id,
                step.id,
            )


def test_steps_have_no_fatal_findings(drawing):
    for view in lecture_views(drawing):
        assert not [str(f) for f in inspect(view, drawing) if f.fatal or f.kind == "small-label"]


def test_references_and_focus_exist(drawing, played):
    for step in steps(played):
        assert step["references"] and set(step["references"]) <= drawing.pathway.references.keys()
        assert step["focus"] and set(step["focus"]) <= drawing.pathway.cells.keys()


def test_notes_are_kept_from_students(drawing, played):
    said = lecturer_notes([drawing.pathway])
    assert said.keys() == {"metastatic-cascade"}
    for id, lecture in played.items():
        mine = said["metastatic-cascade"][id]
        assert len(mine) == len(lecture["steps"]) and all(mine)
        shown = json.dumps(lecture, ensure_ascii=False)
        assert not [note for note in mine if note in shown]


def test_a_lecture_of_a_single_file_stands_in_a_folder_beside(tmp_path, small):
    path = small(tmp_path, {"talk": [("a", "One")], "other": [("a", "One")]})
    loaded = load(path)
    assert not loaded.problems
    assert list(loaded.pathways[0].lectures) == ["other", "talk"]
    assert load_path(folder_of(path) / "talk.yaml").pathways == loaded.pathways
    assert load_path(folder_of(path)).pathways == loaded.pathways
    assert pathway_of(path) is None


def test_a_bad_lecture_hides_neither_the_pathway_nor_the_others(tmp_path, small):
    path = small(tmp_path, {"bad": [("nothing", "One")], "good": [("a", "One")]})
    loaded = load(path)
    assert [pathway.id for pathway in loaded.pathways] == ["made"]
    assert list(loaded.pathways[0].lectures) == ["good"]
    (problem,) = loaded.problems
    assert str(problem) == f"{folder_of(path)}/bad.yaml:3:35: unknown interaction 'nothing'"


def test_cited_papers_come_along(flagship):
    assert "lavender-2017" in flagship.references
    assert "lavender-2017" in flagship.files


def test_a_camera_that_is_named(drawing):
    (step, *_) = drawing.pathway.lectures["cascade"].steps
    told = step.told.model_copy(update={"camera": "overview"})
    assert step_box(replace(step, told=told), drawing).width == 2304
    camera = {"camera": {"stage": "primary-tumor"}}
    told = type(step.told).model_validate({**step.told.model_dump(exclude_none=True), **camera})
    assert step_box(replace(step, told=told), drawing) == drawing.layout.boxes["primary-tumor"]


def test_lint_sees_labels_too_small_for_a_hall(drawing):
    lecture = drawing.pathway.lectures["cascade"]
    told = lecture.steps[0].told.model_copy(update={"camera": "overview"})
    wide = replace(lecture, steps=(replace(lecture.steps[0], told=told),))
    view = replace(step_view(wide, wide.steps[0], drawing), size=PLAIN)
    found = [f for f in inspect(view, drawing) if f.kind == "small-label"]
    assert "at 1920 x 1080, less than 24" in found[0].message
    assert found[0].view == "lecture cascade, step loop"
