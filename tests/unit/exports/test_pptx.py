"""The slides, opened again: one a step, with everything a lecturer needs on them."""

import io
import re
from dataclasses import replace
from itertools import combinations

import pytest
from pptx import Presentation
from products import PIXEL

from cascade.exports import pptx
from cascade.layout.lecture_view import home, size
from cascade.notation.sizes import size_of
from cascade.svg.lecture_slide import slide as scene_of

BASE = "https://figure.example/"


@pytest.fixture(scope="module")
def all_slides(flagship):
    patch = pytest.MonkeyPatch()
    patch.setattr(pptx, "pngs", lambda svgs, *_: [PIXEL] * len(svgs))
    yield list(open_(pptx.write(flagship, "cascade", BASE)).slides)
    patch.undo()


@pytest.fixture(scope="module")
def slides(all_slides):
    """Those of the steps."""
    return all_slides[1:-1]


def open_(content):
    return Presentation(io.BytesIO(content))


def shape(slide, name):
    return next(shape for shape in slide.shapes if shape.name == name)


def test_a_wide_slide_for_each_step(flagship, slides):
    steps = flagship.lectures["cascade"].steps
    assert len(slides) == len(steps) == 14
    deck = slides[0].part.package.presentation_part.presentation
    assert deck.slide_width / deck.slide_height == pytest.approx(16 / 9, abs=0.001)
    for slide, step in zip(slides, steps, strict=True):
        assert slide.shapes.title.text == step.told.title
        assert shape(slide, "Caption").text_frame.text == step.told.say


def test_the_whole_figure_stands_before_and_after_the_steps(flagship, all_slides):
    lecture = flagship.lectures["cascade"]
    assert len(all_slides) == len(lecture.steps) + pptx.ENDS
    for slide, title, step in (
        (all_slides[0], lecture.title, 0),
        (all_slides[-1], flagship.title, 15),
    ):
        assert slide.shapes.title.text == title
        (rid,) = re.findall(r'svgBlip[^>]*r:embed="(\w+)"', shape(slide, "Picture")._element.xml)
        assert b"BEFORE ARRIVAL" in slide.part.related_part(rid).blob
        assert "Erez N 2011" in shape(slide, "References").text_frame.text
        links = [rel.target_ref for rel in slide.part.rels.values() if rel.is_external]
        assert any(address.endswith(f"step={step}") for address in links)


def test_pictures_are_described_and_vector(slides):
    for slide in slides:
        picture = shape(slide, "Picture")
        words = picture._element.nvPicPr.cNvPr.get("descr")
        assert slide.shapes.title.text in words and len(words) > 60
        (rid,) = re.findall(r'svgBlip[^>]*r:embed="(\w+)"', picture._element.xml)
        part = slide.part.related_part(rid)
        assert part.content_type == "image/svg+xml"
        assert part.blob.startswith(b"<svg ")
        assert picture.image.content_type == "image/png"


def test_the_first_slide_says_its_arrows(slides):
    words = shape(slides[0], "Picture")._element.nvPicPr.cNvPr.get("descr")
    assert "A tumor cell recruits the tumor-associated macrophage through CSF-1" in words


def test_notes_hold_caveats_questions_answers_and_papers(flagship, slides):
    for slide, step in zip(slides, flagship.lectures["cascade"].steps, strict=True):
        said = slide.notes_slide.notes_text_frame.text
        assert step.told.notes in said and "Papers:" in said
        if asked := step.told.predict:
            assert asked.question in said and f"Answer: {asked.answer}. {asked.why}" in said
        shown = " ".join(s.text_frame.text for s in slide.shapes if s.has_text_frame)
        assert step.told.notes not in shown
        assert not asked or asked.why not in shown


def test_papers_link_to_their_doi(flagship, slides):
    for slide, step in zip(slides, flagship.lectures["cascade"].steps, strict=True):
        text = shape(slide, "References").text_frame
        assert "CC BY 4.0" in text.text
        linked = [run.hyperlink.address for p in text.paragraphs for run in p.runs]
        for id in step.references:
            paper = flagship.references[id]
            assert f"{paper.first_author} {paper.year}" in text.text
            assert not paper.doi or f"https://doi.org/{paper.doi}" in linked


def test_papers_against_stand_apart(flagship, slides):
    steps = flagship.lectures["cascade"].steps
    index = next(n for n, step in enumerate(steps) if "pt-treg-cd8" in step.show)
    support, _, against = shape(slides[index], "References").text_frame.text.partition("Against:")
    assert "Donkor MK 2011" in against and "Donkor MK 2011" not in support
    notes = slides[index].notes_slide.notes_text_frame.text
    assert "Donkor MK 2011" in notes.partition("Papers against:")[2]


