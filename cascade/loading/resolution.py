"""Checks what refers to what in a pathway's documents, and puts the Pathway together."""

from ..model.documents import PathwayFile, Stage
from ..model.interaction_fields import MOLECULES
from ..model.pathway import Arrow, Pathway
from .interactions import resolve_interactions
from .places import Ground, survey
from .problem import did_you_mean
from .questions import check_questions
from .report import ProblemReport
from .source import Source


def resolve(
    id: str,
    file: PathwayFile,
    source: Source,
    stages: list[tuple[Stage, Source, tuple]],
    report: ProblemReport,
    whole: bool = True,
    complete: bool = True,
) -> Pathway | None:
    """Check a pathway and build it.

    `stages` gives each stage with its source and its path there. `whole` is false where bad
    interactions were set aside: then nobody is called unused; `complete` is false where a stage
    could not be read: then links between stages are not checked. All problems go to the report;
    the result is None where one of them is an error, or not all is whole and complete.
    """
    facts = report.facts
    if file.source is not None and file.source not in facts.references:
        report.unknown(source, ("source",), "reference", file.source, facts.references)
    ground = survey(stages, report)
    arrows, files = resolve_interactions(ground, report)
    marks = check_questions(ground, files, whole and complete, report)
    if not complete:
        return None
    used = {node for arrow in arrows for node in (arrow.source, arrow.target)}
    legs = _check_journey(file, source, ground, report)
    used |= {node for leg in legs for node in leg}
    used |= _check_becomes(file, source, ground, legs, report)
    if report.bad or not whole:
        return None
    for node in ground.nodes.values():
        if node.id not in used:
            where, path = ground.spots[node.id]
            gaps = {"cell": node.cell.id, "place": node.place.id}
            report.add(where, (*path, "cell"), "unused", severity="warning", **gaps)
    return _assemble(id, file, ground, arrows, files, marks, report)


def _check_journey(
    file: PathwayFile, source: Source, ground: Ground, report: ProblemReport
) -> list:
    legs = []
    for index, step in enumerate(file.journey):
        legs.append((step.from_, step.to))
        for key, node in (("from", step.from_), ("to", step.to)):
            if node not in ground.nodes:
                hint = did_you_mean(node, ground.nodes) if index < 20 else ""
                report.add(source, ("journey", index, key), "journey", node=node, hint=hint)
    return [leg for leg in legs if ground.nodes.keys() >= set(leg)]


def _check_becomes(
    file: PathwayFile, source: Source, ground: Ground, legs: list, report: ProblemReport
) -> set[str]:
    """Returns the nodes that the links touch."""
    cells = report.facts.cells
    ways = {tuple(node.split("/")[1] for node in leg) for leg in legs}
    used = set()
    for index, link in enumerate(file.becomes):
        path = ("becomes", index)
        ends = (("from", link.from_), ("to", link.to))
        wrong = [(key, cell) for key, cell in ends if cell not in cells]
        for key, cell in wrong:
            report.unknown(source, (*path, key), "cell", cell, cells)
        if link.stage not in ground.stages:
            report.unknown(source, (*path, "stage"), "stage", link.stage, ground.stages)
            continue
        fits = (link.from_, link.to) in ways
        for place in ground.stages[link.stage].places:
            pair = {f"{place.id}/{cell}" for _, cell in ends}
            if pair <= ground.nodes.keys():
                used |= pair
                fits = True
        if not fits and not wrong:
            gaps = {"before": link.from_, "after": link.to, "stage": link.stage}
            report.add(source, path, "becomes", **gaps)
    return used


def _assemble(
    id: str,
    file: PathwayFile,
    ground: Ground,
    arrows: list[Arrow],
    files: dict,
    marks: dict,
    report: ProblemReport,
) -> Pathway:
    """The Pathway, with those facts only that it uses, in the order of the library."""
    facts = report.facts
    interactions = [arrow.interaction for arrow in arrows]
    cells = {node.cell.id for node in ground.nodes.values()}
    molecules = {
        name
        for interaction in interactions
        for key in MOLECULES
        for name in getattr(interaction, key)
    }
    organs = {place.organ for place in ground.places.values()} | {
        interaction.organ for interaction in interactions
    }
    papers = {
        paper
        for interaction in interactions
        for paper in (*interaction.references, *interaction.opposing)
    } | {file.source}
    spots = {node: where.where(path) for node, (where, path) in ground.spots.items()}
    written = {paper: facts.places["reference", paper] for paper in papers if paper}
    return Pathway(
        id=id,
        title=file.title,
        subtitle=file.subtitle,
        description=file.description,
        source=file.source,
        order=file.order,
        stages=tuple(here.stage for here in ground.stages.values()),
        places=ground.places,
        nodes=ground.nodes,
        arrows=tuple(arrows),
        becomes=file.becomes,
        journey=file.journey,
        scenery=file.scenery,
        cells=_only(facts.cells, cells),
        molecules=_only(facts.molecules, molecules),
        organs=_only(facts.organs, organs),
        references=_only(facts.references, papers),
        files=files | spots | written,
        marks=marks,
    )


def _only(entries: dict, wanted: set) -> dict:
    return {id: entry for id, entry in entries.items() if id in wanted}
