"""The shapes of the drawing: lines with their heads, cells, panels, and their names.

Names stand where cytoscape puts them: it hangs each line of text by its bottom.
"""

from collections.abc import Mapping
from math import ceil

from ..layout.geometry import Point, Rect
from ..layout.text_metrics import WEIGHT_EDGE, width, wrap
from ..notation.glyphs import Glyph
from ..notation.stylesheet import FONT
from .arrowheads import head
from .edge_geometry import Curve
from .symbols import Symbols
from .xml import number, path, tag, words

# What the group around all names says, and the cell's own property for it.
TEXT = {"fill": "color", "font-weight": "font-weight", "stroke": "text-outline-color"}
FACE = FONT.replace(", ", ",")
DESCENT = 494 / (1984 + 494)
"""From the bottom of a canvas's line up to the baseline, per em: Inter's share below it."""
LINE = 1.2
_ANCHORS = {"left": "end", "right": "start", "top": "middle", "bottom": "middle"}


def line(curve: Curve, style: Mapping, ground: str) -> str:
    """The curve and its marks; `ground` is the color that a hollow head shows."""
    color, width, opacity = style["line-color"], style["width"], style.get("opacity", 1)
    start, *rest = curve.points
    way = path("M", start, "Q", *rest)
    dashes = style["line-dash-pattern"] if style.get("line-style") == "dashed" else ()
    cap = style.get("line-cap", "butt")
    faded = None if opacity == 1 else opacity
    halo = ""
    if style.get("underlay-opacity"):
        halo = tag(
            "path", d=way, stroke=style["underlay-color"], stroke_linecap="round",
            stroke_width=2 * style["underlay-padding"], opacity=style["underlay-opacity"],
        )  # fmt: skip
    drawn = tag(
        "path", d=way, stroke=color, stroke_width=width, opacity=faded,
        stroke_dasharray=" ".join(f"{v:g}" for v in dashes) or None,
        stroke_linecap=None if cap == "butt" else cap,
    )  # fmt: skip
    ends = [("target", curve.tip, curve.angle)]
    if style.get("source-arrow-shape", "none") != "none":
        ends.append(("source", curve.foot, curve.foot_angle))
    return halo + drawn + "".join(_mark(style, end, at, angle, ground) for end, at, angle in ends)


def _mark(style: Mapping, end: str, at: Point, angle: float, ground: str) -> str:
    """The head, or what stands at the tail."""
    outline = head(style[f"{end}-arrow-shape"], at, angle, style["width"], style["arrow-scale"])
    hue, opacity = style[f"{end}-arrow-color"], style.get("opacity", 1)
    faded = None if opacity == 1 else opacity
    if style.get(f"{end}-arrow-fill") == "hollow":
        # The canvas clears what lies under a faded head, too.
        return tag("path", d=outline, fill=ground, stroke=hue, stroke_opacity=faded)
    return tag("path", d=outline, fill=hue, opacity=faded)


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


def panel(data: Mapping, box: Rect, room: Rect, style: Mapping, symbols: Symbols) -> str:
    """A panel with its title, where it has one that `room` does not cut."""
    place = {"x": box.x1, "y": box.y1, "width": box.width, "height": box.height}
    ground = data["ground"] != "title" and tag(
        "rect", **place, rx=8, fill=style["background-color"], stroke=style["border-color"],
        stroke_width=style["border-width"],
    )  # fmt: skip
    parts = [ground or ""]
    if name := data.get("scenery"):
        opacity = style["background-image-opacity"]
        parts.append(symbols.backdrop(name, box, opacity, "mirrored" in data))
    x, bottom = box.center[0] + style.get("text-margin-x", 0), box.y1 + style["text-margin-y"]
    size = style["font-size"]
    half = width(style["label"], size) / 2
    if style["label"] and room.holds(Rect(x - half, bottom - size, x + half, bottom)):
        # Spaces in a row would shrink to one.
        title = style["label"].replace("  ", "\u00a0 ")
        parts.append(label((title,), x, bottom, style, font_size=size))
    return "".join(parts)


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
