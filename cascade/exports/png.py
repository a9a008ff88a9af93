"""The picture as a PNG, three times as fine as the screen, painted by Chromium."""

from ..layout.drawing import draw
from ..model.selection import Selection
from ..svg import svg
from .chromium import paint, size

SCALE = 3
"""A figure some 1000 pixels wide at a scale of 1 gives 300 dots an inch at 25 cm."""


def write(selection: Selection, theme: str = "light") -> bytes:
    """A PNG of the selected arrows. Raises Unavailable without Chromium."""
    picture = svg(draw(selection.pathway), selection, theme)
    return paint(picture, *size(picture), SCALE)
