"""What the page says about a pathway: the contents of cards, legend and lists, for the templates.

Plain dicts and lists; the templates in `templates/` turn them into HTML with escaping.
"""

from collections import defaultdict

from . import vocabulary as words
from .bundles import Line, lines
from .facets import agents, counts, facets
from .figure import organs
from .glyphs import glyph
from .grammar import FIRM_READOUT
from .legend import arrow_key, value_key
from .model import Cell, Reference
from .pathway import Arrow, Pathway
from .sentence import claim, effect_words, listed, lower

_OPEN_FACETS = ("outcome", "effect", "route", "readout", "lineage")


def contents(pathway: Pathway) -> dict:
    """Everything the page template needs about one pathway."""
    merged = [line for line in lines(pathway.arrows) if line.merged]
    return {
        "id": pathway.id,
        "title": pathway.title,
        "subtitle": pathway.subtitle,
        "description": pathway.description,
        "summary": summary(pathway),
        "stages": pathway.stages,
        "organs": _organs(pathway),
        "cells": [_cell(cell, pathway) for cell in placed(pathway)],
        "rows": [row_of(arrow, pathway) for arrow in pathway.arrows],
        "arrows": [_arrow(arrow, pathway) for arrow in pathway.arrows],
        "pairs": [_pair(line, pathway) for line in merged],
        "molecules": _molecules(pathway),
        "references": _references(pathway),
        "facets": _facets(pathway),
        "years": _years(pathway),
        "source": pathway.references.get(pathway.source) if pathway.source else None,
    }


def placed(pathway: Pathway) -> list[Cell]:
    """The cell types that stand somewhere, each once, in the order of the stages."""
    return list(dict.fromkeys(node.cell for node in pathway.nodes.values()))


def summary(pathway: Pathway) -> str:
    """The screen summary before the diagram: what it is, how much, how to use it."""
    stages = listed([lower(stage.name) for stage in pathway.stages])
    return (
        f"Interactive diagram: {pathway.title}. {len(placed(pathway))} cell types and "
        f"{len(pathway.arrows)} interactions in {len(pathway.stages)} "
        f"stage{'s' if len(pathway.stages) != 1 else ''}: {stages}. "
        "Press the arrow keys to walk between cells, Enter to choose one, ? for all keys."
    )


def _organs(pathway: Pathway) -> list[dict]:
    """Buttons for organs; one that has a card in a stage leads there."""
    cards = {
        place.organ: place.stage.id
        for place in pathway.places.values()
        if place.organ and place.card.name
    }
    return [
        {"id": id_, "name": pathway.organs[id_].name.split(" (")[0], "stage": cards.get(id_)}
        for id_ in organs(pathway)
    ]


def _cell(cell: Cell, pathway: Pathway) -> dict:
    sent = [a for a in pathway.arrows if a.interaction.from_ == cell.id]
    received = [a for a in pathway.arrows if a.interaction.to == cell.id]
    links = [
        f"{pathway.cells[b.from_].name} {b.label}: {lower(pathway.cells[b.to].name)}"
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
        "lineage_name": words.LINEAGES[cell.lineage],
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
        {"stage": stage.name, "rows": groups[stage.id], "n": len(groups[stage.id])}
        for stage in pathway.stages
        if stage.id in groups
    ]


def row_of(arrow: Arrow, pathway: Pathway) -> dict:
    """A line in a list of arrows."""
    step = arrow.interaction
    return {
        "id": arrow.id,
        "headline": claim(arrow, pathway),
        "outcome": step.outcome,
        "firm": step.readout == FIRM_READOUT,
        "key": arrow_key(step.effect, step.route),
        "summary": step.summary,
    }


def _arrow(arrow: Arrow, pathway: Pathway) -> dict:
    step = arrow.interaction

    def symbols(values: tuple[str, ...]) -> list:
        return [pathway.molecules[symbol] for symbol in values]

    return {
        **step.model_dump(
            include={
                "id", "from_state", "to_state", "model", "year", "note", "disputed",
                "opposing", "references", "outcome", "readout", "fits_2011_legend",
                "mediator_basis", "receptor_basis",
            }
        ),
        "claim": claim(arrow, pathway),
        "where": where(arrow, pathway),
        "from": pathway.cells[step.from_],
        "to": pathway.cells[step.to],
        "mediators": symbols(step.mediators),
        "receptors": symbols(step.receptors),
        "enzymes": symbols(step.enzymes),
        "substrates": symbols(step.substrates),
        "targets": symbols(step.targets),
        "mediator_words": words.BASES[step.mediator_basis],
        "receptor_words": words.BASES[step.receptor_basis],
        "effect_words": effect_words(step.effect),
        "year_unsure": _unsure(arrow, pathway),
        "route_name": words.ROUTES[step.route],
        "outcome_name": words.OUTCOMES[step.outcome],
        "readout_name": words.READOUTS[step.readout],
        "confidence_name": words.CONFIDENCES[step.confidence],
    }  # fmt: skip


def _unsure(arrow: Arrow, pathway: Pathway) -> bool:
    """Whether the year rests on references whose year was not seen at the source."""
    cited = [pathway.references[id_] for id_ in arrow.interaction.references]
    first = [ref for ref in cited if ref.year == arrow.interaction.year]
    return bool(first) and all("year" in ref.unconfirmed for ref in first)


def where(arrow: Arrow, pathway: Pathway) -> str:
    """'Colonization, bone'."""
    organ = arrow.interaction.organ or arrow.place.organ
    stage = arrow.place.stage.name
    return f"{stage}, {lower(pathway.organs[organ].name.split(' (')[0])}" if organ else stage


def _pair(line: Line, pathway: Pathway) -> dict:
    first = line.arrows[0].interaction
    sender, receiver = pathway.cells[first.from_], pathway.cells[first.to]
    return {
        "id": line.id,
        "title": f"{sender.name} to {lower(receiver.name)}",
        "where": where(line.arrows[0], pathway),
        "rows": [arrow.id for arrow in line.arrows],
    }


def _molecules(pathway: Pathway) -> list[dict]:
    """The molecules that some arrow names; the browser lists those arrows."""
    used = dict.fromkeys(
        symbol
        for arrow in pathway.arrows
        for symbol in (
            *agents(arrow),
            *arrow.interaction.receptors,
            *arrow.interaction.substrates,
            *arrow.interaction.targets,
        )
    )
    return [pathway.molecules[symbol].model_dump() for symbol in used]


def _references(pathway: Pathway) -> list[dict]:
    """Every cited paper."""
    cited = {
        ref
        for arrow in pathway.arrows
        for ref in (*arrow.interaction.references, *arrow.interaction.opposing)
    }
    return [_reference(pathway.references[id_]) for id_ in sorted(cited)]


def _reference(ref: Reference) -> dict:
    words = listed([name.replace("_", " ") for name in ref.unconfirmed])
    return {**ref.model_dump(), "unconfirmed_words": words}


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


def _years(pathway: Pathway) -> tuple[int, int]:
    years = [arrow.interaction.year for arrow in pathway.arrows]
    return min(years, default=1900), max(years, default=2100)
