"""The places of a pathway and the cells that stand there: built and checked in one pass."""

from dataclasses import dataclass, field

from ..model.documents import Card, Stage
from ..model.pathway import Node, Place
from .report import ProblemReport
from .source import Source


@dataclass
class StagePlaces:
    """A stage with its source: `base` is the stage's path there. `named` maps a panel or card id
    to the places it stands for."""

    stage: Stage
    source: Source
    base: tuple
    places: list[Place] = field(default_factory=list)
    named: dict[str, list[Place]] = field(default_factory=dict)


@dataclass
class Ground:
    """All places and nodes, and where each node was written."""

    stages: dict[str, StagePlaces] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    nodes: dict[str, Node] = field(default_factory=dict)
    spots: dict[str, tuple[Source, tuple]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)


def survey(stages: list[tuple[Stage, Source, tuple]], report: ProblemReport) -> Ground:
    """Lay out the stages' places. Problems go to the report."""
    ground = Ground()
    for stage, source, base in stages:
        if stage.id in ground.stages:
            first = ground.stages[stage.id]
            other = first.source.where((*first.base, "id"))
            report.add(source, (*base, "id"), "twice", kind="stage", id=stage.id, other=other)
            continue
        here = ground.stages[stage.id] = StagePlaces(stage, source, base)
        for index, panel in enumerate(stage.panels):
            path = (*base, "panels", index)
            _name(panel, source, path, "panel", ground, report)
            here.named.setdefault(panel.id, [])
            if panel.cards and panel.cells:
                report.add(source, (*path, "cells"), "panel-mixed", key=True, panel=panel.id)
            elif panel.cells:
                place = Place(panel.id, stage, panel, panel)
                _place(place, panel, path, here, ground, report)
            for number, card in enumerate(panel.cards):
                inner = (*path, "cards", number)
                _name(card, source, inner, "card", ground, report)
                here.named.setdefault(card.id, [])
                if card.cells:
                    place = Place(card.id, stage, card, panel)
                    _place(place, panel, inner, here, ground, report)
    return ground


def _name(
    card: Card, source: Source, path: tuple, kind: str, ground: Ground, report: ProblemReport
):
    """Panels and cards share their names, as 'panel:' of an interaction may mean either."""
    if card.id in ground.names:
        other = ground.names[card.id]
        report.add(source, (*path, "id"), "twice", kind=kind, id=card.id, other=other)
    ground.names.setdefault(card.id, source.where((*path, "id")))
    if card.organ is not None and card.organ not in report.facts.organs:
        report.unknown(source, (*path, "organ"), "organ", card.organ, report.facts.organs)
    for what, size, least in (("box", card.box and card.box[2:], 10), ("grid", card.grid, 0.5)):
        if size and min(size) < least:
            report.add(source, (*path, what), "size", what=what, least=least)


def _place(
    place: Place, panel, path: tuple, here: StagePlaces, ground: Ground, report: ProblemReport
):
    if place.id in ground.places:
        return
    ground.places[place.id] = place
    here.places.append(place)
    for name in dict.fromkeys((place.id, panel.id)):
        here.named.setdefault(name, []).append(place)
    taken = {}
    for index, placement in enumerate(place.card.cells):
        location = (*path, "cells", index)
        cell = report.facts.cells.get(placement.cell)
        if cell is None:
            known = report.facts.cells
            report.unknown(here.source, (*location, "cell"), "cell", placement.cell, known)
        _check_at(place, placement, here.source, location, taken, report)
        id = f"{place.id}/{placement.cell}"
        if id in ground.spots:
            gaps = {"cell": placement.cell, "place": place.id}
            report.add(here.source, (*location, "cell"), "same-cell", **gaps)
            continue
        ground.spots[id] = here.source, location
        # A node of an unknown cell holds its place, so that its arrows raise no second alarm.
        ground.nodes[id] = Node(id, cell, place, placement.at, placement.turn, placement.tall)


def _check_at(
    place: Place, placement, source: Source, path: tuple, taken: dict, report: ProblemReport
):
    for name, spot in (("at", placement.at), ("tall", placement.tall)):
        other = taken.setdefault((name, spot), placement.cell) if spot else placement.cell
        if other != placement.cell:
            at = "[{:g}, {:g}]".format(*spot)
            gaps = {"cell": placement.cell, "other": other, "at": at, "place": place.id}
            report.add(source, (*path, name), "same-place", **gaps)
    column, row = placement.at
    at = f"[{column:g}, {row:g}]"
    path = (*path, "at")
    if column < 0 or row < 0:
        report.add(source, path, "below-zero", at=at, place=place.id)
    elif (
        place.card.grid
        and min(place.card.grid) > 0
        and (column >= place.card.grid[0] or row >= place.card.grid[1])
    ):
        columns, rows = (f"{number:g}" for number in place.card.grid)
        gaps = {"at": at, "place": place.id, "columns": columns, "rows": rows}
        report.add(source, path, "outside", **gaps)
