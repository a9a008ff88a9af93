"""A window that is turned shows the other drawing of the same view, and turned back the first."""

import pytest

from app import loaded
from cascade.layout.drawing import draw

WIDE, TALL = {"width": 1366, "height": 768}, {"width": 768, "height": 1024}
# Where the cells stand, what is chosen and how large the names of what is told are.
SEEN = """({
  at: Object.fromEntries(cy.nodes('[kind="cell"]').map((n) => [n.id(), n.position()])),
  lit: cy.elements('.lit, .focus').map((e) => e.id()).sort(),
  mute: cy.elements('.mute').map((e) => e.id()).sort(),
  told: cy.elements('[kind="cell"], [outcome]').not('.hidden, .dim').map((e) => e.id()).sort(),
  inside: cy.nodes('.lit').every((n) => {
    const { x1, y1, x2, y2 } = n.renderedBoundingBox();
    return x1 > -9 && y1 > -9 && x2 < cy.width() + 9 && y2 < cy.height() + 9;
  }),
  name: Math.min(...cy.nodes('[kind="cell"]').not('.hidden, .dim, .quiet').map(
    (n) => parseFloat(n.style('font-size')) * cy.zoom())),
})"""

# Paints once more: the words on lines, those that were written, and how often lines or layers of
# them were painted after the first one.
WORDS = """(() => {
  const own = CanvasRenderingContext2D.prototype;
  const kept = { fillText: own.fillText, drawImage: own.drawImage, stroke: own.stroke };
  const words = cy.edges('[outcome]').filter((e) => e.visible() && e.style('label')
    && e.effectiveOpacity() * e.pstyle('text-opacity').value > 0.5).map((e) => e.style('label'));
  const written = new Set();
  let over = 0;
  const ours = (pen) => pen.canvas.isConnected && pen.canvas.closest('#graph');
  own.fillText = function (text, ...how) {
    if (ours(this) && words.includes(text)) written.add(text);
    return kept.fillText.call(this, text, ...how);
  };
  for (const name of ['drawImage', 'stroke']) {
    own[name] = function (...how) {
      // What is stroked without a path of its own is the frame of a word.
      if (ours(this) && written.size && how.length) over += 1;
      return kept[name].apply(this, how);
    };
  }
  cy.renderer().redrawHint('eles', true);
  cy.renderer().render();
  Object.assign(own, kept);
  return { words: [...new Set(words)].sort(), written: [...written].sort(), over };
})()"""

SOME = "primary-tumor/tumor-cell"
STANDS = f"""([x]) => {{
  const {{ cy }} = document.getElementById('graph')._cyreg;
  return Math.abs(cy.getElementById('{SOME}').position('x') - x) < 1;
}}"""


# Views, and the least pixels of a name in a wide window and in a tall one.
VIEWS = {
    "stage=extravasation": (17, 15),
    "detail=extended": (0, 0),
    "stage=colonization&focus=osteoclast": (17, 12),
    "stage=primary-tumor&edge=pt-csf1-csf1r": (17, 12),
    "lecture=cascade&step=4": (16, 14),
}


def test_turning_a_window_keeps_the_view(figure, watch):
    figure.page.set_viewport_size(WIDE)
    figure.open()  # with the panel closed, as a window of this size has it at first
    watch.requests.clear()
    drawings = {tall: draw(loaded.pathways[0], tall=tall) for tall in (False, True)}
    places = {tall: drawing.layout.points for tall, drawing in drawings.items()}
    for query, smallest in VIEWS.items():
        figure.go(query)
        stays_as_it_is_turned(figure, query, smallest, places)
    assert not watch.requests
    figure.page.evaluate("document.getElementById('toggle').click()")  # as others expect it


def stays_as_it_is_turned(figure, query: str, smallest: tuple[int, int], places) -> None:
    begun, first = figure.rest(), figure.cy(SEEN)
    for size in (WIDE, TALL, WIDE):
        figure.page.set_viewport_size(size)
        tall = size is TALL
        points = places[tall]
        figure.page.wait_for_function(STANDS, arg=points[SOME], timeout=8000)
        view, seen = figure.rest(), figure.cy(SEEN)
        assert view == begun, query
        assert seen["lit"] == first["lit"], query
        assert tall or seen["mute"] == first["mute"], query
        # The camera of a lecture sees another part of what earlier steps told.
        assert view["lecture"] or seen["told"] == first["told"], query
        for id, (x, y) in points.items():
            assert seen["at"][id] == pytest.approx({"x": x, "y": y}, abs=0.06), (query, id)
        painted = figure.cy(WORDS)
        assert painted["words"] == painted["written"] and not painted["over"], "none struck through"
        assert seen["inside"] and seen["name"] >= smallest[tall] - 0.05, (query, seen["name"])
