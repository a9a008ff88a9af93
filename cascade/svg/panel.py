"""A panel or card: its ground, its backdrop and its title."""

from collections.abc import Mapping

from ..layout.geometry import Rect
from ..layout.text_metrics import width
from .symbols import Symbols
from .text import label
from .xml import tag


def panel(data: Mapping, box: Rect, room: Rect, style: Mapping, symbols: Symbols) -> str:
    """A panel with its title, where it has one that `room` does not cut."""
    place = {"x": box.x1, "y": box.y1, "width": box.width, "height": box.height}
    ground = tag(
        "rect", **place, rx=8, fill=style["background-color"], stroke=style["border-color"],
        stroke_width=style["border-width"],
    )  # fmt: skip
    parts = [ground]
    if name := data.get("scenery"):
        opacity = style["background-image-opacity"]
        parts.append(symbols.backdrop(name, box.x1, box.y1, box.width, box.height, opacity))
    x, bottom = box.center[0], box.y1 + style["text-margin-y"]
    size = style["font-size"]
    half = width(data["label"], size) / 2
    if data["label"] and room.holds(Rect(x - half, bottom - size, x + half, bottom)):
        # Spaces in a row would shrink to one.
        title = data["label"].replace("  ", "\u00a0 ")
        parts.append(label((title,), x, bottom, style, font_size=size))
    return "".join(parts)
