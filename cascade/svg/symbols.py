"""Drawings of cells and backdrops, each once, as symbols that the picture uses."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..layout.geometry import Rect
from ..notation.glyphs import Glyph, scenery
from ..notation.sizes import CARD_STRIP
from .xml import number, tag

_ROOT = re.compile(r"<svg[^>]*>")
_VIEWBOX = re.compile(r'viewBox="([^"]*)"')
_ID = re.compile(r'\b(id="|href="#|url\(#)')
_HREF = re.compile(r'(?<=\s)(href="[^"]*")')


@dataclass
class Symbols:
    """The symbols that a picture has used so far; `prefix` keeps its ids apart from a page's."""

    prefix: str
    _texts: dict[str, str] = field(default_factory=dict)
    _ids: dict[tuple[str, str], str] = field(default_factory=dict)
    """By name and drawing."""

    def cell(self, glyph: Glyph, x: float, y: float, opacity: float | str) -> str:
        """A cell drawn with its corner at a point. Its symbol needs no box: it is never scaled."""
        id_ = self._add(f"g-{glyph.name}", glyph.svg, {})
        return _use(id_, x=number(x), y=number(y), opacity=_part(opacity))

    def backdrop(self, name: str, at: Rect, opacity: float | str, mirrored: bool = False) -> str:
        """A backdrop stretched over a panel, in a tall figure mirrored along its diagonal; nothing
        where there is no such drawing."""
        text = scenery(name)
        if not text:
            return ""
        box = {"viewBox": _VIEWBOX.search(text)[1], "preserveAspectRatio": "none"}
        id_ = self._add(f"s-{name}", text, box)
        place = {"x": at.x1, "y": at.y1, "width": at.width, "height": at.height}
        if mirrored:
            place = {"width": at.height, "height": at.width, "transform": _diagonal(at)}
        return _use(id_, **place, opacity=_part(opacity))

    def picture(self, name: str, text: str, at: Rect, opacity: float = 1) -> str:
        """A drawing in a box of its own proportions."""
        id_ = self._add(name, text, {"viewBox": _VIEWBOX.search(text)[1]})
        place = {"x": at.x1, "y": at.y1, "width": at.width, "height": at.height}
        return _use(id_, **place, opacity=_part(opacity))

    def _add(self, name: str, text: str, box: Mapping[str, str]) -> str:
        if (name, text) not in self._ids:
            self._ids[name, text] = self._new(name, text, box)
        return self._ids[name, text]

    def _new(self, name: str, text: str, box: Mapping[str, str]) -> str:
        inner = _ROOT.sub("", text, count=1).rsplit("</svg>", 1)[0].strip()
        inner = _HREF.sub(r"\g<0> xlink:\g<1>", inner)
        # A drawing shared by two lineages comes in two tints, one of a whole figure in two shapes.
        id_, own, count = f"{self.prefix}{name}", self.prefix, 2
        while self._texts.setdefault(id_, symbol := _symbol(id_, inner, own, box)) != symbol:
            id_ = f"{self.prefix}{name}-{count}"
            own, count = f"{id_}-", count + 1
        return id_

    @property
    def defs(self) -> str:
        return tag("defs", *self._texts.values())

    def defs_beside(self, page: str) -> str:
        """Those that a page does not hold."""
        return tag("defs", *(text for text in self._texts.values() if text not in page))


def _diagonal(at: Rect) -> str:
    """Mirrors what lies below a wide card's title so that it lies below a tall one's."""
    along = number((at.height - CARD_STRIP) / at.height, 4)
    across = at.width / (at.width - CARD_STRIP)
    x = at.x1 - CARD_STRIP * across
    return f"matrix(0 {along} {number(across, 4)} 0 {number(x)} {number(at.y1 + CARD_STRIP)})"


def _symbol(id_: str, inner: str, own: str, box: Mapping[str, str]) -> str:
    """A symbol; `own` is before the ids of its parts."""
    return tag("symbol", _ID.sub(rf"\g<1>{own}", inner), id=id_, **box)


def _use(id_: str, **place) -> str:
    """A use of a symbol."""
    # Workaround: also in the words of SVG 1.1, as Inkscape 1.2 knows no plain href.
    # https://github.com/cartocrow/core/pull/53
    return tag("use", href=f"#{id_}", **{"xlink:href": f"#{id_}"}, **place)


def _part(opacity: float | str) -> float | str | None:
    return None if opacity == 1 else opacity
