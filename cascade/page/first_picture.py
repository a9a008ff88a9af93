"""What a page shows before its graph is there: the compiler's picture of the view asked for.

The overview stands in the <noscript> already, for readers without scripts. The stages, and the
overview for a phone, travel beside it, use the same symbols, and are made of the same elements.
assets/js/boot/first-picture.js shows the one that the address and the window ask for.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..layout.drawing import Drawing
from ..layout.geometry import Rect
from ..layout.viewport import Screen
from ..layout.visibility import View, surroundings, views
from ..notation.palette import PAGE
from ..notation.sizes import FAR, FAR_ZOOM, NEAR, PLAIN, STAGE_ZOOM
from ..svg.canvas import Canvas
from ..svg.symbols import Symbols
from .noscript import lighter, prefix

_EVERYWHERE = Rect(-1e6, -1e6, 1e6, 1e6)
_SIZES = {
    "overview": {FAR: (0, FAR_ZOOM), PLAIN: (FAR_ZOOM, 99)},
    "stage": {NEAR: (STAGE_ZOOM, 99)},
}
"""By kind of view and class word of a size, the zooms from which on and up to which it is so."""
_CANVASES = ((1026, 716), (1366, 716), (1580, 1028), (1920, 1028), (768, 920), (390, 740))
"""What the page leaves for the figure on laptops, desks, tablets and phones, in pixels."""
_PART = re.compile(r"<g>.*?</g>|<[^>]*>[^<]*", re.DOTALL)


def first_pictures(drawings: Iterable[Drawing], noscript: str, alone: str | None = None) -> dict:
    """The pictures of the overviews and stages of some pathways, and of what they are made: each
    `picture` is a list of steps from one of the `parts` to the next.

    That of an overview at its usual size is empty, as it stands in the <noscript>, whose symbols
    are not sent again. With `alone`,
    the stage that a single file starts with, it is the only other one. Of the pathways beside the
    first, which are small and soon drawn, the overview is enough.
    """
    drawings = list(drawings)
    first = drawings[0].pathway
    parts: dict[str, int] = {}
    pictures = []
    every: dict[str, Symbols] = {}
    for drawing in drawings:
        used = every.setdefault(drawing.pathway.id, Symbols(prefix(drawing.pathway)))
        for about, text in _pictures(drawing, used, alone if drawing.pathway is first else ""):
            order = [parts.setdefault(part, len(parts)) for part in _PART.findall(text)]
            steps = [b - a for a, b in zip([0, *order], order, strict=False)]
            pictures.append({"pathway": drawing.pathway.id, **about, "picture": steps})
    symbols = {
        drawing.pathway.id: every[drawing.pathway.id].defs_beside(noscript)
        for drawing in drawings
        if not drawing.layout.tall
    }
    return {"parts": list(parts), "pictures": pictures, "symbols": symbols}


def _pictures(drawing: Drawing, symbols: Symbols, alone: str | None) -> Iterator[tuple[dict, str]]:
    whole, *_ = every = list(views(drawing))
    for view in every:
        if drawing.layout.tall and view is not whole:
            return  # a phone begins with the whole, and its stages would weigh 10 kB
        for size in _sizes(view, drawing.layout.tall):
            usual = view is whole and size == PLAIN and not drawing.layout.tall
            if not usual and alone is not None and view.stage != (alone or None):
                continue
            inner = "" if usual else _drawn(drawing, view, size, symbols)
            about = {"stage": view.stage, "box": _corners(view.box), "whole": _corners(whole.box)}
            about |= {"zooms": _SIZES[view.kind][size], "tall": drawing.layout.tall}
            yield about, inner


def _sizes(view: View, tall: bool) -> list[str]:
    """The sizes at which windows show a view; larger windows do without a picture."""
    screens = (Screen("", *sides) for sides in _CANVASES)
    zooms = [screen.zoom(view.box) for screen in screens if screen.tall == tall]
    sizes = _SIZES.get(view.kind, {}).items()
    return [size for size, (least, most) in sizes if any(least <= z < most for z in zooms)]


def _drawn(drawing: Drawing, view: View, size: str, symbols: Symbols) -> str:
    scene = surroundings(drawing, replace(view, size=size))
    return lighter(Canvas(scene, _EVERYWHERE, PAGE, symbols, titles=False).draw())


def _corners(box: Rect) -> list[float]:
    return [round(value, 1) for value in (box.x1, box.y1, box.x2, box.y2)]
