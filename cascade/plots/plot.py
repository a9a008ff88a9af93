"""What a plot is: named marks, each resting on arrows, and figures painted from them.

tests/browser/results/test_plots_dialog.py holds the two languages together.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ..model.pathway import Pathway
from ..model.vocabulary import LINEAGES

Table = tuple[tuple[str, ...], list[tuple]]
"""Headings and rows of words and numbers."""


@dataclass(frozen=True)
class Mark:
    """One bar, field or band: what it stands for, as ids, and the arrows it counts.

    The browser counts `arrows` again under the reader's filters; Python counts all of them.
    """

    key: tuple[str, ...]
    arrows: tuple[str, ...]

    @property
    def count(self) -> int:
        return len(self.arrows)


@dataclass(frozen=True)
class Plot:
    """A plot of one pathway. `variants` are its readings, the first shown first.

    `figure(theme, variant)` gives a Plotly figure as plain data, `table()` the same numbers.
    """

    id: str
    name: str
    about: str
    marks: tuple[Mark, ...]
    names: Mapping[str, str]
    variants: Mapping[str, str]
    paint: Callable[["Plot", str, str], dict] = field(repr=False)
    tabulate: Callable[["Plot"], Table] = field(repr=False)

    def figure(self, theme: str, variant: str) -> dict:
        return self.paint(self, theme, variant)

    def table(self) -> Table:
        return self.tabulate(self)


def marks(pairs) -> tuple[Mark, ...]:
    """Marks of (key, arrow id) pairs, in the order in which the keys come."""
    arrows: dict[tuple[str, ...], list[str]] = {}
    for key, arrow in pairs:
        arrows.setdefault(key, []).append(arrow)
    return tuple(Mark(key, tuple(ids)) for key, ids in arrows.items())


def outcomes(pathway: Pathway) -> Mapping[str, str]:
    """The outcome of each arrow, by its id."""
    return {arrow.id: arrow.interaction.outcome for arrow in pathway.arrows}


def cell_order(pathway: Pathway) -> dict[str, tuple]:
    """Sort keys of cells: by lineage as in the legend, then by the name in the drawing."""
    place = {id_: number for number, id_ in enumerate(LINEAGES)}
    return {id_: (place[cell.lineage], cell.short, id_) for id_, cell in pathway.cells.items()}


def short(pathway: Pathway, id_: str) -> str:
    """A cell's name as the drawing has it, on one line."""
    return " ".join(pathway.cells[id_].short.split())
