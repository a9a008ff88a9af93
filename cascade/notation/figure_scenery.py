"""The backdrop of a whole figure: what runs through several panels, such as the one vessel.

Its file is drawn in the units of the figure. Uppercase path commands give places in the figure,
which another shape of the figure moves; lowercase ones give lengths, which it leaves.
`var(--name,#hex)` is a color of the theme: what hides the borders of panels cannot be transparent.
"""

import re
from collections.abc import Callable
from functools import cache

from .glyphs import scenery, tinted, viewbox
from .palette import tokens

Spot = Callable[[tuple[float, float]], tuple[float, float]]
_PATH = re.compile(r'\bd="[^"]+"')
_PLACES = re.compile(r"[MLC][^A-Za-z]+")
_PAIR = re.compile(r"(-?[\d.]+)[ ,](-?[\d.]+)")
_SIZES = re.compile(r'viewBox="0 0 (\S+) (\S+)" width="\S+" height="\S+"')


@cache
def size(name: str) -> tuple[float, float]:
    """Width and height in drawing units."""
    return viewbox(scenery(name) or 'viewBox="0 0 0 0"')


def figure_scenery(name: str, theme: str, spot: Spot | None = None) -> str | None:
    """The drawing in a theme's colors, its places moved by `spot` for a tall figure; None where
    there is no such file."""
    text = scenery(name)
    if text is None:
        return None
    text = tinted(text, tokens(theme))
    return text if spot is None else _moved(text, spot)


def _moved(text: str, spot: Spot) -> str:
    def pair(match: re.Match) -> str:
        x, y = spot((float(match[1]), float(match[2])))
        return f"{x:.0f} {y:.0f}"

    def places(match: re.Match) -> str:
        return _PLACES.sub(lambda inner: _PAIR.sub(pair, inner[0]), match[0])

    text = _PATH.sub(places, text)
    wide, high = (f"{side:.0f}" for side in spot(viewbox(text)))
    return _SIZES.sub(f'viewBox="0 0 {wide} {high}" width="{wide}" height="{high}"', text, count=1)
