"""The figure in words: the claim that a screen reader, a tooltip and a card all use, and the line
that says what a picture is, what it is drawn after, and how it may be used."""

from collections.abc import Mapping
from urllib.parse import quote

from ..i18n.translation import current_language, t
from ..model.documents import Molecule, Reference
from ..model.pathway import Arrow, Pathway
from ..model.vocabulary import CLAIMS, NOTICES
from .facets import agents

# Old DOIs hold < and >, which no program takes in a link.
_DOI = "/:;().,_-+=@!$&'*~"

LICENSE = "CC BY 4.0"
"""The license of the pathways, and so of every picture of them."""


def names(symbols, molecules: Mapping[str, Molecule]) -> list[str]:
    """Lecture names of molecules, each once."""
    return list(dict.fromkeys(molecules[symbol].name for symbol in symbols))


def listed(parts: list[str]) -> str:
    """'A', 'A and B', 'A, B and C'."""
    return f" {t('and')} ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def claim(arrow: Arrow, pathway: Pathway) -> str:
    """'A tumor cell recruits the tumor-associated macrophage through CSF-1'."""
    interaction = arrow.interaction
    sender, receiver = pathway.cells[interaction.from_], pathway.cells[interaction.to]
    signal = listed([mid_sentence(name) for name in names(agents(arrow), pathway.molecules)])
    own = interaction.from_ == interaction.to
    grammar = current_language().grammar
    return t(
        CLAIMS[interaction.effect],
        sender=grammar.sending(sender.name),
        receiver=t("its own kind") if own else grammar.receiving(receiver.name),
        through=f" {t('through {signal}', signal=signal)}" if signal else "",
        signal=signal or t("something"),
    )


def effect_words(effect: str) -> str:
    """What an effect does to the receiving cell, in general."""
    gaps = {"receiver": t("the receiving cell"), "signal": t("a molecule")}
    return t(CLAIMS[effect], sender="", through="", **gaps).strip()


def acting(name: str) -> str:
    """The name of a cell as a subject inside a sentence: 'a tumor cell', 'microglia'."""
    sender = current_language().grammar.sending(name)
    return mid_sentence(name) if sender == name else sender[0].lower() + sender[1:]


def mid_sentence(name: str) -> str:
    """A name inside a sentence: 'Neutrophil' -> 'neutrophil'; 'NK cell', 'P-selectin' stay."""
    return current_language().grammar.inside(name)


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
    mark = f" ({mid_sentence(t(NOTICES[paper.notice.kind]))})" if paper.notice else ""
    return {"text": name + mark, "address": url(paper)}


def url(paper: Reference) -> str:
    """The address of a paper, '' for one without an identifier."""
    if paper.doi:
        return f"https://doi.org/{quote(paper.doi, safe=_DOI)}"
    if paper.pmid:
        return f"https://pubmed.ncbi.nlm.nih.gov/{paper.pmid}/"
    return f"https://pmc.ncbi.nlm.nih.gov/articles/{paper.pmcid}/" if paper.pmcid else ""
