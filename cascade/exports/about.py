"""What every exported file says of itself: where it is from, and what its format lost."""

from .. import __version__
from ..model.pathway import Pathway
from ..model.selection import Selection
from . import FORMATS


def about(selection: Selection) -> str:
    """One sentence: the pathway, the part of it, the figure it was drawn after, the maker."""
    pathway = selection.pathway
    parts = [f"{pathway.title} ({pathway.id}), {part(selection)}"]
    if source := source_of(pathway):
        parts.append(f"after {source}")
    return f"{'; '.join(parts)}. Made by cascade {__version__}."


def lost(name: str) -> str:
    """One sentence: what the format cannot hold."""
    return f"Not in this format: {FORMATS[name].loses}."


def notes(selection: Selection, name: str) -> str:
    return f"{about(selection)} {lost(name)}"


def part(selection: Selection) -> str:
    """What was asked for, in words."""
    pathway = selection.pathway
    words = []
    if selection.stage:
        stage = next(stage for stage in pathway.stages if stage.id == selection.stage)
        words.append(f"stage {stage.name}")
    if selection.organ:
        words.append(f"organ {pathway.organs[selection.organ].name}")
    if selection.focus:
        words.append(f"arrows of {pathway.cells[selection.focus].name}")
    if selection.tier != "extended":
        words.append(f"up to the level of detail {selection.tier}")
    return ", ".join(words) or "whole"


def source_of(pathway: Pathway) -> str:
    """The reviewed figure, as 'Erez N 2011, Cancer Metastasis Rev, DOI:...'; '' where none."""
    paper = pathway.references.get(pathway.source or "")
    if paper is None:
        return ""
    ids = f"DOI:{paper.doi}" if paper.doi else ""
    return ", ".join(filter(None, (f"{paper.first_author} {paper.year}", paper.journal, ids)))
