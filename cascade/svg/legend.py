"""The legend of a picture: what its own lines use, in the words of the panel."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..figure import abbreviations as short
from ..figure.facets import facets
from ..figure.key import marks, title
from ..layout.text_metrics import WEIGHT_EDGE, WEIGHT_NODE, width
from ..model.documents import Cell
from ..model.pathway import Arrow, Pathway
from ..notation.legend_keys import arrow_key, line_key, mark_key, readout_key
from ..notation.palette import TINTS, tokens
from .xml import number, tag, words

FACETS = ("outcome", "effect", "route", "readout", "lineage")
MARK, SHORT = "mark", "short"
ROW = 19.0
SIZE = 12.0
_KEY = 54.0
_DOT = 22.0
_SPACE = 22.0
APART = 10.0
"""Between a column and the one below it."""


@dataclass(frozen=True)
class Column:
    """A title and its rows: (facet, value, words)."""

    title: str
    rows: tuple[tuple[str, str, str], ...]

    @property
    def width(self) -> float:
        rows = [_wide(facet, v) + width(label, SIZE, WEIGHT_EDGE) for facet, v, label in self.rows]
        return max([width(self.title, SIZE, WEIGHT_NODE) * 1.03, *rows]) + _SPACE

    @property
    def height(self) -> float:
        return ROW * (len(self.rows) + 1)


_PICTURES = {
    "outcome": lambda _: line_key("secreted"),
    "effect": arrow_key,
    "route": line_key,
    "readout": readout_key,
    MARK: mark_key,
}


def filled(wanted: list[Column], limit: float) -> list[list[Column]]:
    """The columns in their order, as many below each other as a height allows."""
    piles: list[list[Column]] = []
    for entry in wanted:
        if piles and _height([*piles[-1], entry]) <= limit:
            piles[-1].append(entry)
        else:
            piles.append([entry])
    return piles


def stacks(wanted: list[Column], room: float) -> list[list[Column]]:
    """The columns in their order, those that stand below each other together: as low as `room`
    allows. None where it does not hold the widest."""
    runs = [wanted[a:b] for b in range(1, len(wanted) + 1) for a in range(b)]
    least = max(entry.height for entry in wanted)
    for tall in sorted({high for run in runs if (high := _height(run)) >= least}):
        piles = filled(wanted, tall)
        if sum(max(entry.width for entry in stack) for stack in piles) <= room:
            return piles
    return []


def _height(stack: list[Column]) -> float:
    return sum(entry.height for entry in stack) + APART * (len(stack) - 1)


def columns(pathway: Pathway, arrows: list[Arrow], cells: Iterable[Cell] = ()) -> list[Column]:
    """One column a channel of the arrow grammar, with the values that these arrows have, one of
    what else is drawn, and one of the short names of cells."""
    result = []
    for facet in facets(pathway):
        if facet.id in FACETS:
            used = {value for arrow in arrows for value in facet.of(arrow)}
            rows = [(facet.id, v, label) for v, label in facet.values.items() if v in used]
            if rows:
                result.append(Column(facet.label, tuple(rows)))
    if also := marks(pathway, arrows):
        rows = tuple((MARK, id_, label) for id_, label in also.items())
        result.append(Column(title(), rows))
    if names := short.abbreviations(cells):
        rows = tuple((SHORT, id_, label) for id_, label in names.items())
        result.append(Column(short.title(), rows))
    return result


def column(content: Column, x: float, y: float, theme: str) -> str:
    """A column with its upper left corner at a point."""
    t = tokens(theme)
    parts = [_words(content.title, x, y, 700)]
    for index, (facet, value, label) in enumerate(content.rows, start=1):
        top = y + index * ROW
        parts.append(_key(facet, value, x, top, t))
        parts.append(_words(label, x + _wide(facet, value), top))
    return "".join(parts)


def _wide(facet: str, value: str) -> float:
    """From the start of a row to its words."""
    if facet == SHORT:
        return width(value, SIZE, WEIGHT_NODE) * 1.03 + 7
    return _DOT if facet == "lineage" else _KEY


def _words(text: str, x: float, y: float, weight: int | None = None) -> str:
    return tag("text", words(text), x=number(x), y=number(y + SIZE * 0.72), font_weight=weight)


def _key(facet: str, value: str, x: float, y: float, t) -> str:
    """The panel's small arrow, without its own frame; of a cell's name, the short one."""
    if facet == SHORT:
        return _words(value, x, y, 600)
    y -= 4
    if facet == "lineage":
        tint = TINTS[value]
        return tag(
            "circle", cx=number(x + 7), cy=number(y + 8), r=6,
            fill=tint["body"], stroke=tint["line"], stroke_width=2,
        )  # fmt: skip
    soft = facet == "readout" and value != "metastasis"
    picture = _PICTURES[facet](value)
    inner = str(picture).split(">", 1)[1].rsplit("</svg>", 1)[0]
    color = t[value][0] if facet == "outcome" else t["muted"]
    return tag(
        "g", inner, transform=f"translate({number(x)} {number(y)})", color=color,
        fill="none", stroke="currentColor", stroke_width=1.2 if soft else 2,
        opacity=0.9 if soft else None,
    )  # fmt: skip
