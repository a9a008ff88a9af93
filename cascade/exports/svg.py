"""The picture as SVG: vector, text as text, titled and described, with legend and citation."""

from ..layout.drawing import draw
from ..model.selection import Selection
from ..svg import svg


def write(selection: Selection, theme: str = "light") -> bytes:
    """An SVG document of the selected arrows."""
    return svg(draw(selection.pathway), selection, theme).encode() + b"\n"
