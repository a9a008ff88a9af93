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


_LOOKS = "the drawings of cells, the backdrops, the journey"
_FLAT = f"{_LOOKS}, the lineage links, cells without an arrow"
_ONE_EACH = "disputes, caveats, basis and confidence as fields (they stand in the notes)"
_PICTURE = "everything that is not seen: identifiers, summaries, papers"
_ALL = (
    Format("csv", "csv", "csv", "spreadsheets, R, pandas", f"{_FLAT}, panels"),
    Format("tsv", "tsv", "tsv", "spreadsheets, R, pandas", f"{_FLAT}, panels"),
    Format("json", "json", "json", "programs", "the drawings of cells, the backdrops"),
    Format("cyjs", "cyjs", "cyjs", "Cytoscape, cytoscape.js", f"{_FLAT}, bends, model systems"),
    Format("sif", "sif", "sif", "Cytoscape, Gephi", "everything but sender, effect and receiver"),
    Format(
        "graphml", "graphml", "graphml", "Cytoscape, Gephi, yEd, igraph, networkx",
        f"{_FLAT}, heads and dashes as drawn", ("networkx",),
    ),
    Format("cx2", "cx2", "cx2", "Cytoscape Web, NDEx", f"{_FLAT}, bends", ("ndex2",)),
    Format(
        "sbgn", "sbgn", "sbgn", "Newt, MINERVA, VANTED",
        f"{_FLAT}, effects beyond positive, negative and unknown influence (the verb stands in "
        "the notes), colors of outcomes", ("libsbgnpy",),
    ),
    Format(
        "gpml", "gpml", "gpml", "PathVisio, WikiPathways (GPML2013a)",
        f"{_FLAT}, bends, {_ONE_EACH}", ("lxml",),
    ),
    Format(
        "gpml2021", "gpml2021", "gpml", "PathVisio 4 (GPML2021)",
        f"{_FLAT}, bends, {_ONE_EACH}", ("lxml",),
    ),
    Format("svg", "svg", "svg", "browsers, Inkscape, slides", _PICTURE),
    Format("png", "png", "png", "slides, documents", _PICTURE),
    Format("pdf", "pdf", "pdf", "print", _PICTURE),
)  # fmt: skip

FORMATS = {one.name: one for one in _ALL}
CHOICES = tuple(name for name in FORMATS if name != "gpml2021")
"""What may stand after --format; GPML2021 has its own flag, as it is the same file ending."""


def writer(name: str) -> ModuleType:
    """The module of a format. ImportError where it, or a package it needs, is missing."""
    return import_module(f"{__name__}.{FORMATS[name].module}")
