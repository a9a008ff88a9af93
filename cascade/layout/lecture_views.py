"""The steps of lectures as views, for the linter and the exports."""

from collections.abc import Iterator

from ..model.lecture import Lecture, Step
from .drawing import Drawing
from .lecture_view import address, box
from .visibility import View


def views(drawing: Drawing) -> Iterator[View]:
    """A view for each step of each lecture of a pathway."""
    for lecture in drawing.pathway.lectures.values():
        for step in lecture.steps:
            yield view(lecture, step, drawing)


def view(lecture: Lecture, step: Step, drawing: Drawing) -> View:
    """What a step shows: its new arrows and those kept, each on its own, where the camera looks."""
    frame = box(step, drawing)
    told = {*step.keep, *step.show}
    lines = [
        line
        for line in drawing.lines
        if not line.merged and line.id in told and drawing.routes[line.id].path.box.meets(frame)
    ]
    ends = {node for line in lines for node in (line.source, line.target)}
    nodes = [node for node in drawing.pathway.nodes if node in ends]
    place = f"lecture {lecture.id}, step {step.id}"
    return View("lecture", *address(step, drawing), frame, tuple(lines), tuple(nodes), place)
