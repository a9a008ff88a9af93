"""Identifiers as CURIEs, the one spelling for all formats."""

from collections.abc import Iterator, Mapping

from ..model.documents import Cell, Interaction, Molecule, Organ, Reference


def cell(cell: Cell) -> str:
    """'CL:0000235', or '' for a cell type without a term."""
    return cell.cell_ontology.id if cell.cell_ontology else ""


def molecule(molecule: Molecule) -> str:
    """'hgnc.symbol:CSF1', or '' for what has no HGNC symbol."""
    return f"hgnc.symbol:{molecule.hgnc}" if molecule.hgnc else ""


def organ(organ: Organ | None) -> str:
    return (organ.uberon or "") if organ else ""


def pmid(paper: Reference) -> str:
    return f"PMID:{paper.pmid}" if paper.pmid else ""


def doi(paper: Reference) -> str:
    return f"DOI:{paper.doi}" if paper.doi else ""


def paper(paper: Reference) -> str:
    """The identifier that leads furthest: PubMed, else DOI, else PubMed Central; '' for none."""
    return pmid(paper) or doi(paper) or (f"PMCID:{paper.pmcid}" if paper.pmcid else "")


def notices(step: Interaction, papers: Mapping[str, Reference]) -> Iterator[str]:
    """'PMID:15958574: correction: Erratum: ...' for each paper of an arrow that has a notice."""
    for id in (*step.references, *step.opposing):
        if notice := papers[id].notice:
            yield f"{paper(papers[id]) or id}: {notice.kind}: {notice.text}"
