"""The arrows of a pathway: each interaction finds its place, and is checked on the way."""

from ..model.documents import Interaction
from ..model.interaction_fields import MOLECULES, PAPERS
from ..model.pathway import Arrow, Place
from ..notation.grammar import sign_of
from .evidence import doubts
from .places import Ground, StagePlaces
from .report import ProblemReport
from .source import Source


def resolve_interactions(
    ground: Ground, report: ProblemReport
) -> tuple[list[Arrow], dict[str, str]]:
    """Resolve every interaction. Returns the arrows and where each was written; problems go to
    the report."""
    arrows, files = [], {}
    claims: dict[tuple, dict[int, tuple[Interaction, str]]] = {}
    for here in ground.stages.values():
        for index, interaction in enumerate(here.stage.interactions):
            path = (*here.base, "interactions", index)
            if interaction.id in files:
                gaps = {"kind": "interaction", "id": interaction.id, "other": files[interaction.id]}
                report.add(here.source, (*path, "id"), "twice", **gaps)
                continue
            files[interaction.id] = here.source.where((*path, "id"))
            _check(interaction, here.source, path, report)
            place = _resolve(interaction, here, path, ground, report)
            if place is None:
                continue
            ends = (f"{place.id}/{interaction.from_}", f"{place.id}/{interaction.to}")
            arrows.append(Arrow(interaction, place, *ends))
            _compare(arrows[-1], here.source, path, claims, files, report)
    return arrows, files


def _check(interaction: Interaction, source: Source, path: tuple, report: ProblemReport):
    """Whether everything that the interaction names exists, and its papers agree with it."""
    facts = report.facts
    for key, id in (("from", interaction.from_), ("to", interaction.to)):
        if id not in facts.cells:
            report.unknown(source, (*path, key), "cell", id, facts.cells)
    if interaction.organ is not None and interaction.organ not in facts.organs:
        report.unknown(source, (*path, "organ"), "organ", interaction.organ, facts.organs)
    for key in MOLECULES:
        for index, symbol in enumerate(getattr(interaction, key)):
            if symbol not in facts.molecules:
                report.unknown(source, (*path, key, index), "molecule", symbol, facts.molecules)
    for key in PAPERS:
        for index, id in enumerate(getattr(interaction, key)):
            if id not in facts.references:
                report.unknown(source, (*path, key, index), "reference", id, facts.references)
    if interaction.opposing and not interaction.disputed:
        report.add(source, (*path, "opposing"), "opposing", key=True, id=interaction.id)
    for message, place, more in doubts(interaction, facts.references):
        report.findings.add(source, (*path, *place), message, interaction.id, more)


def _resolve(
    interaction: Interaction, here: StagePlaces, path: tuple, ground: Ground, report: ProblemReport
) -> Place | None:
    """The one place of its stage where the interaction belongs."""
    if not {interaction.from_, interaction.to} <= report.facts.cells.keys():
        return None
    candidates = here.places
    if interaction.panel is not None:
        if interaction.panel not in here.named:
            report.unknown(
                here.source, (*path, "panel"), "panel", interaction.panel, list(here.named)
            )
            return None
        candidates = here.named[interaction.panel]
        if not candidates:
            report.add(here.source, (*path, "panel"), "panel-empty", panel=interaction.panel)
            return None
    if not candidates:
        gaps = {"id": interaction.id, "stage": here.stage.id}
        report.add(here.source, (*path, "id"), "no-cells", **gaps)
        return None
    if interaction.organ is not None:
        candidates = [
            place for place in candidates if place.organ == interaction.organ
        ] or candidates
    ends = {"from": interaction.from_, "to": interaction.to}
    fit = [
        place
        for place in candidates
        if all(f"{place.id}/{cell}" in ground.nodes for cell in ends.values())
    ]
    if len(fit) == 1:
        return fit[0]
    if fit:
        places = ", ".join(f"'{place.id}'" for place in fit)
        report.add(here.source, (*path, "id"), "several", id=interaction.id, places=places)
        return None
    _explain(interaction, ends, candidates, here, path, ground, report)
    return None


def _explain(
    interaction, ends, candidates, here: StagePlaces, path, ground: Ground, report: ProblemReport
):
    """Say which cell is missing where."""
    missing = {
        key: cell
        for key, cell in ends.items()
        if not any(f"{place.id}/{cell}" in ground.nodes for place in candidates)
    }
    places = " or ".join(f"'{place.id}'" for place in candidates)
    for key, cell in missing.items():
        gaps = {"cell": cell, "place": places, "id": interaction.id}
        report.add(here.source, (*path, key), "not-placed", **gaps)
    if not missing:
        gaps = {"sender": interaction.from_, "receiver": interaction.to, "id": interaction.id}
        report.add(
            here.source, (*path, "id"), "not-together", stage=here.stage.id, places=places, **gaps
        )


def _compare(arrow: Arrow, source: Source, path, claims: dict, files: dict, report: ProblemReport):
    """Refuse two undisputed arrows that say opposite things of one molecule between one pair."""
    this = arrow.interaction
    sign = sign_of(this.effect)
    if not sign or this.disputed:
        return
    for molecule in dict.fromkeys(this.mediators):
        known = claims.setdefault((arrow.source, arrow.target, molecule), {})
        if other := known.get(-sign):
            gaps = {"id": this.id, "molecule": molecule, "effect": this.effect}
            gaps |= {"sender": this.from_, "receiver": this.to}
            gaps |= {"other": other.id, "where": files[other.id], "other_effect": other.effect}
            report.add(source, (*path, "effect"), "contradiction", **gaps)
            return
        known.setdefault(sign, this)
