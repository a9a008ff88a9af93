"""Everything that is made of a pathway, for tests that promise it of any pathway."""

import json

import pytest

from cascade.exports import FORMATS, handout, pptx, writer
from cascade.exports.lecture_pictures import write as pictures
from cascade.figure.figure import pathway_data
from cascade.layout.drawing import draw
from cascade.layout.lint import lint
from cascade.layout.visibility import views
from cascade.model.selection import select
from cascade.page.app import build
from cascade.page.variant import PageVariant
from cascade.publish.single_file import freeze
from cascade.publish.site import site
from cascade.svg import svg

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082"
)
"""A white pixel as PNG, for what else needs a browser."""
PAINTED = ("png", "pdf")
LINK = "https://figure.example/"


def compiled(pathway) -> None:
    """What the browser plays and what `cascade lint` says."""
    json.dumps(pathway_data(pathway), allow_nan=False)
    lint(draw(pathway))


def pages(pathway) -> dict[str, str]:
    """Its pages: as served, frozen, of a site."""
    found = {
        "page": build([pathway]).server.test_client().get("/").get_data(as_text=True),
        "frozen": freeze([pathway], PageVariant(frozen=True)),
    }
    made = site([pathway], "https://figure.example", lambda *_: PIXEL)
    return found | {name: file.decode() for name, file in made if name.endswith(".html")}


def drawings(pathway) -> dict[str, str]:
    drawing = draw(pathway)
    return {view.name: svg(drawing, view) for view in views(drawing)}


def files(pathway) -> dict[str, bytes]:
    """Its exports, lectures and handouts, in pictures of one pixel."""
    made = {name: writer(name)(select(pathway), "light") for name in FORMATS if name not in PAINTED}
    for kind in handout.KINDS:
        made[f"{kind}.html"] = handout.write(pathway, kind, word_bank=kind == "blanks")
    with pytest.MonkeyPatch.context() as patch:
        for module in ("pptx", "lecture_pictures"):
            name = f"cascade.exports.{module}.pngs"
            patch.setattr(name, lambda drawn, *_: [PIXEL] * len(drawn))
        for id_ in pathway.lectures:
            made[f"{id_}.pptx"] = pptx.write(pathway, id_, LINK)
            made[f"{id_}.zip"] = pictures(pathway, id_, "projector")
    return made
