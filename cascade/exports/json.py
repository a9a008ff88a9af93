"""Everything that the pathway says, as one JSON object for programs."""

import json

from ..i18n.translation import current_language
from ..layout.geometry import Rect
from ..layout.grid import Layout, grid_layout
from ..model.documents import Base
from ..model.interaction_fields import MOLECULES
from ..model.pathway import Arrow, Node
from ..model.selection import Selection
from . import curie
from .about import about, lost

VERSION = 1


def write(selection: Selection, theme: str = "light") -> bytes:
    return json.dumps(document(selection), ensure_ascii=False, indent=1).encode() + b"\n"


def document(selection: Selection) -> dict:
    """The object: lists of stages, places, cells, nodes, interactions, molecules, references."""
    pathway, layout = selection.pathway, grid_layout(selection.pathway)
    steps = [arrow.interaction for arrow in selection.arrows]
    nodes = {node.id for node in selection.nodes}
    cells = dict.fromkeys(node.cell.id for node in selection.nodes)
    used = {symbol for step in steps for key in MOLECULES for symbol in getattr(step, key)}
    papers = {id for step in steps for id in (*step.references, *step.opposing)}
    organs = {o for a in selection.arrows for o in (a.interaction.organ, a.place.organ) if o}
    return {
        "format": "cascade",
        "version": VERSION,
        "about": about(selection),
        "lost": lost("json"),
        "lang": current_language().tag,
        "pathway": {
            "id": pathway.id,
            "title": pathway.title,
            "subtitle": pathway.subtitle or "",
            "description": pathway.description or "",
        },
        "selection": {
            "stage": selection.stage,
            "organ": selection.organ,
            "tier": selection.tier,
            "focus": selection.focus,
        },
        "stages": _stages(selection),
        "places": _places(selection, layout),
        "cells": [
            {**_plain(pathway.cells[id]), "curie": curie.cell(pathway.cells[id])} for id in cells
        ],
        "nodes": [_node(node, layout) for node in selection.nodes],
        "interactions": [_interaction(arrow) for arrow in selection.arrows],
        "becomes": [
            _plain(link)
            for link in pathway.becomes
            if {link.from_, link.to} <= cells.keys() and selection.stage in ("", link.stage)
        ],
        "journey": [_plain(leg) for leg in pathway.journey if {leg.from_, leg.to} <= nodes],
        "molecules": [
            {**_plain(molecule), "curie": curie.molecule(molecule)}
            for symbol, molecule in pathway.molecules.items()
            if symbol in used
        ],
        "organs": [_plain(organ) for id, organ in pathway.organs.items() if id in organs],
        "references": [
            {**_plain(reference), "curie": curie.paper(reference)}
            for id, reference in pathway.references.items()
            if id in papers
        ],
    }


def _plain(entry: Base) -> dict:
    return entry.model_dump(mode="json", by_alias=True, exclude_none=True)


def _stages(selection: Selection) -> list[dict]:
    used = {arrow.place.stage.id for arrow in selection.arrows}
    return [
        {
            "id": stage.id,
            "name": stage.name,
            "description": stage.description or "",
            "questions": [_plain(question) for question in stage.questions],
        }
        for stage in selection.pathway.stages
        if stage.id in used
    ]


def _places(selection: Selection, layout: Layout) -> list[dict]:
    used = {arrow.place.id for arrow in selection.arrows}
    return [
        {
            "id": place.id,
            "stage": place.stage.id,
            "panel": place.panel.id,
            "name": place.card.name or "",
            "organ": place.organ or "",
            "box": _box(layout.boxes[place.id]),
        }
        for place in selection.pathway.places.values()
        if place.id in used
    ]


def _box(box: Rect) -> list[float]:
    return [box.x1, box.y1, box.width, box.height]


def _node(node: Node, layout: Layout) -> dict:
    x, y = layout.points[node.id]
    return {"id": node.id, "cell": node.cell.id, "place": node.place.id, "x": x, "y": y}


def _interaction(arrow: Arrow) -> dict:
    ends = {"source": arrow.source, "target": arrow.target}
    where = {"stage": arrow.place.stage.id, "place": arrow.place.id}
    return {**_plain(arrow.interaction), **where, **ends}
