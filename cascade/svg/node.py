"""A cell of the drawing: halo, drawing, border and name."""

from collections.abc import Mapping

from ..layout.geometry import Rect
from ..notation.glyphs import Glyph
from .symbols import Symbols
from .text import cell_label
from .xml import number, tag

# What the group around all names says, and the cell's own property for it.
TEXT = {"fill": "color", "font-weight": "font-weight", "stroke": "text-outline-color"}


def cell(
    data: Mapping, title: str, glyph: Glyph, box: Rect, style: Mapping, symbols: Symbols
) -> str:
    """A cell without its name, which stands in front of all cells."""
    parts = [tag("title", title)]
    if style.get("underlay-opacity"):
        look = {"fill": style["underlay-color"], "opacity": style["underlay-opacity"]}
        parts.append(_ellipse(box.grown(style["underlay-padding"]), **look))
    opacity = style.get("background-image-opacity", 1)
    parts.append(symbols.cell(glyph, box.x1, box.y1, opacity))
    if style.get("border-width"):
        parts.append(_border(data["shape"], box, style))
    return tag("g", *parts)


def name(data: Mapping, box: Rect, style: Mapping, usual: Mapping) -> str:
    """A cell's name; `usual` is what the group around all names already says."""
    own = {key: style[property] for key, property in TEXT.items()}
    differs = {key.replace("-", "_"): own[key] for key in own if own[key] != usual[key]}
    return cell_label(data["label"], data["side"], box, style, **differs)


def _border(shape: str, box: Rect, style: Mapping) -> str:
    look = {
        "fill": "none", "stroke": style["border-color"], "stroke-width": style["border-width"],
        "stroke-dasharray": "4 2",
    }  # fmt: skip
    if shape == "ellipse":
        return _ellipse(box, **look)
    return tag("rect", x=box.x1, y=box.y1, width=box.width, height=box.height, rx=8, **look)


def _ellipse(box: Rect, **look) -> str:
    x, y = (number(value) for value in box.center)
    return tag("ellipse", cx=x, cy=y, rx=box.width / 2, ry=box.height / 2, **look)
