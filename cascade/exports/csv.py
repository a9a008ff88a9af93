"""A table for spreadsheets and statistics, one row an interaction."""

import csv
import io

from ..model.selection import Selection
from .table import COLUMNS, rows


def write(selection: Selection, theme: str = "light") -> bytes:
    """UTF-8 with a mark at the start, which Excel needs and pandas understands."""
    return table(selection, "csv", ",").encode("utf-8-sig")


def table(selection: Selection, name: str, delimiter: str) -> str:
    text = io.StringIO()
    sheet = csv.DictWriter(text, COLUMNS, delimiter=delimiter, lineterminator="\r\n")
    sheet.writeheader()
    sheet.writerows(rows(selection, name))
    return text.getvalue()
