"""The picture that other pages show beside a link: 1200x630, as Open Graph wants it."""

import re

from ..layout.drawing import Drawing
from ..layout.visibility import View
from ..notation.palette import THEMES
from .document import svg
from .shapes import FACE
from .xml import number, tag, words

WIDTH, HEIGHT = 1200, 630
_HEAD = 84
_PAD = 24
_SIZE = re.compile(r' (?:width|height)="[^"]*"')


def preview(drawing: Drawing, view: View, title: str) -> str:
    """A view under its title, as an SVG of WIDTH x HEIGHT."""
    colors = THEMES["light"]
    picture = svg(drawing, view, legend=False, citation=False)
    room = {"x": _PAD, "y": _HEAD, "width": WIDTH - 2 * _PAD, "height": HEIGHT - _HEAD - _PAD / 2}
    inner = " ".join(f'{key}="{number(value)}"' for key, value in room.items())
    size = min(44.0, (WIDTH - 2 * _PAD) / (0.58 * max(len(title), 1)))
    return tag(
        "svg",
        tag("rect", width=WIDTH, height=HEIGHT, fill=colors["canvas"]),
        tag(
            "text", words(title), x=_PAD + 6, y=58,
            fill=colors["ink"], font_size=number(size), font_weight=700,
        ),
        # The picture is a document with a size of its own; in here it gets a place and another.
        _SIZE.sub("", picture, count=2).replace("<svg ", f"<svg {inner} ", 1),
        xmlns="http://www.w3.org/2000/svg", width=WIDTH, height=HEIGHT,
        viewBox=f"0 0 {WIDTH} {HEIGHT}", font_family=FACE,
    )  # fmt: skip
