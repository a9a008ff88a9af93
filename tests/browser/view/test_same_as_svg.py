"""The picture is the canvas: the same places, bends, heads and colors; and it prints as PDF, PNG."""

import re
from math import dist

import pytest
from pdf import Pdf

from app import loaded
from cascade.exports.chromium import print_styles
from cascade.exports.picture_files import write_pdf, write_png, write_svg
from cascade.layout.drawing import draw
from cascade.layout.visibility import scene, views
from cascade.model.selection import select
from cascade.svg import svg
from cascade.svg.canvas import sentence
from tools.programs import find

pytestmark = pytest.mark.browser
VIEWS = ("overview", "circulation", "extravasation", "colonization/brain", "colonization/lung")
CORNERS = {3: "triangle", 7: "triangle-", 6: "chevron"}

# What the canvas has computed, in drawing units: lines and names get their places when drawn.
CANVAS = """(async () => {
  for (let i = 0; i < 2; i += 1) await new Promise(requestAnimationFrame);
  const cy = document.getElementById('graph')._cyreg.cy;
  const seen = (e) => !e.hasClass('hidden') && !e.hasClass('dim');
  const hex = (e) => '#' + e.style('line-color').match(/\\d+/g).map((n) => (+n).toString(16).padStart(2, '0')).join('');
  const label = (e) => { const b = e.boundingBox({includeNodes: false, includeEdges: false, includeLabels: true,
    includeOverlays: false, includeUnderlays: false}); return [(b.x1 + b.x2) / 2, b.y2 - 5.5]; };
  return {
    cells: cy.nodes('[kind="cell"]').filter(seen).map((n) => ({id: n.id(), at: [n.position('x'), n.position('y')],
      ghost: n.hasClass('quiet'), name: label(n), opacity: +n.style('background-image-opacity')})),
    lines: cy.edges('[outcome]').filter(seen).map((e) => { const r = e[0]._private.rscratch; return {
      id: e.id(), way: r.allpts, tip: [r.arrowEndX, r.arrowEndY], color: hex(e), width: e.numericStyle('width'),
      shape: e.style('target-arrow-shape'), fill: e.style('target-arrow-fill'), dashes: e.style('line-style'),
      label: e.style('text-opacity') > 0 && e.data('label') ? label(e) : null }; }),
  };
})()"""

# The picture, put into the same page, where its font is: what the browser makes of it.
PICTURE = """(text) => {
  const box = document.body.appendChild(document.createElement('div'));
  box.innerHTML = text;
  const inner = box.querySelector('svg > svg');
  const middle = (e) => { const b = e.getBBox(); return [b.x + b.width / 2, b.y + b.height / 2]; };
  const titled = [...inner.querySelectorAll(':scope g > title')].map((t) => [t.textContent, t.parentNode]);
  const found = {
    cells: titled.filter(([, g]) => g.querySelector('use')).map(([title, g]) => ({title, at: middle(g.querySelector('use')),
      opacity: +(g.querySelector('use').getAttribute('opacity') ?? 1)})),
    lines: titled.filter(([, g]) => g.querySelectorAll('path').length >= 2).map(([title, g]) => {
      const [way, head] = g.querySelectorAll('path');
      const end = way.getPointAtLength(way.getTotalLength()); const start = way.getPointAtLength(0);
      return {title, start: [start.x, start.y], end: [end.x, end.y], head: head.getAttribute('d'), tip: head.getPointAtLength(0),
        color: way.getAttribute('stroke'), width: +way.getAttribute('stroke-width'), hollow: head.hasAttribute('stroke'),
        dashed: way.hasAttribute('stroke-dasharray'), box: (({x, y, width, height}) => [x, y, x + width, y + height])(head.getBBox())}; }),
    texts: [...inner.querySelectorAll('text')].map((t) => { const b = t.getBBox(); return {text: [...t.childNodes].map((n) => n.textContent).join(' '),
      at: [b.x + b.width / 2, b.y + b.height]}; }),
  };
  box.remove();
  return found;
}"""


def kind(head: str) -> str:
    """The shape of a head from its path."""
    if "a" in head:
        return "circle"
    points = len(re.findall(r"-?(?:\d+\.?\d*|\.\d+)", head)) / 2
    return CORNERS.get(points, "four")


def nearest(found: list[dict], key: str, point) -> dict:
    return min(found, key=lambda one: dist(one[key], point))


