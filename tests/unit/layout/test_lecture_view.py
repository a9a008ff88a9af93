"""A step of a lecture as Python draws it, for slides and handouts, is what the browser shows."""

from playing import played

from cascade.layout.drawing import draw
from cascade.layout.lecture_view import HIGHEST, lecture_views, pieces, size_of, step_view


def test_a_step_shows_the_arrows_that_the_browser_shows(html, drawing):
    told = played(html)["told"][drawing.pathway.id]
    assert len(told) == len(drawing.pathway.lectures) > 1
    ends = {line.id: (line.source, line.target) for line in drawing.lines}
    for lecture in drawing.pathway.lectures.values():
        for step, shown in zip(lecture.steps, told[lecture.id], strict=True):
            view = step_view(lecture, step, drawing)
            ours = {line.id for line in view.lines}
            where = (lecture.id, step.id)
            # What the camera does not hold whole is a trace on the screen.
            seen = {id for id in shown if id in step.show or held(ends[id], view.box, drawing)}
            assert {*step.show} <= seen == ours, where


def held(nodes, box, drawing):
    return all(box.holds(drawing.node_box(node)) for node in nodes)


def test_of_a_step_that_would_crowd_a_screen_each_piece_is_a_view(flagship, drawing):
    """As on the screen of a tablet, where two organs stand far apart."""
    tall = draw(flagship, tall=True)
    step = next(s for s in flagship.lectures["cascade"].steps if s.id == "lung-and-liver")
    name = f"lecture cascade, step {step.id}"
    assert [view.name for view in lecture_views(drawing) if view.name.startswith(name)] == [name]
    views = [view for view in lecture_views(tall) if view.name.startswith(name)]
    assert {view.box for view in views} == {*pieces(step, tall).values()}
    assert len(views) == len({view.box for view in views}) > 1
    assert {*step.show} <= {line.id for view in views for line in view.lines}
    for view in lecture_views(tall):
        assert size_of(view.size).node <= HIGHEST, view.name
