"""A step of a lecture as Python draws it, for slides and handouts, is what the browser shows."""

from dataclasses import replace

import pytest
from playing import played

from cascade.layout.drawing import draw
from cascade.layout.geometry import Rect, bounds
from cascade.layout.lecture_view import (
    HALL,
    HAND,
    HIGHEST,
    enlarged,
    home,
    is_whole,
    lecture_views,
    pieces,
    smallest_labels,
    step_box,
    step_view,
    widened,
    zoom_in_hall,
)
from cascade.notation.sizes import size_of

# A column of addresses beside the vessel, and two cells in the upper half of an organ.
NARROW = {"lecture seed-and-soil, step addresses", "lecture seed-and-soil, step brain"}


@pytest.fixture(scope="session", params=[False, True], ids=["wide", "tall"])
def shown(request, flagship):
    """Each step with its view and the drawing, in a shape of the screen."""
    drawing = draw(flagship, request.param)
    steps = [step for lecture in flagship.lectures.values() for step in lecture.steps]
    return list(zip(steps, lecture_views(drawing), strict=True)), drawing


def test_the_last_row_of_a_hall_can_read_every_step(shown):
    steps, drawing = shown
    least = smallest_labels(drawing.layout.tall)
    for step, view in steps:
        zoom, sizes = zoom_in_hall(step_box(step, drawing), drawing.layout.tall), size_of(view.size)
        assert zoom * sizes.node >= least["node"] and zoom * sizes.edge >= least["edge"], view.name


def test_a_step_is_in_one_place_and_fills_the_screen(shown):
    """Its stage or organ is what one sees, and its cells do not stand in one half of it."""
    steps, drawing = shown
    for step, view in steps:
        place = home(step, drawing)
        assert place != drawing.box, view.name
        screen = HAND if drawing.layout.tall else HALL
        seen = widened(step_box(step, drawing), screen[0] / screen[1], place)
        sides = sorted(_shares(place, seen))
        assert sides[0] > 0.7 and sides[1] > 0.95, (view.name, sides)
        told = bounds(drawing.node_box(node) for node in view.nodes)
        aside = zip(told.center, seen.center, (seen.width, seen.height), strict=True)
        assert all(abs(one - middle) < 0.22 * side for one, middle, side in aside), view.name
        assert max(_shares(told, seen)) > (0.5 if view.name not in NARROW else 0.25), view.name


def _shares(part, whole):
    return (
        (min(part.x2, whole.x2) - max(part.x1, whole.x1)) / whole.width,
        (min(part.y2, whole.y2) - max(part.y1, whole.y1)) / whole.height,
    )


def test_a_box_grows_inside_another():
    whole, near = Rect(0, 0, 100, 60), Rect(80, 10, 100, 30)
    assert enlarged(near, 40, 30, whole) == Rect(60, 5, 100, 35)
    assert enlarged(near, 120, 30, whole) == Rect(0, 5, 120, 35)
    assert enlarged(near, 10, 10, whole) == near


def test_a_step_shows_the_arrows_that_the_browser_shows(html, drawing):
    told = played(html)["told"][drawing.pathway.id]
    assert len(told) == len(drawing.pathway.lectures) > 1
    lines = {line.id: line for line in drawing.lines}
    for lecture in drawing.pathway.lectures.values():
        for step, shown in zip(lecture.steps, told[lecture.id], strict=True):
            view = step_view(lecture, step, drawing)
            ours = {line.id for line in view.lines}
            where = (lecture.id, step.id)
            # What the camera does not hold whole is a trace on the screen.
            seen = {
                id
                for id in shown
                if id in step.show or is_whole(lines[id], drawing, view.box, view.size)
            }
            assert {*step.show} <= seen == ours, where


def test_of_a_step_that_would_crowd_a_screen_each_piece_is_a_view(flagship):
    """As on the screen of a tablet, where two organs stand far apart."""
    lecture = flagship.lectures["cascade"]
    *_, relay, liver = lecture.steps
    told = liver.told.model_copy(update={"show": (*relay.show, *liver.show)})
    step = replace(liver, told=told)
    one = replace(flagship, lectures={"cascade": replace(lecture, steps=(step,))})
    wide, tall = draw(one), draw(one, tall=True)
    name = f"lecture cascade, step {step.id}"
    assert [view.name for view in lecture_views(wide)] == [name]
    views = list(lecture_views(tall))
    assert all(view.name.startswith(name) for view in views)
    assert {view.box for view in views} == {*pieces(step, tall).values()}
    assert len(views) == len({view.box for view in views}) > 1
    assert {*step.show} <= {line.id for view in views for line in view.lines}
    for view in views:
        assert size_of(view.size).node <= HIGHEST, view.name
