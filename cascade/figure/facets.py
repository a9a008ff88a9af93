"""What a reader can filter by. Each facet is one entry here; counts and checkboxes follow."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from ..i18n.translation import t, translate_tree
from ..model import vocabulary as words
from ..model.pathway import Arrow, Pathway

NO_ORGAN = "none"
NOT_STATED = "not-stated"
NO_MOLECULE = "not-identified"


@dataclass(frozen=True)
class Facet:
    """A filter: `values` by id, and what each arrow has of them.

    With `any`, one hidden value is enough to hide an arrow (a hidden lineage takes its arrows
    along); otherwise an arrow goes only when all its values are hidden.
    """

    id: str
    label: str
    values: dict[str, str]
    of: Callable[[Arrow], list[str]]
    any: bool = False


def facets(pathway: Pathway) -> list[Facet]:
    """The facets of a pathway, in the order of the panel."""
    cells, molecules = pathway.cells, pathway.molecules
    organs = {id_: organ.name for id_, organ in pathway.organs.items()}
    no_organ = _free_id(NO_ORGAN, organs)
    classes = word_ids(
        {molecules[s].class_ for a in pathway.arrows for s in agents(a)}, NO_MOLECULE
    )
    steps = dict.fromkeys(s for a in pathway.arrows if (s := a.interaction.substage))
    step_ids = word_ids(steps, NOT_STATED)

    def lineages(arrow: Arrow) -> list[str]:
        interaction = arrow.interaction
        return list(
            dict.fromkeys((cells[interaction.from_].lineage, cells[interaction.to].lineage))
        )

    def kinds(arrow: Arrow) -> list[str]:
        used = dict.fromkeys(classes[molecules[s].class_] for s in agents(arrow))
        return list(used) or [NO_MOLECULE]

    def plain(name: str) -> Callable[[Arrow], list[str]]:
        return lambda arrow: [getattr(arrow.interaction, name)]

    all_facets = [
        Facet("outcome", t("For metastasis"), translate_tree(words.OUTCOMES), plain("outcome")),
        Facet("effect", t("On the receiving cell"), translate_tree(words.EFFECTS), plain("effect")),
        Facet("route", t("How the signal travels"), translate_tree(words.ROUTES), plain("route")),
        Facet("readout", t("What was measured"), translate_tree(words.READOUTS), plain("readout")),
        Facet(
            "systems",
            t("Seen in"),
            {**translate_tree(words.SYSTEMS), NOT_STATED: t("Not stated")},
            lambda arrow: list(arrow.interaction.systems) or [NOT_STATED],
        ),
        Facet("lineage", t("Cells"), translate_tree(words.LINEAGES), lineages, any=True),
        Facet(
            "stage",
            t("Stage"),
            {stage.id: stage.name for stage in pathway.stages},
            lambda arrow: [arrow.place.stage.id],
        ),
        Facet(
            "substage",
            t("Step in the stage"),
            {**{step_ids[s]: fixed_name(s) for s in steps}, NOT_STATED: t("Not stated")},
            lambda arrow: [step_ids.get(arrow.interaction.substage or "", NOT_STATED)],
        ),
        Facet(
            "organ",
            t("Organ"),
            {**organs, no_organ: t("No organ named")},
            lambda arrow: [arrow.interaction.organ or no_organ],
        ),
        Facet(
            "class",
            t("Molecule class"),
            {
                **{id_: _headed(t(c)) for c, id_ in classes.items()},
                NO_MOLECULE: t("Not identified"),
            },
            kinds,
        ),
        Facet("tier", t("Detail"), translate_tree(words.TIERS), plain("tier")),
        Facet(
            "confidence", t("Confidence"), translate_tree(words.CONFIDENCES), plain("confidence")
        ),
        Facet(
            "disputed",
            t("Disputed"),
            {"yes": t("Experts disagree"), "no": t("Not disputed")},
            lambda arrow: ["yes" if arrow.interaction.disputed else "no"],
        ),
        Facet(
            "review",
            t("The 2011 review"),
            {"yes": t("Fits the 2011 review"), "no": t("Found later or elsewhere")},
            lambda arrow: ["yes" if arrow.interaction.fits_2011_legend else "no"],
        ),
    ]
    return [_used(facet, pathway) for facet in all_facets]


def agents(arrow: Arrow) -> tuple[str, ...]:
    """What carries the signal: mediators and enzymes."""
    return (*arrow.interaction.mediators, *arrow.interaction.enzymes)


def _headed(text: str) -> str:
    return text[0].upper() + text[1:]


def fixed_name(phrase: str) -> str:
    """A phrase that many interactions share, for the reader: 'seeding' -> 'Seeding'."""
    return _headed(t(phrase))


def word_ids(words: Iterable[str], other: str) -> dict[str, str]:
    """An id for each class or step: 'NK ligand or receptor' -> 'nk-ligand-or-receptor'; none gets
    that of `other`.

    They are any text, but ids stand in addresses, where ':', ',' and '!' mean something. Of those
    that differ in such signs alone the later ones get a number.
    """
    ids: dict[str, str] = {}
    taken = {other}
    for name in sorted(words):
        plain = "-".join(re.findall(r"[^\W_]+", name.lower())) or "class"
        ids[name] = _free_id(plain, taken)
        taken.add(ids[name])
    return ids


def _free_id(wanted: str, taken: Collection[str]) -> str:
    """The id, or with the first number that makes it a new one."""
    tries = (wanted, *(f"{wanted}-{n}" for n in range(2, len(taken) + 3)))
    return next(id_ for id_ in tries if id_ not in taken)


def counts(facet: Facet, pathway: Pathway) -> Counter:
    """How many arrows have each value."""
    return Counter(value for arrow in pathway.arrows for value in facet.of(arrow))


def _used(facet: Facet, pathway: Pathway) -> Facet:
    present = counts(facet, pathway)
    values = {id_: label for id_, label in facet.values.items() if present[id_]}
    return Facet(facet.id, facet.label, values, facet.of, facet.any)
