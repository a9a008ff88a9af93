"""The table of csv and tsv, one row an interaction; import reads it back."""

import csv
import io
import re

from ..layout.geometry import Rect
from ..layout.grid import Layout, grid_layout
from ..model.documents import Reference
from ..model.interaction_fields import LISTS, ORDER, PLAIN
from ..model.pathway import Arrow, Pathway
from ..model.selection import Selection
from . import curie
from .about import notes

LIST = "|"
"""Between the entries of a list; written \\| inside an entry."""
FORMULA = re.compile(r"'*[=+\-@\t\r]")
ENDS = ("name", "short", "cl", "lineage", "x", "y")
PAPER = ("pmids", "dois", "pmcids", "authors", "years", "titles")
"""What is told of the papers for an arrow, in columns `paper_...`, and of those against it."""
_IDS = {"mediators": "mediator_ids", "receptors": "receptor_ids"}
_PREFIX = {"references": "paper", "opposing": "opposing"}
_BESIDE = {
    "id": (
        "pathway", "title", "stage", "stage_name", "place", "place_name", "place_organ",
        "place_box",
    ),
    **{end: tuple(f"{end}_{field}" for field in ENDS) for end in ("from", "to")},
    **{name: (column,) for name, column in _IDS.items()},
    **{name: tuple(f"{prefix}_{field}" for field in PAPER) for name, prefix in _PREFIX.items()},
}  # fmt: skip
"""Columns that follow a field, by its name."""
COLUMNS = (
    *(
        column
        for name in ORDER
        if name not in ("panel", "quiz")  # the place tells it; questions have formats of their own
        for column in (name, *_BESIDE.get(name, ()))
    ),
    "notices",
    "about_this_file",
)


def rows(selection: Selection, name: str) -> list[dict[str, str]]:
    """A row an arrow, by column. The last column tells what the format `name` lost, once."""
    layout = grid_layout(selection.pathway)
    result = [_row(arrow, selection.pathway, layout) for arrow in selection.arrows]
    for index, row in enumerate(result):
        row["about_this_file"] = safe(notes(selection, name)) if index == 0 else ""
    return result


def joined(entries) -> str:
    """A list in one cell."""
    return LIST.join(
        str(entry).replace("\\", "\\\\").replace(LIST, "\\" + LIST) for entry in entries
    )


def split(text: str) -> list[str]:
    """The list in a cell; the inverse of `joined` for lists of one or more."""
    parts, escaped = [""], False
    for char in text:
        if escaped:
            parts[-1] += char if char in ("\\", LIST) else "\\" + char
            escaped = False
        elif char == "\\":
            escaped = True
        elif char == LIST:
            parts.append("")
        else:
            parts[-1] += char
    if escaped:
        parts[-1] += "\\"
    return parts


def safe(text: str) -> str:
    """Text that no spreadsheet runs as a formula."""
    # Workaround: a spreadsheet runs what begins like a formula, so an apostrophe makes it text.
    # https://owasp.org/www-community/attacks/CSV_Injection
    return f"'{text}" if FORMULA.match(text) else text


def unsafe(text: str) -> str:
    """The inverse of `safe`."""
    return text[1:] if text.startswith("'") and FORMULA.match(text) else text


def _row(arrow: Arrow, pathway: Pathway, layout: Layout) -> dict[str, str]:
    interaction, place = arrow.interaction, arrow.place

    def ids(symbols) -> str:
        curies = [curie.molecule(pathway.molecules[symbol]) for symbol in symbols]
        return joined(curies) if any(curies) else ""

    row = {name: getattr(interaction, name) or "" for name in PLAIN}
    row |= {name: joined(getattr(interaction, name)) for name in LISTS}
    row |= {column: ids(getattr(interaction, name)) for name, column in _IDS.items()}
    row |= {
        "id": interaction.id,
        "pathway": pathway.id,
        "title": pathway.title,
        "stage": place.stage.id,
        "stage_name": place.stage.name,
        "place": place.id,
        "place_name": place.card.name or "",
        "place_organ": place.organ or "",
        "place_box": _box(layout.boxes[place.id]),
        "organ": interaction.organ or "",
        "year": str(interaction.year),
        "fits_2011_legend": "true" if interaction.fits_2011_legend else "",
        "bend": "" if interaction.bend is None else f"{interaction.bend:g}",
        "notices": joined(curie.notices(interaction, pathway.references)),
    }
    for column, prefix in _PREFIX.items():
        papers = getattr(interaction, column)
        row[column] = joined(papers)
        row |= _papers(prefix, [pathway.references[id] for id in papers])
    for end, node in (("from", arrow.source), ("to", arrow.target)):
        cell, (x, y) = pathway.nodes[node].cell, layout.points[node]
        row |= {end: cell.id, f"{end}_name": cell.name, f"{end}_short": cell.short}
        row |= {f"{end}_cl": curie.cell(cell), f"{end}_lineage": cell.lineage}
        row |= {f"{end}_x": f"{x:.1f}", f"{end}_y": f"{y:.1f}"}
    return {name: text if numeric(name) else safe(text) for name, text in row.items()}


def _papers(prefix: str, papers: list[Reference]) -> dict[str, str]:
    lists = (
        map(curie.pmid, papers),
        map(curie.doi, papers),
        (paper.pmcid or "" for paper in papers),
        (paper.first_author for paper in papers),
        (paper.year for paper in papers),
        (paper.title for paper in papers),
    )
    return {f"{prefix}_{field}": joined(list) for field, list in zip(PAPER, lists, strict=True)}


def _box(box: Rect) -> str:
    """Left, top, width and height in drawing units."""
    return joined(f"{n:.1f}" for n in (box.x1, box.y1, box.width, box.height))


def numeric(name: str) -> bool:
    return name in ("bend", "year", "place_box") or name.endswith(("_x", "_y"))


def write_csv(selection: Selection, theme: str = "light") -> bytes:
    """UTF-8 with a mark at the start, which pandas understands, too."""
    # Workaround: only the mark tells Excel that the file is UTF-8; no source found.
    return table(selection, "csv", ",").encode("utf-8-sig")


def table(selection: Selection, name: str, delimiter: str) -> str:
    text = io.StringIO()
    sheet = csv.DictWriter(text, COLUMNS, delimiter=delimiter, lineterminator="\r\n")
    sheet.writeheader()
    sheet.writerows(rows(selection, name))
    return text.getvalue()


def write_tsv(selection: Selection, theme: str = "light") -> bytes:
    return table(selection, "tsv", "\t").encode()
