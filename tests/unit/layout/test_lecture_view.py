"""A step of a lecture as Python draws it, for slides and handouts, is what the browser shows."""

from playing import played

from cascade.layout.lecture_view import step_view


def test_a_step_shows_the_arrows_that_the_browser_shows(html, drawing):
    told = played(html)["told"][drawing.pathway.id]
    assert len(told) == len(drawing.pathway.lectures) > 1
    for lecture in drawing.pathway.lectures.values():
        for step, shown in zip(lecture.steps, told[lecture.id], strict=True):
            view = step_view(lecture, step, drawing)
            ours = {line.id for line in view.lines}
            where = (lecture.id, step.id)
            # What the camera does not hold is left out of the picture.
            seen = {id for id in shown if drawing.routes[id].path.box.meets(view.box)}
            assert {*step.show} <= seen <= ours, where
            # The screen dims what earlier steps showed in other stages; a slide has no such trace.
            assert ours - seen <= {*step.keep}, where
