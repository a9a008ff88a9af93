"""A line of the drawing: its curve in its style, and its head."""

from collections.abc import Mapping

from .arrowheads import head
from .edge_geometry import Curve
from .xml import path, tag


def line(curve: Curve, style: Mapping, ground: str) -> str:
    """The curve and its head; `ground` is the color that a hollow head shows."""
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
    shape, scale = style["target-arrow-shape"], style["arrow-scale"]
    outline = head(shape, curve.tip, curve.angle, width, scale)
    hue = style["target-arrow-color"]
    if style.get("target-arrow-fill") == "hollow":
        # The canvas clears what lies under a faded head, too.
        tip = tag("path", d=outline, fill=ground, stroke=hue, stroke_opacity=faded)
    else:
        tip = tag("path", d=outline, fill=hue, opacity=faded)
    return halo + drawn + tip
