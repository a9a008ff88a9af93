"""Exports of a pathway, each written by a function that is imported only when asked for.

It takes (selection, theme), gives bytes (see model/selection.py) and may raise
`chromium.Unavailable`. What a format loses is said here once; the file itself and
docs/formats.md repeat it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from ..i18n.translation import current_language
from ..model.selection import Selection


@dataclass(frozen=True)
class Format:
    """A format: what it is for, its file ending, what it keeps and what it loses.

    `writer` is 'module:function'; `needs` are the packages beyond cascade's own, all in the extra
    `formats`.
    """

    name: str
    writer: str
    ending: str
    reader: str
    loses: str
    needs: tuple[str, ...] = ()


_DRAWN = "the drawings of cells, the backdrops, the journey, cells without an arrow"
_TEXTS = (
    "lineage links, turned cells, panels around cards, texts about cells, molecules and stages, "
    "questions"
)
_PICTURE = "what is not seen: identifiers, summaries, papers"
_PAIRS = (
    "all but pairs of human genes; arrows with several mediators and several receptors, as the "
    "figure does not say which binds which; complexes; senders and receivers"
)
_PAPERS = "all but the papers and which arrows they support or oppose; authors after the first"
_ALL = (
    Format(
        "csv", "table:write_csv", "csv", "spreadsheets, R, pandas",
        f"{_DRAWN}, {_TEXTS}",
    ),
    Format(
        "tsv", "table:write_tsv", "tsv", "spreadsheets, R, pandas",
        f"{_DRAWN}, {_TEXTS}",
    ),
    Format(
        "xlsx", "xlsx:write", "xlsx", "Excel, LibreOffice; with sheets of cells, molecules, papers",
        "the drawings of cells, the backdrops, the journey, cells without an arrow, lineage links, "
        "turned cells, panels around cards, texts about stages, questions", ("openpyxl",),
    ),
    Format(
        "json", "json:write", "json", "programs",
        "the drawings of cells, the backdrops, cells without an arrow",
    ),
    Format("cyjs", "cyjs:write", "cyjs", "Cytoscape, cytoscape.js", f"{_DRAWN}, panels, bends"),
    Format("sif", "sif:write", "sif", "Cytoscape", "all but sender, effect and receiver"),
    Format(
        "graphml", "graphml:write", "graphml", "Cytoscape, Gephi, yEd, igraph, networkx",
        f"{_DRAWN}, panels, bends, heads and dashes as drawn", ("networkx",),
    ),
    Format(
        "cx2", "cx2:write", "cx2", "Cytoscape Web, NDEx", f"{_DRAWN}, panels, bends", ("ndex2",),
    ),
    Format(
        "sbgn", "sbgn:write", "sbgn", "Newt, MINERVA, VANTED",
        f"{_DRAWN}, bends, effects beyond positive, negative and unknown influence (their verbs "
        "stand in the notes), dashes", ("libsbgnpy",),
    ),
    Format(
        "gpml", "gpml:write", "gpml", "PathVisio, WikiPathways (GPML2013a)",
        f"{_DRAWN}, bends, names of molecules on arrows, all dashes but one", ("lxml",),
    ),
    Format(
        "gpml2021", "gpml2021:write", "gpml", "PathVisio 4 (GPML2021)",
        f"{_DRAWN}, bends, names of molecules on arrows, all dashes but one, titles and years of "
        "papers", ("lxml",),
    ),
    Format(
        "bibtex", "bibliography:write_bibtex", "bib", "LaTeX, JabRef, Zotero", _PAPERS,
    ),
    Format("ris", "bibliography:write_ris", "ris", "EndNote, Zotero, Mendeley", _PAPERS),
    Format(
        "csl-json", "bibliography:write_csl", "csl.json", "Pandoc, Zotero, citeproc", _PAPERS,
    ),
    Format(
        "cellphonedb", "cellphonedb:write", "cellphonedb.zip",
        "CellPhoneDB v5, as its own database", f"{_PAIRS}; Ensembl ids",
    ),
    Format(
        "liana", "ligand_receptor:write_liana", "liana.csv", "LIANA, as its resource", _PAIRS,
    ),
    Format(
        "cellchat", "ligand_receptor:write_cellchat", "cellchat.csv", "CellChat, as its database",
        _PAIRS,
    ),
    Format("svg", "picture_files:write_svg", "svg", "browsers, Inkscape, slides", _PICTURE),
    Format("png", "picture_files:write_png", "png", "slides, documents", _PICTURE),
    Format("pdf", "picture_files:write_pdf", "pdf", "print", _PICTURE),
)  # fmt: skip

FORMATS = {entry.name: entry for entry in _ALL}
ENDINGS = {entry.ending: entry.name for entry in reversed(_ALL)}
"""The format that a file's ending means."""
CHOICES = tuple(name for name in FORMATS if name != "gpml2021")
"""What may stand after --format; GPML2021 has its own flag, as it is the same file ending."""


def file_name(name: str, selection: Selection, tall: bool = False) -> str:
    """What a file is called: the selection, whether it is tall, the language if it is not English,
    the ending."""
    parts = (selection.name, "tall" if tall else "", current_language().suffix)
    return f"{'-'.join(part for part in parts if part)}.{FORMATS[name].ending}"


def writer(name: str) -> Callable[..., bytes]:
    """The function that writes a format. ImportError where a package it needs is missing."""
    module, _, function = FORMATS[name].writer.partition(":")
    return getattr(import_module(f"{__name__}.{module}"), function)
