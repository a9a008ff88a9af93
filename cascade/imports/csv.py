"""A table of interactions: the one that `cascade export` writes, the one of the figure's download
button, or anyone's with a column for sender and receiver."""

import csv
import io
import re

from ..exports.table import COLUMNS, joined, split, unsafe
from ..model.interaction_fields import LISTS, PAPERS
from .evidence import SIDES
from .sheet import ImportRefused, Row, Sheet, clean, decoded, number

# Other programs' headings, and those of the figure's own download.
NAMES = {
    "source": "from", "sender": "from", "source_name": "from", "from cell": "from", "cell1": "from",
    "target": "to", "receiver": "to", "target_name": "to", "to cell": "to", "cell2": "to",
    "interaction": "effect", "verb": "effect", "type": "effect",
    "signal": "mediators", "ligand": "mediators", "mediator": "mediators", "molecule": "mediators",
    "receptor": "receptors",
    "description": "summary", "measured": "readout",
    "pmid": "paper_pmids", "pmids": "paper_pmids", "pubmed": "paper_pmids",
    "doi": "paper_dois", "dois": "paper_dois", "papers for it": "references",
    "papers against it": "opposing", "pubmed, against it": "opposing_pmids",
    "doi, against it": "opposing_dois", "seen in": "systems", "earliest cited paper": "year",
}  # fmt: skip
_IDS = {side: (f"{column}_pmids", f"{column}_dois") for side, column in SIDES.items()}
_LISTS = (*LISTS, *PAPERS, *(column for pair in _IDS.values() for column in pair))
SCORES = ("score", "weight", "prob", "magnitude")
# Columns by which tables of CellPhoneDB, CellChat and LIANA are told from a table of interactions.
RESULTS = (
    {"interacting_pair", "partner_a"},
    {"source", "target", "ligand", "receptor", "prob"},
    {"source", "target", "ligand_complex"},
    {"source", "target", "ligand.complex"},
)


def read(content: bytes) -> Sheet:
    """Every row with a sender and a receiver; unknown columns go into the note."""
    remarks: list[str] = []
    header, lines = table(content, remarks)
    columns = _columns(header)
    for end, word in (("from", "sender"), ("to", "receiver")):
        if end not in columns:
            raise ImportRefused(
                f"no column names the {word} ('{end}'); it has {', '.join(header[:12])}"
            )
    own = "about_this_file" in columns
    unknown = [name for name, column in zip(header, columns, strict=True) if column not in COLUMNS]
    if unknown:
        remarks.append(f"columns without a field, kept in the notes: {', '.join(unknown)}")
    rows, title = [], ""
    for where, cells in lines:
        row = _row(columns, header, cells, where, own)
        title = title or row.get("title")
        for end, word in (("from", "sender"), ("to", "receiver")):
            if not row.get(end).strip():
                remarks.append(f"{where} names no {word}; left out: {' '.join(cells)[:80]}")
                break
        else:
            rows.append(row)
    if not rows:
        raise ImportRefused("no row names both a sender and a receiver")
    about = next((row.get("about_this_file") for row in rows if row.get("about_this_file")), "")
    return Sheet(rows, title, about.partition(" Not in this format")[0], remarks)


def is_results(content: bytes) -> bool:
    """Whether a file is a table of a ligand-receptor tool: those are read in the browser alone, by
    rules for complexes and scores that stand once, in its own reader."""
    text = decoded(content[:20_000], [])
    names = {name.strip().strip('"') for name in re.split("[\t,;]", text.lstrip().split("\n")[0])}
    return any(columns <= names for columns in RESULTS)


def table(content: bytes, remarks: list[str]) -> tuple[list[str], list[tuple[str, list[str]]]]:
    """The header and the rows, each with its place in the file ('line 3'); the delimiter is found,
    blank lines are passed.

    Raises Refusal where there is no table.
    """
    text = decoded(content, remarks)
    if "\0" in text[:1000]:
        raise ImportRefused("this is not a text file")
    first = text.lstrip("\r\n").partition("\n")[0]
    delimiter = max("\t,;", key=first.count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows = []
    try:
        for cells in lines:
            if any(cell.strip() for cell in cells):
                rows.append((f"line {lines.line_num}", [clean(cell) for cell in cells]))
    except csv.Error as error:
        raise ImportRefused(f"line {lines.line_num} is no table row: {error}") from None
    if not rows:
        raise ImportRefused("the file is empty")
    if len(rows) == 1:
        raise ImportRefused("the table has a header and no rows")
    header = [" ".join(name.split()) for name in rows[0][1]]
    return header, rows[1:]


def _columns(header: list[str]) -> list[str]:
    """The column of each heading; the heading itself where it is none or was there before."""
    result: list[str] = []
    for name in header:
        key = name.casefold()
        column = key if key in COLUMNS else NAMES.get(key, "")
        result.append(column if column and column not in result else name)
    return result


def _row(columns: list[str], header: list[str], cells: list[str], where: str, own: bool) -> Row:
    row = Row({}, where=where)
    for index, text in enumerate(cells):
        if not text.strip():
            continue
        text = unsafe(text)
        column = columns[index] if index < len(columns) else f"column {index + 1}"
        if column not in COLUMNS:
            row.extras[column or f"column {index + 1}"] = text
            if column.casefold() in SCORES and row.score is None:
                row.score = number(text)
        elif column in _LISTS and not own:
            row.cells[column] = joined(part for part in re.split(r"\s*[|;,]\s*", text) if part)
        else:
            row.cells[column] = text
    if not own:
        _readable(row)
    return row


def _papers(row: Row, side: str) -> None:
    """Which DOI goes with which PMID nobody says, so each stands for a paper of its own; those of
    one paper in the library find each other there."""
    keys = _IDS[side]
    pmids, dois = (split(row.get(key)) if row.get(key) else [] for key in keys)
    if pmids and dois:
        row.cells[keys[0]] = joined([*pmids, *("" for _ in dois)])
        row.cells[keys[1]] = joined([*("" for _ in pmids), *dois])


def _readable(row: Row) -> None:
    """Papers of a foreign table are words such as 'Lin 2001', not our ids."""
    for side in SIDES:
        words = split(row.get(side)) if row.get(side) else []
        if words and not all(re.fullmatch(r"[a-z0-9-]+", word) for word in words):
            row.extras[side] = ", ".join(words)
            del row.cells[side]
        _papers(row, side)
    stage = row.get("stage")
    if stage and not row.get("stage_name"):
        row.cells["stage_name"] = stage
