"""One line that says what a picture is, what it is drawn after, and how it may be used."""

from ..i18n.translation import t
from ..model.documents import Reference
from ..model.pathway import Pathway
from ..model.vocabulary import NOTICES
from .sentences import lower

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


def mention(paper: Reference) -> dict[str, str]:
    """A paper as a list names it, with its notice in one word, and where it is found:
    'Goswami S 2005 (corrected)', 'https://pubmed.ncbi.nlm.nih.gov/15958574/'."""
    name = f"{paper.first_author} {paper.year}"
    mark = f" ({lower(t(NOTICES[paper.notice.kind]))})" if paper.notice else ""
    return {"text": name + mark, "address": url(paper)}


def url(paper: Reference) -> str:
    """The address of a paper, '' for one without an identifier."""
    if paper.doi:
        return f"https://doi.org/{paper.doi}"
    if paper.pmid:
        return f"https://pubmed.ncbi.nlm.nih.gov/{paper.pmid}/"
    return f"https://pmc.ncbi.nlm.nih.gov/articles/{paper.pmcid}/" if paper.pmcid else ""
