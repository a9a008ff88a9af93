"""The picture as SVG: vector, text as text, titled and described, with legend and citation."""

from ..drawing import draw
from ..picture import svg
from .selection import Selection


def write(selection: Selection, theme: str = "light") -> bytes:
    """An SVG document of the selected arrows."""
    return svg(draw(selection.pathway), selection, theme).encode() + b"\n"
