"""A step of a lecture as Python draws it, for slides and handouts, is what the browser shows."""

from playing import played

from cascade.layout.lecture_view import step_view


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
