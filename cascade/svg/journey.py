"""The journey: its ribbon, the numbers of the stages on it, and the words beside it."""

from collections.abc import Mapping

from ..layout.geometry import Point
from .shapes import DESCENT
from .xml import number, path, tag, words


def ribbon(data: Mapping, center: Point, style: Mapping) -> str:
    """A leg; its corners are parts of half its size."""
    parts = [float(part) for part in data["points"].split()]
    x, y = center
    corners = [
        (x + px * data["w"] / 2, y + py * data["h"] / 2)
        for px, py in zip(parts[::2], parts[1::2], strict=True)
    ]
    first, *rest = corners
    way = path("M", first, "L", *rest) + "z"
    return tag("path", d=way, fill=style["background-color"], opacity=_faded(style))


def mark(data: Mapping, center: Point, style: Mapping) -> str:
    """A stage's number."""
    x, y = center
    ground = tag(
        "circle", cx=number(x), cy=number(y), r=number(data["w"] / 2),
        fill=style["background-color"],
    )  # fmt: skip
    return tag("g", ground, _text(data["label"], center, style), opacity=_faded(style))


def note(data: Mapping, center: Point, style: Mapping) -> str:
    """A line of words, upright where the figure is mirrored."""
    turn = data["turn"].removesuffix("deg")
    x, y = (number(part) for part in center)
    turned = {} if turn == "0" else {"transform": f"rotate({turn} {x} {y})"}
    return "" if _faded(style) == 0 else tag("g", _text(data["label"], center, style), **turned)


def _text(label: str, center: Point, style: Mapping) -> str:
    size = style["font-size"]
    x, y = center
    return tag(
        "text", words(label), x=number(x), y=number(y + size / 2 - DESCENT * size),
        fill=style["color"], font_size=size, font_weight=style["font-weight"],
        text_anchor="middle",
    )  # fmt: skip


def _faded(style: Mapping) -> float | None:
    return None if style.get("opacity", 1) == 1 else style["opacity"]
