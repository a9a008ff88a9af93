"""Many pictures at once: starting a browser takes longer than drawing."""

import io
import re

from PIL import Image

from .chromium import paint

TALLEST = 10_000
"""Pixels of a page that every browser can hold."""
_SIZE = re.compile(r'width="\d+" height="\d+"')


def pngs(svgs: list[str], width: int, height: int) -> list[bytes]:
    """PNGs of pictures whose ids differ, each at a size in pixels.

    Raises Unavailable without Chromium.
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
    made = []
    for index in range(len(svgs)):
        file = io.BytesIO()
        whole.crop((0, index * height, width, (index + 1) * height)).save(file, "png")
        made.append(file.getvalue())
    return made
