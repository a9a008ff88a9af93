"""A workbook for spreadsheets: the table of csv, and sheets of its cells, molecules and papers.

Text stays text, also where it looks like a formula, a date or a number.
"""

import io
import re
from collections.abc import Iterable
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ..figure.sentences import url
from ..model.interaction_fields import MOLECULES
from ..model.selection import Selection
from . import curie
from .about import about, lost
from .archive import zipped
from .table import COLUMNS, numeric, rows, unsafe

LONGEST = 32_767
"""Characters that a cell of a spreadsheet holds."""
_WIDEST = 60
_DAY = re.compile(rb"(<dcterms:\w+[^>]*>)[^<]*(?=</dcterms)")
# Such text in a cell would be read as the character it numbers: ECMA-376, part 1, 22.9.2.19.
_NUMBERED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def write(selection: Selection, theme: str = "light") -> bytes:
    """The sheets interactions, cells, molecules and papers; the same bytes every time."""
    book = Workbook()
    book.remove(book.active)
    properties = book.properties
    properties.title, properties.creator = selection.pathway.title, "cascade"
    properties.description = f"{about(selection)} {lost('xlsx')}"
    _fill(book.create_sheet("interactions"), COLUMNS, _interactions(selection))
    for name, head, entries in (
        ("cells", _CELLS, _cells(selection)),
        ("molecules", _MOLECULES, _molecules(selection)),
        ("papers", _PAPERS, _papers(selection)),
    ):
        _fill(book.create_sheet(name), head, entries)
    file = io.BytesIO()
    book.save(file)
    with ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    core = "docProps/core.xml"
    parts[core] = _DAY.sub(rb"\g<1>2000-01-01T00:00:00Z", parts[core])
    return zipped(parts)


def _fill(sheet: Worksheet, head: Iterable[str], lines: Iterable[Iterable]) -> None:
    table = [tuple(head), *map(tuple, lines)]
    for number, line in enumerate(table, start=1):
        for column, value in enumerate(line, start=1):
            if value in (None, ""):
                continue
            cell = sheet.cell(number, column)
            cell.value = value if isinstance(value, int | float) else _text(value)
            if isinstance(value, str):
                # Workaround: openpyxl makes a formula of what begins with '='; no source found.
                cell.data_type = "s"
            if number == 1:
                cell.font = Font(bold=True)
    for index, column in enumerate(zip(*table, strict=True), start=1):
        widest = max(len(str(value)) for value in column)
        sheet.column_dimensions[get_column_letter(index)].width = min(widest + 2, _WIDEST)
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions


def _text(text: str) -> str:
    kept = ILLEGAL_CHARACTERS_RE.sub("", _NUMBERED.sub("_x005F_", text))
    return kept if len(kept) <= LONGEST else f"{kept[: LONGEST - 1]}…"


def _interactions(selection: Selection) -> Iterable[list]:
    for row in rows(selection, "xlsx"):
        # No formula runs from a cell that is said to be text.
        yield [_value(name, row[name]) for name in COLUMNS]


def _value(name: str, text: str) -> str | float:
    if not numeric(name):
        return unsafe(text)
    try:
        return float(text)
    except ValueError:
        return text


_CELLS = ("id", "name", "short", "synonyms", "cell_ontology", "cell_ontology_label", "match",
          "lineage", "parent", "description", "interactions")  # fmt: skip
_MOLECULES = ("symbol", "name", "kind", "class", "hgnc", "uniprot", "synonyms", "note",
              "interactions")  # fmt: skip
_PAPERS = ("id", "first_author", "year", "title", "journal", "volume_pages", "pmid", "doi",
           "pmcid", "link", "type", "verification", "unconfirmed", "notice", "supports",
           "opposes")  # fmt: skip


def _cells(selection: Selection) -> Iterable[list]:
    steps = [arrow.interaction for arrow in selection.arrows]
    for id in dict.fromkeys(node.cell.id for node in selection.nodes):
        cell = selection.pathway.cells[id]
        term = cell.cell_ontology
        yield [
            id, cell.name, cell.short, _listed(cell.synonyms), curie.cell(cell),
            term and term.label, term and term.match, cell.lineage, cell.parent, cell.description,
            _listed(step.id for step in steps if id in (step.from_, step.to)),
        ]  # fmt: skip


def _molecules(selection: Selection) -> Iterable[list]:
    steps = [arrow.interaction for arrow in selection.arrows]
    used = {step.id: {s for key in MOLECULES for s in getattr(step, key)} for step in steps}
    for symbol, molecule in selection.pathway.molecules.items():
        if arrows := [id for id, symbols in used.items() if symbol in symbols]:
            yield [
                symbol, molecule.name, molecule.kind, molecule.class_, molecule.hgnc,
                molecule.uniprot, _listed(molecule.synonyms), molecule.note, _listed(arrows),
            ]  # fmt: skip


def _papers(selection: Selection) -> Iterable[list]:
    steps = [arrow.interaction for arrow in selection.arrows]
    for id, paper in selection.pathway.references.items():
        supports = [step.id for step in steps if id in step.references]
        opposes = [step.id for step in steps if id in step.opposing]
        if supports or opposes:
            notice = paper.notice
            yield [
                id, paper.first_author, paper.year, paper.title, paper.journal,
                paper.volume_pages, paper.pmid, paper.doi, paper.pmcid, url(paper), paper.type,
                paper.verification, _listed(paper.unconfirmed),
                notice and f"{notice.kind}: {notice.text}", _listed(supports), _listed(opposes),
            ]  # fmt: skip


def _listed(entries: Iterable[str]) -> str:
    return "; ".join(entries)
