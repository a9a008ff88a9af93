"""The picture as a PDF of one page: vector, text as text, printed by Chromium."""

import re

from ..layout.drawing import draw
from ..model.selection import Selection
from ..svg import svg
from .chromium import run

# The day of printing would make two runs differ.
_DATE = re.compile(rb"\(D:\d{14}([+-]\d\d'\d\d')?\)")
_NO_DAY = b"20000101000000+00'00'"


def write(selection: Selection, theme: str = "light") -> bytes:
    """A PDF of the selected arrows. Raises Unavailable without Chromium."""
    picture = svg(draw(selection.pathway), selection, theme)
    arguments = ["--no-pdf-header-footer", "--print-to-pdf=picture.pdf"]
    data = run("PDF", picture, arguments, "picture.pdf")
    return undated(data)


def undated(data: bytes) -> bytes:
    """A PDF without the day of printing."""
    # Of the same length, as a PDF counts its bytes.
    return _DATE.sub(lambda m: b"(D:" + _NO_DAY[: len(m[0]) - 4] + b")", data)
