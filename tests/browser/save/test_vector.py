"""Saving the view as SVG: the canvas again as vectors, with its words as words, asking nobody."""

import io
import xml.etree.ElementTree as ET

import pytest
from PIL import Image, ImageChops, ImageFilter

SVG = "{http://www.w3.org/2000/svg}"
VIEWS = {
    "overview": "",
    "stage": "stage=extravasation",
    "focus": "stage=circulation&focus=platelet",
    "step": "lecture=cascade&step=4",
    "all": "stage=colonization&detail=extended",
}
LOOKS = [*((view, "light") for view in VIEWS), ("stage", "dark"), ("step", "projector")]
LABELS = """cy.elements('node[kind="cell"], edge[outcome]').filter(e => e.visible() && e.style('label')
  && e.effectiveOpacity() * e.pstyle('text-opacity').value > 0.5
  && (b => b.x1 > cy.extent().x1 && b.x2 < cy.extent().x2 && b.y1 > cy.extent().y1 && b.y2 < cy.extent().y2)
    (e.boundingBox())).map(e => e.style('label'))"""
# Hides what lies over the canvas, and shows a picture in its place.
ALONE = "#stage > :not(#figure), #overlay, #toast, #claim { display: none !important }"
BESIDE = """text => {
  const box = document.body.appendChild(document.createElement('div'));
  box.id = 'beside';
  box.style.cssText = 'position: fixed; inset: 0; z-index: 99';
  box.innerHTML = text;
}"""


def save(page, tmp_path):
    with page.expect_download() as download:
        page.evaluate("document.querySelector('.menu [data-do=svg]').click()")
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    return path.name, path.read_text("utf-8")


def words(root) -> list[str]:
    return [" ".join("".join(one.itertext()).split()) for one in root.iter(f"{SVG}text")]


@pytest.mark.usefixtures("page")
def test_the_file_holds_words_and_no_pixels_and_looks_as_the_canvas_does(figure, tmp_path, watch):
    page = figure.page
    figure.open()
    page.add_style_tag(content=ALONE)
    for view, theme in LOOKS:
        figure.go(f"{VIEWS[view]}&theme={theme}")
        canvas = page.locator("#graph").bounding_box()
        seen = page.screenshot(clip=canvas)
        before = len(watch.requests)
        name, text = save(page, tmp_path)
        asked = [url for url in watch.requests[before:] if not url.startswith(("data:", "blob:"))]
        assert not asked
        shown = figure.settle()
        parts = [shown[k] or "" for k in ("pathway", "lecture", "step", "stage", "organ", "focus")]
        assert name == "-".join(str(part) for part in parts if part) + ".svg"
        said = holds_words_and_no_pixels(text)
        together = "".join(said).replace(" ", "")
        labels = figure.cy(LABELS)
        assert len(labels) >= (3 if view == "step" else 10), view
        assert not [label for label in labels if "".join(label.split()) not in together], view
        assert any("CC BY 4.0" in one and figure.base_url in one for one in said)
        page.evaluate(BESIDE, text)
        made = page.screenshot(clip={**canvas, "x": 0, "y": 0})
        page.evaluate("document.getElementById('beside').remove()")
        looks_alike(seen, made, (view, theme))


def holds_words_and_no_pixels(text: str) -> list[str]:
    root = ET.fromstring(text)
    assert root.tag == f"{SVG}svg"
    assert root[0].tag == f"{SVG}title" and root[0].text == "The metastatic cascade"
    assert root[1].tag == f"{SVG}desc" and len(root[1].text) > 20
    assert "Inter" in root.get("font-family") and "sans-serif" in root.get("font-family")
    said = words(root)
    assert "For metastasis" in said and "How the signal travels" in said
    assert not list(root.iter(f"{SVG}image"))
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    drawings = [ET.tostring(one)[60:] for one in root.iter(f"{SVG}symbol")]
    assert 3 <= len(drawings) == len(set(drawings)), "each drawing once"
    assert "undefined" not in text and "NaN" not in text
    return said


def looks_alike(seen: bytes, made: bytes, where) -> None:
    one, other = (Image.open(io.BytesIO(shot)).convert("RGB") for shot in (seen, made))
    # The screen sets names through textures, half a pixel away; nothing may be missing or moved.
    soft = [shot.filter(ImageFilter.BoxBlur(2)) for shot in (one, other)]
    apart = ImageChops.difference(*soft).convert("L").histogram()
    assert sum(apart[40:]) / sum(apart) < 0.0008, where
    assert sum(apart[60:]) / sum(apart) < 0.0001, where
    assert sum(level * n for level, n in enumerate(apart)) / sum(apart) < 1.5, where
    assert len(one.getcolors(1 << 22)) > 500, "the canvas was there"


def test_hollow_heads_show_the_ground_not_the_line(figure, tmp_path):
    """The canvas erases the line below such a head; the file clips it away."""
    figure.show("stage=circulation")
    _, text = save(figure.page, tmp_path)
    hollow = figure.cy("""cy.edges('[outcome]').filter(e => e.visible() && e.effectiveOpacity() === 1
      && e.style('target-arrow-fill') === 'hollow').length""")
    clips = [one for one in ET.fromstring(text).iter(f"{SVG}path") if one.get("clip-rule")]
    assert len(clips) >= hollow > 3


def test_the_canvas_is_the_same_afterwards(figure, tmp_path):
    figure.show("stage=circulation&focus=platelet")
    alone = figure.page.add_style_tag(content=ALONE)
    before = figure.page.screenshot()
    save(figure.page, tmp_path)
    figure.cy(
        "cy.nodes().forEach(n => n.addClass('hover')) && cy.nodes().removeClass('hover') && 1"
    )
    figure.rest()
    apart = ImageChops.difference(
        *(
            Image.open(io.BytesIO(shot)).convert("RGB")
            for shot in (before, figure.page.screenshot())
        )
    )
    # The edge of a line that cytoscape draws anew may be a shade off, which nobody sees.
    assert max(most for _, most in apart.getextrema()) < 8
    alone.evaluate("(one) => one.remove()")


def test_from_disk_it_works_too(figure, tmp_path, watch, frozen_file):
    page = figure.page
    figure.spoil()
    page.context.set_offline(True)
    page.goto(f"{frozen_file.as_uri()}?stage=circulation")
    page.wait_for_selector("html.drawn", state="attached")
    name, text = save(page, tmp_path)
    assert name == "metastatic-cascade-circulation.svg"
    said = words(ET.fromstring(text))
    assert {"Platelet", "NK cell", "CXCL5, CXCL7", "Promotes metastasis"} <= set(said)
    assert frozen_file.as_uri() not in text, "nobody else has this disk"
    assert [url for url in watch.requests if not url.startswith(("data:", "blob:"))] == [page.url]
    page.context.set_offline(False)
