"""The whole picture: drawing, legend and citation in one SVG."""

from collections.abc import Mapping

from ..figure.sentences import citation as cite
from ..figure.sentences import mid_sentence
from ..i18n.translation import current_language, t
from ..layout.drawing import Drawing
from ..layout.text_metrics import width, wrap
from ..layout.viewport import zoom
from ..layout.visibility import Scene, View, scene
from ..model.selection import Selection
from ..notation.palette import tokens
from .canvas import canvas
from .legend import APART, ROW, SIZE, Column, column, columns, filled, stacks
from .shapes import FACE
from .symbols import Symbols
from .xml import number, tag, words

PAD = 14.0
_GAP = 20.0
_SMALL = 12.0
BESIDE = 1.2
"""Of a drawing's height, what a legend beside it may have before it makes another pile."""
_NARROW = 640.0
"""A citation makes a picture no wider than this."""


def svg(
    drawing: Drawing,
    view: View | Selection | Scene,
    theme: str = "light",
    legend: bool = True,
    citation: bool = True,
    ids_prefix: str = "",
    sized: bool = True,
    over: str = "",
    title: str = "",
    beside: bool = False,
) -> str:
    """A view, or the arrows of a selection, as an SVG document: the same bytes on every machine.

    Its user unit is a pixel of the smallest screen that must be readable; the drawing lies inside
    in its own units. `ids_prefix` keeps its ids apart from those of a page around it,
    where a picture that is not `sized` takes the width it gets. `over` is markup in drawing units
    that lies on top. `title` is what the picture is called, by itself the view's own words. With
    `beside` the legend stands at the right, without abbreviations.
    """
    shown = view if isinstance(view, Scene) else scene(drawing, view)
    symbols = Symbols(ids_prefix)
    scale = zoom(shown.box)
    room = shown.box.grown(PAD / scale)
    wide, high = room.width * scale, room.height * scale
    graph = tag(
        "svg", canvas(shown, room, theme, symbols) + over, width=wide, height=high,
        viewBox=" ".join(number(v) for v in (room.x1, room.y1, room.width, room.height)),
    )  # fmt: skip
    named = () if beside else shown.cells
    keys = columns(drawing.pathway, shown.arrows, named) if legend else []
    below = wide >= high or drawing.layout.tall
    placed, wide, high = _piled(keys, wide, high) if beside else _placed(keys, wide, high, below)
    notes = tag(
        "g", *(column(entry, x, y, theme) for entry, x, y in placed),
        fill=tokens(theme)["ink"], font_size=SIZE,
    ) if placed else ""  # fmt: skip
    if citation:
        source = cite(drawing.pathway)
        whole = width(source, _SMALL, 500) + 2 * PAD
        wide = max(wide, whole if whole < _NARROW else 0)
        lines = wrap(source, _SMALL, wide - 2 * PAD, 500)
        texts = [
            tag("text", words(line), x=number(PAD), y=number(high + _SMALL + 6 + index * 16))
            for index, line in enumerate(lines)
        ]
        notes += tag("g", *texts, fill=tokens(theme)["muted"], font_size=_SMALL)
        high += 16 * len(lines) + PAD + 4
    return tag(
        "svg",
        tag("title", words(title or _title(shown)), id=f"{ids_prefix}title"),
        tag("desc", words(_description(shown)), id=f"{ids_prefix}desc"),
        tag("rect", width="100%", height="100%", fill=tokens(theme)["canvas"]),
        symbols.defs,
        graph,
        notes,
        **_root(wide, high, ids_prefix, sized),
    )


def _root(wide: float, high: float, prefix: str, sized: bool) -> Mapping[str, str | None]:
    w, h = number(wide, 0), number(high, 0)
    return {
        "xmlns": "http://www.w3.org/2000/svg",
        "xmlns:xlink": "http://www.w3.org/1999/xlink",
        "viewBox": f"0 0 {w} {h}",
        "width": w if sized else None,
        "height": h if sized else None,
        "role": "img",
        "aria-labelledby": f"{prefix}title {prefix}desc",
        "font-family": FACE,
        "lang": current_language().tag,
    }


def _piled(
    keys: list[Column], wide: float, high: float
) -> tuple[list[tuple[Column, float, float]], float, float]:
    """Where the legend's columns stand at the right of a drawing, hardly higher than that."""
    x, placed, foot = wide + _GAP - PAD, [], high
    for pile in filled(keys, BESIDE * high):
        y = PAD + 4
        for entry in pile:
            placed.append((entry, x, y))
            y += entry.height + APART
        x += max(entry.width for entry in pile)
        foot = max(foot, y)
    return placed, x, foot


def _placed(
    keys: list[Column], wide: float, high: float, below: bool
) -> tuple[list[tuple[Column, float, float]], float, float]:
    """Where the legend's columns stand, `below` the drawing where there is room or at its right;
    and the size of the whole."""
    if not keys:
        return [], wide, high
    if below and (piles := stacks(keys, wide - 2 * PAD)):
        widths = [max(entry.width for entry in stack) for stack in piles]
        spare = (wide - 2 * PAD - sum(widths)) / len(piles)
        x, placed = PAD, []
        for stack, width_ in zip(piles, widths, strict=True):
            y = high
            for entry in stack:
                placed.append((entry, x, y))
                y += entry.height + APART
            x += width_ + spare
        return placed, wide, max(y + entry.height for entry, _, y in placed)
    x, y, placed = wide + _GAP - PAD, PAD + 4, []
    for entry in keys:
        placed.append((entry, x, y))
        y += entry.height + ROW / 2
    return placed, x + max(key.width for key in keys), max(high, y)


def _title(shown: Scene) -> str:
    """'The metastatic cascade: colonization, bone'."""
    pathway = shown.drawing.pathway
    names = [stage.name for stage in pathway.stages if stage.id == shown.stage]
    if shown.organ:
        names.append(mid_sentence(pathway.organs[shown.organ].name.split(" (")[0]))
    if shown.focus:
        names.append(mid_sentence(pathway.cells[shown.focus].name))
    return f"{pathway.title}: {', '.join(names)}" if names else pathway.title


def _description(shown: Scene) -> str:
    """What the picture shows, for whoever cannot see it."""
    nodes = shown.drawing.pathway.nodes
    ends = {end for arrow in shown.arrows for end in (arrow.source, arrow.target)}
    cells = len({nodes[end].cell.id for end in ends})
    arrows = len(shown.arrows)
    types = t("{n} cell type" if cells == 1 else "{n} cell types", n=cells)
    steps = t("{n} interaction" if arrows == 1 else "{n} interactions", n=arrows)
    counted = f"{types} {t('and')} {steps}."
    return f"{counted} {shown.drawing.pathway.description or ''}".strip()
