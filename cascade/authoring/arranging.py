"""What arranging shows while a cell is dragged: the grid, the drawing and the findings, as data."""

from collections.abc import Mapping

from ..figure.elements import elements
from ..layout.drawing import Drawing, draw
from ..layout.grid import HEADER, MARGIN, grid_of
from ..layout.lint import KINDS, lint
from ..model.pathway import Pathway
from .arrangement import At, moved


def plan(pathway: Pathway, at: Mapping[str, At]) -> dict:
    """The pathway with some cells moved, for the browser. Raises Misplaced."""
    drawing = draw(moved(pathway, at))
    findings = lint(drawing)
    return {
        "grids": _grids(drawing),
        "at": {node.id: node.at for node in drawing.pathway.nodes.values()},
        "elements": [_geometry(element) for element in elements(drawing)],
        "findings": [
            {
                "view": one.view,
                "kind": KINDS[one.kind],
                "message": one.message,
                "where": one.file,
                "who": one.who,
                "fatal": one.fatal,
            }
            for one in findings
        ],
    }


def _grids(drawing: Drawing) -> dict:
    """Per place: where column and row 0 are, how far apart they lie, and the last ones."""
    result = {}
    for place in drawing.pathway.places.values():
        box = drawing.layout.boxes[place.id]
        columns, rows = grid_of(place.card)
        step_x = (box.width - 2 * MARGIN) / columns
        step_y = (box.height - HEADER - MARGIN) / rows
        room = 0 if place.card.grid else 1  # a grid that no file states grows with its cells
        result[place.id] = {
            "x": box.x1 + MARGIN + step_x / 2,
            "y": box.y1 + HEADER + step_y / 2,
            "dx": step_x,
            "dy": step_y,
            "columns": columns + room,
            "rows": rows + room,
        }
    return result


def _geometry(element: dict) -> dict:
    """What of an element a move may change."""
    keep = ("id", "side", "bend", "lx", "ly", "w", "h", "weights", "distances")
    data = {key: element["data"][key] for key in keep if key in element["data"]}
    return {"data": data, "position": element.get("position")}
