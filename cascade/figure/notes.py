"""What the lecturer says and no student sees: kept apart from the figure's data."""

from collections.abc import Iterable

from ..model.pathway import Pathway


def notes(pathways: Iterable[Pathway]) -> dict:
    """{pathway id: {lecture id: [notes of each step, '' for none]}}, lectures only."""
    return {
        pathway.id: {
            lecture.id: [step.told.notes or "" for step in lecture.steps]
            for lecture in pathway.lectures.values()
        }
        for pathway in pathways
        if pathway.lectures
    }
