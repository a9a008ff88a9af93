"""The papers of a selection for reference managers: BibTeX, RIS and CSL-JSON.

Only the first author of a paper is known, so each entry says that there are others, and its note
says which arrows the paper supports, which it opposes, what is unconfirmed and what was retracted.
The page writes the same for a view (assets/js/sharing/bibliography.js).
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..figure.sentences import listed, url
from ..i18n.translation import t, translatable
from ..model.documents import Interaction, Reference
from ..model.selection import Selection
from ..model.vocabulary import NOTICES
from .about import about

_SIDES = translatable({"references": "Supports: {arrows}.", "opposing": "Opposes: {arrows}."})
_AUTHOR = re.compile(r"(.+) ([A-Z]{1,4})")
_PLACE = re.compile(r"([^(:]+)(?:\(([^)]*)\))?(?::(.*))?")
_SPECIAL = re.compile(r"[\\{}$&#%_~^]")
_SPELLED = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


@dataclass(frozen=True)
class Entry:
    """A paper with what stands apart in a reference manager."""

    paper: Reference
    family: str
    initials: str
    volume: str
    issue: str
    pages: str
    note: str


def entries(selection: Selection) -> Iterator[Entry]:
    """The papers that the arrows cite or that oppose them, by id."""
    arrows = [arrow.interaction for arrow in selection.arrows]
    ids = {id for arrow in arrows for id in (*arrow.references, *arrow.opposing)}
    for id in sorted(ids):
        paper = selection.pathway.references[id]
        author = _AUTHOR.fullmatch(paper.first_author)
        family, initials = author.groups() if author else (paper.first_author, "")
        place = _PLACE.fullmatch(paper.volume_pages or "")
        volume, issue, pages = (part or "" for part in (place.groups() if place else ("",) * 3))
        yield Entry(paper, family, initials, volume, issue, pages, _note(paper, arrows))


def _note(paper: Reference, arrows: list[Interaction]) -> str:
    parts = []
    for side, text in _SIDES.items():
        if ids := [arrow.id for arrow in arrows if paper.id in getattr(arrow, side)]:
            parts.append(t(text, arrows=", ".join(ids)))
    if paper.unconfirmed:
        fields = listed([t(field.replace("_", " ")) for field in paper.unconfirmed])
        parts.append(t("To be confirmed: {fields}.", fields=fields))
    if paper.notice:
        parts.append(f"{t(NOTICES[paper.notice.kind])}: {paper.notice.text}")
    return " ".join(parts)


def write_bibtex(selection: Selection, theme: str = "light") -> bytes:
    """For LaTeX, JabRef and others; UTF-8, as biber and recent BibTeX styles read it."""
    blocks = [f"@comment{{{_tex(about(selection))}}}"]
    for entry in entries(selection):
        paper = entry.paper
        given = "".join(f" {letter}." for letter in entry.initials)
        author = f"{_tex(entry.family)},{given}" if given else f"{{{_tex(entry.family)}}}"
        fields = {
            "author": f"{author} and others",
            "title": f"{{{_tex(paper.title)}}}",
            "journal": _tex(paper.journal or ""),
            "year": str(paper.year),
            "volume": _tex(entry.volume),
            "number": _tex(entry.issue),
            "pages": _tex(entry.pages.replace("-", "--")),
            "doi": paper.doi or "",
            "pmid": paper.pmid or "",
            "pmcid": paper.pmcid or "",
            "url": url(paper),
            "note": _tex(entry.note),
        }
        lines = [f"  {key} = {{{text}}}," for key, text in fields.items() if text]
        blocks.append("\n".join([f"@article{{{paper.id},", *lines, "}"]))
    return ("\n\n".join(blocks) + "\n").encode()


def write_ris(selection: Selection, theme: str = "light") -> bytes:
    """For EndNote, Zotero, Mendeley and others."""
    records = []
    for entry in entries(selection):
        paper = entry.paper
        first, _, last = entry.pages.partition("-")
        given = "".join(f"{letter}." for letter in entry.initials)
        fields = (
            ("TY", "JOUR"),
            ("ID", paper.id),
            ("AU", f"{entry.family}, {given}" if given else entry.family),
            ("TI", paper.title),
            ("T2", paper.journal),
            ("PY", paper.year),
            ("VL", entry.volume),
            ("IS", entry.issue),
            ("SP", first),
            ("EP", last),
            ("DO", paper.doi),
            ("AN", paper.pmid),
            ("C2", paper.pmcid),
            ("UR", url(paper)),
            ("N1", f"{t('First author only.')} {entry.note}"),
        )
        lines = [f"{tag}  - {' '.join(str(text).split())}" for tag, text in fields if text]
        records.append("\r\n".join([*lines, "ER  - ", ""]))
    return "\r\n".join(records).encode()


def write_csl(selection: Selection, theme: str = "light") -> bytes:
    """For Zotero, Pandoc and every program with a CSL processor."""
    items = []
    for entry in entries(selection):
        paper = entry.paper
        given = " ".join(f"{letter}." for letter in entry.initials)
        name = {"family": entry.family, "given": given} if given else {"literal": entry.family}
        item = {
            "id": paper.id,
            "type": "article-journal",
            "author": [name, {"literal": "others"}],
            "title": paper.title,
            "container-title": paper.journal,
            "issued": {"date-parts": [[paper.year]]},
            "volume": entry.volume,
            "issue": entry.issue,
            "page": entry.pages,
            "DOI": paper.doi,
            "PMID": paper.pmid,
            "PMCID": paper.pmcid,
            "URL": url(paper),
            "note": entry.note,
        }
        items.append({key: value for key, value in item.items() if value})
    return json.dumps(items, ensure_ascii=False, indent=1).encode() + b"\n"


def _tex(text: str) -> str:
    """Text in which no character is a command of TeX."""
    return _SPECIAL.sub(lambda match: _SPELLED.get(match[0], f"\\{match[0]}"), text)
