"""Tables with a header, from any spreadsheet: the delimiter is found, blank lines are passed."""

import csv
import io

from .sheet import Refusal, clean, decoded


def table(content: bytes, said: list[str]) -> tuple[list[str], list[tuple[str, list[str]]]]:
    """The header and the rows, each with its place in the file ('line 3').

    Raises Refusal where there is no table.
    """
    text = decoded(content, said)
    if "\0" in text[:1000]:
        raise Refusal("this is not a text file")
    first = text.lstrip("\r\n").partition("\n")[0]
    delimiter = max("\t,;", key=first.count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows = []
    try:
        for cells in lines:
            if any(cell.strip() for cell in cells):
                rows.append((f"line {lines.line_num}", [clean(cell) for cell in cells]))
    except csv.Error as error:
        raise Refusal(f"line {lines.line_num} is no table row: {error}") from None
    if not rows:
        raise Refusal("the file is empty")
    header = [" ".join(name.split()) for name in rows[0][1]]
    return header, rows[1:]


def demand(header: list[str], columns: tuple[str, ...], program: str) -> None:
    """Refuses a table that lacks one of the columns."""
    missing = [name for name in columns if name not in header]
    if missing:
        raise Refusal(
            f"no {program} table: it has no column {', '.join(missing)}; "
            f"it has {', '.join(header[:12])}"
        )
