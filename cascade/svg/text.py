"""Words of the drawing, where cytoscape puts them: it hangs each line by its bottom."""

from collections.abc import Mapping
from math import ceil

from ..layout.geometry import Point, Rect
from ..layout.text_metrics import WEIGHT_EDGE, width, wrap
from ..notation.stylesheet import FONT
from .xml import number, tag, words

FACE = FONT.replace(", ", ",")
DESCENT = 494 / (1984 + 494)
"""From the bottom of a canvas's line up to the baseline, per em: Inter's share below it."""
LINE = 1.2
_ANCHORS = {"left": "end", "right": "start", "top": "middle", "bottom": "middle"}


def label(lines: tuple[str, ...], x: float, bottom: float, style: Mapping, **more) -> str:
    """Lines of text, the last one standing on `bottom`."""
    size = style["font-size"]
    y = bottom - DESCENT * size - (len(lines) - 1) * LINE * size
    first, *rest = lines
    inner = words(first) + "".join(
        tag("tspan", words(line), x=number(x), dy=number(LINE * size)) for line in rest
    )
    return tag("text", inner, x=number(x), y=number(y), **more)


def cell_label(text: str, side: str, box: Rect, style: Mapping, **more) -> str:
    """A cell's name on one of its sides."""
    size = style["font-size"]
    # The browser sets a hair tighter than the table of widths says.
    lines = wrap(text, size, style["text-max-width"] + 1, style["font-weight"])
    if not lines:
        return ""
    tall = size * (1 + (len(lines) - 1) * LINE)
    x, y = box.center
    aside, down = style.get("text-margin-x", 0), style.get("text-margin-y", 0)
    if side in ("left", "right"):
        x = (box.x1 if side == "left" else box.x2) + aside
        bottom = y + tall / 2
    else:
        bottom = box.y1 + down if side == "top" else box.y2 + down + tall
    anchor = _ANCHORS[side]
    return label(
        lines, x, bottom, style, text_anchor=None if anchor == "middle" else anchor, **more
    )


def line_label(text: str, center: Point, style: Mapping) -> tuple[str, Rect]:
    """A line's label, and the room of its ground."""
    size, pad = style["font-size"], style["text-background-padding"]
    x, y = center
    wide = ceil(width(text, size, WEIGHT_EDGE))
    ground = Rect.around((x, y), wide + 2 * pad, size + 2 * pad)
    return label((text,), x, y + size / 2, style), ground
