"""Cell drawings and backdrops: small SVG files, tinted by lineage, sized by their own viewBox.

A file uses `var(--body,#hex)` and the like for its colors; here each is replaced by the lineage's
tint, because an SVG inside a canvas sees no CSS of the page.
"""

import re
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from urllib.parse import quote

from ..model.documents import Cell
from ..resources import assets_dir
from .palette import TINTS

_VAR = re.compile(r"var\(--([a-z-]+),\s*(#[0-9a-fA-F]{3,8})\)")
_VIEWBOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_SHAPE = re.compile(r'data-shape="([a-z-]+)"')
_ROOT = re.compile(r"<svg[^>]*>")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_BETWEEN = re.compile(r">\s+<")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class Glyph:
    """A drawing ready for the canvas: SVG text, size in drawing units, outline for arrow ends."""

    name: str
    svg: str
    width: float
    height: float
    shape: str

    @cached_property
    def uri(self) -> str:
        """A data URI; percent-encoded text compresses far better than base64."""
        return data_uri(self.svg)


@lru_cache(maxsize=256)
def data_uri(svg: str) -> str:
    return "data:image/svg+xml," + quote(svg, safe="=:/,;()!*-._~")


def viewbox(svg: str) -> tuple[float, float]:
    """Width and height of a drawing, in its own units."""
    width, height = _VIEWBOX.search(svg).groups()
    return float(width), float(height)


def tinted(svg: str, tint: dict[str, str]) -> str:
    """The drawing with its color variables replaced; unknown ones keep their fallback."""
    return _VAR.sub(lambda m: tint.get(m[1], m[2]), svg)


def _path(cell: Cell, folder: Path) -> Path:
    for name in (cell.glyph, cell.id, f"lineage-{cell.lineage}"):
        if name and (path := folder / f"{name}.svg").is_file():
            return path
    return folder / "lineage-resident.svg"


@cache
def glyph(cell: Cell, turn: bool = False) -> Glyph:
    """The drawing of a cell type, turned by a quarter where it stands in an upright wall."""
    path = _path(cell, assets_dir() / "glyphs")
    svg = tinted(_lean(path), TINTS[cell.lineage])
    width, height = viewbox(svg)
    shape = match[1] if (match := _SHAPE.search(svg)) else "ellipse"
    if turn:
        svg = _turned(svg, width, height)
        width, height = height, width
    return Glyph(path.stem + ("-turned" if turn else ""), svg, width, height, shape)


def _turned(svg: str, width: float, height: float) -> str:
    inner = _ROOT.sub("", svg, count=1).rsplit("</svg>", 1)[0]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {height:g} {width:g}" '
        f'width="{height * 4:g}" height="{width * 4:g}">'
        f'<g transform="rotate(90) translate(0 {-height:g})">{inner}</g></svg>'
    )


@cache
def scenery(name: str) -> str | None:
    """The backdrop's SVG, or None where there is no such file."""
    path = assets_dir() / "scenery" / f"{name}.svg"
    return _lean(path) if path.is_file() else None


@cache
def organ_icon(id: str) -> str | None:
    """An organ's small drawing, 20 x 20, or None where there is none."""
    path = assets_dir() / "organs" / f"{id}.svg"
    return _lean(path) if path.is_file() else None


def _lean(path: Path) -> str:
    """A drawing's text without what only its author needs: comments, and spaces between tags."""
    text = _COMMENT.sub("", path.read_text(encoding="utf-8"))
    return _SPACES.sub(" ", _BETWEEN.sub("><", text)).strip()
