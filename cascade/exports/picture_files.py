"""The picture as a file: SVG, or PNG and PDF painted by Chromium from the same SVG."""

import io
import re

from PIL import Image

from ..layout.drawing import draw
from ..model.selection import Selection
from ..svg import svg
from ..svg.text_widths import fix_text_widths
from .chromium import paint, run, size

SCALE = 3
"""A PNG is three times as fine as the screen: a figure some 1000 pixels wide has then 300 dots an
inch at 25 cm."""
TALLEST = 10_000
"""Pixels of a page that every browser can hold."""
_SIZE = re.compile(r'width="\d+" height="\d+"')
# The day of printing would make two runs differ.
_DATE = re.compile(rb"\(D:\d{14}([+-]\d\d'\d\d')?\)")
_NO_DAY = b"20000101000000+00'00'"


def write_svg(selection: Selection, theme: str = "light", tall: bool = False) -> bytes:
    """An SVG document of the selected arrows: text as text, titled and described, with legend and
    citation. `tall`: as tall windows show them."""
    return fix_text_widths(_picture(selection, theme, tall)).encode() + b"\n"


def _picture(selection: Selection, theme: str, tall: bool) -> str:
    return svg(draw(selection.pathway, tall), selection, theme)


def write_png(selection: Selection, theme: str = "light", tall: bool = False) -> bytes:
    """A PNG of the selected arrows. Raises Unavailable without Chromium."""
    picture = _picture(selection, theme, tall)
    return paint(picture, *size(picture), SCALE)


def write_pdf(selection: Selection, theme: str = "light", tall: bool = False) -> bytes:
    """A PDF of one page of the selected arrows: vector, text as text. Raises Unavailable without
    Chromium."""
    picture = _picture(selection, theme, tall)
    arguments = ["--no-pdf-header-footer", "--print-to-pdf=picture.pdf"]
    return undated(run("PDF", picture, arguments, "picture.pdf"))


def undated(data: bytes) -> bytes:
    """A PDF without the day of printing."""
    # Of the same length, as a PDF counts its bytes.
    return _DATE.sub(lambda m: b"(D:" + _NO_DAY[: len(m[0]) - 4] + b")", data)


def pngs(svgs: list[str], width: int, height: int) -> list[bytes]:
    """PNGs of pictures whose ids differ, each at a size in pixels; together, as starting a browser
    takes longer than drawing. Raises Unavailable without Chromium.
    """
    once = max(1, TALLEST // height)
    return [
        content
        for start in range(0, len(svgs), once)
        for content in _together(svgs[start : start + once], width, height)
    ]


def _together(svgs: list[str], width: int, height: int) -> list[bytes]:
    """The pictures painted below each other, and cut apart."""
    parts = [
        _SIZE.sub(f'y="{index * height}" width="{width}" height="{height}"', svg, count=1)
        for index, svg in enumerate(svgs)
    ]
    high = height * len(svgs)
    start = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{high}">'
    whole = Image.open(io.BytesIO(paint(f"{start}{''.join(parts)}</svg>", width, high)))
    contents = []
    for index in range(len(svgs)):
        file = io.BytesIO()
        whole.crop((0, index * height, width, (index + 1) * height)).save(file, "png")
        contents.append(file.getvalue())
    return contents
