"""Where the cells of a stage and their names are in its picture, for questions on pictures."""

from dataclasses import dataclass

from ..layout.geometry import Rect
from ..layout.name_numbers import renamed
from .quiz_pictures import QuizPicture, QuizPictures, drawn

MOST = 8
"""Names on one picture: more would be a search."""
_CELL = 76.0
"""Drawing units around the middle of a cell that count as the cell."""


@dataclass(frozen=True)
class Spot:
    """A cell that stands once in a picture: its short name, and in pixels the boxes of the name and
    of the cell."""

    node: str
    name: str
    label: Rect
    cell: Rect


def spots(stage: str, pictures: QuizPictures) -> tuple[QuizPicture, list[Spot]]:
    """The picture of a stage without the names that are asked for, and where they belong: those of
    most arrows."""
    drawing = pictures.drawing
    view = next(view for view in pictures.views if view.stage == stage)
    whole = pictures.whole(stage)
    nodes, scene = drawing.pathway.nodes, whole.scene
    named = [
        node
        for node, mark in scene.marks.items()
        if node in nodes and not {"quiet", "dim", "mute"} & set(mark.split())
    ]
    names = [nodes[node].cell.short for node in named]
    ends = [end for arrow in scene.arrows for end in (arrow.source, arrow.target)]
    once = [node for node in named if names.count(nodes[node].cell.short) == 1]
    asked = sorted(once, key=lambda node: -ends.count(node))[:MOST]
    result = [
        Spot(
            node,
            nodes[node].cell.short,
            whole.at(drawing.name_box(node, scene.size)),
            whole.at(Rect.around(drawing.layout.points[node], _CELL, _CELL)),
        )
        for node in asked
    ]
    return drawn(renamed(drawing, dict.fromkeys(asked, " "), {}), view), result
