"""A lecture as pictures to put anywhere: an SVG and a PNG a step, and what to write below them."""

import csv
import io

from ..figure.sentences import citation, cited
from ..layout.drawing import draw
from ..model.pathway import Pathway
from ..svg.lecture_slide import describe, lecture_picture
from ..svg.text_widths import fix_text_widths
from .archive import zipped
from .picture_files import pngs
from .table import safe

WIDE, HIGH = 1920, 1080
"""Pixels of a PNG: that of a beamer."""
LIST = "captions.csv"
COLUMNS = ("file", "title", "caption", "description", "papers", "source")


def write(pathway: Pathway, lecture_id: str, theme: str = "projector") -> bytes:
    """A zip of a lecture's steps in their order, named '01-loop.svg' and '01-loop.png'.

    `captions.csv` has the words for each picture, a description for those who cannot see it, and
    its papers. Raises KeyError for an unknown lecture, Unavailable without Chromium.
    """
    lecture = pathway.lectures[lecture_id]
    drawing = draw(pathway)
    names = [f"{number:02}-{step.id}" for number, step in enumerate(lecture.steps, start=1)]
    svgs = [lecture_picture(step, drawing, WIDE / HIGH, theme) for step in lecture.steps]
    files = {}
    for name, svg, png in zip(names, svgs, pngs(svgs, WIDE, HIGH), strict=True):
        files |= {f"{name}.svg": fix_text_widths(svg).encode() + b"\n", f"{name}.png": png}
    rows = [
        (name, step.told.title, step.told.say, describe(step, drawing),
         "; ".join(cited(pathway.references[id_]) for id_ in step.references), citation(pathway))
        for name, step in zip(names, lecture.steps, strict=True)
    ]  # fmt: skip
    return zipped({LIST: _table(rows), **files})


def _table(rows: list[tuple[str, ...]]) -> bytes:
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    writer.writerows([safe(cell) for cell in row] for row in rows)
    # The mark at the start tells a spreadsheet that it is UTF-8.
    return file.getvalue().encode("utf-8-sig")
