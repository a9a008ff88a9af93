"""What the page says about a pathway: the contents of cells, legend and navigation.

Plain dicts and lists; the templates in `templates/` turn them into HTML with escaping. Cards of
arrows, molecules and papers are made in the browser (see card_records.py).
"""

import re
from collections import defaultdict

from markupsafe import Markup

from ..figure import key
from ..figure.abbreviations import abbreviations
from ..figure.evidence import overview
from ..figure.facets import counts, facets
from ..figure.figure import organs
from ..figure.sentences import listed, mid_sentence
from ..i18n.translation import t
from ..model import vocabulary as words
from ..model.documents import Cell
from ..model.pathway import Arrow, Pathway
from ..notation.glyphs import glyph, organ_icon
from ..notation.legend_keys import framed_mark_key, value_key

_COLOR = re.compile(r"var\([^)]*\)")
_OPEN_FACETS = ("outcome", "effect")
"""What is asked for most; the other groups are folded, so that all are in reach."""


def contents(pathway: Pathway) -> dict:
    """Everything the page template needs about one pathway."""
    return {
        "id": pathway.id,
        "title": pathway.title,
        "subtitle": pathway.subtitle,
        "description": pathway.description,
        "summary": summary(pathway),
        "stages": pathway.stages,
        "organs": _organs(pathway),
        "cells": [_cell(cell, pathway) for cell in placed(pathway)],
        "facets": (all_facets := _facets(pathway)),
        "marks": (drawn := _marks(pathway)),
        "key": _compact_key(all_facets, drawn),
        "abbreviations": abbreviations(placed(pathway)),
        "years": _years(pathway),
        "evidence": overview(pathway),
        "source": pathway.references.get(pathway.source) if pathway.source else None,
    }


def placed(pathway: Pathway) -> list[Cell]:
    """The cell types that stand somewhere, each once, in the order of the stages."""
    return list(dict.fromkeys(node.cell for node in pathway.nodes.values()))


def summary(pathway: Pathway) -> str:
    """The screen summary before the diagram: what it is, how much, how to use it."""
    stages = listed([mid_sentence(stage.name) for stage in pathway.stages])
    many = len(pathway.stages)
    what = t(
        "Interactive diagram: {title}. {cells} cell types and {arrows} interactions in",
        title=pathway.title,
        cells=len(placed(pathway)),
        arrows=len(pathway.arrows),
    )
    where = t("{n} stage" if many == 1 else "{n} stages", n=many)
    keys = t("Press the arrow keys to walk between cells, Enter to choose one, ? for all keys.")
    return f"{what} {where}: {stages}. {keys}"


def _organs(pathway: Pathway) -> list[dict]:
    """Buttons for organs."""
    return [
        {
            "id": id_,
            "name": pathway.organs[id_].name.split(" (")[0],
            "icon": _inline(organ_icon(id_)),
        }
        for id_ in organs(pathway)
    ]


def _inline(svg: str | None) -> Markup:
    """An icon within a button, in the color of its words."""
    text = (svg or "").replace("<svg ", '<svg aria-hidden="true" ', 1)
    return Markup(_COLOR.sub("currentColor", text))


def _cell(cell: Cell, pathway: Pathway) -> dict:
    sent = [a for a in pathway.arrows if a.interaction.from_ == cell.id]
    received = [a for a in pathway.arrows if a.interaction.to == cell.id]
    links = [
        f"{pathway.cells[b.from_].name} {b.label}: {mid_sentence(pathway.cells[b.to].name)}"
        for b in pathway.becomes
        if cell.id in (b.from_, b.to)
    ]
    return {
        "id": cell.id,
        "name": cell.name,
        "short": cell.short,
        "description": cell.description,
        "synonyms": [s for s in cell.synonyms if s != cell.name],
        "lineage": cell.lineage,
        "lineage_name": t(words.LINEAGES[cell.lineage]),
        "term": cell.cell_ontology,
        "glyph": glyph(cell).name,
        "sends": _by_stage(sent, pathway),
        "receives": _by_stage(received, pathway),
        "becomes": links,
    }


def _by_stage(arrows: list[Arrow], pathway: Pathway) -> list[dict]:
    groups: dict[str, list[str]] = defaultdict(list)
    for arrow in arrows:
        groups[arrow.place.stage.id].append(arrow.id)
    return [
        {"id": stage.id, "stage": stage.name, "rows": groups[stage.id], "n": len(groups[stage.id])}
        for stage in pathway.stages
        if stage.id in groups
    ]


def _facets(pathway: Pathway) -> list[dict]:
    result = []
    for facet in facets(pathway):
        number = counts(facet, pathway)
        values = [
            {"id": id_, "label": label, "count": number[id_], "key": value_key(facet.id, id_)}
            for id_, label in facet.values.items()
        ]
        folded = facet.id not in _OPEN_FACETS
        result.append({"id": facet.id, "label": facet.label, "choices": values, "folded": folded})
    return result


def _marks(pathway: Pathway) -> list[dict]:
    """What is drawn besides the values of the filters."""
    marks = key.marks(pathway, pathway.arrows)
    return [
        {"id": id_, "label": label, "key": framed_mark_key(id_)} for id_, label in marks.items()
    ]


def _compact_key(facets: list[dict], marks: list[dict]) -> list[dict]:
    """The key under the figure, what a reader needs first in front: a row shows what it has room
    for, the panel all."""
    rows = {facet["id"]: facet["choices"] for facet in facets}
    first, last = ("outcome", "effect"), ("route", "readout", "lineage")
    parts = (*(rows[id_] for id_ in first), marks, *(rows[id_] for id_ in last))
    return [entry for part in parts for entry in part if entry.get("count", 1)]


def _years(pathway: Pathway) -> tuple[int, int]:
    years = [arrow.interaction.year for arrow in pathway.arrows]
    return min(years, default=1900), max(years, default=2100)
