"""A pathway with some of its cells moved, before anything is written, and what the browser shows
of it: the grid, the drawing and the findings."""

from collections.abc import Mapping
from dataclasses import replace

from ..figure.elements import elements
from ..layout.drawing import Drawing, draw
from ..layout.grid import HEADER, MARGIN, grid_of
from ..layout.lint import KINDS, lint
from ..model.documents import Card
from ..model.pathway import Pathway

At = tuple[float, float]


class Misplaced(ValueError):
    """A place where no cell may stand; the text says whose and why."""


def move_cells(pathway: Pathway, at: Mapping[str, At]) -> Pathway:
    """The pathway with the nodes of `at` at other grid places.

    Raises Misplaced where a node is unknown, leaves its grid or takes another's place.
    """
    for id_, place in at.items():
        _check(pathway, id_, place)
    _demand_apart(pathway, at)
    stages, cards = [], {}
    for stage in pathway.stages:
        panels = []
        for panel in stage.panels:
            inner = tuple(_card(card, at) for card in panel.cards)
            panels.append(_card(panel, at).model_copy(update={"cards": inner}))
            cards |= {card.id: (card, panels[-1]) for card in (panels[-1], *inner)}
        stages.append(stage.model_copy(update={"panels": tuple(panels)}))
    by_id = {stage.id: stage for stage in stages}
    places = {}
    for id_, place in pathway.places.items():
        card, panel = cards[id_]
        places[id_] = replace(place, stage=by_id[place.stage.id], card=card, panel=panel)
    nodes = {
        id_: replace(node, place=places[node.place.id], at=at.get(id_, node.at))
        for id_, node in pathway.nodes.items()
    }
    arrows = tuple(replace(arrow, place=places[arrow.place.id]) for arrow in pathway.arrows)
    return replace(pathway, stages=tuple(stages), places=places, nodes=nodes, arrows=arrows)


def _card(card: Card, at: Mapping[str, At]) -> Card:
    cells = tuple(
        cell.model_copy(update={"at": at.get(f"{card.id}/{cell.cell}", cell.at)})
        for cell in card.cells
    )
    return card.model_copy(update={"cells": cells})


def _check(pathway: Pathway, id_: str, at: At) -> None:
    if id_ not in pathway.nodes:
        raise Misplaced(f"there is no cell '{id_}' in '{pathway.id}'")
    card = pathway.nodes[id_].place.card
    columns, rows = card.grid or (float("inf"), float("inf"))
    if not (0 <= at[0] < columns and 0 <= at[1] < rows):
        raise Misplaced(f"'{id_}' at [{at[0]:g}, {at[1]:g}] leaves the grid of '{card.id}'")


def _demand_apart(pathway: Pathway, at: Mapping[str, At]) -> None:
    taken: dict[tuple, str] = {}
    for id_, node in pathway.nodes.items():
        where = node.place.id, at.get(id_, node.at)
        if other := taken.get(where):
            column, row = where[1]
            raise Misplaced(f"'{other}' and '{id_}' both stand at [{column:g}, {row:g}]")
        taken[where] = id_


def plan(pathway: Pathway, at: Mapping[str, At]) -> dict:
    """The pathway with some cells moved, for the browser. Raises Misplaced."""
    drawing = draw(move_cells(pathway, at))
    findings = lint(drawing)
    return {
        "grids": _grids(drawing),
        "at": {node.id: node.at for node in drawing.pathway.nodes.values()},
        "elements": [_geometry(element) for element in elements(drawing)],
        "findings": [
            {
                "view": finding.view,
                "kind": KINDS[finding.kind],
                "message": finding.message,
                "where": finding.file,
                "who": finding.who,
                "fatal": finding.fatal,
            }
            for finding in findings
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
