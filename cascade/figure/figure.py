"""The figure for the browser: everything JavaScript needs, computed once, as plain JSON data."""

from ..layout.drawing import Drawing, draw
from ..layout.edge_bundling import merge_parallel
from ..layout.name_numbers import answers
from ..layout.visibility import views
from ..model.documents import Cell
from ..model.interaction_fields import MOLECULES, PAPERS
from ..model.pathway import Arrow, Pathway
from .card_records import molecules, pair_titles, records, references
from .contract import PathwayData
from .elements import elements
from .facets import facets
from .lecture_steps import lectures_data as lectures
from .sentences import citation, claim


def pathway_data(pathway: Pathway) -> PathwayData:
    """One pathway: elements, places, facets, contents of the cards, lectures; `tall` holds what
    is otherwise in the figure for tall windows."""
    drawing = draw(pathway)
    all_facets = facets(pathway)
    wide, tall = _shape(drawing), _shape(draw(pathway, tall=True))
    for stage, other in zip(wide["stages"], tall["stages"], strict=True):
        # A handout has the same numbers in both shapes.
        other["blanks"] = stage["blanks"]
    return {
        "title": pathway.title,
        "subtitle": pathway.subtitle or "",
        "citation": citation(pathway),
        **wide,
        "tall": tall,
        "organs": organs(pathway),
        "cells": {
            id_: _cell(cell)
            for id_, cell in pathway.cells.items()
            if any(node.cell.id == id_ for node in pathway.nodes.values())
        },
        "nodes": {
            node.id: {
                "cell": node.cell.id,
                "place": node.place.id,
                "stage": node.place.stage.id,
                "rank": drawing.ranks[node.id],
            }
            for node in pathway.nodes.values()
        },
        "interactions": {
            arrow.id: _interaction(arrow, pathway, all_facets) for arrow in pathway.arrows
        },
        "pairs": {
            line.id: [arrow.id for arrow in line.arrows]
            for line in merge_parallel(pathway.arrows)
            if line.merged
        },
        "facets": {
            facet.id: {"label": facet.label, "any": facet.any, "values": facet.values}
            for facet in all_facets
        },
        "years": _years(pathway),
        "cards": records(pathway),
        "heads": pair_titles(pathway),
        "molecules": molecules(pathway),
        "references": references(pathway),
    }


def _shape(drawing: Drawing) -> dict:
    """What follows from where things lie."""
    return {
        "elements": elements(drawing),
        "box": _box(drawing.box),
        "stages": _stages(drawing),
        "frames": {
            stage: {organ: _box(box) for organ, box in frames.items()}
            for stage, frames in drawing.frames.items()
        },
        "places": _places(drawing),
        "lectures": lectures(drawing),
    }


def _box(rect) -> list[float]:
    return [rect.x1, rect.y1, rect.x2, rect.y2]


def _stages(drawing: Drawing) -> list[dict]:
    """The stages; `blanks` holds what is asked on a handout, in the order of the numbers."""
    result = []
    shown = {view.stage: view for view in views(drawing) if view.kind == "stage"}
    for stage in drawing.pathway.stages:
        boxes = [drawing.layout.boxes[panel.id] for panel in stage.panels]
        whole = boxes[0]
        for box in boxes[1:]:
            whole = whole.union(box)
        asked = list(answers(drawing, shown[stage.id]))
        known = {"id": stage.id, "name": stage.name, "description": stage.description or ""}
        result.append({**known, "box": _box(whole), "blanks": asked})
    return result


def _cell(cell: Cell) -> dict:
    return {"name": cell.name, "short": cell.short, "synonyms": list(cell.synonyms)}


def organs(pathway: Pathway) -> list[str]:
    """Ids of the organs that an arrow or a card names."""
    used = {a.interaction.organ for a in pathway.arrows} | {
        place.organ for place in pathway.places.values()
    }
    return [id_ for id_ in pathway.organs if id_ in used]


def _places(drawing: Drawing) -> dict:
    return {
        place.id: {
            "stage": place.stage.id,
            "organ": place.organ or "",
            "card": place.in_panel,
            "name": place.card.name or place.panel.name or place.stage.name,
            "box": _box(drawing.layout.boxes[place.id]),
        }
        for place in drawing.pathway.places.values()
    }


def _interaction(arrow: Arrow, pathway: Pathway, all_facets) -> dict:
    interaction = arrow.interaction
    named = [id_ for name in (*MOLECULES, *PAPERS) for id_ in getattr(interaction, name)]
    return {
        "from": interaction.from_,
        "to": interaction.to,
        "source": arrow.source,
        "target": arrow.target,
        "stage": arrow.place.stage.id,
        "place": arrow.place.id,
        "organ": interaction.organ or "",
        "tier": interaction.tier,
        "year": interaction.year,
        "claim": claim(arrow, pathway),
        "words": list(dict.fromkeys(named)),
        "facets": {facet.id: facet.of(arrow) for facet in all_facets},
    }


def _years(pathway: Pathway) -> list[int]:
    years = [arrow.interaction.year for arrow in pathway.arrows]
    return [min(years, default=1900), max(years, default=2100)]
