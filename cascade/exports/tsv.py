"""The table of csv with tabs between the cells."""

from ..model.selection import Selection
from .csv import table


def write(selection: Selection, theme: str = "light") -> bytes:
    return table(selection, "tsv", "\t").encode()
