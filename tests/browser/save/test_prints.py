"""Slides and handouts as Chromium draws them: real pictures, and as many pages as stages."""

import io
import re
from dataclasses import replace

import pytest
from PIL import Image
from pptx import Presentation

from cascade.exports.handout import printed, write
from cascade.exports.pptx import PIXELS
from cascade.exports.pptx import write as slides
from cascade.loading.loader import load_all
from cascade.resources import pathways_dir
from tools.programs import find


@pytest.fixture(autouse=True)
def chromium(monkeypatch):
    monkeypatch.setenv("CHROMIUM", find("headless"))  # which starts in a third of the time


@pytest.fixture(scope="module")
def flagship():
    return load_all(pathways_dir()).pathways[0]


def test_a_handout_prints_one_page_a_stage_without_pixels(flagship):
    content = printed(write(flagship, "blanks", "letter", word_bank=True))
    assert len(re.findall(rb"/Type /Page\b", content)) == len(flagship.stages) == 4
    assert re.search(rb"/MediaBox \[0 0 792 612\]", content)
    assert b"/Subtype /Image" not in content


def test_every_slide_has_a_picture_of_its_own(flagship):
    whole = flagship.lectures["friend-or-foe"]
    short = replace(whole, steps=whole.steps[:3])
    deck = Presentation(io.BytesIO(slides(replace(flagship, lectures={short.id: short}), short.id)))
    pictures = [next(s for s in slide.shapes if s.name == "Picture").image for slide in deck.slides]
    assert (
        len({picture.sha1 for picture in pictures}) >= 4
    )  # the whole figure stands before and after them
    for picture in pictures:
        assert picture.size == PIXELS
        drawn = Image.open(io.BytesIO(picture.blob)).convert("RGB")
        some = drawn.resize((500, 500), Image.Resampling.NEAREST)
        most, ground = max(some.getcolors(1 << 18))
        assert sum(ground) > 720 and most < 0.99 * some.width * some.height