def test_a_paper_with_a_notice_bears_it(flagship, slides):
    steps = flagship.lectures["cascade"].steps
    index = next(n for n, step in enumerate(steps) if "goswami-2005" in step.references)
    assert "Goswami S 2005 (corrected)" in shape(slides[index], "References").text_frame.text
    notes = slides[index].notes_slide.notes_text_frame.text
    assert "Erratum: Cancer Res 2005;65:7031." in notes


def test_every_slide_links_back_to_its_step(slides):
    for number, slide in enumerate(slides, start=1):
        address = f"{BASE}?pathway=metastatic-cascade&lecture=cascade&step={number}"
        (run,) = shape(slide, "Link").text_frame.paragraphs[0].runs
        assert run.hyperlink.address == address
        code = shape(slide, "QR code")
        assert code.click_action.hyperlink.address == address
        assert address in code._element.nvPicPr.cNvPr.get("descr")


def test_without_an_address_nothing_links_back(flagship, monkeypatch):
    monkeypatch.setattr(pptx, "pngs", lambda svgs, *_: [PIXEL] * len(svgs))
    slides = open_(pptx.write(flagship, "friend-or-foe")).slides
    assert len(slides) == 7  # five steps, the title and the end
    for slide in slides:
        assert {s.name for s in slide.shapes} & {"Link", "QR code"} == set()


def test_titles_and_links_may_have_any_length(flagship, monkeypatch):
    monkeypatch.setattr(pptx, "pngs", lambda svgs, *_: [PIXEL] * len(svgs))
    title, base = "Title " * 200, f"{BASE}{'x' * 5000}/"
    talk = replace(flagship.lectures["cascade"], title=title)
    pathway = replace(flagship, title=title, lectures={"cascade": talk})
    deck = open_(pptx.write(pathway, "cascade", base))
    assert deck.core_properties.title == title[:255]
    for slide in deck.slides:
        (run,) = shape(slide, "Link").text_frame.paragraphs[0].runs
        assert run.hyperlink.address.startswith(base)
        # No code holds so much.
        assert "QR code" not in {one.name for one in slide.shapes}


def test_shapes_stay_on_the_slide(slides):
    wide, high = pptx.WIDE, pptx.HIGH
    for slide in slides:
        for one in slide.shapes:
            assert one.left >= 0 and one.top >= 0, one.name
            assert one.left + one.width <= wide and one.top + one.height <= high, one.name


def test_the_slide_is_used_and_the_picture_cropped_to_its_step(drawing, flagship, all_slides):
    whole = pptx.WIDE * pptx.HIGH
    for slide in all_slides:
        boxes = [(s.left, s.top, s.width, s.height) for s in slide.shapes]
        assert sum(w * h for *_, w, h in boxes) > 0.8 * whole  # none lies on another
        for (x, y, w, h), (left, top, wide, high) in combinations(boxes, 2):
            assert x >= left + wide or left >= x + w or y >= top + high or top >= y + h
        *_, wide, high = next((s.width, s.height) for s in slide.shapes if s.name == "Picture")
        assert wide * high > 0.6 * whole
    for step in flagship.lectures["cascade"].steps:
        frame, place = scene_of(step, drawing, pptx.RATIO).box, home(step, drawing)
        assert frame.width / frame.height == pytest.approx(pptx.RATIO)
        assert min(place.x2, frame.x2) - max(place.x1, frame.x1) > 0.9 * frame.width, step.id
        assert min(place.y2, frame.y2) - max(place.y1, frame.y1) > 0.9 * frame.height, step.id
        points = pptx.PICTURE[2] / 12700 / frame.width * size_of(size(frame)).node
        assert points * 2 > 24, step.id  # pixels of a slide 1080 high


def test_a_picture_shows_whole_arrows_of_its_stage(drawing, flagship):
    step = next(s for s in flagship.lectures["cascade"].steps if s.id == "neutrophils")
    scene = scene_of(step, drawing, pptx.RATIO)
    assert set(step.show) <= scene.told.keys()
    assert {scene.marks[id] for id in step.show} == {"lit"}
    kept = scene.told.keys() - set(step.show)
    assert kept and kept <= set(step.keep)
    assert all(id.startswith("ci-") for id in kept)
