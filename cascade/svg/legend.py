"""The legend of a picture: what its own lines use, in the words of the panel."""

from dataclasses import dataclass

from ..figure.facets import facets
from ..layout.text_metrics import WEIGHT_EDGE, WEIGHT_NODE, width
from ..model.pathway import Arrow, Pathway
from ..notation.legend_keys import arrow_key, line_key
from ..notation.palette import tokens
from .xml import number, tag, words

FACETS = ("outcome", "effect", "route", "readout")
ROW = 22.0
SIZE = 13.0
_KEY = 54.0
_SPACE = 22.0


@dataclass(frozen=True)
class Column:
    """A title and its rows: (facet, value, words)."""

    title: str
    rows: tuple[tuple[str, str, str], ...]

    @property
    def width(self) -> float:
        rows = [_KEY + width(label, SIZE, WEIGHT_EDGE) for _, _, label in self.rows]
        return max([width(self.title, SIZE, WEIGHT_NODE) * 1.03, *rows]) + _SPACE

    @property
    def height(self) -> float:
        return ROW * (len(self.rows) + 1)


def columns(pathway: Pathway, arrows: list[Arrow]) -> list[Column]:
    """One column a channel of the arrow grammar, with the values that these arrows have."""
    found = []
    for facet in facets(pathway):
        if facet.id in FACETS:
            used = {value for arrow in arrows for value in facet.of(arrow)}
            rows = [(facet.id, v, label) for v, label in facet.values.items() if v in used]
            if rows:
                found.append(Column(facet.label, tuple(rows)))
    return found


def column(one: Column, x: float, y: float, theme: str) -> str:
    """A column with its upper left corner at a point."""
    t = tokens(theme)
    parts = [_words(one.title, x, y, 700)]
    for index, (facet, value, label) in enumerate(one.rows, start=1):
        top = y + index * ROW
        parts.append(_key(facet, value, x, top - 4, t))
        parts.append(_words(label, x + _KEY, top))
    return "".join(parts)


def _words(text: str, x: float, y: float, weight: int | None = None) -> str:
    return tag("text", words(text), x=number(x), y=number(y + SIZE * 0.72), font_weight=weight)


def _key(facet: str, value: str, x: float, y: float, t) -> str:
    """The panel's small arrow, without its own frame."""
    soft = facet == "readout" and value != "metastasis"
    picture = (
        arrow_key(value)
        if facet == "effect"
        else line_key(value if facet == "route" else "secreted")
    )
    inner = str(picture).split(">", 1)[1].rsplit("</svg>", 1)[0]
    color = t[value][0] if facet == "outcome" else t["muted"]
    return tag(
        "g", inner, transform=f"translate({number(x)} {number(y)})", color=color,
        fill="none", stroke="currentColor", stroke_width=1.2 if soft else 2,
        opacity=0.9 if soft else None,
    )  # fmt: skip
