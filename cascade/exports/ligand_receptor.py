"""The figure's ligand-receptor pairs as a database for LIANA and CellChat; cellphonedb.py has
that for CellPhoneDB.

A pair is a mediator and a receptor of one arrow, both human genes. Where an arrow has several of
both, the figure does not say which binds which, so that they make no pair.
"""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..model.documents import Interaction, Molecule
from ..model.selection import Selection
from . import curie
from .about import about, lost
from .table import safe


@dataclass
class Pair:
    """A ligand and a receptor with the arrows that hold them."""

    ligand: Molecule
    receptor: Molecule
    steps: list[Interaction] = field(default_factory=list)

    @property
    def symbols(self) -> tuple[str, str]:
        return self.ligand.hgnc or "", self.receptor.hgnc or ""


def pairs(selection: Selection) -> list[Pair]:
    """The pairs of the arrows, each once, in the order of the arrows."""
    molecules = selection.pathway.molecules
    result: dict[tuple[str, str], Pair] = {}
    for arrow in selection.arrows:
        interaction = arrow.interaction
        if len(interaction.mediators) > 1 and len(interaction.receptors) > 1:
            continue
        for mediator in interaction.mediators:
            for two in interaction.receptors:
                ligand, receptor = molecules[mediator], molecules[two]
                if all(m.kind == "protein" and m.hgnc for m in (ligand, receptor)):
                    pair = result.setdefault((mediator, two), Pair(ligand, receptor))
                    pair.steps.append(interaction)
    return list(result.values())


def write_liana(selection: Selection, theme: str = "light") -> bytes:
    """A table for `rank_aggregate(adata, resource=pandas.read_csv(FILE))` of LIANA."""
    rows = (
        {"ligand": pair.symbols[0], "receptor": pair.symbols[1], **told(pair, selection)}
        for pair in pairs(selection)
    )
    head = ("ligand", "receptor", "interactions", "receptor_basis", "references", "about_this_file")
    return table(head, _noted(rows, selection, "liana"))


def write_cellchat(selection: Selection, theme: str = "light") -> bytes:
    """A table for `updateCellChatDB(read.csv(FILE), species_target = "human")` of CellChat."""
    rows = []
    for pair in pairs(selection):
        ligand, receptor = pair.symbols
        routes = {step.route for step in pair.steps}
        known = told(pair, selection)
        rows.append(
            {
                "interaction_name": f"{ligand}_{receptor}",
                "pathway_name": ligand,
                "ligand": ligand,
                "receptor": receptor,
                "annotation": "Cell-Cell Contact" if routes == {"contact"} else
                "Secreted Signaling",
                "interaction_name_2": f"{ligand} - {receptor}",
                "evidence": known["references"],
                "interactions": known["interactions"],
            }
        )  # fmt: skip
    head = (
        "interaction_name", "pathway_name", "ligand", "receptor", "annotation",
        "interaction_name_2", "evidence", "interactions", "about_this_file",
    )  # fmt: skip
    return table(head, _noted(rows, selection, "cellchat"))


def told(pair: Pair, selection: Selection) -> dict[str, str]:
    """Arrows, papers and what names the receptor, each as one text."""
    papers = dict.fromkeys(id for step in pair.steps for id in step.references)
    bases = dict.fromkeys(step.receptor_basis or "" for step in pair.steps)
    return {
        "interactions": ";".join(step.id for step in pair.steps),
        "receptor_basis": ";".join(filter(None, bases)),
        "references": ";".join(
            curie.paper(selection.pathway.references[id]) or id for id in papers
        ),
    }


def _noted(rows: Iterable[dict], selection: Selection, name: str) -> Iterable[dict]:
    for index, row in enumerate(rows):
        note = f"{about(selection)} {lost(name)}" if index == 0 else ""
        yield {**row, "about_this_file": note}


def table(head: tuple[str, ...], rows: Iterable[dict]) -> bytes:
    """A table of comma-separated values, with what is missing left empty."""
    text = io.StringIO()
    sheet = csv.DictWriter(text, head, lineterminator="\n", restval="")
    sheet.writeheader()
    sheet.writerows(
        {key: safe(str("" if value is None else value)) for key, value in row.items()}
        for row in rows
    )
    return text.getvalue().encode()
