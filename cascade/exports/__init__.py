"""Exports of a pathway, one module a format, imported only when asked for.

A format's module has `write(selection, theme) -> bytes` (see selection.py) and may raise
`unavailable.Unavailable`. What a format loses is said here once; the file itself and
docs/formats.md repeat it.
"""

from dataclasses import dataclass
from importlib import import_module
from types import ModuleType


@dataclass(frozen=True)
class Format:
    """A format: what it is for, its file ending, what it keeps and what it loses.

    `needs` are the packages beyond cascade's own, all in the extra `formats`.
    """

    name: str
    module: str
    ending: str
    reader: str
    loses: str
    needs: tuple[str, ...] = ()


_DRAWN = "the drawings of cells, the backdrops, the journey, cells without an arrow"
_TEXTS = "lineage links, turned cells, panels around cards, texts about cells, molecules and stages"
_PICTURE = "what is not seen: identifiers, summaries, papers"
_ALL = (
    Format(
        "csv", "csv", "csv", "spreadsheets, R, pandas",
        f"{_DRAWN}, {_TEXTS}",
    ),
    Format(
        "tsv", "tsv", "tsv", "spreadsheets, R, pandas",
        f"{_DRAWN}, {_TEXTS}",
    ),
    Format(
        "json", "json", "json", "programs",
        "the drawings of cells, the backdrops, cells without an arrow",
    ),
    Format("cyjs", "cyjs", "cyjs", "Cytoscape, cytoscape.js", f"{_DRAWN}, panels, bends"),
    Format("sif", "sif", "sif", "Cytoscape", "all but sender, effect and receiver"),
    Format(
        "graphml", "graphml", "graphml", "Cytoscape, Gephi, yEd, igraph, networkx",
        f"{_DRAWN}, panels, bends, heads and dashes as drawn", ("networkx",),
    ),
    Format(
        "cx2", "cx2", "cx2", "Cytoscape Web, NDEx", f"{_DRAWN}, panels, bends", ("ndex2",),
    ),
    Format(
        "sbgn", "sbgn", "sbgn", "Newt, MINERVA, VANTED",
        f"{_DRAWN}, bends, effects beyond positive, negative and unknown influence (their verbs "
        "stand in the notes), dashes", ("libsbgnpy",),
    ),
    Format(
        "gpml", "gpml", "gpml", "PathVisio, WikiPathways (GPML2013a)",
        f"{_DRAWN}, bends, names of molecules on arrows, all dashes but one", ("lxml",),
    ),
    Format(
        "gpml2021", "gpml2021", "gpml", "PathVisio 4 (GPML2021)",
        f"{_DRAWN}, bends, names of molecules on arrows, all dashes but one, titles and years of "
        "papers", ("lxml",),
    ),
    Format("svg", "svg", "svg", "browsers, Inkscape, slides", _PICTURE),
    Format("png", "png", "png", "slides, documents", _PICTURE),
    Format("pdf", "picture_files", "pdf", "print", _PICTURE),
)  # fmt: skip

FORMATS = {one.name: one for one in _ALL}
CHOICES = tuple(name for name in FORMATS if name != "gpml2021")
"""What may stand after --format; GPML2021 has its own flag, as it is the same file ending."""


def writer(name: str) -> ModuleType:
    """The module of a format. ImportError where it, or a package it needs, is missing."""
    return import_module(f"{__name__}.{FORMATS[name].module}")
