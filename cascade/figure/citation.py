"""One line that says what a picture is, what it is drawn after, and how it may be used."""

from ..i18n.translation import t
from ..model.documents import Reference
from ..model.pathway import Pathway

LICENSE = "CC BY 4.0"
"""The license of the pathways, and so of every picture of them."""


def citation(pathway: Pathway) -> str:
    """'The metastatic cascade · After Erez N 2011, Int J Cancer, doi:10.1002/... · CC BY 4.0'."""
    paper = pathway.references.get(pathway.source) if pathway.source else None
    parts = (pathway.title, after(paper) if paper else "", LICENSE)
    return " · ".join(part for part in parts if part)


def after(paper: Reference) -> str:
    """'After Erez N 2011, Int J Cancer, doi:10.1002/ijc.26032'."""
    return t("After {paper}", paper=cited(paper))


def cited(paper: Reference) -> str:
    """'Erez N 2011, Int J Cancer, doi:10.1002/ijc.26032'."""
    parts = (f"{paper.first_author} {paper.year}", paper.journal, paper.doi and f"doi:{paper.doi}")
    return ", ".join(part for part in parts if part)
