"""The pictures that a page shows first: views at the sizes that windows show, of shared parts."""

import re
from itertools import pairwise

import pytest

from cascade.layout.visibility import views
from cascade.page.first_picture import first_pictures
from cascade.page.noscript import still_picture


@pytest.fixture(scope="module")
def sent(drawing):
    return first_pictures([drawing], still_picture(drawing))


def text(sent: dict, one: dict) -> str:
    """As the browser puts a picture together."""
    at, found = 0, []
    for step in one["picture"]:
        at += step
        found.append(sent["parts"][at])
    return "".join(found)


def test_overview_and_stages_have_one_at_each_size(sent, drawing):
    asked = {view.stage for view in views(drawing) if not view.organ}
    assert {one["stage"] for one in sent["pictures"]} == asked
    for stage in asked:
        zooms = sorted(one["zooms"] for one in sent["pictures"] if one["stage"] == stage)
        assert all(before[1] == after[0] for before, after in pairwise(zooms))


def test_only_the_usual_overview_is_empty_as_it_stands_in_the_noscript(sent):
    (empty,) = [one for one in sent["pictures"] if not one["picture"]]
    assert empty["stage"] == ""


def test_parts_make_whole_pictures(sent):
    for one in sent["pictures"]:
        picture = text(sent, one)
        for tag in ("g", "text", "tspan"):
            opened = len(re.findall(rf"<{tag}(?: [^>]*[^/])?>", picture))
            assert opened == picture.count(f"</{tag}>"), (one["stage"], tag)
        assert "<script" not in picture and "<title" not in picture


def test_every_symbol_is_on_the_page_once(sent, drawing, flagship):
    defs = str(still_picture(drawing)) + sent["symbols"][flagship.id]
    ids = re.findall(r'<symbol id="([^"]+)"', defs)
    assert len(ids) == len(set(ids))
    used = {id_ for part in sent["parts"] for id_ in re.findall(r'<use href="#([^"]+)"', part)}
    assert used and used <= set(ids)


def test_colors_are_the_variables_of_the_page(sent):
    assert not [part for part in sent["parts"] if re.search(r'"#[0-9a-f]{6}"', part)]


def test_a_stage_shows_the_others_faded(sent, drawing):
    """All cells, so that the canvas changes none."""
    stage = drawing.pathway.stages[1].id
    (one, *_) = [one for one in sent["pictures"] if one["stage"] == stage]
    cells = re.findall(r"<use href=\"#n-[a-z-]+-g-[^>]*>", text(sent, one))
    faded = [cell for cell in cells if 'opacity=".22"' in cell]
    assert len(cells) > 60 and len(faded) > 40


@pytest.mark.parametrize("stage", ["", "circulation"])
def test_a_single_file_holds_the_view_it_starts_with(drawing, stage):
    alone = first_pictures([drawing], still_picture(drawing), stage)
    assert {one["stage"] for one in alone["pictures"]} == {"", stage}
    assert bool(alone["parts"]) == bool(stage)
