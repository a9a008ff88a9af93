"""A line of the drawing: its curve in its style, its head and the mark at its tail."""

from collections.abc import Mapping

from ..layout.geometry import Point
from .arrowheads import head
from .edge_geometry import Curve
from .xml import path, tag


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
