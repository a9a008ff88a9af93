"""The views that a reader meets, and the box that each looks at."""

import pytest

from cascade.layout.visibility import CAPS, views
from cascade.model.vocabulary import RANK


@pytest.fixture(scope="module")
def found(drawings):
    return {id: list(views(drawing)) for id, drawing in drawings.items()}


def test_the_overview_comes_first_then_each_stage(found, pathways):
    for id, pathway in pathways.items():
        assert found[id][0].name == "overview"
        stages = [view.stage for view in found[id] if view.kind == "stage"]
        assert stages == [stage.id for stage in pathway.stages]


def test_the_overview_tells_every_overview_arrow_and_no_other(found, pathways):
    for id, pathway in pathways.items():
        told = {
            arrow.id
            for line in found[id][0].lines
            for arrow in line.arrows
            if arrow.interaction.tier == "overview"
        }
        assert told == {a.id for a in pathway.arrows if a.interaction.tier == "overview"}
        assert all(line.tier == "overview" for line in found[id][0].lines)


def test_a_stage_tells_all_its_core_arrows(found, pathways):
    for id, pathway in pathways.items():
        for view in found[id]:
            if view.kind != "stage":
                continue
            told = {a.id for line in view.lines for a in line.arrows if _core(a)}
            assert told == {
                a.id for a in pathway.arrows if _core(a) and a.place.stage.id == view.stage
            }


def _core(arrow):
    return RANK[arrow.interaction.tier] < 2


def test_no_arrow_is_drawn_both_alone_and_merged(found):
    for every in found.values():
        for view in every:
            merged = {a.id for line in view.lines if line.merged for a in line.arrows}
            assert not merged & {line.id for line in view.lines if not line.merged}


def test_an_organ_view_spreads_its_arrows_out(found):
    organs = [view for view in found["metastatic-cascade"] if view.kind == "organ"]
    assert {view.organ for view in organs} >= {"bone", "brain", "lung", "liver"}
    for view in organs:
        assert not any(line.merged for line in view.lines)


def test_every_view_shows_both_ends_of_its_lines_or_the_organ_lies_elsewhere(found):
    for every in found.values():
        for view in every:
            if view.kind != "organ":
                for line in view.lines:
                    assert {line.source, line.target} <= set(view.nodes)


def test_a_frame_holds_every_arrow_of_its_organ(drawing, flagship):
    for stage in flagship.stages:
        for organ, frame in drawing.frames[stage.id].items():
            for arrow in flagship.arrows:
                if arrow.place.stage.id == stage.id and arrow.interaction.organ == organ:
                    assert frame.contains(drawing.layout.points[arrow.source])
                    assert frame.contains(drawing.layout.points[arrow.target])


def test_no_view_shows_more_than_it_can_teach(found):
    for every in found.values():
        for view in every:
            assert len(view.lines) <= CAPS[view.kind], view.name


def test_a_view_has_an_address(found):
    for view in found["metastatic-cascade"]:
        parts = dict(part.split("=") for part in view.query.split("&") if part)
        assert parts.get("stage", "") == view.stage and parts.get("organ", "") == view.organ
