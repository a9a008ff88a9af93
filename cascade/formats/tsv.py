"""The table of csv with tabs between the cells."""

from .csv import table
from .selection import Selection


def write(selection: Selection, theme: str = "light") -> bytes:
    return table(selection, "tsv", "\t").encode()