def test_the_picture_lies_on_the_canvas(figure):
    drawing = draw(loaded.pathways[0])
    figure.show()
    for view in views(drawing):
        if view.name not in VIEWS:
            continue
        figure.page.evaluate("v => cascade.set(v)", {"stage": view.stage, "organ": view.organ})
        figure.settle()
        canvas = figure.page.evaluate(CANVAS)
        picture = figure.page.evaluate(PICTURE, svg(drawing, view))
        shown = scene(drawing, view)
        lines = {line.id: line for line in view.lines}
        assert {one["id"] for one in canvas["lines"]} == set(lines)
        for cell in canvas["cells"]:
            where = (view.name, cell["id"])
            own = nearest(picture["cells"], "at", cell["at"])
            # getBBox of a <use> is the drawing's ink, which need not lie quite in the middle.
            assert dist(own["at"], cell["at"]) < 14, where
            node = drawing.pathway.nodes[cell["id"]]
            assert (own["title"], own["opacity"]) == (node.cell.name, cell["opacity"]), where
            if cell["ghost"]:
                continue
            named = [t for t in picture["texts"] if t["text"].split() == node.cell.short.split()]
            # cytoscape ends wrapped lines with a space, so it centers them half a space aside.
            x, y = nearest(named, "at", cell["name"])["at"]
            assert abs(x - cell["name"][0]) < 5 and abs(y - cell["name"][1]) < 6, where
        for line in canvas["lines"]:
            where = (view.name, line["id"])
            told = sentence(lines[line["id"]], shown)
            own = [one for one in picture["lines"] if one["title"] == told]
            own = nearest(own, "start", line["way"][:2])
            assert dist(own["start"], line["way"][:2]) < 1, where
            assert dist(own["end"], line["way"][-2:]) < 1, where
            x, y = line["tip"]
            x1, y1, x2, y2 = own["box"]
            assert x1 - 1 < x < x2 + 1 and y1 - 1 < y < y2 + 1, where
            assert (own["color"], own["width"]) == (line["color"], line["width"]), where
            assert own["hollow"] == (line["fill"] == "hollow"), where
            assert own["dashed"] == (line["dashes"] == "dashed"), where
            made = kind(own["head"])
            four = line["shape"] in ("vee", "tee", "diamond", "square")
            assert line["shape"].startswith(made) or (four and made == "four"), where
            if line["label"]:
                text = drawing.texts[line["id"]]
                named = [t for t in picture["texts"] if t["text"] == text]
                assert dist(nearest(named, "at", line["label"])["at"], line["label"]) < 4, where


@pytest.fixture
def quick(monkeypatch):
    """Prints with what starts in a third of the time, where it is the same."""
    monkeypatch.setenv("CHROMIUM", find("headless"))


@pytest.mark.usefixtures("quick")
def test_the_pdf_is_one_vector_page_with_text():
    chosen = select(loaded.pathways[0], stage="circulation", tier="core")
    data = write_pdf(chosen)
    printed = Pdf(data)
    (text,) = printed.texts
    for word in ("Platelet", "Neutrophil", "CXCL5, CXCL7", "Promotes metastasis", "CC BY 4.0"):
        assert word in text
    assert printed.is_vector
    assert re.findall(rb"D:(\d+)", data) == [b"20000101000000"] * 2


def test_the_pdf_names_its_fonts_and_holds_each_name_once():
    """Other readers draw Type 3 fonts badly, and who copies a name wants it once."""
    data = write_pdf(select(loaded.pathways[0]))
    kinds = re.findall(rb"/Type /Font\s*/Subtype /(\w+)", data)
    assert kinds.count(b"Type0") > 2 and b"Type3" not in kinds
    assert set(re.findall(rb"/BaseFont /\w+\+(\w+)", data)) == {b"Inter"}
    # Once beside its cell, where another name may stand on the same line, and once in the key.
    (text,) = Pdf(data).texts
    lines = [line.split() for line in text.splitlines() if "Treg" in line]
    assert len(lines) == 2
    assert sum(line.count("Treg") for line in lines) == 2


def test_the_exported_svg_keeps_its_widths_without_the_font(page):
    """As in Inkscape, which reads no font out of a page: names set in another font stay as wide."""
    widths = """(family) => {
      document.querySelector('svg').setAttribute('font-family', family);
      return [...document.querySelectorAll('svg text')].map(t => t.getBBox().width);
    }"""
    page.set_content(
        f"<style>{print_styles()}</style>{write_svg(select(loaded.pathways[0])).decode()}"
    )
    page.evaluate("document.fonts.ready")
    with_font = page.evaluate(widths, "Inter")
    without = page.evaluate(widths, "DejaVu Sans, serif")
    assert len(with_font) > 150
    assert without == pytest.approx(with_font, rel=0.05)


@pytest.mark.usefixtures("quick")
def test_the_png_is_three_times_as_fine():
    chosen = select(loaded.pathways[0], stage="circulation", tier="core")
    data = write_png(chosen, "dark")
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    wide, high = (int.from_bytes(data[i : i + 4], "big") for i in (16, 20))
    root = svg(draw(chosen.pathway), chosen, "dark")
    w, h = (int(v) for v in re.search(r'width="(\d+)" height="(\d+)"', root).groups())
    assert (wide, high) == (3 * w, 3 * h)
