"""Lectures for the browser, without the lecturer's notes."""

from collections.abc import Iterable

from ..layout.drawing import Drawing
from ..layout.geometry import Rect
from ..layout.lecture_view import address, pieces, step_box
from ..model.lecture_documents import LETTERS, Prediction
from ..model.pathway import Lecture, Pathway, Step


def lectures_data(drawing: Drawing) -> dict:
    """{lecture id: {title, description, steps}} of a pathway; the steps as figure.py documents."""
    return {lecture.id: _lecture(lecture, drawing) for lecture in drawing.pathway.lectures.values()}


def _lecture(lecture: Lecture, drawing: Drawing) -> dict:
    return {
        "title": lecture.title,
        **({"description": lecture.description} if lecture.description else {}),
        "steps": [_step(step, drawing) for step in lecture.steps],
    }


def _step(step: Step, drawing: Drawing) -> dict:
    """`show` are the new interactions in order, `keep` those of earlier steps that stay; `box` is
    what the camera must hold, [x1, y1, x2, y2] in drawing units, and `pieces` what a small screen
    looks at instead, by the newest arrow."""
    stage, organ = address(step, drawing)
    small = pieces(step, drawing)
    return {
        "id": step.id,
        "title": step.told.title,
        "stage": stage,
        "organ": organ,
        "box": _sides(step_box(step, drawing)),
        **({"pieces": {id: _sides(box) for id, box in small.items()}} if small else {}),
        "show": list(step.show),
        "keep": list(step.keep),
        "focus": list(step.focus),
        "say": step.told.say,
        "predict": _predict(step.told.predict) if step.told.predict else None,
        "references": list(step.references),
    }


def _sides(box: Rect) -> list[float]:
    return [round(side, 1) for side in (box.x1, box.y1, box.x2, box.y2)]


def _predict(asked: Prediction) -> dict:
    return {
        "question": asked.question,
        "options": list(asked.options),
        "answer": LETTERS.index(asked.answer),
        "why": asked.why,
    }


def lecturer_notes(pathways: Iterable[Pathway]) -> dict:
    """{pathway id: {lecture id: [notes of each step, '' for none]}}, lectures only."""
    return {
        pathway.id: {
            lecture.id: [step.told.notes or "" for step in lecture.steps]
            for lecture in pathway.lectures.values()
        }
        for pathway in pathways
        if pathway.lectures
    }
